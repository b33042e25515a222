import type { Log } from '../log.ts';
import type { Forwardable } from '../journal/journal.ts';
import type { BatchOutcome } from '../salesforce/salesforceCalls.ts';
import { LARGEST_BATCH } from '../salesforce/salesforceCalls.ts';
import { backoff } from './backoff.ts';
import type { BackoffSettings } from './backoff.ts';
import { deliver } from './delivery.ts';
import type { DeliveryOptions } from './delivery.ts';
import { paceFor } from './pace.ts';
import { createRowTroubles } from './rowTroubles.ts';
import { errorText } from '../systemError.ts';

export interface ForwarderSettings {
    /** Milliseconds that a push may wait for others to fill its batch. */
    readonly flushAfter: number;
    /** Milliseconds after which the calls of a gateway that died are somebody else's. */
    readonly lease: number;
    /** Milliseconds that bringing one batch to Salesforce may take, logins included. Far shorter than the lease. */
    readonly longestRequest: number;
    /** Pauses while Salesforce takes nothing at all. */
    readonly outageBackoff: BackoffSettings;
}

export interface ForwarderOptions extends DeliveryOptions {
    readonly journal: Forwardable;
    readonly settings: ForwarderSettings;
    readonly log: Log;
}

/** Why calls are not forwarded at full speed; empty while all is well. */
export interface ForwarderState {
    readonly troubles: readonly string[];
}

export interface Forwarder {
    /**
     * Sends at most one batch, if one is ready and no pause is on. Returns the milliseconds after which the next step makes
     * sense; 0 means at once.
     */
    step(): Promise<number>;
    /** As `step`, but without waiting for a batch to fill. Undefined when nothing is left to send. */
    flush(): Promise<number | undefined>;
    /** Gives up the request that is on its way; its calls are sent again by whoever claims them next. */
    abandon(): void;
    state(): ForwarderState;
}

/** How often an idle forwarder looks, per `flushAfter`: a push waits at most that much longer. */
const LOOKS = 4;

/** Moves pushes from the journal to Salesforce, a batch a step. Never throws; the journal keeps what could not be sent. */
export function createForwarder(options: ForwarderOptions): Forwarder {
    const { journal, settings, now, random, log } = options;
    let failures = 0;
    let resumeAt = 0;
    let outage: string | undefined;
    let slowness: string | undefined;
    let batchSize = LARGEST_BATCH;
    const rowTroubles = createRowTroubles(log, now, 2 * options.rules.misconfiguredAfter);
    const abandoned = new AbortController();

    function trouble(reason: string, retryAfterSeconds = 0): void {
        failures += 1;
        const pause = Math.max(retryAfterSeconds * 1000, backoff(failures, settings.outageBackoff, random));
        resumeAt = Math.max(resumeAt, now() + pause);
        if (outage !== reason) {
            log({ level: 'error', event: 'calls are not forwarded', reason });
        }
        outage = reason;
    }

    function recovered(): void {
        if (outage !== undefined) {
            log({ level: 'info', event: 'calls are forwarded again', failures });
        }
        failures = 0;
        outage = undefined;
    }

    function keepPace(answer: BatchOutcome): void {
        const { between, notice } = paceFor(answer.usage);
        resumeAt = Math.max(resumeAt, now() + between);
        if (notice !== undefined && slowness === undefined) {
            log({ level: 'warn', event: 'forwarding slowed down', reason: notice });
        }
        slowness = answer.usage === undefined ? slowness : notice;
    }

    // What is too much for Salesforce in one go may be enough in two.
    function fitBatch(answer: BatchOutcome): void {
        const timedOut = answer.outcome === 'unavailable' && answer.timedOut === true;
        if (timedOut) {
            batchSize = Math.max(1, Math.floor(batchSize / 2));
        } else if (answer.outcome === 'answered') {
            batchSize = Math.min(LARGEST_BATCH, batchSize * 2);
        }
    }

    function judge(answer: BatchOutcome): void {
        keepPace(answer);
        fitBatch(answer);
        if (answer.outcome === 'answered' || answer.outcome === 'unreadable') {
            recovered();
        } else {
            trouble(answer.reason, answer.outcome === 'unavailable' ? answer.retryAfterSeconds : undefined);
        }
    }

    async function advance(partialBefore: number): Promise<number | undefined> {
        const pause = resumeAt - now();
        if (pause > 0) {
            return pause;
        }
        try {
            const leaseUntil = now() + settings.lease;
            const claimed = await journal.claim({ limit: batchSize, now: now(), leaseUntil, partialBefore });
            if (claimed.length === 0) {
                return undefined;
            }
            const limits = { lastRequestAt: leaseUntil - settings.longestRequest, ended: abandoned.signal };
            const { settlements, answer, rows } = await deliver(claimed, options, limits);
            await journal.settle(settlements, now());
            rowTroubles.note(rows);
            if (answer !== undefined) {
                judge(answer);
            }
        } catch (error) {
            trouble(`The journal does not work: ${errorText(error)}`);
        }
        return Math.max(0, resumeAt - now());
    }

    // One batch at a time: two on their way could pass each other.
    let last: Promise<number | undefined> = Promise.resolve(0);
    function inTurn(partialBefore: () => number): Promise<number | undefined> {
        last = last.then(() => advance(partialBefore()));
        return last;
    }

    return {
        step: async () => (await inTurn(() => now() - settings.flushAfter)) ?? settings.flushAfter / LOOKS,
        flush: () => inTurn(() => Number.MAX_SAFE_INTEGER),
        abandon: () => abandoned.abort(),
        state: () => ({ troubles: [outage, slowness, rowTroubles.current()].filter((text) => text !== undefined) })
    };
}
