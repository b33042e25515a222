import type { FormulaDataType, FormulaValue } from '../../metadata/formula/formula.ts';
import type { FieldValue, OrgRecord } from '../records.ts';
import { ElementFault } from './failures.ts';

/** What a flow resource holds. Values are never changed in place: an assignment replaces them. */
export type FlowValue = ScalarValue | RecordValue | NoRecord | CollectionValue;

export interface ScalarValue {
    readonly kind: 'scalar';
    readonly value: FormulaValue;
}

export interface RecordValue {
    readonly kind: 'record';
    readonly object: string;
    readonly fields: OrgRecord;
    /** Fields that the flow itself set: these are what a save of the record writes. */
    readonly assigned: ReadonlySet<string>;
}

/** A record variable that holds nothing. */
export interface NoRecord {
    readonly kind: 'noRecord';
    readonly object: string;
}

export interface CollectionValue {
    readonly kind: 'collection';
    readonly items: readonly FlowValue[];
}

export function scalar(dataType: FormulaDataType, value: FieldValue): ScalarValue {
    return { kind: 'scalar', value: { dataType, value } };
}

export function foundRecord(object: string, fields: OrgRecord): RecordValue {
    return { kind: 'record', object, fields, assigned: new Set() };
}

export function withField(record: RecordValue | NoRecord, field: string, value: FieldValue): RecordValue {
    const fields = record.kind === 'record' ? record.fields : {};
    const assigned = record.kind === 'record' ? record.assigned : [];
    return {
        kind: 'record',
        object: record.object,
        fields: { ...fields, [field]: value },
        assigned: new Set([...assigned, field])
    };
}

/** No value: null, an empty collection, or a record variable that holds nothing. */
export function isNullValue(value: FlowValue): boolean {
    switch (value.kind) {
        case 'scalar':
            return value.value.value === null;
        case 'record':
            return false;
        case 'noRecord':
            return true;
        case 'collection':
            return value.items.length === 0;
    }
}

const TEXTUAL: readonly FormulaDataType[] = ['text', 'picklist', 'multipicklist'];

function roundTo(value: number, scale: number): number {
    const factor = 10 ** scale;
    return (Math.sign(value) * Math.round(Math.abs(value) * factor)) / factor;
}

/** The value as another type, where the platform's builder lets the one be assigned to the other. */
export function converted(value: FormulaValue, dataType: FormulaDataType, where: string, scale?: number): FormulaValue {
    if (value.value === null) {
        return { dataType, value: null };
    }
    if (value.dataType !== dataType && !(TEXTUAL.includes(value.dataType) && TEXTUAL.includes(dataType))) {
        throw new ElementFault(`${where} takes a value of type ${dataType}, not ${value.dataType}.`);
    }
    if (typeof value.value === 'number' && scale !== undefined) {
        return { dataType, value: roundTo(value.value, scale) };
    }
    return { dataType, value: value.value };
}

/** What a save stores: an empty text is no value. */
export function storedValue(value: FormulaValue): FieldValue {
    return value.value === '' ? null : value.value;
}
