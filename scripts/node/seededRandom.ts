export interface SeededRandom {
    /** 0 (included) to 1 (excluded). */
    next(): number;
    /** A whole number from 0 to below `end`. */
    below(end: number): number;
    chance(share: number): boolean;
}

/** The same numbers for the same seed (mulberry32). */
export function createRandom(seed: number): SeededRandom {
    let state = seed >>> 0;
    const next = (): number => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
    return { next, below: (end) => Math.floor(next() * end), chance: (share) => next() < share };
}
