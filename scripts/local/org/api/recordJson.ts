import type { FieldValue, OrgRecord } from '../records.ts';
import type { FieldSchema, ObjectSchema } from '../../metadata/objects/schema.ts';
import { API_ROOT } from './context.ts';

/** A record as the REST API sends it: `attributes` first, date-times with a `+0000` zone. */
export function toRestRecord(
    object: ObjectSchema,
    record: OrgRecord,
    fields: readonly FieldSchema[]
): Record<string, unknown> {
    const values = fields.map((field): [string, FieldValue] => [
        field.name,
        restValue(field, record[field.name] ?? null)
    ]);
    return { attributes: attributesOf(object, String(record['Id'])), ...Object.fromEntries(values) };
}

export function attributesOf(object: ObjectSchema, id: string): { type: string; url: string } {
    return { type: object.name, url: `${API_ROOT}/sobjects/${object.name}/${id}` };
}

export function restValue(field: FieldSchema, value: FieldValue): FieldValue {
    return field.type === 'DateTime' && typeof value === 'string' ? value.replace(/Z$/, '+0000') : value;
}
