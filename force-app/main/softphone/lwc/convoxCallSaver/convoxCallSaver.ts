import { CALL_OBJECT, callFieldsFromPop, popFields } from 'c/convoxCallRecord';
import type { CallFieldValues } from 'c/convoxCallRecord';
import type { CallState, Match } from 'c/convoxCallState';
import { encodeScreenPop, ranksOfPop } from 'c/convoxContract';
import { reasonText } from 'c/convoxMatchReason';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';

export { CallRow, TYPING_PAUSE } from './callRow.ts';
export type { RowEdges, RowNews } from './callRow.ts';

const CUSTOMER_FIELDS: Readonly<Record<Match['customer']['object'], string>> = {
    Contact: popFields.contactId,
    Lead: popFields.leadId,
    Account: popFields.accountId
};

function arrivalFields(state: CallState, now: number): CallFieldValues {
    const { pop, poppedAt, caller } = state;
    const fields = callFieldsFromPop(pop, {
        poppedAt: new Date(poppedAt).toISOString(),
        payload: JSON.stringify({ ...Object.fromEntries(encodeScreenPop(pop, 'post')), ...pop.unknown }),
        ranks: ranksOfPop(pop, poppedAt),
        latencyMilliseconds: now - poppedAt
    });
    return caller.kind === 'known' ? { ...fields, ...linkFields(caller.match) } : fields;
}

/** The customer the call is linked to, and why; only one of the three lookups is filled. */
function linkFields({ customer, reason }: Match): CallFieldValues {
    return { [CUSTOMER_FIELDS[customer.object]]: customer.id, [popFields.matchReason]: reasonText(reason) };
}

/** Changes fields of the call's row. Throws what the platform throws. */
export async function updateCall(callId: string, fields: CallFieldValues): Promise<void> {
    if (callId !== '' && Object.keys(fields).length > 0) {
        await updateRecord({ fields: { Id: callId, ...fields } });
    }
}

/** Links the call to the record the agent chose, and to no other. */
export function choiceFields(match: Match): CallFieldValues {
    const others = Object.values(CUSTOMER_FIELDS).map((field): [string, null] => [field, null]);
    return { ...Object.fromEntries(others), ...linkFields(match) };
}

/** A row that knows its pop already only wants its customer, unless somebody linked it. */
async function fillUp(state: CallState, now: number): Promise<void> {
    const { callId, caller } = state;
    const existing = state.lookup.existingCall;
    if (!existing?.hasPop) {
        await updateCall(callId, arrivalFields(state, now));
    } else if (caller.kind === 'known' && existing.customerId === '') {
        await updateCall(callId, choiceFields(caller.match));
    }
}

/**
 * Keeps the row of a call that arrived and returns its id. ConVox's push, another browser or an earlier pop may have
 * made the row already, even between looking and saving: then that row is filled up instead, whatever kept this one
 * from being made.
 * @param findAgain looks past every cache for the row; '' when there is none to be seen
 * @param now milliseconds since 1970
 * @throws what the platform throws
 */
export async function saveArrival(state: CallState, findAgain: () => Promise<string>, now: number): Promise<string> {
    if (state.callId !== '') {
        await fillUp(state, now);
        return state.callId;
    }
    try {
        const row = await createRecord({ apiName: CALL_OBJECT, fields: arrivalFields(state, now) });
        return row.id;
    } catch (error) {
        const callId = await findAgain();
        if (callId === '') {
            throw error;
        }
        await updateCall(callId, arrivalFields(state, now));
        return callId;
    }
}
