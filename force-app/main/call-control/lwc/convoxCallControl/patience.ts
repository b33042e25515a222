import type { CommandResult } from 'c/convoxCommand';

/** Lets time pass; a test injects its own. */
export type Wait = (milliseconds: number) => Promise<void>;

export const wait: Wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 8000;

/**
 * Looks again and again, with growing pauses of 1, 2, 4, 8, 8, ... seconds that add up to `budget`, until a look shows
 * an answer. It only ever reads: patience never sends anything.
 * @param look gives the command's result now, or undefined when it could not be read
 * @param budget milliseconds
 * @returns the answer, or undefined when the budget ran out
 */
export async function awaitAnswer(
    look: () => Promise<CommandResult | undefined>,
    budget: number,
    pass: Wait,
    pause = FIRST_PAUSE
): Promise<CommandResult | undefined> {
    if (budget <= 0) {
        return undefined;
    }
    await pass(Math.min(pause, budget));
    const result = await look();
    return result !== undefined && result.state !== 'sending'
        ? result
        : awaitAnswer(look, budget - pause, pass, Math.min(pause * 2, LONGEST_PAUSE));
}
