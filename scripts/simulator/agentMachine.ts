import type { Call, CompletedBy, FollowUp } from './call.ts';

/** ConVox's own words for what an agent is doing. */
export type AgentState = 'LOGGEDOUT' | 'IDLE' | 'DIALING' | 'RINGING' | 'ONCALL' | 'WRAPUP' | 'MISSED' | 'BREAK';

export interface DuringCall {
    readonly hold?: boolean;
    readonly mute?: boolean;
}

export interface Agent {
    readonly code: string;
    readonly name: string;
    readonly station: string;
    readonly process: string;
    readonly state: AgentState;
    /** Since when in this state, epoch milliseconds. */
    readonly since: number;
    readonly breakName?: string;
    /** What the agent does with the call in hand beside talking. */
    readonly during?: DuringCall;
    /** The call in hand: present from RINGING or DIALING until it is disposed of. */
    readonly call?: Call;
}

export type AgentEvent =
    | { readonly type: 'login' }
    | { readonly type: 'logout' }
    | { readonly type: 'ready' }
    | { readonly type: 'break'; readonly name: string }
    | { readonly type: 'ring'; readonly call: Call }
    | { readonly type: 'dial'; readonly call: Call }
    /** The agent takes the ringing call, or the dialled customer does. */
    | { readonly type: 'answer' }
    | { readonly type: 'ringOut' }
    | { readonly type: 'hangUp'; readonly by: CompletedBy }
    | { readonly type: 'close'; readonly convoxId: string; readonly disposition: string; readonly followUp?: FollowUp }
    /** The call goes to another queue or process, and is over for this agent. */
    | { readonly type: 'transfer'; readonly convoxId: string; readonly disposition: string }
    | { readonly type: 'hold' | 'mute'; readonly on: boolean }
    /** The process' wrap-up time ran out: ConVox disposes of the call itself. */
    | { readonly type: 'wrapUpEnded' };

/** What the server has to do after a step: hand the call to the CRM, or report that it is over. */
export type AgentEffect =
    { readonly type: 'connected'; readonly call: Call } | { readonly type: 'completed'; readonly call: Call };

export interface Refusal {
    /** A code of ConVox's tables, empty for what only its own screen can ask. */
    readonly code: string;
    readonly message: string;
}

export type Step = { readonly agent: Agent; readonly effects: readonly AgentEffect[] } | { readonly refusal: Refusal };

/** ConVox's own disposition of a call that nobody disposed of in time. */
export const AUTO_WRAP_UP = 'AUTOWRAPUP';

const notFree: Record<Exclude<AgentState, 'IDLE'>, Refusal> = {
    LOGGEDOUT: { code: 'CL006', message: 'Agent is not logged in' },
    BREAK: { code: 'CL004', message: 'Agent is not in IDLE state' },
    ONCALL: { code: 'CL004', message: 'Agent is not in IDLE state' },
    MISSED: { code: 'CL003', message: 'Agent is not available' },
    DIALING: { code: 'CL005', message: 'Agent is busy' },
    RINGING: { code: 'CL005', message: 'Agent is busy' },
    WRAPUP: { code: 'CL005', message: 'Agent is busy' }
};

type PresenceEvent = Extract<AgentEvent, { type: 'login' | 'logout' | 'ready' | 'break' }>;

/** Events about the agent's presence: from where, to where, and what they are called in a refusal. */
const presence: Record<PresenceEvent['type'], { from: readonly AgentState[]; to: AgentState; wish: string }> = {
    login: { from: ['LOGGEDOUT'], to: 'IDLE', wish: 'log in' },
    logout: { from: ['IDLE', 'BREAK', 'MISSED'], to: 'LOGGEDOUT', wish: 'log out' },
    ready: { from: ['BREAK', 'MISSED'], to: 'IDLE', wish: 'become ready' },
    break: { from: ['IDLE', 'MISSED'], to: 'BREAK', wish: 'take a break' }
};

/**
 * The next state of an agent, and what follows from it. Pure: time comes in as `at`, epoch milliseconds.
 * States and codes follow what is publicly known of ConVox servers; an event out of turn is refused, never ignored.
 */
export function step(agent: Agent, event: AgentEvent, at: number): Step {
    if (isPresence(event)) {
        return changePresence(agent, event, at);
    }
    switch (event.type) {
        case 'ring':
        case 'dial':
            return offer(agent, event, at);
        case 'answer':
            return answer(agent, at);
        case 'ringOut':
            return ringOut(agent, at);
        case 'hangUp':
            return hangUp(agent, event.by, at);
        case 'close':
            return close(agent, event, at);
        case 'transfer':
            return agent.state === 'ONCALL' ? close(agent, { ...event, type: 'close' }, at) : nothingToDo(agent);
        case 'hold':
        case 'mute':
            return duringCall(agent, event);
        case 'wrapUpEnded':
            return endWrapUp(agent, at);
    }
}

/** Why a step was refused; undefined when it was made. */
export function refusalOf(result: Step): Refusal | undefined {
    return 'refusal' in result ? result.refusal : undefined;
}

function moved(agent: Agent, state: AgentState, at: number, effects: readonly AgentEffect[] = []): Step {
    const { breakName, during, ...rest } = agent;
    const kept = {
        ...(state === 'BREAK' && breakName !== undefined && { breakName }),
        ...(state === 'ONCALL' && during !== undefined && { during })
    };
    return { agent: { ...rest, ...kept, state, since: at }, effects };
}

function completed(agent: Agent, call: Call, state: AgentState, at: number): Step {
    const { call: handled, ...free } = agent;
    const ended = { ...call, endedAt: call.endedAt ?? handled?.endedAt ?? at };
    return moved(free, state, at, [{ type: 'completed', call: ended }]);
}

function outOfTurn(agent: Agent, wish: string): Step {
    return { refusal: { code: '', message: `Agent ${agent.code} cannot ${wish} in state ${agent.state}` } };
}

function isPresence(event: AgentEvent): event is PresenceEvent {
    return event.type in presence;
}

function changePresence(agent: Agent, event: PresenceEvent, at: number): Step {
    const { from, to, wish } = presence[event.type];
    if (!from.includes(agent.state)) {
        return outOfTurn(agent, wish);
    }
    return moved(event.type === 'break' ? { ...agent, breakName: event.name } : agent, to, at);
}

function endWrapUp(agent: Agent, at: number): Step {
    return agent.state === 'WRAPUP' && agent.call !== undefined
        ? completed(agent, { ...agent.call, disposition: AUTO_WRAP_UP }, 'IDLE', at)
        : outOfTurn(agent, 'end the wrap-up');
}

function offer(agent: Agent, event: { type: 'ring' | 'dial'; call: Call }, at: number): Step {
    if (agent.state !== 'IDLE') {
        return { refusal: notFree[agent.state] };
    }
    const call = { ...event.call, offeredAt: at };
    return moved({ ...agent, call }, event.type === 'ring' ? 'RINGING' : 'DIALING', at);
}

function answer(agent: Agent, at: number): Step {
    if (agent.call === undefined || (agent.state !== 'RINGING' && agent.state !== 'DIALING')) {
        return outOfTurn(agent, 'answer');
    }
    const call = { ...agent.call, connectedAt: at };
    return moved({ ...agent, call }, 'ONCALL', at, [{ type: 'connected', call }]);
}

function ringOut(agent: Agent, at: number): Step {
    if (agent.call !== undefined && agent.state === 'RINGING') {
        return completed(agent, { ...agent.call, completedBy: 'system' }, 'MISSED', at);
    }
    if (agent.call !== undefined && agent.state === 'DIALING') {
        return moved({ ...agent, call: { ...agent.call, endedAt: at, completedBy: 'system' } }, 'WRAPUP', at);
    }
    return outOfTurn(agent, 'miss a call');
}

/** Holding and muting change what the agent does with a call, and neither the state nor since when. */
function duringCall(agent: Agent, { type, on }: Extract<AgentEvent, { type: 'hold' | 'mute' }>): Step {
    const { state, during } = agent;
    return state === 'ONCALL' && (during?.[type] ?? false) !== on
        ? { agent: { ...agent, during: { ...during, [type]: on } }, effects: [] }
        : nothingToDo(agent);
}

function nothingToDo(agent: Agent): Step {
    return { refusal: { code: 'EC012', message: `Agent is in ${agent.state} state` } };
}

function hangUp(agent: Agent, by: CompletedBy, at: number): Step {
    if (agent.call === undefined || agent.state === 'WRAPUP') {
        return outOfTurn(agent, 'hang up');
    }
    const call = { ...agent.call, endedAt: at, completedBy: by };
    return agent.state === 'RINGING' ? completed(agent, call, 'IDLE', at) : moved({ ...agent, call }, 'WRAPUP', at);
}

function close(agent: Agent, event: Extract<AgentEvent, { type: 'close' }>, at: number): Step {
    if (agent.call === undefined || agent.state === 'RINGING') {
        return nothingToDo(agent);
    }
    if (agent.call.convoxId !== event.convoxId) {
        return { refusal: { code: 'EC003', message: 'Agent not found for this call' } };
    }
    const followUp = event.followUp === undefined ? {} : { followUp: event.followUp };
    const completedBy = agent.call.completedBy ?? 'agent';
    return completed(agent, { ...agent.call, ...followUp, disposition: event.disposition, completedBy }, 'IDLE', at);
}
