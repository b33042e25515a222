import type { ActingUser, FieldValue, FieldValues, OrgRecord, RecordError } from '../records.ts';
import type { FieldSchema, ObjectSchema } from '../../metadata/objects/schema.ts';
import { findField } from '../../metadata/objects/schema.ts';
import { readFieldValue } from './fieldValues.ts';
import type { EvaluateFormula } from './formulas.ts';
import { noSuchField, notWritable } from './saveErrors.ts';
import { storedFields } from './tables.ts';

/** A record on its way into the table. */
export interface Draft {
    /** Place among the rows that the caller gave. */
    readonly index: number;
    readonly record: OrgRecord;
    readonly prior: OrgRecord | undefined;
    readonly errors: readonly RecordError[];
}

/** Field values by their proper names, and what is wrong with them. */
interface WrittenValues {
    readonly values: FieldValues;
    readonly errors: readonly RecordError[];
}

/** A new record: every field blank, then defaults, then what was written to fields that the user's view has. */
export function draftNew(
    object: ObjectSchema,
    written: FieldValues,
    index: number,
    acting: ActingUser,
    evaluate: EvaluateFormula,
    view: ObjectSchema
): Draft {
    const { values, errors } = readValues(view, written, (field) => field.createable);
    const blank = Object.fromEntries(
        storedFields(object).map((field): [string, FieldValue] => [
            field.name,
            field.type === 'Checkbox' ? false : null
        ])
    );
    const record: Record<string, FieldValue> = { ...blank };
    if ('OwnerId' in record) {
        record['OwnerId'] = acting.id;
    }
    for (const field of storedFields(object).filter((candidate) => !(candidate.name in values))) {
        const value = defaultOf(object, field, acting, evaluate);
        if (value !== undefined) {
            record[field.name] = value;
        }
    }
    return { index, record: joinNames(object, { ...record, ...values }), prior: undefined, errors };
}

/** An existing record with what was written over it. */
export function draftChange(
    object: ObjectSchema,
    prior: OrgRecord,
    written: FieldValues,
    index: number,
    view: ObjectSchema
): Draft {
    const { values, errors } = readValues(view, written, (field) => field.updateable);
    return { index, record: joinNames(object, { ...prior, ...values }), prior, errors };
}

/** Adds what a before-save flow assigned. */
export function assign(object: ObjectSchema, draft: Draft, assigned: FieldValues): Draft {
    const { values, errors } = readValues(object, assigned, (field) => field.createable || field.updateable);
    return {
        ...draft,
        record: joinNames(object, { ...draft.record, ...values }),
        errors: [...draft.errors, ...errors]
    };
}

function readValues(
    object: ObjectSchema,
    written: FieldValues,
    isWritable: (field: FieldSchema) => boolean
): WrittenValues {
    const values: Record<string, FieldValue> = {};
    const errors: RecordError[] = [];
    const readOnly: string[] = [];
    for (const [name, value] of Object.entries(written)) {
        const field = findField(object, name);
        if (!field) {
            errors.push(noSuchField(object.name, name));
        } else if (!isWritable(field)) {
            readOnly.push(field.name);
        } else {
            const read = readFieldValue(field, value);
            if ('error' in read) {
                errors.push(read.error);
            } else {
                values[field.name] = read.value;
            }
        }
    }
    return { values, errors: readOnly.length > 0 ? [...errors, notWritable(readOnly)] : errors };
}

function defaultOf(
    object: ObjectSchema,
    field: FieldSchema,
    acting: ActingUser,
    evaluate: EvaluateFormula
): FieldValue | undefined {
    const chosen = field.picklist?.values.find((value) => value.isDefault);
    if (chosen) {
        return chosen.value;
    }
    if (field.defaultValue === undefined) {
        return undefined;
    }
    const read = readFieldValue(field, evaluate(field.defaultValue, { object, record: {}, acting }));
    if ('error' in read) {
        throw new Error(
            `The default value of ${object.name}.${field.name} does not fit its field: ${read.error.message}`
        );
    }
    return read.value;
}

function joinNames(object: ObjectSchema, record: OrgRecord): OrgRecord {
    const joined = [...object.fields.values()].flatMap((field): [string, string][] =>
        field.joins
            ? [
                  [
                      field.name,
                      field.joins
                          .map((part) => record[part] ?? '')
                          .filter((part) => part !== '')
                          .join(' ')
                  ]
              ]
            : []
    );
    return joined.length > 0 ? { ...record, ...Object.fromEntries(joined) } : record;
}
