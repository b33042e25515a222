import { malformed } from './soqlErrors.ts';

/** Days as `YYYY-MM-DD`: the first one inside, and the first one after. */
export interface DayRange {
    readonly start: string;
    readonly end: string;
}

type Unit = 'day' | 'week' | 'month' | 'year';

/** Unit, steps from the current one to the first one inside, and how many units long. */
const named: Readonly<Record<string, readonly [Unit, number, number]>> = {
    YESTERDAY: ['day', -1, 1],
    TODAY: ['day', 0, 1],
    TOMORROW: ['day', 1, 1],
    LAST_WEEK: ['week', -1, 1],
    THIS_WEEK: ['week', 0, 1],
    NEXT_WEEK: ['week', 1, 1],
    LAST_MONTH: ['month', -1, 1],
    THIS_MONTH: ['month', 0, 1],
    NEXT_MONTH: ['month', 1, 1],
    LAST_YEAR: ['year', -1, 1],
    THIS_YEAR: ['year', 0, 1],
    NEXT_YEAR: ['year', 1, 1]
};

/**
 * Days that a SOQL date literal covers, seen from a day in the user's time zone: `TODAY`, `LAST_N_DAYS:7`.
 * Weeks start on Sunday, as in the en_IN and en_US locales.
 * @throws QueryError naming a literal that the local org does not support
 */
export function rangeOfLiteral(literal: string, today: string): DayRange {
    const [name = '', count] = literal.toUpperCase().split(':');
    const n = Number(count);
    const fixed = named[name];
    if (fixed) {
        const [unit, steps, length] = fixed;
        return { start: stepped(today, unit, steps), end: stepped(today, unit, steps + length) };
    }
    switch (name) {
        case 'LAST_N_DAYS':
            return { start: stepped(today, 'day', -n), end: stepped(today, 'day', 1) };
        case 'NEXT_N_DAYS':
            return { start: stepped(today, 'day', 1), end: stepped(today, 'day', n + 1) };
        case 'N_DAYS_AGO':
            return { start: stepped(today, 'day', -n), end: stepped(today, 'day', 1 - n) };
        default:
            throw malformed(`the date literal ${literal} is not supported by the local org`);
    }
}

/** The day in an IANA time zone. */
export function dayIn(timeZone: string, instant: Date): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
        instant
    );
}

/** The instant at which a day starts in an IANA time zone, as ISO 8601 UTC. */
export function startOfDay(day: string, timeZone: string): string {
    const utc = new Date(`${day}T00:00:00Z`).getTime();
    // Twice, because the zone's offset must be taken at the instant searched for.
    const near = utc - offsetOf(timeZone, new Date(utc));
    return new Date(utc - offsetOf(timeZone, new Date(near))).toISOString();
}

function offsetOf(timeZone: string, instant: Date): number {
    const name = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
        .formatToParts(instant)
        .find((part) => part.type === 'timeZoneName')?.value;
    const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name ?? '') ?? [];
    const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
    return sign === '-' ? -size : size;
}

function stepped(day: string, unit: Unit, steps: number): string {
    const date = new Date(`${day}T00:00:00Z`);
    switch (unit) {
        case 'day':
            date.setUTCDate(date.getUTCDate() + steps);
            break;
        case 'week':
            date.setUTCDate(date.getUTCDate() - date.getUTCDay() + 7 * steps);
            break;
        case 'month':
            date.setUTCMonth(date.getUTCMonth() + steps, 1);
            break;
        case 'year':
            date.setUTCFullYear(date.getUTCFullYear() + steps, 0, 1);
    }
    return date.toISOString().slice(0, 10);
}
