import { isTimeZone, readServerTime, serverTimeAt, zoneNames, type ServerTime } from './serverTime.ts';

/**
 * A date as a ConVox server writes it; `time` only when it carried one, `offset` only when written: 'Z', '+05:30', a zone
 * of the IANA data base, or the abbreviation of one.
 */
export interface WrittenTime {
    readonly date: string;
    readonly time?: { readonly hours: string; readonly minutes: string; readonly seconds: string };
    readonly offset?: string;
}

type Parts = readonly (string | undefined)[];

/** What databases, PHP, .NET, Go and JavaScript write when there is no date; negative years and seconds are theirs, too. */
const nothing =
    /^(?:0+(?:\.0+)?|0+[-/.]0+[-/.]0+(?:[T ][0:.Z]*)?|null|none|nil|n\/?a|undefined|nan|invalid date|false|-+|-\d+(?:-.*)?)?$/i;
/** The first and last days that date types know, and the first one of Unix wherever on earth. */
const noDay = /^(?:000[01]-|1753-01-01|1899-12-3[01]|1900-01-0[01]|1969-12-31|1970-01-01|9999-)/;

const usual = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d):(\d\d))?$/;
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i;
/** An offset or a zone; Java and Go write the zone's name behind its offset. */
const zone =
    '(Z|(?:UTC|GMT)?\\s?[+-]\\d{1,2}(?::?\\d{2})?|\\[?[A-Z]+/[A-Z_+/-]+\\d*\\]?|\\[?[A-Z]{3,5}\\]?)(?:\\s?\\[[^\\]]*\\]|\\s[A-Z]{3,5})?';
const timeOfDay = new RegExp(
    `(?:(?<=\\d)T\\s*|[\\s,]|^)\\s*(\\d{1,2})(?:([:.])(\\d{2}|(?<=:)\\d)(?:\\2(\\d{2}|(?<=:)\\d)(?:[.,:]\\d+)?)?)?(?:\\s*([ap])\\.?m\\.?)?` +
        `(?:\\s*${zone})?(?=\\s|$)`,
    'gi'
);
const compact = new RegExp(`^(\\d{4})(\\d\\d)(\\d\\d)(?:T?(\\d\\d)(\\d\\d)(\\d\\d)?)?(?:\\s*${zone})?$`, 'i');
const microsoft = /^\/?Date\((-?\d+)(?:[+-]\d{4})?\)\/?$/i;
const epoch = /^@?(\d{10})(?:\.\d+)?$|^(\d{13})$/;

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dateForms = [
    /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/,
    /^(?<day>1[3-9]|[23]\d)[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})$/,
    /^(?<month>\d{1,2})[-/.](?<day>1[3-9]|[23]\d)[-/.](?<year>\d{4})$/,
    /^0?(?<day>\d{1,2})[-/.](?<month>0?\k<day>)[-/.](?<year>\d{4})$/,
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?[-/. ]+(?<month>[a-z]{3,9})\.?[-/., ]+(?<year>\d{4}|\d{2})$/i,
    /^(?<month>[a-z]{3,9})\.?[-/. ]+(?<day>\d{1,2})(?:st|nd|rd|th)?[-/., ]+(?<year>\d{4})$/i,
    /^(?<year>\d{4})[-/. ]+(?<month>[a-z]{3,9})\.?[-/. ]+(?<day>\d{1,2})$/i,
    /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/
];

/**
 * Reads a date whose meaning is certain, alone or with a time of 12 or 24 hours, with or without an offset: year first, year
 * last where no other day can be meant, with the month's name, in digits alone, as seconds or milliseconds since 1970, or as
 * mail, browsers, Java and .NET write it. 'none' for what is written instead of nothing; undefined for anything else.
 */
export function readWrittenTime(text: string): WrittenTime | 'none' | undefined {
    if (nothing.test(text)) {
        return 'none';
    }
    const written = readMoment(text);
    return written !== undefined && noDay.test(written.date) ? 'none' : written;
}

function readMoment(text: string): WrittenTime | undefined {
    const digits = usual.exec(text) ?? compact.exec(text);
    if (digits !== null) {
        return ofDigits(digits);
    }
    const milliseconds = sinceEpoch(text);
    return milliseconds === undefined ? inWords(text) : momentAt(milliseconds);
}

function ofDigits([, year = '', month = '', day = '', hours, minutes, seconds = '00', offset]: Parts): WrittenTime {
    const date = `${year}-${month}-${day}`;
    return hours === undefined || minutes === undefined ? { date } : timed(date, { hours, minutes, seconds }, offset);
}

function timed(date: string, time: NonNullable<WrittenTime['time']>, offset: string | undefined): WrittenTime {
    return offset === undefined ? { date, time } : { date, time, offset: offsetText(offset) };
}

function sinceEpoch(text: string): number | undefined {
    const [, seconds, milliseconds = microsoft.exec(text)?.[1]] = epoch.exec(text) ?? [];
    if (seconds !== undefined) {
        return Number(seconds) * 1000;
    }
    return milliseconds === undefined ? undefined : Number(milliseconds);
}

function momentAt(milliseconds: number): WrittenTime | undefined {
    if (Math.abs(milliseconds) > 8.64e15) {
        return undefined;
    }
    const [date = '', time = ''] = new Date(milliseconds).toISOString().split('T');
    const [hours = '', minutes = '', seconds = ''] = time.slice(0, 8).split(':');
    // .NET's first day lies before every one of Unix.
    return { date: milliseconds < 0 ? '0001-01-01' : date, time: { hours, minutes, seconds }, offset: 'Z' };
}

function inWords(text: string): WrittenTime | undefined {
    const plain = text
        .replace(weekday, '')
        .replace(/,?\s+at\s+/i, ' ')
        .replace(/\s*\([^()]*\)$/, '');
    const whole = dateIn(plain);
    if (whole !== undefined) {
        return { date: whole };
    }
    for (const match of plain.matchAll(timeOfDay)) {
        const time = clockIn(match);
        const others = `${plain.slice(0, match.index)} ${plain.slice(match.index + match[0].length)}`.trim();
        const date = time && dateIn(others);
        if (date !== undefined && time !== undefined) {
            return timed(date, time, match[6]);
        }
    }
    return undefined;
}

function clockIn([, hour = '', , minutes, seconds = '00', half]: Parts): WrittenTime['time'] {
    const hours = hourOf(hour, half);
    const isHour = minutes === undefined && half === undefined;
    return hours === undefined || isHour ? undefined : { hours, minutes: two(minutes ?? '00'), seconds: two(seconds) };
}

function dateIn(text: string): string | undefined {
    for (const form of dateForms) {
        const { year, month = '', day = '' } = form.exec(text)?.groups ?? {};
        const number = /^\d/.test(month) ? month : String(monthNames.indexOf(month.slice(0, 3).toLowerCase()) + 1);
        if (year !== undefined && number !== '0') {
            return `${year.length === 2 ? '20' : ''}${year}-${two(number)}-${two(day)}`;
        }
    }
    return undefined;
}

/** The hour of 24, two digits, of an hour with or without its half of the day ('a' or 'p'); undefined for none. */
export function hourOf(hour: string, half: string | undefined): string | undefined {
    const number = Number(hour);
    if (half === undefined || (/p/i.test(half) && number > 12)) {
        return two(hour);
    }
    return number > 12 ? undefined : two(String((number % 12) + (/p/i.test(half) ? 12 : 0)));
}

function offsetText(offset: string): string {
    return offset
        .replace(/^\[(.*)\]$/, '$1')
        .replace(/^(?:UTC|GMT)\s?(?=[+-])/i, '')
        .trim();
}

/** `7` -> `07`. */
export function two(digits: string): string {
    return digits.padStart(2, '0');
}

/** The instant of a written time; a time without an offset is the server's. undefined when no calendar or zone has it. */
export function instantOf(written: ServerTime, offset: string | undefined, timeZone: string): string | undefined {
    const time = written.hours === '24' ? endOfDay(written) : written;
    if (offset === undefined) {
        return readServerTime(time, timeZone);
    }
    const utc = readServerTime(time, 'UTC');
    const minutes = minutesOf(offset);
    if (utc !== undefined && minutes !== undefined) {
        return new Date(Date.parse(utc) - minutes * 60_000).toISOString();
    }
    return utc === undefined ? undefined : readServerTime(time, zoneOf(offset, utc, timeZone));
}

/** The midnight that ends a day is the one that begins the next; no other time has the hour 24. */
function endOfDay(time: ServerTime): ServerTime {
    const lastSecond = readServerTime({ ...time, hours: '23', minutes: '59', seconds: '59' }, 'UTC');
    const isMidnight = time.minutes === '00' && time.seconds === '00';
    const next = isMidnight && lastSecond && new Date(Date.parse(lastSecond) + 1000).toISOString();
    return (next && serverTimeAt(next, 'UTC')) || time;
}

function minutesOf(offset: string): number | undefined {
    const [, sign, hours, minutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset) ?? [];
    if (sign === undefined) {
        return /^(?:Z|UTC|GMT)$/i.test(offset) ? 0 : undefined;
    }
    return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

/** Several zones share an abbreviation: it is certain only where it is the server's own. '' for one that is not. */
function zoneOf(name: string, utc: string, timeZone: string): string {
    const isOwn = isTimeZone(timeZone) && zoneNames(utc, timeZone).includes(name.toUpperCase());
    const abbreviated = isOwn ? timeZone : '';
    return name.includes('/') ? name : abbreviated;
}
