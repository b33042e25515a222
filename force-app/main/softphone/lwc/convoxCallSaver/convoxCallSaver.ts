import { CALL_OBJECT, callFieldsFromPop, linkFields } from 'c/convoxCallRecord';
import type { CallFieldValues } from 'c/convoxCallRecord';
import type { ExistingCall } from 'c/convoxCallerQuery';
import type { CallState, Match } from 'c/convoxCallState';
import { encodeScreenPop, ranksOfPop, serverTimeAt } from 'c/convoxContract';
import { reasonText } from 'c/convoxCallWords';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import type { RowStamp } from './rowEdges.ts';

export { CallRow, LONGEST_WAIT, TYPING_PAUSE } from './callRow.ts';
export type { RowEdges, RowNews, RowStamp } from './rowEdges.ts';

function arrivalFields(state: CallState, now: number): CallFieldValues {
    const { pop, caller, owner } = state;
    const poppedAt = new Date(state.poppedAt).toISOString();
    return {
        ...callFieldsFromPop(pop, {
            poppedAt,
            ...(owner.kind === 'mine' && serverTimeAt(poppedAt, owner.agent.timeZone)),
            payload: JSON.stringify({ ...Object.fromEntries(encodeScreenPop(pop, 'post')), ...pop.unknown }),
            ranks: ranksOfPop(pop, state.poppedAt),
            latencyMilliseconds: Math.round(now - state.poppedAt)
        }),
        ...(caller.kind === 'known' && choiceFields(caller.match))
    };
}

/**
 * Changes fields of the call's row, unless it was changed after the instant given. Throws what the platform throws: with
 * status 412 when it was changed.
 */
export function updateCall(id: string, fields: CallFieldValues, unlessSince?: string | null): Promise<RowStamp> {
    return updateRecord({ fields: { Id: id, ...fields } }, unlessSince ? { ifUnmodifiedSince: unlessSince } : {});
}

/** Links the call to this customer and to no other, and says why. */
export function choiceFields({ customer, reason }: Match): CallFieldValues {
    return { ...linkFields(customer.object, customer.id, customer.name), Match_Reason__c: reasonText(reason) };
}

/** A row that knows its pop already only wants its customer, unless somebody linked it. */
async function fillUp(state: CallState, now: number): Promise<RowStamp> {
    const { callId, caller } = state;
    const existing = state.lookup.existingCall;
    if (!existing?.hasPop) {
        return updateCall(callId, arrivalFields(state, now));
    }
    return caller.kind === 'known' && existing.customerId === ''
        ? updateCall(callId, choiceFields(caller.match))
        : existing;
}

/**
 * Keeps the row of a call that arrived and returns which it is. ConVox's push, another browser or an earlier pop may have
 * made the row already, even between looking and saving: then that row is filled up instead, whatever kept this one
 * from being made.
 * @param findAgain looks past every cache for the row; undefined when there is none to be seen
 * @param now milliseconds since 1970
 * @throws what the platform throws
 */
export async function saveArrival(
    state: CallState,
    findAgain: () => Promise<ExistingCall | undefined>,
    now: number
): Promise<RowStamp> {
    if (state.callId !== '') {
        return fillUp(state, now);
    }
    try {
        return await createRecord({ apiName: CALL_OBJECT, fields: arrivalFields(state, now) });
    } catch (error) {
        const row = await findAgain();
        if (!row) {
            throw error;
        }
        return updateCall(row.id, arrivalFields(state, now));
    }
}
