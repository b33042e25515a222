/** Whoever asks for more is asked again nevertheless: a wrong header must not stop forwarding for a day. */
const LONGEST = 15 * 60;

/**
 * Seconds that `Retry-After` asks for, 15 minutes at most; undefined when it says nothing, or nothing ahead. A date counts
 * from the server's own `Date`, if there is one: this machine's clock may be wrong.
 */
export function readRetryAfter(headers: Headers, now: () => number = Date.now): number | undefined {
    const text = headers.get('retry-after')?.trim() ?? '';
    const isNumber = /^\d+(\.\d+)?$/.test(text);
    const date = Date.parse(headers.get('date') ?? '');
    const seconds = isNumber ? Number(text) : (Date.parse(text) - (Number.isNaN(date) ? now() : date)) / 1000;
    return seconds > 0 ? Math.min(seconds, LONGEST) : undefined;
}
