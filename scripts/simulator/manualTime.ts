import type { Timers } from './timers.ts';

export interface ManualTime {
    readonly clock: () => Date;
    readonly timers: Timers;
    /** Lets time pass, running what comes due in order. */
    pass(milliseconds: number): void;
}

/** Time that stands still until a test moves it. */
export function createManualTime(start: string): ManualTime {
    let now = Date.parse(start);
    const due = new Set<{ at: number; work: () => void }>();

    function next(until: number): { at: number; work: () => void } | undefined {
        return [...due].filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0];
    }

    return {
        clock: () => new Date(now),
        timers: {
            after(milliseconds, work) {
                const entry = { at: now + milliseconds, work };
                due.add(entry);
                return () => due.delete(entry);
            }
        },
        pass(milliseconds) {
            const until = now + milliseconds;
            for (let entry = next(until); entry !== undefined; entry = next(until)) {
                due.delete(entry);
                now = entry.at;
                entry.work();
            }
            now = until;
        }
    };
}
