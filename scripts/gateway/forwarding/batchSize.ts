/** So many calls were too much for one request, though not for several. */
export interface TooMuch {
    readonly calls: number;
    /** The answer said so; else it may be chance: a connection that broke, an answer that was lost. */
    readonly isSaid: boolean;
}

export interface BatchSize {
    /** Calls of the next request. */
    current(): number;
    /** So many calls went in together. */
    wentWell(calls: number): void;
    wasTooMuch(tooMuch: TooMuch): void;
    /** What was taken for too much may have been one call. */
    forget(): void;
}

/** Nothing is known of the org's automation before the first request. */
const FIRST = 50;
/** Distance to the size that was too much, as a share of it, at which growing ends. */
const MARGIN = 1 / 8;
/** Share of the distance that one good request closes. */
const APPROACH = 1 / 4;
/** Good requests after which the size that was too much may no longer be. */
const FORGOTTEN_AFTER = 50;

/**
 * How many calls one request carries: it doubles up to the most, and what was too much is remembered and approached slowly,
 * because every request that fails costs its whole time-out.
 */
export function createBatchSize(most: number): BatchSize {
    let size = Math.min(FIRST, most);
    let tooMuch: number | undefined;
    let steady = 0;
    let strikes = 0;

    function grow(): void {
        if (tooMuch === undefined) {
            size = Math.min(most, size * 2);
            return;
        }
        const distance = tooMuch - size;
        if (distance > Math.max(1, tooMuch * MARGIN)) {
            size = Math.min(most, size + Math.ceil(distance * APPROACH));
            return;
        }
        steady += 1;
        if (steady >= FORGOTTEN_AFTER) {
            steady = 0;
            tooMuch = Math.ceil(tooMuch * (1 + MARGIN)) + 1;
        }
    }

    return {
        current: () => size,
        wentWell(calls) {
            strikes = calls * 2 >= size ? 0 : strikes;
            if (calls >= size) {
                grow();
            }
        },
        wasTooMuch({ calls, isSaid }) {
            strikes += 1;
            if (!isSaid && strikes < 2) {
                return;
            }
            strikes = 0;
            tooMuch = calls;
            steady = 0;
            size = Math.max(1, Math.floor(calls / 2));
        },
        forget() {
            tooMuch = undefined;
        }
    };
}
