import type { Log } from '../log.ts';
import type { Forwardable } from '../journal/journal.ts';
import type { ApiUsage } from '../salesforce/apiUsage.ts';
import { LARGEST_BATCH } from '../salesforce/salesforceCalls.ts';
import { backoff } from './backoff.ts';
import type { BackoffSettings } from './backoff.ts';
import { createBatchSize } from './batchSize.ts';
import { deliver } from './delivery.ts';
import type { Delivery, Trouble } from './delivery.ts';
import { understood } from './upsertRequest.ts';
import type { DeliveryOptions } from './upsertRequest.ts';
import { paceFor } from './pace.ts';
import { createSettingsWaits } from './settingsWaits.ts';
import { createSuspects } from './suspects.ts';
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
    /** Milliseconds since 1970, for people to read. */
    readonly clock: () => number;
    readonly log: Log;
}

export interface ForwarderState {
    /** What the org said last of its allowance; undefined while nothing was sent. */
    readonly usage?: ApiUsage;
    /** Milliseconds since 1970: when the org last stored a call; left out before that. */
    readonly lastForwardAt?: number;
    /** Why calls are not forwarded at full speed; empty while all is well. */
    readonly troubles: readonly string[];
    /** Milliseconds since 1970; left out while calls are forwarded. */
    readonly pausedUntil?: number;
    /** Values that did not fit their extra field, since the start. */
    readonly unfitValues?: number;
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

/** Bytes of pushes that one step holds in memory, whatever waits. */
const BYTES_A_STEP = 8 * 1024 ** 2;

/** Moves pushes from the journal to Salesforce, a batch a step. Never throws; the journal keeps what could not be sent. */
export function createForwarder(options: ForwarderOptions): Forwarder {
    const { journal, settings, now, clock, random, log, extras } = options;
    let failures = 0;
    let resumeAt = 0;
    let pausedUntil = 0;
    let outage: string | undefined;
    let slowness: string | undefined;
    let lastUsage: ApiUsage | undefined;
    let lastForwardAt: number | undefined;
    const batchSize = createBatchSize(LARGEST_BATCH);
    const settingsWaits = createSettingsWaits(log, now, options.rules.misconfiguredAfter);
    const memory = { suspects: createSuspects(settings.outageBackoff, random), settingsWaits };
    const abandoned = new AbortController();

    function rest(milliseconds: number): void {
        if (now() + milliseconds > resumeAt) {
            resumeAt = now() + milliseconds;
            pausedUntil = clock() + milliseconds;
        }
    }

    function pause({ reason, retryAfterSeconds = 0, isKnown }: Trouble): void {
        failures = isKnown ? Math.max(failures, 1) : failures + 1;
        rest(Math.max(retryAfterSeconds * 1000, backoff(failures, settings.outageBackoff, random)));
        if (reason !== undefined && outage !== reason) {
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

    function keepPace(usage: ApiUsage | undefined): void {
        const { between, notice } = paceFor(usage);
        rest(between);
        if (notice !== undefined && slowness === undefined) {
            log({ level: 'warn', event: 'forwarding slowed down', reason: notice });
        }
        slowness = usage === undefined ? slowness : notice;
        lastUsage = usage ?? lastUsage;
    }

    function judge({ settlements, usage, worked, trouble, wentWell, tooMuch, foundCulprit }: Delivery): void {
        keepPace(usage);
        if (settlements.some(({ outcome }) => outcome === 'settled')) {
            lastForwardAt = clock();
        }
        if (foundCulprit) {
            batchSize.forget();
        }
        if (tooMuch !== undefined) {
            batchSize.wasTooMuch(tooMuch);
        }
        batchSize.wentWell(wentWell);
        if (worked) {
            recovered();
        }
        if (trouble !== undefined) {
            pause(trouble);
        }
    }

    async function advance(partialAfter: number): Promise<number | undefined> {
        const left = resumeAt - now();
        if (left > 0) {
            return left;
        }
        const isTroubled = outage !== undefined || settingsWaits.current() !== undefined;
        const unknown = await extras.check(isTroubled, abandoned.signal);
        if (unknown !== undefined) {
            pause({ reason: unknown, isKnown: false });
            return Math.max(0, resumeAt - now());
        }
        try {
            const { lease, longestRequest } = settings;
            const lastRequestAt = now() + lease - longestRequest;
            const limit = batchSize.current();
            const claimed = await journal.claim({ limit, mostBytes: BYTES_A_STEP, lease, partialAfter });
            if (claimed.length === 0) {
                // Another gateway may have sent what this one could not.
                outage = undefined;
                return undefined;
            }
            const limits = { lastRequestAt, ended: abandoned.signal, isCareful: failures > 0 };
            const calls = understood(claimed, options);
            extras.keptAside(
                calls.sendable.flatMap(({ claimed: { attempts }, unfit }) => (attempts === 0 ? unfit : []))
            );
            const news = calls.sendable.flatMap((call) => call.news ?? []);
            const delivery = await deliver(calls, options, memory, limits);
            if (news.length > 0) {
                await journal.noteAgents(news);
            }
            await journal.settle(delivery.settlements);
            judge(delivery);
        } catch (error) {
            pause({ reason: `The journal does not work: ${errorText(error)}`, isKnown: false });
        }
        return Math.max(0, resumeAt - now());
    }

    // One batch at a time: two on their way could pass each other.
    let last: Promise<number | undefined> = Promise.resolve(0);
    function inTurn(partialAfter: number): Promise<number | undefined> {
        last = last.then(() => advance(partialAfter));
        return last;
    }

    return {
        step: async () => (await inTurn(settings.flushAfter)) ?? settings.flushAfter / LOOKS,
        flush: () => inTurn(0),
        abandon: () => abandoned.abort(),
        state: () => ({
            troubles: [outage, slowness, settingsWaits.current(), ...extras.problems()].filter(
                (text) => text !== undefined
            ),
            unfitValues: extras.unfit(),
            ...(lastUsage && { usage: lastUsage }),
            ...(lastForwardAt !== undefined && { lastForwardAt }),
            ...(resumeAt > now() && { pausedUntil })
        })
    };
}
