import { readServerTime, type ServerTime } from './serverTime.ts';

/** A date as a ConVox server writes it; `time` only when it carried one, `offset` ('Z' or '+05:30') only when written. */
export interface WrittenTime {
    readonly date: string;
    readonly time?: { readonly hours: string; readonly minutes: string; readonly seconds: string };
    readonly offset?: string;
}

const timePart = '(?:[T ]\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?)?$';
const yearFirst = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${timePart}`, 'i');
const dayFirst = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})${timePart}`, 'i');

/**
 * Reads `YYYY-MM-DD` and `DD-MM-YYYY` (also with `/` or `.`), alone or with a time, ISO or with a space, with or without
 * an offset. 'none' for what databases write instead of nothing: zero dates, null. undefined for anything else.
 */
export function readWrittenTime(text: string): WrittenTime | 'none' | undefined {
    if (/^(?:0+(?:[-/.]0+[-/.]0+(?:[T ][0:.Z]*)?)?|null|none|nil|n\/?a|-+)?$/i.test(text)) {
        return 'none';
    }
    return timeIn(yearFirst.exec(text) ?? reordered(dayFirst.exec(text)));
}

function timeIn(parts: readonly (string | undefined)[]): WrittenTime | undefined {
    const [, year, month, day, hours, minutes, seconds, offset] = parts;
    if (year === undefined || month === undefined || day === undefined) {
        return undefined;
    }
    const date = `${year}-${two(month)}-${two(day)}`;
    if (hours === undefined || minutes === undefined) {
        return { date };
    }
    const time = { hours: two(hours), minutes, seconds: seconds ?? '00' };
    return offset === undefined ? { date, time } : { date, time, offset: offset.toUpperCase() };
}

function reordered(match: RegExpExecArray | null): (string | undefined)[] {
    if (match === null) {
        return [];
    }
    const [whole, day, month, year, ...rest] = match;
    return [whole, year, month, day, ...rest];
}

/** `7` -> `07`. */
export function two(digits: string): string {
    return digits.padStart(2, '0');
}

/** The instant of a written time; a time without an offset is the server's. undefined when no calendar has it. */
export function instantOf(time: ServerTime, offset: string | undefined, timeZone: string): string | undefined {
    if (offset === undefined) {
        return readServerTime(time, timeZone);
    }
    const utc = readServerTime(time, 'UTC');
    const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset) ?? [];
    if (utc === undefined || sign === undefined) {
        return utc;
    }
    const shift = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
    return new Date(Date.parse(utc) - shift).toISOString();
}
