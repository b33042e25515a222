import type { ScreenPop } from 'c/convoxContract';
import { filled, payloadText, type CallFieldValues } from './fieldValues.ts';
import { popFields } from './popFields.ts';

/**
 * poppedAt: ISO instant. latencyMilliseconds: from the pop's navigation to the customer on screen.
 * isExisting: the call has a row already (a push or an earlier pop came first); then neither its status nor its start is
 * written.
 */
export interface PopDetails {
    readonly poppedAt: string;
    readonly payload: string;
    readonly isExisting: boolean;
    readonly latencyMilliseconds?: number;
}

/** The fields of a call's record that a screen pop fills; what ConVox left blank is left out. */
export function callFieldsFromPop(pop: ScreenPop, details: PopDetails): CallFieldValues {
    return filled([
        [popFields.reference, pop.callReference],
        [popFields.convoxId, pop.convoxId],
        [popFields.customerNumber, pop.callerNumber],
        [popFields.agentCode, pop.agentCode],
        [popFields.direction, pop.direction],
        [popFields.typeOfCall, pop.typeOfCall],
        [popFields.did, pop.did],
        [popFields.processName, pop.process],
        [popFields.status, details.isExisting ? '' : 'In Progress'],
        [popFields.startedAt, details.isExisting ? '' : details.poppedAt],
        [popFields.poppedAt, details.poppedAt],
        [
            popFields.popLatencyMilliseconds,
            details.latencyMilliseconds === undefined ? undefined : Math.round(details.latencyMilliseconds)
        ],
        [popFields.popPayload, payloadText(details.payload)]
    ]);
}
