import { phoneKey } from 'c/convoxContract';
import type { ScreenPop } from 'c/convoxContract';

/** Compares equal to no key. An empty text would find every record without a number. */
const NO_KEY = 'none';

const MOST_AGENTS = 10;

/** The page asks at its start for calls of the last half day. Later answers bring them, too: the question stays the same. */
const SINCE = new Date(Date.now() - 12 * 60 * 60 * 1000).toISOString();

/**
 * Variables of CALLER_QUERY.
 * @param pop undefined when there is no call to ask about
 * @param round how often the question failed before. A question that hangs is sent once more only when it differs, so
 *     each round allows one agent more than any user has
 */
export function callerVariables(
    pop: ScreenPop | undefined,
    userId: string,
    round = 0
): Record<string, string | number> {
    return {
        key: phoneKey(pop?.callerNumber ?? '') || NO_KEY,
        reference: pop?.callReference ?? NO_KEY,
        process: pop?.process || NO_KEY,
        userId,
        since: SINCE,
        mostAgents: MOST_AGENTS + round
    };
}

/** Variables of UNFILLED_CALLER_QUERY: the key's digits, whatever was typed between them. */
export function unfilledCallerVariables(callerNumber: string): Record<string, string> {
    return { pattern: `%${[...phoneKey(callerNumber).replace('+', '')].join('%')}` };
}
