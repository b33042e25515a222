import type { Settlement } from '../journal/journal.ts';
import type { ApiUsage } from '../salesforce/apiUsage.ts';
import { mayBeOwedToOthers, type RowOutcome } from '../salesforce/rowOutcome.ts';
import type { BatchOutcome } from '../salesforce/salesforceCalls.ts';
import type { TooMuch } from './batchSize.ts';
import { paceFor } from './pace.ts';
import { deadLetterOf, givenBack, putOff, settlementOf } from './settlements.ts';
import type { SettingsWaits } from './settingsWaits.ts';
import type { Suspects } from './suspects.ts';
import { byChance, sorted, type Result } from './rowResults.ts';
import { request } from './upsertRequest.ts';
import type { DeliveryOptions, Sendable, UnderstoodCalls } from './upsertRequest.ts';

/** What is remembered from one delivery to the next. */
export interface DeliveryMemory {
    readonly suspects: Suspects;
    readonly settingsWaits: SettingsWaits;
}

/** How a claim may be worked on. */
export interface DeliveryLimits {
    /** Instant, in milliseconds, after which no further request is begun: its calls may be somebody else's by its end. */
    readonly lastRequestAt: number;
    /** Gives up the request that is on its way. */
    readonly ended: AbortSignal;
    /** One call goes first, and the others only if Salesforce takes it. */
    readonly isCareful: boolean;
}

export interface Delivery {
    readonly settlements: readonly Settlement[];
    /** Of the last request that was answered. */
    readonly usage: ApiUsage | undefined;
    /** Salesforce took calls, or said of single ones what is wrong with them. */
    readonly worked: boolean;
    /** Why the rest was not sent. */
    readonly trouble: Trouble | undefined;
    /** Most calls that went in together, as far as no call had to be sent apart from others. */
    readonly wentWell: number;
    /** Fewest calls that did not, although each of them does. */
    readonly tooMuch: TooMuch | undefined;
    /** A call turned out to be the reason why others did not go in with it. */
    readonly foundCulprit: boolean;
}

export interface Trouble {
    /** Undefined when single calls say it themselves. */
    readonly reason: string | undefined;
    readonly retryAfterSeconds?: number;
    /** A call was tried again that had failed alone before: that says nothing new. */
    readonly isKnown: boolean;
}

const NO_RESULT: RowOutcome = { outcome: 'retry', code: 'NO_RESULT' };

/**
 * Sends claimed calls in as few requests as Salesforce takes, and says what is to become of each. When a whole request fails,
 * one call of it shows whether Salesforce works at all; if it does, halves find the calls that are to blame, and the others
 * go in.
 */
export async function deliver(
    { sendable, dead }: UnderstoodCalls,
    options: DeliveryOptions,
    memory: DeliveryMemory,
    limits: DeliveryLimits
): Promise<Delivery> {
    const { rules, now, random, extras } = options;
    const { suspects, settingsWaits } = memory;
    const settlements: Settlement[] = [];
    let usage: ApiUsage | undefined;
    let worked = false;
    let trouble: Trouble | undefined;
    let wentWell = 0;
    let split: TooMuch | undefined;
    let failedAlone = 0;
    let foundCulprit = false;
    let needsSettings = false;
    let [isBegun, isApart, wasCutShort] = [false, false, false];

    const giveBack = (calls: readonly Sendable[]): unknown =>
        settlements.push(...calls.map(({ claimed }) => givenBack(claimed)));
    const isOver = (): boolean =>
        limits.ended.aborted || (isBegun && now() > limits.lastRequestAt) || paceFor(usage).between > 0;

    function tookSome(calls: readonly Sendable[]): void {
        worked = true;
        calls.forEach(({ claimed: { reference } }) => suspects.wentIn(reference));
        suspects.othersWentIn();
    }

    function noteSplit(calls: number, isSaid: boolean): void {
        const before = split ?? { calls, isSaid };
        split = isApart ? split : { calls: Math.min(before.calls, calls), isSaid: before.isSaid || isSaid };
    }

    async function send(part: readonly Sendable[]): Promise<void> {
        if (part.length === 0) {
            return;
        }
        if (trouble !== undefined || isOver()) {
            wasCutShort ||= trouble === undefined;
            giveBack(part);
            return;
        }
        isBegun = true;
        const answer = await request(part, options, limits.ended);
        usage = answer.usage ?? usage;
        if (answer.outcome === 'answered') {
            await afterRows(part, answer.rows);
        } else {
            await afterRefusal(part, answer);
        }
    }

    async function afterRows(part: readonly Sendable[], rows: readonly RowOutcome[]): Promise<void> {
        const results = part.map((call, index) => ({ call, row: rows[index] ?? NO_RESULT }));
        const again = new Set(results.filter(({ call, row }) => extras.areToBlame(referenceOf(call), row)));
        giveBack(Array.from(again, ({ call }) => call));
        const { own, shared } = sorted(results.filter((result) => !again.has(result)));
        if (own.some(({ row }) => row.outcome !== 'misconfigured')) {
            tookSome(own.map(({ call }) => call));
        }
        settle(own);
        if (shared.length > 0) {
            noteSplit(part.length, true);
            await sendFewer(shared);
            return;
        }
        wentWell = Math.max(wentWell, part.length);
        failedAlone += part.length === 1 && own.some(({ row }) => mayBeOwedToOthers(row)) ? 1 : 0;
        foundCulprit ||= worked && failedAlone > 0;
    }

    async function sendFewer(shared: readonly Result[]): Promise<void> {
        if (worked) {
            await sendHalves(shared.map(({ call }) => call));
            return;
        }
        const chosen = byChance(shared, random);
        const others = shared.filter((result) => !chosen.includes(result));
        await send(chosen.map(({ call }) => call));
        if (failedAlone === 0) {
            await sendHalves(others.map(({ call }) => call));
        } else {
            // Alone it fares no better, so it is not a matter of how many they are.
            settle(others);
        }
    }

    function settle(results: readonly Result[]): void {
        needsSettings ||= results.some(({ row }) => row.outcome === 'misconfigured');
        settingsWaits.note(new Map(results.map(({ call, row }) => [call.claimed.reference, row])));
        settlements.push(...results.map(({ call, row }) => settlementOf(call.claimed, row, rules, random)));
    }

    async function afterRefusal(
        part: readonly Sendable[],
        answer: Exclude<BatchOutcome, { outcome: 'answered' }>
    ): Promise<void> {
        const { reason } = answer;
        const isUnreadable = answer.outcome === 'unreadable';
        if (!isUnreadable && answer.mayBeOfCalls !== true) {
            const wait = answer.outcome === 'unavailable' ? answer.retryAfterSeconds : undefined;
            trouble = { reason, isKnown: false, ...(wait === undefined ? {} : { retryAfterSeconds: wait }) };
            giveBack(part);
            return;
        }
        // Salesforce works when it has read far enough to say so.
        worked ||= isUnreadable;
        const [only, ...others] = part;
        if (only !== undefined && others.length === 0) {
            failAlone(only, reason, isUnreadable);
            return;
        }
        noteSplit(part.length, isUnreadable || answer.saysTooMuch === true);
        if (worked) {
            await sendHalves(part);
        } else {
            await sendCarefully(part);
        }
    }

    function failAlone({ claimed: call }: Sendable, reason: string, isUnreadable: boolean): void {
        failedAlone += 1;
        if (isUnreadable) {
            settlements.push(deadLetterOf(call, reason));
            return;
        }
        const isKnown = suspects.has(call.reference);
        const othersDo = suspects.failedAlone(call.reference) || worked;
        foundCulprit ||= othersDo && !isKnown;
        if (othersDo) {
            settlements.push(settlementOf(call, { outcome: 'retry', code: reason }, rules, random));
        } else {
            settlements.push(putOff(call, suspects.pause(call.reference), reason));
            trouble = { reason, isKnown };
        }
    }

    async function sendCarefully(part: readonly Sendable[]): Promise<void> {
        const chosen = byChance(part, random);
        const others = part.filter((call) => !chosen.includes(call));
        await send(chosen);
        if (!worked) {
            giveBack(others);
        } else if (split === undefined) {
            await send(others);
        } else {
            await sendHalves(others);
        }
    }

    async function sendHalves(part: readonly Sendable[]): Promise<void> {
        const middle = Math.ceil(part.length / 2);
        await send(part.slice(0, middle));
        await send(part.slice(middle));
    }

    async function sendAll(): Promise<void> {
        settlements.push(...dead);
        const waits = settingsWaits.sort(sendable, referenceOf);
        // Those that failed alone go in without the others, or show among themselves which of them is to blame.
        const apart = waits.now.filter((call) => suspects.has(referenceOf(call)));
        const together = waits.now.filter((call) => !apart.includes(call));
        await (limits.isCareful && together.length > 1 ? sendCarefully(together) : send(together));
        const shut = waits.after.filter((call) => settingsWaits.isShut(referenceOf(call)));
        await send(waits.after.filter((call) => !shut.includes(call)));
        for (const { claimed: call } of [...waits.later, ...shut]) {
            settlements.push(putOff(call, settingsWaits.pause(call.reference), 'Settings of the org'));
        }
        isApart = true;
        await (limits.isCareful && !worked && apart.length > 1 ? sendCarefully(apart) : send(apart));
    }

    await sendAll();
    if (!worked && needsSettings) {
        trouble ??= { reason: undefined, isKnown: false };
    }
    return {
        settlements,
        usage,
        worked,
        trouble,
        wentWell: split === undefined ? wentWell : 0,
        tooMuch: wasCutShort || (worked && failedAlone === 0) ? split : undefined,
        foundCulprit
    };
}

const referenceOf = ({ claimed: { reference } }: Sendable): string => reference;
