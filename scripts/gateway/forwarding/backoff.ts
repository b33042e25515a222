export interface BackoffSettings {
    /** Milliseconds after the first failure. */
    readonly first: number;
    /** Most milliseconds. */
    readonly longest: number;
}

/**
 * Milliseconds to wait after so many failures in a row (1 = the first): doubling, and somewhere between half and all of
 * it, so that gateways which failed together do not come back together.
 */
export function backoff(failures: number, { first, longest }: BackoffSettings, random: () => number): number {
    const full = Math.min(longest, first * 2 ** Math.min(failures - 1, 30));
    return Math.round(full / 2 + (full / 2) * random());
}
