import { decodeCallStatus } from '#contract';
import { callFields, callFieldsFromStatus, callStatusOf } from '#call-record';
import type { CallStatusValue } from '#call-record';
import { parametersOf, rawPayload } from '../intake/parameters.ts';
import type { Parameters } from '../intake/parameters.ts';
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

/**
 * What one call's pushes say together, oldest first: a later value takes the place of an earlier one, a blank one never.
 * @param timeZone IANA name of the zone that ConVox's times are in
 */
export function mergePushes(reference: string, pushes: readonly Push[], timeZone: string): MergedCall {
    const fields: Record<string, string | number | boolean | null> = {};
    let furthest: CallStatusValue = 'In Progress';
    for (const { shape, body, receivedAt } of pushes) {
        const parameters = readAgain(shape, body);
        const now = new Date(receivedAt);
        const decoded = decodeCallStatus(parameters, { timeZone, now });
        if (!decoded.ok) {
            return { ok: false, problems: decoded.problems.map(({ field, problem }) => `${field}: ${problem}`) };
        }
        const status = callStatusOf(decoded.value);
        furthest = RANK[status] >= RANK[furthest] ? status : furthest;
        const later = callFieldsFromStatus(decoded.value, now.toISOString(), rawPayload(parameters));
        Object.assign(fields, later, { [callFields.status]: furthest });
    }
    return { ok: true, call: { reference, fields } };
}

function readAgain(shape: Push['shape'], body: string): Parameters {
    try {
        return parametersOf(shape, body);
    } catch {
        // Nested deeper than this process can follow; the decoder then names what is missing.
        return [];
    }
}
