/** Milliseconds between two looks while the agent still talks, in case ConVox ends the call by itself. */
export const PAUSE_WHILE_TALKING = 30_000;

const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 60_000;
const LOOKS = 22;

/**
 * Milliseconds until the next look at the record, after so many looks: 2, 3, 4.5, ... seconds up to a minute, about a
 * quarter of an hour in all. Undefined when it is time to give up.
 */
export function pauseAfter(looks: number): number | undefined {
    return looks < LOOKS ? Math.min(FIRST_PAUSE * 1.5 ** looks, LONGEST_PAUSE) : undefined;
}
