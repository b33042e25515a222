import { labels } from './labels.ts';
import type { AgentState, OpenCall } from './readFloor.ts';

/** What an agent with a call on the line may be doing. */
const OF_A_CALL: ReadonlySet<string> = new Set(['Ringing', 'Talking', 'On Hold', 'Wrap-Up']);

/** What an agent does, in words, and since when in milliseconds of the clock. */
export interface ShownState {
    readonly text: string;
    readonly since: number;
}

/**
 * What is shown of an agent beside the calls on the line. A pop that went straight to Lightning is a call of which no
 * gateway heard: what was last heard of its agent is from before it.
 */
export function shownState(agent: AgentState, calls: readonly OpenCall[]): ShownState {
    const { kind, state, detail, since } = agent;
    const heard = [state, detail].filter(Boolean).join(' · ');
    const latest = calls.findLast(({ agentCode }) => agentCode !== '' && isSame(agentCode, agent.agentCode));
    if (!latest || OF_A_CALL.has(kind)) {
        return { text: heard, since };
    }
    return { text: since > latest.since ? `${labels.onLine} · ${heard}` : labels.onLine, since: latest.since };
}

/** Agents with a call on the line of whom nothing was heard, or only long ago, once each. */
export function unheardAgents(agents: readonly AgentState[], calls: readonly OpenCall[]): AgentState[] {
    return calls
        .filter(
            ({ agentCode }, index) =>
                agentCode !== '' &&
                !agents.some((agent) => isSame(agent.agentCode, agentCode)) &&
                calls.findIndex((call) => isSame(call.agentCode, agentCode)) === index
        )
        .map(({ id, agent, agentCode }) => ({
            id,
            agent,
            agentCode,
            kind: '',
            state: '',
            detail: '',
            since: -Infinity
        }));
}

function isSame(one: string, other: string): boolean {
    return one.toLowerCase() === other.toLowerCase();
}
