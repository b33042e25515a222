import type { FieldValue, FieldValues, SaveResult } from '../records.ts';
import type { FieldSchema } from '../../metadata/objects/schema.ts';
import { readFieldValue } from './fieldValues.ts';
import { toLongId } from './recordIds.ts';
import { badRecordId, recordError } from './saveErrors.ts';

/** What an upsert does with each row, by its place in the request. */
export interface UpsertPlan {
    readonly creates: readonly { readonly index: number; readonly values: FieldValues }[];
    readonly updates: readonly { readonly index: number; readonly id: string; readonly values: FieldValues }[];
    readonly refused: ReadonlyMap<number, SaveResult>;
}

/**
 * Sorts the rows of an upsert by whether their key is found.
 * Rows of one request that share a key are all refused, as Salesforce does.
 */
export function planUpsert(
    key: FieldSchema,
    rows: readonly FieldValues[],
    findIds: (value: FieldValue) => readonly string[]
): UpsertPlan {
    const keys = rows.map((row) => keyOf(key, row));
    const repeated = repeatedKeys(key, keys);
    const creates: { index: number; values: FieldValues }[] = [];
    const updates: { index: number; id: string; values: FieldValues }[] = [];
    const refused = new Map<number, SaveResult>();
    const refuse = (index: number, statusCode: string, message: string): void => {
        refused.set(index, { success: false, errors: [recordError(statusCode, message, [key.name])] });
    };
    rows.forEach((row, index) => {
        const value = keys[index] ?? null;
        if (value === null) {
            refuse(index, 'MISSING_ARGUMENT', `${key.name} not specified`);
            return;
        }
        if (repeated.has(spell(key, value))) {
            refuse(index, 'DUPLICATE_VALUE', `Duplicate external id specified: ${String(value)}`);
            return;
        }
        if (key.type === 'Id' && toLongId(String(value)) === undefined) {
            refused.set(index, { success: false, errors: [badRecordId(String(value))] });
            return;
        }
        const ids = findIds(value);
        const [id] = ids;
        if (ids.length > 1) {
            const message = `${key.label}: more than one record found for external id field: [${ids.join(', ')}]`;
            refuse(index, 'DUPLICATE_EXTERNAL_ID', message);
        } else if (id !== undefined) {
            updates.push({ index, id, values: withoutId(row) });
        } else if (key.type === 'Id') {
            refuse(index, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
        } else {
            creates.push({ index, values: row });
        }
    });
    return { creates, updates, refused };
}

function repeatedKeys(key: FieldSchema, values: readonly FieldValue[]): ReadonlySet<string> {
    const spelled = values.filter((value) => value !== null).map((value) => spell(key, value));
    return new Set(spelled.filter((value, index) => spelled.indexOf(value) !== index));
}

function spell(key: FieldSchema, value: FieldValue): string {
    return key.caseSensitive || key.type === 'Id' ? String(value) : String(value).toLowerCase();
}

function keyOf(key: FieldSchema, row: FieldValues): FieldValue {
    const name = Object.keys(row).find((candidate) => candidate.toLowerCase() === key.name.toLowerCase());
    const written = name === undefined ? null : (row[name] ?? null);
    const read = readFieldValue(key, written);
    return 'value' in read ? read.value : written;
}

function withoutId(row: FieldValues): FieldValues {
    return Object.fromEntries(Object.entries(row).filter(([name]) => name.toLowerCase() !== 'id'));
}
