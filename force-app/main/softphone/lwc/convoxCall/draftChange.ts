import { draftFields } from 'c/convoxCallerQuery';
import type { CallFieldValues } from 'c/convoxCallRecord';
import { isUncertain } from 'c/convoxCallState';
import type { CallEvent, CallState } from 'c/convoxCallState';
import { textAt } from 'c/convoxPath';

/** What tells of an attempt to end a call. */
const ENDINGS: readonly CallEvent['type'][] = ['closing', 'answered'];

/** What was entered about a call, as its row keeps it. */
export function draftOf(call: CallState, draftAt: number): CallFieldValues {
    const { draft, closeAttempts } = call;
    return draftFields({ draft, draftAt, closeAttempts, isUncertain: isUncertain(call) });
}

/**
 * What an event changes in the draft on the row: what was entered, and how often the end was sent of a call that is not
 * ended for all that; empty when nothing.
 */
export function draftChange(event: CallEvent, call: CallState, now: number): CallFieldValues {
    if (event.type === 'settled') {
        return event.isAdding ? { Notes__c: textAt(call.draft, 'notes') } : {};
    }
    const isKept = event.type === 'drafted' || (call.hasWords && ENDINGS.includes(event.type));
    return isKept ? draftOf(call, now) : {};
}
