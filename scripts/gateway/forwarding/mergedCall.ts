import { callStatusLabel, decodeCallStatus, mergeCallStatuses, serverTimeAt } from '#contract';
import type { CallStatus, StatusMoment } from '#contract';
import { callFields, callFieldsFromStatus, callStatusOf } from '#call-record';
import type { CallStatusValue } from '#call-record';
import { parametersOf } from '../intake/parameters.ts';
import type { Parameters } from '../intake/parameters.ts';
import { problemTexts } from '../intake/problemText.ts';
import type { Push } from '../journal/journal.ts';
import type { CallUpsert } from '../salesforce/salesforceCalls.ts';

export type MergedCall =
    { readonly ok: true; readonly call: CallUpsert } | { readonly ok: false; readonly problems: readonly string[] };

/** A call moves forward only, as the flow that saves it sees to. */
const RANK: Readonly<Record<CallStatusValue, number>> = {
    'In Progress': 1,
    Ended: 2,
    'Not Connected': 3,
    Disposed: 4
};

/** What is doubtful about a value stays so, whatever a later push says. */
const LASTING = ['valueCut', 'fieldRepeated'] as const;

/**
 * What one call's pushes say together, oldest first: a later value takes the place of an earlier one, a blank one never.
 * The payload keeps all of them as they came, a line each.
 * @param timeZone IANA name of the zone that ConVox's times are in
 */
export function mergePushes(reference: string, pushes: readonly Push[], timeZone: string): MergedCall {
    const read = pushes.map((push) => readAgain(push));
    const statuses: CallStatus[] = [];
    for (const [index, parameters] of read.entries()) {
        const decoded = decodeCallStatus(parameters, { timeZone, now: new Date(pushes[index]?.receivedAt ?? 0) });
        if (!decoded.ok) {
            return { ok: false, problems: problemTexts(decoded.problems, callStatusLabel) };
        }
        statuses.push(decoded.value);
    }
    const receivedAt = new Date(pushes.at(-1)?.receivedAt ?? 0);
    const status = together(read, statuses, { timeZone, now: receivedAt });
    const payload = pushes.map(({ body }) => body.replaceAll('\n', ' ')).join('\n');
    const fields = callFieldsFromStatus(status, receivedAt.toISOString(), payload, startHourOf(status, timeZone));
    const stages = [...statuses, status].map(callStatusOf);
    fields[callFields.status] = stages.reduce((one, other) => (RANK[other] > RANK[one] ? other : one));
    fields[callFields.reference] = reference;
    return { ok: true, call: { reference, fields } };
}

/** A day alone begins at midnight, which says nothing about the hour. */
function startHourOf({ startedAt, quality }: CallStatus, timeZone: string): number | undefined {
    if (quality.includes('startTimeMissing') || quality.includes('startTimeUnreadable')) {
        return undefined;
    }
    const hours = serverTimeAt(startedAt ?? '', timeZone)?.hours;
    return hours === undefined ? undefined : Number(hours);
}

function together(read: readonly Parameters[], statuses: readonly CallStatus[], moment: StatusMoment): CallStatus {
    const [first] = statuses;
    if (first !== undefined && statuses.length === 1) {
        return first;
    }
    const merged = decodeCallStatus(mergeCallStatuses(read), moment);
    if (!merged.ok) {
        throw new Error('Pushes that make sense one by one make none together');
    }
    const doubts = LASTING.filter((flag) => statuses.some(({ quality }) => quality.includes(flag)));
    return { ...merged.value, quality: [...new Set([...doubts, ...merged.value.quality])] };
}

function readAgain({ shape, body }: Push): Parameters {
    try {
        return parametersOf(shape, body);
    } catch {
        // Nested deeper than this process can follow; the decoder then names what is missing.
        return [];
    }
}
