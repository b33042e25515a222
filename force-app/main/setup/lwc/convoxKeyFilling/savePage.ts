import type { KeyedObject } from './unkeyedQuery.ts';

/** A row that the org does not save, in the platform's words: a rule of the org's own, or a lock. */
export interface Refusal {
    readonly id: string;
    readonly reason: string;
}

/** Saves rows together, in one transaction. @returns why they were not saved; '' when they were */
export type SaveRows = (object: KeyedObject, ids: readonly string[]) => Promise<string>;

/**
 * Saves rows, and finds by halves the ones that keep the others from being saved. What is too much for one transaction
 * gets through in halves as well.
 */
export async function savePage(object: KeyedObject, ids: readonly string[], save: SaveRows): Promise<Refusal[]> {
    const [first] = ids;
    if (first === undefined) {
        return [];
    }
    const reason = await save(object, ids);
    if (reason === '') {
        return [];
    }
    if (ids.length === 1) {
        return [{ id: first, reason }];
    }
    const middle = Math.ceil(ids.length / 2);
    return [
        ...(await savePage(object, ids.slice(0, middle), save)),
        ...(await savePage(object, ids.slice(middle), save))
    ];
}
