import { phoneKey } from 'c/convoxContract';
import type { ScreenPop } from 'c/convoxContract';

/** Compares equal to no key. An empty text would find every record without a number. */
const NO_KEY = 'none';

/** Variables of CALLER_QUERY. */
export function callerVariables(pop: ScreenPop, userId: string): Record<string, string> {
    return {
        key: phoneKey(pop.callerNumber) || NO_KEY,
        reference: pop.callReference,
        process: pop.process || NO_KEY,
        userId
    };
}

/** Variables of UNFILLED_CALLER_QUERY: the key's digits, whatever was typed between them. */
export function unfilledCallerVariables(callerNumber: string): Record<string, string> {
    return { pattern: `%${[...phoneKey(callerNumber).replace('+', '')].join('%')}` };
}
