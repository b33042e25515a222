import type { MergedCall, DaysOnServer } from 'c/convoxContract';
import { legsText, legsToRead } from './agentLegs.ts';
import { callFields, type CallStatusValue } from './callFields.ts';
import { filled, payloadText, type CallFieldValues } from './fieldValues.ts';

const longestQuality = 255;

/**
 * Where a finished call stands. A call that nobody answered stays Not Connected whatever the dialler notes as its
 * disposition; an answered one with a disposition is Disposed. Where no push told which it was, an agent makes it answered.
 */
export function callStatusOf({ talk, status }: Pick<MergedCall, 'talk' | 'status'>): CallStatusValue {
    if (talk === 'notConnected' || (talk === 'unsaid' && status.agentCode === '')) {
        return 'Not Connected';
    }
    return status.disposition === '' ? 'Ended' : 'Disposed';
}

/**
 * The fields of a call's record that its pushes fill; what ConVox left blank is left out. Agent, owner, phone key and
 * customer are the flows' to fill, and what the record holds already is theirs to weigh against this, by the ranks.
 * @param receivedAt ISO instant of the last push
 * @param rawPayload the pushes as they came, kept for what the fields cannot hold
 */
export function callFieldsFromStatus(
    { talk, status, ranks, legs, earlier }: MergedCall,
    receivedAt: string,
    rawPayload: string,
    days: DaysOnServer
): CallFieldValues {
    return filled([
        [callFields.reference, status.callReference],
        [callFields.convoxId, status.convoxId],
        [callFields.customerNumber, status.mobileNumber],
        [callFields.agentCode, status.agentCode],
        [callFields.direction, status.direction],
        [callFields.callMode, status.callMode],
        [callFields.status, callStatusOf({ talk, status })],
        [callFields.convoxStatus, status.convoxStatus],
        [callFields.startedAt, status.startedAt],
        [callFields.startDay, days.day],
        [callFields.startHour, days.hour],
        [callFields.startHalfHour, days.halfHour],
        [callFields.durationSeconds, status.durationSeconds],
        [callFields.queueSeconds, status.queueSeconds],
        [callFields.ringSeconds, status.ringSeconds],
        [callFields.queue, status.queueName],
        [callFields.completedBy, status.completedBy],
        [callFields.followUpAt, status.followUpAt],
        [callFields.followUpDay, days.followUpDay],
        [callFields.station, status.station],
        [callFields.listId, status.listId],
        [callFields.did, status.did],
        [callFields.disposition, status.disposition],
        [callFields.disposition2, status.disposition2],
        [callFields.disposition3, status.disposition3],
        [callFields.dialerDisposition, status.dialerDisposition],
        [callFields.processName, status.processName],
        [callFields.recordingFile, status.recordingFile],
        [callFields.remarks, status.remarks],
        [callFields.statusReceivedAt, receivedAt],
        [callFields.statusPayload, payloadText(rawPayload)],
        [callFields.dataQuality, status.quality.join('; ').slice(0, longestQuality)],
        [callFields.agentLegs, legsText(legs)],
        [callFields.earlierAgents, legsToRead(earlier)],
        [callFields.ranks1, ranks[0]],
        [callFields.ranks2, ranks[1]]
    ]);
}
