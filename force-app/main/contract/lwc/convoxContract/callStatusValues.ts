import { hourOf, instantOf, readWrittenTime, two } from './writtenTime.ts';

/** What had to be guessed, cut or left out of a pushed status. Names, kept with the call's record. */
export const qualityFlags = [
    'valueCut',
    'fieldRepeated',
    'numberWithoutKey',
    'referenceMissing',
    'statusUnknown',
    'startMissing',
    'startUnreadable',
    'startTimeMissing',
    'startTimeUnreadable',
    'startInFuture',
    'durationUnreadable',
    'queueDurationUnreadable',
    'ringDurationUnreadable',
    'followUpUnreadable',
    'severalAgents'
] as const;
export type QualityFlag = (typeof qualityFlags)[number];

const longestSeconds = 999_999_999;

/**
 * The call's start. A CALL_DATE with a time of day is the whole truth; CALL_HOUR and CALL_MINUTE count only behind a date
 * without one, or behind midnight, which a date column shows for want of a time.
 */
export function readStart(
    date: string,
    hour: string,
    minute: string,
    timeZone: string,
    quality: Set<QualityFlag>
): string | undefined {
    const written = readWrittenTime(date);
    if (written === 'none' || written === undefined) {
        quality.add(written === 'none' ? 'startMissing' : 'startUnreadable');
        return undefined;
    }
    const { time, offset } = written;
    const separate = time === undefined || /^00:00:00$/.test(`${time.hours}:${time.minutes}:${time.seconds}`);
    const ofDay = separate ? timeOfDay(hour, minute, time === undefined, quality) : time;
    const instant = instantOf({ date: written.date, ...ofDay }, offset, timeZone);
    if (instant === undefined) {
        quality.add('startUnreadable');
    }
    return instant;
}

function timeOfDay(
    hour: string,
    minute: string,
    needed: boolean,
    quality: Set<QualityFlag>
): { hours: string; minutes: string; seconds: string } {
    const hours = readHour(hour || '0');
    const minutes = two(minute || '0');
    if (hours === undefined || !/^[0-5]\d$/.test(minutes)) {
        quality.add('startTimeUnreadable');
        return { hours: '00', minutes: '00', seconds: '00' };
    }
    if (needed && hour === '') {
        quality.add('startTimeMissing');
    }
    return { hours, minutes, seconds: '00' };
}

/** `9` and `09 AM` -> `09`. */
function readHour(text: string): string | undefined {
    const [, digits, half] = /^(\d{1,2})(?:\s*([ap])\.?m\.?)?$/i.exec(text) ?? [];
    const hours = digits === undefined ? undefined : hourOf(digits, half);
    return hours !== undefined && hours < '24' ? hours : undefined;
}

/** A promised call-back; undefined for none. A date alone is no promise that anybody could keep. */
export function readFollowUp(text: string, timeZone: string, quality: Set<QualityFlag>): string | undefined {
    const written = readWrittenTime(text);
    if (written === 'none') {
        return undefined;
    }
    const instant = written?.time && instantOf({ date: written.date, ...written.time }, written.offset, timeZone);
    if (instant === undefined) {
        quality.add('followUpUnreadable');
    }
    return instant;
}

/** Seconds, written as `180`, `180.4`, `1.8e2` or `00:03:00`; undefined for none, which PHP also writes as false. */
export function readSeconds(text: string, flag: QualityFlag, quality: Set<QualityFlag>): number | undefined {
    if (text === '' || text === 'false') {
        return undefined;
    }
    const [, hours, minutes, rest] = /^(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/i.exec(text) ?? [];
    const seconds = Math.round(Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest));
    if (rest === undefined || seconds > longestSeconds) {
        quality.add(flag);
        return undefined;
    }
    return seconds;
}
