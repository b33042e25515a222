import { extraRules, sheetRules, type StatusField } from './callStatusFields.ts';
import type { QualityFlag } from './callStatusValues.ts';
import { instantToServerTime, serverTimeAt, type ServerTime } from './serverTime.ts';
import { directionOf, type Direction } from './vocabulary.ts';

/**
 * What ConVox reports when a call is over. Texts are '' and other values undefined when ConVox sent nothing. Instants are
 * ISO 8601 in UTC with whole seconds. connected: undefined for a CALL_STATUS nobody knows.
 * unknown: what else came, by its own name. quality: what had to be guessed, cut or left out.
 */
export interface CallStatus {
    readonly mobileNumber: string;
    readonly agentCode: string;
    readonly callMode: string;
    readonly direction?: Direction | undefined;
    readonly convoxStatus: string;
    readonly connected?: boolean | undefined;
    readonly startedAt?: string | undefined;
    readonly durationSeconds?: number | undefined;
    readonly queueName: string;
    readonly queueSeconds?: number | undefined;
    readonly ringSeconds?: number | undefined;
    readonly completedBy: string;
    readonly followUpAt?: string | undefined;
    readonly station: string;
    readonly listId: string;
    readonly did: string;
    readonly convoxId: string;
    readonly callReference: string;
    readonly disposition: string;
    readonly disposition2: string;
    readonly disposition3: string;
    readonly remarks: string;
    readonly dialerDisposition: string;
    readonly processName: string;
    readonly recordingFile: string;
    readonly unknown: Record<string, string>;
    readonly quality: QualityFlag[];
}

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

/** When a call began and its customer is to be called, on the clock of its server, by which reports count. */
export interface DaysOnServer {
    /** YYYY-MM-DD. */
    readonly day?: string;
    /** 0 to 23. */
    readonly hour?: number;
    /** HH:00 or HH:30. */
    readonly halfHour?: string;
    /** YYYY-MM-DD. */
    readonly followUpDay?: string;
}

/** What is known of it. */
export function daysOnServer(status: CallStatus, timeZone: string): DaysOnServer {
    const followUp = serverTimeAt(status.followUpAt ?? '', timeZone);
    return { ...startOnServer(status, timeZone), ...(followUp && { followUpDay: followUp.date }) };
}

/** A day alone begins at midnight, which says nothing about the hour. */
function startOnServer({ startedAt, quality }: CallStatus, timeZone: string): DaysOnServer {
    const time = serverTimeAt(startedAt ?? '', timeZone);
    if (time === undefined) {
        return {};
    }
    const { date: day, hours, minutes } = time;
    return quality.includes('startTimeMissing') || quality.includes('startTimeUnreadable')
        ? { day }
        : { day, hour: Number(hours), halfHour: `${hours}:${minutes < '30' ? '00' : '30'}` };
}

function wallClock(instant: string | undefined, timeZone: string): (ServerTime & { time: string }) | undefined {
    if (instant === undefined) {
        return undefined;
    }
    const wall = instantToServerTime(instant, timeZone);
    return { ...wall, time: `${wall.hours}:${wall.minutes}:${wall.seconds}` };
}
