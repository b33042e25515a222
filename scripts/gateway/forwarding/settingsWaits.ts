import type { Log } from '../log.ts';
import type { RowOutcome } from '../salesforce/rowOutcome.ts';

/** What becomes of calls that were refused until the org's settings change. */
export interface Sorted<Call> {
    /** To be sent now. */
    readonly now: readonly Call[];
    /** To be sent if one that `now` holds for them goes in. */
    readonly after: readonly Call[];
    /** Not to be sent for some milliseconds. */
    readonly later: readonly Call[];
}

export interface SettingsWaits {
    /** Takes note of what became of calls, by reference, and logs what an administrator has to do something about. */
    note(outcomes: ReadonlyMap<string, RowOutcome>): void;
    /** A few calls go first for all that wait for the same; nobody is served by asking for each of thousands. */
    sort<Call>(calls: readonly Call[], referenceOf: (call: Call) => string): Sorted<Call>;
    /** Whether Salesforce still refuses what the call waits for. */
    isShut(reference: string): boolean;
    /** Milliseconds until it is worth trying again. */
    pause(reference: string): number;
    /** In words, while calls wait for settings of the org to change. */
    current(): string | undefined;
}

/** Calls that are remembered; those beyond are tried each on its own. */
const MOST_REMEMBERED = 100_000;

/** Calls that try for the others: one code may have several causes, of which one is gone. */
const FIRST_ONES = 10;

interface Waiting {
    readonly code: string;
    readonly key: string;
    readonly until: number;
}

/**
 * Remembers which calls Salesforce refuses until its settings change, until they go in or another gateway has had the
 * time to bring them in.
 * @param now milliseconds of a clock that is not set back
 * @param retryAfter milliseconds until such a call is tried again
 */
export function createSettingsWaits(log: Log, now: () => number, retryAfter: number): SettingsWaits {
    const waiting = new Map<string, Waiting>();
    /** Until when nobody tries, by code and fields. */
    const shutUntil = new Map<string, number>();

    function remember(reference: string, outcome: RowOutcome): void {
        waiting.delete(reference);
        if (outcome.outcome === 'misconfigured') {
            const key = [outcome.code, ...outcome.fields].join(' ');
            if ((shutUntil.get(key) ?? 0) <= now()) {
                shutUntil.set(key, now() + retryAfter);
            }
            if (waiting.size < MOST_REMEMBERED) {
                waiting.set(reference, { code: outcome.code, key, until: now() + 2 * retryAfter });
            }
        }
    }

    const isShut = (reference: string): boolean => {
        const key = waiting.get(reference)?.key;
        return key !== undefined && (shutUntil.get(key) ?? 0) > now();
    };

    return {
        note(outcomes) {
            const counts = new Map<string, { event: string; code: string; fields: readonly string[]; calls: number }>();
            for (const [reference, row] of outcomes) {
                remember(reference, row);
                if (row.outcome === 'refused' || row.outcome === 'misconfigured') {
                    const { outcome, code, fields } = row;
                    const key = [outcome, code, ...fields].join(' ');
                    const event = `calls ${outcome} by Salesforce`;
                    counts.set(key, { event, code, fields, calls: (counts.get(key)?.calls ?? 0) + 1 });
                }
            }
            counts.forEach((entry) => log({ level: 'error', ...entry }));
        },
        sort(calls, referenceOf) {
            const tries = new Map<string, number>();
            const placeOf = (reference: string): keyof Sorted<unknown> => {
                const known = waiting.get(reference);
                if (known === undefined) {
                    return 'now';
                }
                const { key } = known;
                waiting.set(reference, { ...known, until: now() + 2 * retryAfter });
                const tried = tries.get(key) ?? 0;
                tries.set(key, tried + 1);
                return isShut(reference) ? 'later' : tried < FIRST_ONES ? 'now' : 'after';
            };
            const places = Map.groupBy(calls, (call) => placeOf(referenceOf(call)));
            return {
                now: places.get('now') ?? [],
                after: places.get('after') ?? [],
                later: places.get('later') ?? []
            };
        },
        isShut,
        pause: (reference) => Math.max(1, (shutUntil.get(waiting.get(reference)?.key ?? '') ?? 0) - now()),
        current() {
            for (const [reference, { until }] of waiting) {
                if (until < now()) {
                    waiting.delete(reference);
                }
            }
            const codes = [...new Set([...waiting.values()].map(({ code }) => code))];
            return codes.length === 0
                ? undefined
                : `Salesforce refuses calls until its settings change: ${codes.join(', ')}`;
        }
    };
}
