import type { Agent, AgentState } from './agentMachine.ts';
import type { Call } from './call.ts';
import type { PopOrder } from './pop.ts';
import type { ConvoxProcess, Switches } from './settings.ts';
import type { Line } from './switchboard.ts';
import type { WireEntry } from './wireLog.ts';

/** What a button of the agent screen asks for; the last path segment of its POST. */
export const screenActions = [
    'login',
    'logout',
    'answer',
    'hangUp',
    'customerAnswers',
    'customerHangsUp',
    'ready',
    'break',
    'hold',
    'resume',
    'mute',
    'unmute',
    'close'
] as const;
export type ScreenAction = (typeof screenActions)[number];

/** Everything the agent screen shows, as its script fetches it. */
export interface ScreenView {
    readonly agent: Agent;
    /** The call in hand as ConVox words it. */
    readonly call?: Call;
    readonly pop?: PopOrder;
    readonly actions: readonly ScreenAction[];
    readonly dispositions: ConvoxProcess['dispositions'];
    readonly switches: Readonly<Switches>;
    /** Newest last. */
    readonly log: readonly WireEntry[];
    /** The server's clock, epoch milliseconds, so that the screen's timers agree with it. */
    readonly now: number;
}

const possible: Readonly<Record<AgentState, readonly ScreenAction[]>> = {
    LOGGEDOUT: ['login'],
    IDLE: ['break', 'logout'],
    BREAK: ['ready', 'logout'],
    MISSED: ['ready', 'break', 'logout'],
    RINGING: ['answer', 'customerHangsUp'],
    DIALING: ['hangUp', 'customerAnswers', 'close'],
    ONCALL: ['hangUp', 'customerHangsUp', 'hold', 'mute', 'close'],
    WRAPUP: ['close']
};

/** What is on is switched off. */
function reversed(action: ScreenAction, { during }: Agent): ScreenAction {
    if (action === 'hold') {
        return during?.hold ? 'resume' : 'hold';
    }
    return action === 'mute' && during?.mute ? 'unmute' : action;
}

const SHOWN = 30;

export function screenView(
    { agent, pop }: Line,
    process: ConvoxProcess | undefined,
    { switches, log, now }: { switches: Switches; log: readonly WireEntry[]; now: number }
): ScreenView {
    return {
        agent,
        ...(agent.call ? { call: agent.call } : {}),
        ...(pop ? { pop } : {}),
        actions: possible[agent.state].map((action) => reversed(action, agent)),
        dispositions: process?.dispositions ?? [],
        switches,
        log: log.slice(-SHOWN),
        now
    };
}
