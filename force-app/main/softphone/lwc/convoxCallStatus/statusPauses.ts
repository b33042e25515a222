/** Milliseconds between two looks while the agent still talks, in case ConVox ends the call by itself. */
export const PAUSE_WHILE_TALKING = 30_000;

/** Milliseconds after which nobody waits for the answer to a look any more. */
export const LONGEST_ANSWER = 10_000;

/** A report usually comes within a second of the end, and the agent waits for it. */
const FIRST_PAUSE = 250;
const FIRST_LOOKS = 6;
const LONGEST_PAUSE = 60_000;
const LOOKS = 32;

/**
 * Milliseconds until the next look at the record, after so many looks: a quarter of a second for the first one and a half
 * seconds, then growing to a minute, about a quarter of an hour in all. Undefined when it is time to give up.
 */
export function pauseAfter(looks: number): number | undefined {
    const growth = 1.5 ** Math.max(0, looks - FIRST_LOOKS);
    return looks < LOOKS ? Math.min(FIRST_PAUSE * growth, LONGEST_PAUSE) : undefined;
}
