import type { FieldKind } from '../../metadata/objects/fieldKind.ts';
import { isLongText, kindOf } from '../../metadata/objects/fieldKind.ts';
import type { FieldSchema } from '../../metadata/objects/schema.ts';
import type { FieldValue, RecordError } from '../records.ts';
import { badEmail, badPicklistValue, malformedId, outOfRange, tooLong, wrongType } from './saveErrors.ts';
import { toLongId } from './recordIds.ts';

export type ReadValue = { readonly value: FieldValue } | { readonly error: RecordError };

/**
 * Turns what a client or a flow wrote into what the field stores: blank text becomes null, ids get 18 characters,
 * date-times become UTC with whole seconds, numbers are rounded to the field's scale.
 */
export function readFieldValue(field: FieldSchema, written: FieldValue): ReadValue {
    const kind = kindOf(field);
    return written === null ? { value: kind === 'checkbox' ? false : null } : readers[kind](field, written);
}

type Written = string | number | boolean;

const readers: Readonly<Record<FieldKind, (field: FieldSchema, written: Written) => ReadValue>> = {
    text: readText,
    number: readNumber,
    checkbox: readCheckbox,
    date: readDate,
    datetime: readDateTime,
    id: readId
};

function readCheckbox(field: FieldSchema, written: Written): ReadValue {
    if (typeof written === 'boolean') {
        return { value: written };
    }
    const spelled = String(written).toLowerCase();
    return spelled === 'true' || spelled === 'false'
        ? { value: spelled === 'true' }
        : { error: wrongType(field, written) };
}

function readNumber(field: FieldSchema, written: Written): ReadValue {
    if (written === '') {
        return { value: null };
    }
    const number = typeof written === 'boolean' ? Number.NaN : Number(written);
    if (!Number.isFinite(number)) {
        return { error: wrongType(field, written) };
    }
    const scale = field.scale ?? 0;
    const limit = 10 ** ((field.precision ?? 18) - scale);
    if (Math.abs(number) >= limit) {
        return { error: outOfRange(field, number) };
    }
    const rounded = roundHalfUp(number, scale);
    return Math.abs(rounded) < limit ? { value: rounded } : { error: outOfRange(field, number) };
}

function roundHalfUp(number: number, scale: number): number {
    // The exponent notation shifts the decimal point without the error that a multiplication brings.
    const shifted = Math.round(Number(`${Math.abs(number)}e${scale}`));
    return Math.sign(number) * Number(`${shifted}e-${scale}`) || 0;
}

function readDate(field: FieldSchema, written: Written): ReadValue {
    if (written === '') {
        return { value: null };
    }
    const day = /^\d{4}-\d{2}-\d{2}$/.test(String(written)) ? new Date(`${written}T00:00:00Z`) : undefined;
    const valid = day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(String(written));
    return valid ? { value: String(written) } : { error: wrongType(field, written) };
}

const dateTimePattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})$/;

function readDateTime(field: FieldSchema, written: Written): ReadValue {
    if (written === '') {
        return { value: null };
    }
    const [, date, time, zone] = dateTimePattern.exec(String(written)) ?? [];
    if (date === undefined || time === undefined || zone === undefined) {
        return { error: wrongType(field, written) };
    }
    const offset = zone === 'Z' ? zone : zone.replace(/(\d{2}):?(\d{2})$/, '$1:$2');
    const instant = new Date(`${date}T${time}${offset}`);
    return Number.isNaN(instant.getTime()) ? { error: wrongType(field, written) } : { value: instant.toISOString() };
}

function readId(field: FieldSchema, written: Written): ReadValue {
    if (written === '') {
        return { value: null };
    }
    const id = toLongId(String(written));
    return id === undefined ? { error: malformedId(field, String(written)) } : { value: id };
}

function readText(field: FieldSchema, written: Written): ReadValue {
    if (typeof written !== 'string') {
        return { error: wrongType(field, written) };
    }
    const multiline = isLongText(field) || field.type === 'TextArea';
    const value = multiline ? written.trimEnd() : written.trim();
    if (value === '') {
        return { value: null };
    }
    const error = textProblem(field, value);
    return error ? { error } : { value };
}

function textProblem(field: FieldSchema, value: string): RecordError | undefined {
    if (field.length !== undefined && value.length > field.length) {
        return tooLong(field, value);
    }
    if (field.type === 'Email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) {
        return badEmail(field, value);
    }
    const unknown = field.picklist?.restricted ? unknownPicklistValue(field, value) : undefined;
    return unknown === undefined ? undefined : badPicklistValue(field, unknown);
}

function unknownPicklistValue(field: FieldSchema, value: string): string | undefined {
    const chosen = field.type === 'MultiselectPicklist' ? value.split(';') : [value];
    return chosen.find((choice) => !field.picklist?.values.some((known) => known.value === choice));
}
