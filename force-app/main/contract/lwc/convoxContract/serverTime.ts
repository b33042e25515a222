/** The zone of a ConVox server whose setting is empty. */
export const defaultTimeZone = 'Asia/Kolkata';

/** A wall-clock time of the ConVox server: `YYYY-MM-DD`, `00`-`23`, `00`-`59`, `00`-`59`. */
export interface ServerTime {
    readonly date: string;
    readonly hours: string;
    readonly minutes: string;
    readonly seconds: string;
}

const day = 24 * 60 * 60 * 1000;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();
const mostOffsets = 1000;

/** Whether the text names a time zone that this browser or Node knows. */
export function isTimeZone(timeZone: string): boolean {
    return formatOf(timeZone) !== undefined;
}

/**
 * The instant (ISO 8601, UTC) of a wall-clock time on the server. A time that the clock change skips moves forward by
 * the gap; a time that occurs twice means its first occurrence.
 * @throws RangeError for a time that no calendar has, a year outside 1970-2199, or an unknown zone
 */
export function serverTimeToInstant(
    date: string,
    hours: string,
    minutes: string,
    timeZone: string,
    seconds = '00'
): string {
    const instant = readServerTime({ date, hours, minutes, seconds }, timeZone);
    if (instant === undefined) {
        throw new RangeError(`No such time: ${date} ${hours}:${minutes}:${seconds} in "${timeZone}"`);
    }
    return instant;
}

/**
 * The server's wall clock at an instant.
 * @throws RangeError for an unreadable instant or an unknown zone
 */
export function instantToServerTime(instant: string, timeZone: string): ServerTime {
    const time = serverTimeAt(instant, timeZone);
    if (time === undefined) {
        throw new RangeError(`No such time: ${instant} in "${timeZone}"`);
    }
    return time;
}

/** As `instantToServerTime`, but undefined where that throws. */
export function serverTimeAt(instant: string, timeZone: string): ServerTime | undefined {
    const milliseconds = Date.parse(instant);
    if (Number.isNaN(milliseconds) || !isTimeZone(timeZone)) {
        return undefined;
    }
    const local = new Date(milliseconds + offsetAt(milliseconds, timeZone)).toISOString();
    return {
        date: local.slice(0, 10),
        hours: local.slice(11, 13),
        minutes: local.slice(14, 16),
        seconds: local.slice(17, 19)
    };
}

/** As `serverTimeToInstant`, but undefined where that throws: for times that come from outside. */
export function readServerTime(time: ServerTime, timeZone: string): string | undefined {
    const wall = wallClock(time.date, time.hours, time.minutes, time.seconds);
    if (wall === undefined || !isTimeZone(timeZone)) {
        return undefined;
    }
    const before = wall - offsetAt(wall - day, timeZone);
    const after = wall - offsetAt(wall + day, timeZone);
    // Away from a clock change there is nothing to choose.
    const instants = before === after ? [] : [Math.min(before, after), Math.max(before, after)];
    const exact = instants.find((instant) => instant + offsetAt(instant, timeZone) === wall);
    return new Date(exact ?? before).toISOString();
}

/** Whether a date and a time of day exist in the calendar, whatever the zone. */
export function isCalendarTime(date: string, hours: string, minutes: string): boolean {
    return wallClock(date, hours, minutes, '00') !== undefined;
}

/** What English-speaking countries call the zone at an instant for short: IST, EDT, AEST. */
export function zoneNames(instant: string, timeZone: string): string[] {
    return ['en-IN', 'en-US', 'en-GB', 'en-AU'].flatMap((locale) =>
        new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' })
            .formatToParts(Date.parse(instant))
            .flatMap(({ type, value }) => (type === 'timeZoneName' ? [value.toUpperCase()] : []))
    );
}

function wallClock(date: string, hours: string, minutes: string, seconds: string): number | undefined {
    const text = `${date}T${hours}:${minutes}:${seconds}.000Z`;
    const time = new Date(/^(?:19[789]|2[01]\d)\d-\d\d-\d\dT(?:[01]\d|2[0-3]):/.test(text) ? text : NaN);
    // Date lets 31 February roll over.
    return time.getUTCDate() === Number(date.slice(8)) ? time.getTime() : undefined;
}

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
    const known = formats.get(timeZone);
    if (known !== undefined) {
        return known;
    }
    try {
        const format = new Intl.DateTimeFormat('en-US', {
            timeZone,
            calendar: 'gregory',
            numberingSystem: 'latn',
            hourCycle: 'h23',
            year: 'numeric',
            month: 'numeric',
            day: 'numeric',
            hour: 'numeric',
            minute: 'numeric',
            second: 'numeric'
        });
        formats.set(timeZone, format);
        return format;
    } catch {
        return undefined;
    }
}

/** Zones change their offset on a full minute, and a busy gateway asks for the same few minutes over and over. */
function offsetAt(instant: number, timeZone: string): number {
    const minute = `${timeZone} ${Math.floor(instant / 60_000)}`;
    const offset = offsets.get(minute) ?? computeOffset(instant, timeZone);
    if (offsets.size >= mostOffsets) {
        offsets.clear();
    }
    offsets.set(minute, offset);
    return offset;
}

function computeOffset(instant: number, timeZone: string): number {
    const numbers = formatOf(timeZone)
        ?.formatToParts(instant)
        .flatMap(({ type, value }) => (type === 'literal' ? [] : Number(value)));
    const [month = 0, date = 0, year = 0, hour = 0, minute = 0, second = 0] = numbers ?? [];
    return Date.UTC(year, month - 1, date, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}
