import CALL_CHANGED from '@salesforce/messageChannel/ConVoxCallChanged__c';
import { phaseOf } from 'c/convoxCallState';
import type { CallEvent, CallState } from 'c/convoxCallState';
import { publish } from 'lightning/messageService';
import type { MessageContextHandle } from 'lightning/messageService';

/** What other pages may want to know of a call. */
export type CallChange = 'saved' | 'linked' | 'disposed' | 'statusReceived';

/** What an event means to them; undefined when nothing. */
export function changeOf(before: CallState, event: CallEvent, after: CallState): CallChange | undefined {
    if (event.type === 'reported') {
        return 'statusReceived';
    }
    return phaseOf(after) === 'disposed' && !before.isDisposed ? 'disposed' : undefined;
}

/** Tells the pages of this browser tab; without a change, a call or a context there is nothing to tell. */
export function publishChange(
    context: MessageContextHandle | undefined,
    state: CallState | undefined,
    change: CallChange | undefined
): void {
    if (context && state && change) {
        const { callId, pop } = state;
        publish(context, CALL_CHANGED, { callReference: pop.callReference, recordId: callId, change });
    }
}
