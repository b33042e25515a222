import { mayBeOwedToOthers } from '../salesforce/rowOutcome.ts';
import type { RowOutcome } from '../salesforce/rowOutcome.ts';
import type { Sendable } from './upsertRequest.ts';

/** What Salesforce said of one call of a request. */
export interface Result {
    readonly call: Sendable;
    readonly row: RowOutcome;
}

/**
 * Tells what each call has to answer for itself from what most of a request were refused for, and may be owed to how many
 * they are.
 */
export function sorted(results: readonly Result[]): {
    readonly own: readonly Result[];
    readonly shared: readonly Result[];
} {
    const shared = results.length > 1 ? results.filter(({ row }) => mayBeOwedToOthers(row)) : [];
    return shared.length * 2 > results.length
        ? { own: results.filter((result) => !shared.includes(result)), shared }
        : { own: results, shared: [] };
}

/** One of them, or none of none. The one that has waited longest may be the one to blame, and would be met each time. */
export function byChance<Call>(part: readonly Call[], random: () => number): readonly Call[] {
    const place = Math.min(part.length - 1, Math.floor(random() * part.length));
    return part.slice(place, place + 1);
}
