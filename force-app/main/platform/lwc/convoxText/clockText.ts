const SECONDS_PER_HOUR = 3600;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Milliseconds as m:ss, from an hour on as h:mm:ss; a clock that runs behind shows 0:00. */
export function clockText(milliseconds: number): string {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const hours = Math.floor(seconds / SECONDS_PER_HOUR);
    const minutes = Math.floor((seconds % SECONDS_PER_HOUR) / 60);
    const rest = twoDigits(seconds % 60);
    return hours > 0 ? `${hours}:${twoDigits(minutes)}:${rest}` : `${minutes}:${rest}`;
}
