/** Days and hours of a zone, read from Intl: nothing of the local org's own arithmetic. */

const DAY = 86_400_000;

const parts = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
    const known = parts.get(zone);
    const format =
        known ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    parts.set(zone, format);
    return format;
}

/** `2026-01-01` on a clock of that zone. */
export const dayIn = (zone: string, moment: number): string => formatIn(zone).format(moment).slice(0, 10);

export const hourIn = (zone: string, moment: number): number => Number(formatIn(zone).format(moment).slice(11, 13));

/** `09:30`, the half hour that it falls into. */
export function halfHourIn(zone: string, moment: number): string {
    const [hour, minute] = formatIn(zone).format(moment).slice(11, 16).split(':');
    return `${hour}:${Number(minute) < 30 ? '00' : '30'}`;
}

/** Days from one day to a later one. */
export const daysBetween = (day: string, later: string): number => (Date.parse(later) - Date.parse(day)) / DAY;

/** `4 Thursday`. */
export function weekdayOf(day: string): string {
    const place = ((daysBetween('2024-01-01', day) % 7) + 7) % 7;
    return `${place + 1} ${['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][place]}`;
}

/** The Sunday that the day's week begins with. */
export function weekOf(day: string): string {
    const sinceSunday = ((daysBetween('2023-12-31', day) % 7) + 7) % 7;
    return new Date(Date.parse(day) - sinceSunday * DAY).toISOString().slice(0, 10);
}
