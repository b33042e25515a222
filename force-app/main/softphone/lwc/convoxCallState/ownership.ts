import type { AgentSetup } from 'c/convoxAgentSetup';
import type { Owner } from './callState.ts';

/** ConVox writes codes, of agents and dispositions, in either case. */
export const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Whether the agent of the pop is one of the agents that the signed-in user is. */
export function ownerOf(agentCode: string, agents: readonly AgentSetup[]): Owner {
    const agent = agents.find((candidate) => same(candidate.agentCode, agentCode));
    if (agent) {
        return { kind: 'mine', agent };
    }
    const own = agents[0];
    return own ? { kind: 'otherAgent', agentCode: own.agentCode } : { kind: 'noAgent' };
}
