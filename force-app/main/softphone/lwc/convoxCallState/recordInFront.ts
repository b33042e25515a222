import { CALL_OBJECT } from 'c/convoxCallRecord';
import { callOf } from './callList.ts';
import type { CallList } from './callList.ts';
import { isAsking } from './callReducer.ts';
import type { CallState } from './callState.ts';

/** A record that the console can show. */
export interface ShownRecord {
    /** '' for the list of all. */
    readonly id: string;
    readonly object: string;
    /** API name of the object, where `object` is not. */
    readonly page?: string;
}

/** A call's own record. */
export const callRecord = (id: string): ShownRecord => ({ id, object: CALL_OBJECT });

/** The record that a call is about: its customer's, else its own; undefined while there is neither, or the call is not the user's. */
export function recordOf({ owner, caller, callId }: CallState): ShownRecord | undefined {
    if (owner.kind !== 'mine') {
        return undefined;
    }
    if (caller.kind === 'known') {
        return caller.match.customer;
    }
    return callId ? callRecord(callId) : undefined;
}

/** What stands in front for a call: its record, or the list of calls while there is no hope of one soon. */
function placeOf(call: CallState): ShownRecord | undefined {
    const isWanting = call.caller.kind === 'unanswered' || call.troubles.save;
    return recordOf(call) ?? (isWanting ? callRecord('') : undefined);
}

function isNews(before: CallState, after: CallState): boolean {
    const isFoundAgain = after.isRestored && isAsking(before);
    const isOpenAgain = before.caller.kind === 'known' && after.caller.kind !== 'known';
    return !isFoundAgain && !isOpenAgain && placeOf(before)?.id !== placeOf(after)?.id;
}

/**
 * The record to bring to the front now, so that it is never another call's: when the agent turns to a call, and when it
 * turns out or is decided whom the shown call is about. What a reload brings back stands where the agent had it.
 */
export function recordToShow(before: CallList, after: CallList): ShownRecord | undefined {
    const shown = callOf(after, after.current);
    const was = before.current === after.current ? callOf(before, before.current) : undefined;
    return shown && (!was || isNews(was, shown)) ? placeOf(shown) : undefined;
}

/** What the shown call is about, once that is known again of one that came back to this browser. */
export function recordToKeep(before: CallList, after: CallList): ShownRecord | undefined {
    const was = callOf(before, after.current);
    const shown = callOf(after, after.current);
    return was && shown?.isRestored && isAsking(was) ? recordOf(shown) : undefined;
}
