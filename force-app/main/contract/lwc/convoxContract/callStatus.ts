import * as z from 'zod/mini';
import { extraRules, sheetRules, type StatusField } from './callStatusFields.ts';
import { qualityFlags } from './callStatusValues.ts';
import { instantToServerTime, type ServerTime } from './serverTime.ts';
import { directionOf, directions } from './vocabulary.ts';

const direction = z.enum(directions);
const utcInstant = z.iso.datetime();
const seconds = z.int().check(z.nonnegative());

export const callStatusSchema = z.object({
    mobileNumber: z.string(),
    agentCode: z.string(),
    callMode: z.string(),
    direction: z.optional(direction),
    convoxStatus: z.string(),
    connected: z.optional(z.boolean()),
    startedAt: z.optional(utcInstant),
    durationSeconds: z.optional(seconds),
    queueName: z.string(),
    queueSeconds: z.optional(seconds),
    ringSeconds: z.optional(seconds),
    completedBy: z.string(),
    followUpAt: z.optional(utcInstant),
    station: z.string(),
    listId: z.string(),
    did: z.string(),
    convoxId: z.string(),
    callReference: z.string(),
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
/**
 * What ConVox reports when a call is over. Texts are '' and other values undefined when ConVox sent nothing. Instants are
 * ISO 8601 in UTC with whole seconds. connected: undefined for a CALL_STATUS nobody knows.
 * unknown: what else came, by its own name. quality: what had to be guessed, cut or left out.
 */
export type CallStatus = z.infer<typeof callStatusSchema>;

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
    const start = wallClock(status.startedAt, encoding.timeZone);
    const followUp = wallClock(status.followUpAt, encoding.timeZone);
    const impliedDirection = directionOf(status.callMode);
    const values: Record<StatusField, string | number | undefined> = {
        mobileNumber: status.mobileNumber,
        agentCode: status.agentCode,
        callMode: status.callMode,
        convoxStatus: status.convoxStatus,
        callDate: start && (encoding.callDate === 'date' ? start.date : `${start.date}T${start.time}`),
        callHour: start?.hours,
        callMinute: start?.minutes,
        duration: status.durationSeconds,
        queueName: status.queueName,
        queueDuration: status.queueSeconds,
        ringDuration: status.ringSeconds,
        completedBy: status.completedBy,
        followUpTime: followUp && `${followUp.date} ${followUp.time}`,
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
        callType: status.direction === impliedDirection ? undefined : status.direction
    };
    const texts = (rules: typeof sheetRules): [string, string][] =>
        rules.map(({ field, name }) => [
            encoding.spelling === 'underscore' ? name.replaceAll(' ', '_') : name,
            String(values[field] ?? '')
        ]);
    return [...texts(sheetRules), ...texts(extraRules).filter(([, text]) => text !== '')];
}

function wallClock(instant: string | undefined, timeZone: string): (ServerTime & { time: string }) | undefined {
    if (instant === undefined) {
        return undefined;
    }
    const wall = instantToServerTime(instant, timeZone);
    return { ...wall, time: `${wall.hours}:${wall.minutes}:${wall.seconds}` };
}
