import type { CallState } from 'c/convoxCallState';
import type { PopOutcome } from 'c/convoxSession';

/** What the tab that ConVox opened is told; undefined while nothing is decided. */
export function outcomeOf({ owner, troubles }: CallState): { outcome: PopOutcome; agentCode: string } | undefined {
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
