import type { ScreenPop } from 'c/convoxContract';
import { callFields, filled, payloadText, type CallFieldValues } from './callFields.ts';

/**
 * poppedAt: ISO instant. latencyMilliseconds: from the pop's navigation to the customer on screen.
 * isExisting: the call has a row already (a push or an earlier pop came first); then neither its status nor its start is
 * written. At most one of contactId, leadId, accountId.
 */
export interface PopDetails {
    readonly poppedAt: string;
    readonly payload: string;
    readonly isExisting: boolean;
    readonly latencyMilliseconds?: number;
    readonly contactId?: string;
    readonly leadId?: string;
    readonly accountId?: string;
    readonly matchReason?: string;
}

/** The fields of a call's record that a screen pop fills; what ConVox left blank is left out. */
export function callFieldsFromPop(pop: ScreenPop, details: PopDetails): CallFieldValues {
    return filled({
        [callFields.reference]: pop.callReference,
        [callFields.convoxId]: pop.convoxId,
        [callFields.customerNumber]: pop.callerNumber,
        [callFields.agentCode]: pop.agentCode,
        [callFields.direction]: pop.direction,
        [callFields.typeOfCall]: pop.typeOfCall,
        [callFields.did]: pop.did,
        [callFields.processName]: pop.process,
        [callFields.status]: details.isExisting ? '' : 'In Progress',
        [callFields.startedAt]: details.isExisting ? '' : details.poppedAt,
        [callFields.poppedAt]: details.poppedAt,
        [callFields.popLatencyMilliseconds]:
            details.latencyMilliseconds === undefined ? undefined : Math.round(details.latencyMilliseconds),
        [callFields.popPayload]: payloadText(details.payload),
        [callFields.contactId]: details.contactId,
        [callFields.leadId]: details.leadId,
        [callFields.accountId]: details.accountId,
        [callFields.matchReason]: details.matchReason
    });
}
