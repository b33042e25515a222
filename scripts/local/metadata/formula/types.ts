import type { FieldValue } from '../../org/records.ts';

/** What a formula can compute with. `null` is the type of the literal NULL only: a blank field keeps its own type. */
export type FormulaDataType =
    'text' | 'number' | 'checkbox' | 'date' | 'datetime' | 'picklist' | 'multipicklist' | 'null';

/**
 * A value with the type that formulas see. `value` has the shape of a stored field: `YYYY-MM-DD` for a date, ISO 8601
 * UTC for a datetime, `;`-separated text for a multi-select picklist, null for a blank of any type.
 */
export interface FormulaValue {
    readonly dataType: FormulaDataType;
    readonly value: FieldValue;
}

/** What a formula may ask of the place it stands in. Names are as written: `Status__c`, `$Record.Status__c`, `total`. */
export interface FormulaContext {
    /** The value behind a name; throws `FormulaError` when there is none. */
    readonly resolve: (reference: string) => FormulaValue;
    readonly now: () => Date;
    /** IANA zone of the user for TODAY(); UTC when left out. */
    readonly timeZone?: string;
    /** Only where a record is being saved. */
    readonly save?: SaveContext;
    /** `formulaTreatBlanksAs` of a formula field: with `zero`, a blank number counts as 0. */
    readonly blankNumbersAs?: 'blank' | 'zero';
}

export interface SaveContext {
    readonly isNew: boolean;
    readonly isChanged: (reference: string) => boolean;
    /** The value before the save; on a new record the current one. */
    readonly prior: (reference: string) => FormulaValue;
}

/** A formula that cannot be read, is not supported here, or fails on the values it met. */
export class FormulaError extends Error {
    override readonly name = 'FormulaError';
}

const NAMES: Record<FormulaDataType, string> = {
    text: 'Text',
    number: 'Number',
    checkbox: 'Boolean',
    date: 'Date',
    datetime: 'DateTime',
    picklist: 'Picklist',
    multipicklist: 'Multi-Select Picklist',
    null: 'Null'
};

/** The name of a type as Salesforce's formula errors write it. */
export function dataTypeName(dataType: FormulaDataType): string {
    return NAMES[dataType];
}

export const text = (value: string): FormulaValue => ({ dataType: 'text', value });
export const number = (value: number | null): FormulaValue => ({ dataType: 'number', value });
export const checkbox = (value: boolean): FormulaValue => ({ dataType: 'checkbox', value });

/** Blank in the sense of ISBLANK: no value, or text without characters. */
export function isBlank(value: FormulaValue): boolean {
    return value.value === null || value.value === '';
}

/** Text behind a value; a blank is the empty text, as in every text function of the platform. */
export function textOf(value: FormulaValue): string {
    return value.value === null ? '' : String(value.value);
}

/** The number behind a value, null when it is blank. */
export function numberOf(value: FormulaValue): number | null {
    return typeof value.value === 'number' ? value.value : null;
}

/** A blank checkbox is false. */
export function isTrue(value: FormulaValue): boolean {
    return value.value === true;
}
