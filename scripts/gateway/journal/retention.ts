import type { Log } from '../log.ts';
import { errorText } from '../systemError.ts';
import { JournalFull } from './journal.ts';
import type { Journal } from './journal.ts';

export interface RetentionSettings {
    /** Milliseconds that settled pushes are kept. */
    readonly keep: number;
    /** Milliseconds that dead letters are kept. */
    readonly keepDead: number;
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
    const deadBefore = now - settings.keepDead;
    const retention = { now, settledBefore: before, quarantinedBefore: before, deadBefore, mostBytes, step: STEP };
    let removed = 0;
    for (let step = await journal.prune(retention); step > 0; step = await journal.prune(retention)) {
        removed += step;
    }
    return removed;
}

export interface Pruning {
    /** Prunes now, unless that is under way. Never rejects. */
    prune(): Promise<void>;
    stop(): void;
}

/** Prunes at once, and every minute from then on until it is stopped. */
export function startPruning(journal: Journal, settings: RetentionSettings, log: Log): Pruning {
    let running: Promise<void> | undefined;
    const prune = (): Promise<void> => {
        running ??= pruneAll(journal, settings, Date.now())
            .then(
                (removed) => {
                    if (removed > 0) {
                        log({ level: 'info', event: 'journal pruned', removed });
                    }
                },
                (error: unknown) => log({ level: 'error', event: 'journal not pruned', reason: errorText(error) })
            )
            .finally(() => (running = undefined));
        return running;
    };
    const timer = setInterval(() => void prune(), EVERY);
    timer.unref();
    void prune();
    return { prune, stop: () => clearInterval(timer) };
}

/** The journal that makes room as soon as it has none, instead of a minute later. */
export function pruningWhenFull(journal: Journal, prune: () => Promise<void>): Journal {
    return {
        ...journal,
        async append(pushes) {
            try {
                await journal.append(pushes);
            } catch (error) {
                if (error instanceof JournalFull) {
                    void prune();
                }
                throw error;
            }
        }
    };
}
