import { backoff } from './backoff.ts';
import type { BackoffSettings } from './backoff.ts';

export interface Suspects {
    has(reference: string): boolean;
    /** A request with this call alone failed. Returns whether calls of others have gone in since it last did. */
    failedAlone(reference: string): boolean;
    /** Milliseconds that the call is to wait for its next attempt. */
    pause(reference: string): number;
    /** Other calls went in, so Salesforce works. */
    othersWentIn(): void;
    wentIn(reference: string): void;
}

/** More than these would be no matter of single calls. */
const MOST = 1000;

interface Suspicion {
    readonly failures: number;
    /** How often others had gone in when it failed. */
    readonly before: number;
}

/**
 * Remembers the calls that failed alone, each of which may be the reason why whole requests fail. They are no longer sent
 * together with others; whether Salesforce or the call is to blame shows when others go in.
 */
export function createSuspects(settings: BackoffSettings, random: () => number): Suspects {
    const suspicions = new Map<string, Suspicion>();
    let wentIn = 0;

    return {
        has: (reference) => suspicions.has(reference),
        failedAlone(reference) {
            const known = suspicions.get(reference);
            suspicions.delete(reference);
            suspicions.set(reference, { failures: (known?.failures ?? 0) + 1, before: wentIn });
            const [oldest] = suspicions.keys();
            if (suspicions.size > MOST && oldest !== undefined) {
                suspicions.delete(oldest);
            }
            return known !== undefined && known.before < wentIn;
        },
        pause: (reference) => backoff(suspicions.get(reference)?.failures ?? 1, settings, random),
        othersWentIn() {
            wentIn += 1;
        },
        wentIn: (reference) => void suspicions.delete(reference)
    };
}
