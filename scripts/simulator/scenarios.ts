import type { AgentState } from './agentMachine.ts';
import type { CallerName } from './callers.ts';
import type { ReplyStyle } from './replies.ts';

/** Something that happens by itself once the agent is in a state. Steps are taken in order. */
export interface ScenarioStep {
    readonly in: AgentState;
    /** Milliseconds after the state was entered, or after the step before in the same state. */
    readonly after: number;
    readonly do: 'answer' | 'customerHangsUp' | 'pushStatus' | 'openPop' | 'expireToken';
}

/** How the server treats one call, and what it answers to the commands about it. */
export interface CallPlan {
    readonly caller: CallerName;
    /** `held`: the pop waits for an `openPop` step. */
    readonly pop: 'onConnect' | 'held';
    /** How often the final status is pushed. */
    readonly pushes: 1 | 2;
    readonly callControl: 'works' | 'refuses' | 'drops' | 'isSlow';
    /** What becomes of hold, mute, transfer, break and their like, until the next call. */
    readonly agentCommands: CallPlan['callControl'];
    /** Overrides the server's own style. */
    readonly replyStyle?: ReplyStyle;
    /** How long it rings, in milliseconds; the server's own time when left out. */
    readonly ringMilliseconds?: number;
    readonly steps: readonly ScenarioStep[];
}

export interface Scenario extends CallPlan {
    readonly name: string;
    /** What happens, for the list that people choose from. */
    readonly sentence: string;
    readonly neverAnswered: boolean;
}

/** An ordinary incoming call: the agent answers, ConVox does everything right. */
export const ordinaryCall: CallPlan = {
    caller: 'known',
    pop: 'onConnect',
    pushes: 1,
    callControl: 'works',
    agentCommands: 'works',
    steps: []
};

export const scenarios: readonly Scenario[] = [
    scenario('knownCaller', 'A customer calls whose number belongs to exactly one contact.', {}),
    scenario('unknownCaller', 'Someone calls whose number nobody has saved yet.', { caller: 'unknown' }),
    scenario('severalMatches', 'The number belongs to two contacts, so the agent has to choose.', {
        caller: 'several'
    }),
    scenario('withheldNumber', 'The caller hides the number: ConVox says "anonymous".', { caller: 'withheld' }),
    scenario('missed', 'The phone rings, nobody answers, and a "Not connected" status is pushed.', {
        ringMilliseconds: 6000,
        neverAnswered: true
    }),
    scenario('pushTwice', 'After the call, ConVox pushes the same call status twice.', { pushes: 2 }),
    scenario('pushBeforePop', 'The call is so short that its status is pushed before the pop opens.', {
        pop: 'held',
        steps: [
            { in: 'ONCALL', after: 1000, do: 'customerHangsUp' },
            { in: 'WRAPUP', after: 0, do: 'pushStatus' },
            { in: 'WRAPUP', after: 1000, do: 'openPop' }
        ]
    }),
    scenario('closeRefused', 'ConVox refuses to close the call: it does not know the disposition (EC001).', {
        callControl: 'refuses'
    }),
    scenario('serverDown', 'ConVox cuts the connection when the call is to be closed.', { callControl: 'drops' }),
    scenario('slowReply', 'ConVox closes the call, but answers later than anyone waits.', { callControl: 'isSlow' }),
    scenario('htmlReply', 'ConVox answers with a script block in front of its JSON, as old servers do.', {
        replyStyle: 'html'
    }),
    scenario('holdRefused', 'ConVox refuses hold, mute and transfer: the account may not use them (GE010).', {
        agentCommands: 'refuses'
    }),
    scenario('holdLost', 'ConVox cuts the connection when the agent holds, mutes or passes the call on.', {
        agentCommands: 'drops'
    }),
    scenario('tokenExpired', 'A REST server ends its token while the agent talks: it refuses the token once (GE008).', {
        steps: [{ in: 'ONCALL', after: 0, do: 'expireToken' }]
    })
];

export function findScenario(name: string): Scenario | undefined {
    return scenarios.find((one) => one.name.toLowerCase() === name.toLowerCase());
}

function scenario(name: string, sentence: string, changes: Partial<Scenario>): Scenario {
    return { ...ordinaryCall, neverAnswered: false, ...changes, name, sentence };
}
