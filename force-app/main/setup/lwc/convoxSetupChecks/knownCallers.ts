import { rowsOf, textOf } from 'c/convoxGraphqlRows';

/** Calls of customers whom the org knows, that came to a phone. */
export interface KnownCallers {
    readonly calls: number;
    /** Of these, how many the phone found with what its agent may see. */
    readonly found: number;
    /** Codes of agents whose phone found none of theirs. */
    readonly blind: readonly string[];
}

/**
 * The reason that the flow ConVox Call After Save Link Customer gives, in every language. The phone saves a call after it has
 * looked: what it found is linked already. The flow finds whom the agent may not see, too.
 */
const OF_THE_FLOW = /^The only \w+ with this number/;

export function readKnownCallers(came: unknown): KnownCallers {
    const calls = rowsOf(came, 'known').map((row) => ({
        agent: textOf(row, 'Agent_Code__c'),
        isFound: !OF_THE_FLOW.test(textOf(row, 'Match_Reason__c'))
    }));
    const found = calls.filter(({ isFound }) => isFound);
    const seeing = new Set(found.map(({ agent }) => agent));
    return {
        calls: calls.length,
        found: found.length,
        blind: [...new Set(calls.map(({ agent }) => agent))].filter((agent) => !seeing.has(agent))
    };
}
