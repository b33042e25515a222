/** How long Salesforce may take to answer a request, in milliseconds. */
export const REQUEST_LIMIT = 10_000;

/** Lets time pass: runs the action later, unless what it returns is called before. */
export type After = (milliseconds: number, action: () => void) => () => void;

/** Salesforce did not answer in time. What was asked for may still happen. */
export class NoAnswerInTime extends Error {}

/** The answer, or NoAnswerInTime once it took longer than the limit. */
export function withinLimit<Answer>(answer: Promise<Answer>, after: After, limit = REQUEST_LIMIT): Promise<Answer> {
    return new Promise((resolve, reject) => {
        const stop = after(limit, () => reject(new NoAnswerInTime()));
        answer.then(resolve, reject).finally(stop);
    });
}

const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 60_000;

/** Milliseconds until a request is repeated that failed so many times in a row: 2, 4, 8, ... seconds up to a minute. */
export function pauseAfterFailures(failures: number): number {
    return Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
}
