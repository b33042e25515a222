/** Clocks differ by less. */
const DAY = 24 * 60 * 60 * 1000;

/** An instant, ISO 8601, that nothing is later than. A question that names it is one of its own moment, so that no cache answers. */
export function uncachedMoment(now: number): string {
    return new Date(now + DAY).toISOString();
}
