import * as z from 'zod/mini';
import { extraRules, sheetRules, type StatusField } from './callStatusFields.ts';
import { qualityFlags } from './callStatusValues.ts';
import { instantToServerTime } from './serverTime.ts';
import { directionOf } from './vocabulary.ts';

const wholeSeconds = z.optional(z.number().check(z.gte(0)));

/**
 * What ConVox reports when a call is over. Texts are '' and other values absent when ConVox sent nothing. Instants are
 * ISO 8601 in UTC with whole seconds, durations whole seconds. connected: absent for a CALL_STATUS nobody knows.
 * quality: what had to be guessed, cut or left out. unknown: what else came, by its own name.
 */
export const CallStatus = z.object({
    mobileNumber: z.string(),
    agentCode: z.string(),
    callMode: z.string(),
    direction: z.optional(z.enum(['Inbound', 'Outbound'])),
    convoxStatus: z.string(),
    connected: z.optional(z.boolean()),
    startedAt: z.optional(z.string()),
    durationSeconds: wholeSeconds,
    queueName: z.string(),
    queueSeconds: wholeSeconds,
    ringSeconds: wholeSeconds,
    completedBy: z.string(),
    followUpAt: z.optional(z.string()),
    station: z.string(),
    listId: z.string(),
    did: z.string(),
    convoxId: z.string(),
    callReference: z.string().check(z.minLength(1, 'callReferenceMissing')),
    disposition: z.string(),
    disposition2: z.string(),
    disposition3: z.string(),
    remarks: z.string(),
    dialerDisposition: z.string(),
    processName: z.string(),
    recordingFile: z.string(),
    unknown: z.record(z.string(), z.string()),
    quality: z.array(z.enum(qualityFlags))
});
export type CallStatus = z.infer<typeof CallStatus>;

/**
 * timeZone: the ConVox server's. spelling 'underscore' writes `FOLLOWUP_TIME` and `LEAD_ID` where the sheet has a space.
 * callDate 'date' leaves the time of day to CALL_HOUR and CALL_MINUTE, and so loses the seconds.
 */
export interface StatusEncoding {
    readonly timeZone: string;
    readonly spelling?: 'sheet' | 'underscore';
    readonly callDate?: 'dateTime' | 'date';
}

/**
 * The sheet's 22 parameters in its order, then sub-dispositions, remarks and a direction that CALL_MODE does not tell, if
 * there are any. The hour that a clock change repeats cannot be written without an offset and reads back as its first run.
 * @throws RangeError for an unknown zone or an unreadable instant
 */
export function encodeCallStatus(status: CallStatus, encoding: StatusEncoding): [string, string][] {
    const start = status.startedAt === undefined ? undefined : instantToServerTime(status.startedAt, encoding.timeZone);
    const followUp =
        status.followUpAt === undefined ? undefined : instantToServerTime(status.followUpAt, encoding.timeZone);
    const startTime = encoding.callDate === 'date' ? '' : `T${start?.hours}:${start?.minutes}:${start?.seconds}`;
    const values: Record<StatusField, string> = {
        mobileNumber: status.mobileNumber,
        agentCode: status.agentCode,
        callMode: status.callMode,
        convoxStatus: status.convoxStatus,
        callDate: start === undefined ? '' : `${start.date}${startTime}`,
        callHour: start?.hours ?? '',
        callMinute: start?.minutes ?? '',
        duration: numberText(status.durationSeconds),
        queueName: status.queueName,
        queueDuration: numberText(status.queueSeconds),
        ringDuration: numberText(status.ringSeconds),
        completedBy: status.completedBy,
        followUpTime:
            followUp === undefined ? '' : `${followUp.date} ${followUp.hours}:${followUp.minutes}:${followUp.seconds}`,
        station: status.station,
        listId: status.listId,
        did: status.did,
        convoxId: status.convoxId,
        callReference: status.callReference,
        disposition: status.disposition,
        dialerDisposition: status.dialerDisposition,
        processName: status.processName,
        recordingFile: status.recordingFile,
        disposition2: status.disposition2,
        disposition3: status.disposition3,
        remarks: status.remarks,
        callType: status.direction === directionOf(status.callMode) ? '' : (status.direction ?? '')
    };
    const extras = extraRules.filter(({ field }) => values[field] !== '');
    return [...sheetRules, ...extras].map(({ field, name }) => [
        encoding.spelling === 'underscore' ? name.replaceAll(' ', '_') : name,
        values[field]
    ]);
}

function numberText(value: number | undefined): string {
    return value === undefined ? '' : String(value);
}
