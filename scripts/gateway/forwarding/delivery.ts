import type { ClaimedCall, Settlement } from '../journal/journal.ts';
import type { BatchOutcome, CallUpsert, SalesforceCalls } from '../salesforce/salesforceCalls.ts';
import type { ApiUsage } from '../salesforce/apiUsage.ts';
import type { RowOutcome } from '../salesforce/rowOutcome.ts';
import { mergePushes } from './mergedCall.ts';
import { deadLetterOf, givenBack, settlementOf } from './settlements.ts';
import type { SettlementRules } from './settlements.ts';

/** What one request to Salesforce came to. Durations in milliseconds. */
export interface RequestReport {
    readonly calls: number;
    readonly pushes: number;
    readonly took: number;
    readonly outcome: BatchOutcome['outcome'];
    readonly usage?: ApiUsage;
    /** How many calls of an answered request came to what. */
    readonly rows: Readonly<Record<RowOutcome['outcome'], number>>;
}

export interface DeliveryOptions {
    readonly calls: SalesforceCalls;
    readonly timeZone: string;
    readonly rules: SettlementRules;
    readonly now: () => number;
    readonly random: () => number;
    readonly requested: (report: RequestReport) => void;
}

/** How long a claim may be worked on. */
export interface DeliveryLimits {
    /** Instant, in milliseconds, after which no further request is begun: its calls may be somebody else's by its end. */
    readonly lastRequestAt: number;
    /** Gives up the request that is on its way. */
    readonly ended: AbortSignal;
}

export interface Delivery {
    readonly settlements: readonly Settlement[];
    /** The outcome that stands for all requests: the last one. Undefined when nothing could be sent. */
    readonly answer: BatchOutcome | undefined;
    /** What Salesforce said of single calls, by reference. */
    readonly rows: ReadonlyMap<string, RowOutcome>;
}

const NO_RESULT: RowOutcome = { outcome: 'retry', code: 'NO_RESULT' };

interface Sendable {
    readonly claimed: ClaimedCall;
    readonly upsert: CallUpsert;
}

/** Sends claimed calls in one request, and says what is to become of each. */
export async function deliver(
    claimed: readonly ClaimedCall[],
    options: DeliveryOptions,
    limits: DeliveryLimits
): Promise<Delivery> {
    const settlements: Settlement[] = [];
    const sendable: Sendable[] = [];
    for (const call of claimed) {
        const merged = mergePushes(call.reference, call.pushes, options.timeZone);
        if (merged.ok) {
            sendable.push({ claimed: call, upsert: merged.call });
        } else {
            settlements.push(deadLetterOf(call, `Not understood: ${merged.problems.join(', ')}`));
        }
    }
    if (sendable.length === 0) {
        return { settlements, answer: undefined, rows: new Map() };
    }
    const sent = await send(sendable, options, limits);
    return { ...sent, settlements: [...settlements, ...sent.settlements] };
}

async function send(batch: readonly Sendable[], options: DeliveryOptions, limits: DeliveryLimits): Promise<Delivery> {
    const { calls, rules, now, random } = options;
    const started = now();
    const answer = await calls.upsert(
        batch.map(({ upsert }) => upsert),
        limits.ended
    );
    options.requested({
        calls: batch.length,
        pushes: batch.reduce((sum, { claimed }) => sum + claimed.pushes.length, 0),
        took: now() - started,
        outcome: answer.outcome,
        ...(answer.usage === undefined ? {} : { usage: answer.usage }),
        rows: countRows(answer)
    });
    switch (answer.outcome) {
        case 'answered': {
            const rows = batch.map((_, index) => answer.rows[index] ?? NO_RESULT);
            return {
                answer,
                settlements: batch.map(({ claimed }, index) =>
                    settlementOf(claimed, rows[index] ?? NO_RESULT, rules, now(), random)
                ),
                rows: new Map(batch.map(({ upsert }, index) => [upsert.reference, rows[index] ?? NO_RESULT]))
            };
        }
        case 'unreadable':
            return batch.length === 1
                ? withoutRows(
                      answer,
                      batch.map(({ claimed }) => deadLetterOf(claimed, answer.reason))
                  )
                : sendHalves(batch, options, limits);
        case 'unavailable':
        case 'misconfigured':
            return withoutRows(
                answer,
                batch.map(({ claimed }) => givenBack(claimed, answer.reason))
            );
    }
}

function countRows(answer: BatchOutcome): RequestReport['rows'] {
    const counts = { stored: 0, retry: 0, misconfigured: 0, refused: 0 };
    for (const { outcome } of answer.outcome === 'answered' ? answer.rows : []) {
        counts[outcome] += 1;
    }
    return counts;
}

function withoutRows(answer: BatchOutcome, settlements: readonly Settlement[]): Delivery {
    return { answer, settlements, rows: new Map() };
}

// One unreadable call makes Salesforce refuse all of them: halves find it in a few requests.
async function sendHalves(
    batch: readonly Sendable[],
    options: DeliveryOptions,
    limits: DeliveryLimits
): Promise<Delivery> {
    const middle = Math.ceil(batch.length / 2);
    const settlements: Settlement[] = [];
    const rows = new Map<string, RowOutcome>();
    let answer: BatchOutcome | undefined;
    for (const half of [batch.slice(0, middle), batch.slice(middle)]) {
        if (options.now() > limits.lastRequestAt) {
            settlements.push(...half.map(({ claimed }) => givenBack(claimed, 'The claim is running out')));
        } else {
            const sent = await send(half, options, limits);
            settlements.push(...sent.settlements);
            sent.rows.forEach((row, reference) => rows.set(reference, row));
            answer = sent.answer;
        }
    }
    return { answer, settlements, rows };
}
