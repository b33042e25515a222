import type { CallStatus } from 'c/convoxContract';
import { callFields, type CallStatusValue } from './callFields.ts';
import { filled, payloadText, type CallFieldValues } from './fieldValues.ts';

const longestQuality = 255;

/**
 * Where a finished call stands. A call that nobody answered stays Not Connected whatever the dialler notes as its
 * disposition; an answered one with a disposition is Disposed.
 */
export function callStatusOf(status: Pick<CallStatus, 'connected' | 'disposition'>): CallStatusValue {
    if (status.connected === false) {
        return 'Not Connected';
    }
    return status.disposition === '' ? 'Ended' : 'Disposed';
}

/**
 * The fields of a call's record that a pushed status fills; what ConVox left blank is left out. Agent, owner, phone key
 * and customer are the flows' to fill.
 * @param receivedAt ISO instant of the push
 * @param rawPayload the push as it came, kept for what the fields cannot hold
 * @param startHour 0 to 23 on the clock of the ConVox server, by which reports count; undefined when it is not known
 */
export function callFieldsFromStatus(
    status: CallStatus,
    receivedAt: string,
    rawPayload: string,
    startHour?: number
): CallFieldValues {
    return filled([
        [callFields.reference, status.callReference],
        [callFields.convoxId, status.convoxId],
        [callFields.customerNumber, status.mobileNumber],
        [callFields.agentCode, status.agentCode],
        [callFields.direction, status.direction],
        [callFields.callMode, status.callMode],
        [callFields.status, callStatusOf(status)],
        [callFields.convoxStatus, status.convoxStatus],
        [callFields.startedAt, status.startedAt],
        [callFields.startHour, startHour],
        [callFields.durationSeconds, status.durationSeconds],
        [callFields.queueSeconds, status.queueSeconds],
        [callFields.ringSeconds, status.ringSeconds],
        [callFields.queue, status.queueName],
        [callFields.completedBy, status.completedBy],
        [callFields.followUpAt, status.followUpAt],
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
        [callFields.statusReceivedMs, Date.parse(receivedAt)],
        [callFields.statusPayload, payloadText(rawPayload)],
        [callFields.dataQuality, status.quality.join('; ').slice(0, longestQuality)]
    ]);
}
