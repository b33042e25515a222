import type { Log } from '../log.ts';
import { errorText } from '../systemError.ts';
import type { Journal } from './journal.ts';

export interface RetentionSettings {
    /** Milliseconds that settled pushes are kept. */
    readonly keep: number;
    /** Settled pushes are removed earlier while the journal holds more than this. */
    readonly mostBytes: number;
}

const EVERY = 60_000;
const STEP = 1000;
/** What is not settled must still find room when the settled pushes have all but filled the journal. */
const SHARE_FOR_SETTLED = 0.5;

/** Removes what need not be kept, once. Steps are short, and pushes are stored in between. */
export async function pruneAll(journal: Journal, settings: RetentionSettings, now: number): Promise<number> {
    const before = now - settings.keep;
    const mostBytes = settings.mostBytes * SHARE_FOR_SETTLED;
    const retention = { now, settledBefore: before, quarantinedBefore: before, mostBytes, step: STEP };
    let removed = 0;
    for (let step = await journal.prune(retention); step > 0; step = await journal.prune(retention)) {
        removed += step;
    }
    return removed;
}

/** Prunes every minute until the returned function is called. */
export function startPruning(journal: Journal, settings: RetentionSettings, log: Log): () => void {
    const timer = setInterval(() => {
        pruneAll(journal, settings, Date.now()).catch((error: unknown) =>
            log({ level: 'error', event: 'journal not pruned', reason: errorText(error) })
        );
    }, EVERY);
    timer.unref();
    return () => clearInterval(timer);
}
