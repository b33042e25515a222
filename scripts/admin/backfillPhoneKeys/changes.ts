import { phoneKey } from '#contract';
import type { KeyedObject } from './keyFields.ts';

/** A row as it was queried: id, numbers and keys. */
export type NumberRow = Readonly<Record<string, string | null>>;

/** The keys that a row lacks or has wrong, with its id; undefined when nothing is to be done. */
export function changeOf(row: NumberRow, { keys }: KeyedObject): Record<string, string | null> | undefined {
    const wrong = keys.flatMap(({ number, key }): [string, string | null][] => {
        const right = phoneKey(row[number] ?? '');
        return right === (row[key] ?? '') ? [] : [[key, right === '' ? null : right]];
    });
    return wrong.length === 0 ? undefined : { Id: row['Id'] ?? '', ...Object.fromEntries(wrong) };
}

/** Rows that have a number or a key, behind a row. Ids sort as they were given out, so that a run can go on from any. */
export function pageQuery(target: KeyedObject, afterId: string, limit: number): string {
    const fields = ['Id', ...target.keys.flatMap(({ number, key }) => [number, key])];
    return `SELECT ${fields.join(', ')} FROM ${target.object} WHERE ${conditions(target, afterId)} ORDER BY Id LIMIT ${limit}`;
}

export function countQuery(target: KeyedObject, afterId: string): string {
    return `SELECT COUNT() FROM ${target.object} WHERE ${conditions(target, afterId)}`;
}

function conditions({ keys, only }: KeyedObject, afterId: string): string {
    const any = keys.flatMap(({ number, key }) => [`${number} != null`, `${key} != null`]).join(' OR ');
    return [`(${any})`, only, afterId === '' ? undefined : `Id > '${afterId}'`]
        .filter((part) => part !== undefined)
        .join(' AND ');
}
