import type { ActingUser, FieldValues, RecordError, SaveResult } from '../../records.ts';
import type { ObjectSchema, OrgSchema } from '../../../metadata/objects/schema.ts';
import { findField, findRelationship } from '../../../metadata/objects/schema.ts';
import { recordError } from '../../store/saveErrors.ts';
import type { Store } from '../../store/store.ts';
import { ApiError } from '../apiError.ts';
import type { JsonObject } from '../requestBody.ts';
import { parseFieldValues } from '../requestBody.ts';

export type IngestOperation = 'insert' | 'update' | 'upsert' | 'delete';

export interface IngestTarget {
    readonly schema: OrgSchema;
    readonly store: Store;
    readonly object: ObjectSchema;
    readonly operation: IngestOperation;
    /** Key of an upsert. */
    readonly externalIdFieldName: string | undefined;
    readonly acting: ActingUser;
}

/** What the API writes for "empty this field"; an empty cell leaves the field alone. */
const EMPTY_THE_FIELD = '#N/A';

/** The column that no row can do without; undefined for an insert. */
function keyColumn({ operation, externalIdFieldName }: IngestTarget): string | undefined {
    if (operation === 'insert') {
        return undefined;
    }
    return operation === 'upsert' ? (externalIdFieldName ?? 'Id') : 'Id';
}

/** The first column that fits no field of the object, or the key that is missing among the columns. */
export function unknownColumn(target: IngestTarget, header: readonly string[]): string | undefined {
    const key = keyColumn(target)?.toLowerCase();
    if (key !== undefined && !header.some((column) => column.toLowerCase() === key)) {
        return keyColumn(target);
    }
    return header.find((column) => {
        const [relationship, parentKey] = column.split('.');
        return parentKey === undefined
            ? !findField(target.object, column)
            : !findRelationship(target.object, relationship ?? '');
    });
}

/** Saves up to 200 rows together, as the platform does; one result each, in order. */
export function saveRows(target: IngestTarget, header: readonly string[], rows: readonly string[][]): SaveResult[] {
    const read = rows.map((row) => readRow(target, header, row));
    const good = read.flatMap((row, index) => ('values' in row ? [{ index, values: row.values }] : []));
    const saved = save(
        target,
        good.map(({ values }) => values)
    );
    const results = new Map(good.map(({ index }, place) => [index, saved[place]]));
    return read.map((row, index) => ('error' in row ? refused(row.error) : (results.get(index) ?? refused(lost))));
}

const lost = recordError('UNKNOWN_EXCEPTION', 'The row was neither saved nor refused');

function refused(error: RecordError): SaveResult {
    return { success: false, errors: [error] };
}

function save(
    { store, object, operation, externalIdFieldName, acting }: IngestTarget,
    rows: FieldValues[]
): SaveResult[] {
    switch (operation) {
        case 'insert':
            return store.create(object.name, rows, acting);
        case 'upsert':
            return store.upsert(object.name, externalIdFieldName ?? 'Id', rows, acting);
        case 'update':
            return store.update(object.name, rows.map(withId), acting);
        case 'delete':
            return store.delete(
                object.name,
                rows.map((row) => withId(row).id),
                acting
            );
    }
}

function withId(row: FieldValues): { id: string; values: FieldValues } {
    const entries = Object.entries(row);
    const id = entries.find(([name]) => name.toLowerCase() === 'id')?.[1];
    return {
        id: String(id ?? ''),
        values: Object.fromEntries(entries.filter(([name]) => name.toLowerCase() !== 'id'))
    };
}

function readRow(
    { schema, store, object }: IngestTarget,
    header: readonly string[],
    row: readonly string[]
): { values: FieldValues } | { error: RecordError } {
    const body: JsonObject = {};
    for (const [place, column] of header.entries()) {
        const text = row[place] ?? '';
        if (text !== '') {
            const [name = column, parentKey] = column.split('.');
            const value = text === EMPTY_THE_FIELD ? null : text;
            body[name] = parentKey === undefined ? value : { [parentKey]: value };
        }
    }
    try {
        return { values: parseFieldValues(schema, store, object, body) };
    } catch (error) {
        const [entry] = error instanceof ApiError ? error.entries : [];
        if (entry === undefined) {
            throw error;
        }
        return { error: recordError(entry.errorCode, entry.message, entry.fields) };
    }
}
