import type { Log } from '../log.ts';
import type { RowOutcome } from '../salesforce/rowOutcome.ts';

export interface RowTroubles {
    /** Takes note of what became of calls, by reference, and logs what an administrator has to do something about. */
    note(outcomes: ReadonlyMap<string, RowOutcome>): void;
    /** In words, while calls wait for settings of the org to change. */
    current(): string | undefined;
}

/** Calls that are remembered; more of them change nothing about what has to be done. */
const MOST_REMEMBERED = 10_000;

interface Waiting {
    readonly code: string;
    readonly until: number;
}

/**
 * Remembers which calls Salesforce refuses until its settings change, until they go in or another gateway has had the
 * time to bring them in.
 * @param forgetAfter milliseconds, longer than such a call waits for its next attempt
 */
export function createRowTroubles(log: Log, now: () => number, forgetAfter: number): RowTroubles {
    const waiting = new Map<string, Waiting>();

    function remember(reference: string, outcome: RowOutcome): void {
        waiting.delete(reference);
        if (outcome.outcome === 'misconfigured' && waiting.size < MOST_REMEMBERED) {
            waiting.set(reference, { code: outcome.code, until: now() + forgetAfter });
        }
    }

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
