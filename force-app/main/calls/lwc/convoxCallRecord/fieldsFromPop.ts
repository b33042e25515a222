import type { RankTexts, ScreenPop } from 'c/convoxContract';
import { filled, payloadText, type CallFieldValues } from './fieldValues.ts';
import { popFields } from './popFields.ts';

/**
 * poppedAt: ISO instant. ranks: how much the pop counts. latencyMilliseconds: from the pop's navigation to the customer on
 * screen.
 */
export interface PopDetails {
    readonly poppedAt: string;
    readonly payload: string;
    readonly ranks: RankTexts;
    readonly latencyMilliseconds?: number;
}

/**
 * The fields of a call's record that a screen pop fills; what ConVox left blank is left out. When the record is there
 * already, its ranks decide what of it counts.
 */
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
        [popFields.status, 'In Progress'],
        [popFields.startedAt, details.poppedAt],
        [popFields.poppedAt, details.poppedAt],
        [
            popFields.popLatencyMilliseconds,
            details.latencyMilliseconds === undefined ? undefined : Math.round(details.latencyMilliseconds)
        ],
        [popFields.popPayload, payloadText(details.payload)],
        [popFields.ranks1, details.ranks[0]],
        [popFields.ranks2, details.ranks[1]]
    ]);
}
