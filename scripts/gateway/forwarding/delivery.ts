import type { ClaimedCall, Settlement } from '../journal/journal.ts';
import type { BatchOutcome, CallUpsert, SalesforceCalls } from '../salesforce/salesforceCalls.ts';
import { mergePushes } from './mergedCall.ts';
import { deadLetterOf, givenBack, settlementOf } from './settlements.ts';
import type { SettlementRules } from './settlements.ts';

/** What one request to Salesforce came to. Durations in milliseconds. */
export interface RequestReport {
    readonly calls: number;
    readonly pushes: number;
    readonly took: number;
    readonly answer: BatchOutcome;
}

export interface DeliveryOptions {
    readonly calls: SalesforceCalls;
    readonly timeZone: string;
    readonly rules: SettlementRules;
    readonly now: () => number;
    readonly random: () => number;
    readonly requested: (report: RequestReport) => void;
}

export interface Delivery {
    readonly settlements: readonly Settlement[];
    /** The outcome that stands for all requests: the last one. Undefined when nothing could be sent. */
    readonly answer: BatchOutcome | undefined;
}

interface Sendable {
    readonly claimed: ClaimedCall;
    readonly upsert: CallUpsert;
}

/** Sends claimed calls in one request, and says what is to become of each. */
export async function deliver(claimed: readonly ClaimedCall[], options: DeliveryOptions): Promise<Delivery> {
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
        return { settlements, answer: undefined };
    }
    const sent = await send(sendable, options);
    return { settlements: [...settlements, ...sent.settlements], answer: sent.answer };
}

async function send(batch: readonly Sendable[], options: DeliveryOptions): Promise<Delivery> {
    const { calls, rules, now, random } = options;
    const started = now();
    const answer = await calls.upsert(batch.map(({ upsert }) => upsert));
    options.requested({
        calls: batch.length,
        pushes: batch.reduce((sum, { claimed }) => sum + claimed.pushes.length, 0),
        took: now() - started,
        answer
    });
    switch (answer.outcome) {
        case 'answered':
            return {
                answer,
                settlements: batch.map(({ claimed }, index) => {
                    const row = answer.rows[index] ?? { outcome: 'retry', code: 'NO_RESULT' };
                    return settlementOf(claimed, row, rules, now(), random);
                })
            };
        case 'unreadable':
            return batch.length === 1
                ? { answer, settlements: batch.map(({ claimed }) => deadLetterOf(claimed, answer.reason)) }
                : sendHalves(batch, options);
        case 'unavailable':
        case 'misconfigured':
            return { answer, settlements: batch.map(({ claimed }) => givenBack(claimed, answer.reason)) };
    }
}

// One unreadable call makes Salesforce refuse all of them: halves find it in a few requests.
async function sendHalves(batch: readonly Sendable[], options: DeliveryOptions): Promise<Delivery> {
    const middle = Math.ceil(batch.length / 2);
    const first = await send(batch.slice(0, middle), options);
    const second = await send(batch.slice(middle), options);
    return { answer: second.answer, settlements: [...first.settlements, ...second.settlements] };
}
