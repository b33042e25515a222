import type { CallState } from 'c/convoxCallState';
import type { Leadership, PopOutcome } from 'c/convoxSession';

/** What the tab that ConVox opened is told; undefined while nothing is decided. */
function outcomeOf({ owner, troubles }: CallState): { outcome: PopOutcome; agentCode: string } | undefined {
    switch (owner.kind) {
        case 'mine':
            return { outcome: 'opened', agentCode: owner.agent.agentCode };
        case 'otherAgent':
            return { outcome: 'otherAgent', agentCode: owner.agentCode };
        case 'noAgent':
            return { outcome: 'noAgent', agentCode: '' };
        case 'unchecked':
        default:
            return troubles.lookUp ? { outcome: 'failed', agentCode: '' } : undefined;
    }
}

/**
 * Answers the pop of a call as soon as it is clear whose call it is.
 * @param waiting pops that wait for an answer, by call reference
 */
export function answerPop(state: CallState | undefined, waiting: Map<string, string>, leadership?: Leadership): void {
    const answer = state && outcomeOf(state);
    const popId = state && waiting.get(state.pop.callReference);
    if (answer && popId) {
        waiting.delete(state.pop.callReference);
        leadership?.report(popId, answer.outcome, answer.agentCode);
    }
}
