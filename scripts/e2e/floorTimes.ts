export const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** India has no summer time. */
const INDIA = 5.5 * 60 * MINUTE;

/** Minutes ago, but today in India. */
export function today(minutes: number): string {
    const now = Date.now();
    const midnight = Math.floor((now + INDIA) / DAY) * DAY - INDIA;
    return new Date(Math.max(midnight, now - minutes * MINUTE)).toISOString();
}

export const ago = (minutes: number): string => new Date(Date.now() - minutes * MINUTE).toISOString();

/** The day of a moment at the server, in India. */
export const serverDay = (at: string): string => new Date(Date.parse(at) + INDIA).toISOString().slice(0, 10);
