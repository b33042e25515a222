import type { Call } from './call.ts';
import { findScenario, scenarios } from './scenarios.ts';
import type { CallPlan, Scenario, ScenarioStep } from './scenarios.ts';
import type { Line, Switchboard } from './switchboard.ts';

export interface ScenarioWish {
    /** The agent's code; the server's first agent when left out. */
    readonly agent?: string | undefined;
    /** The agent answers by itself. */
    readonly answer?: boolean;
}

export type ScenarioStart =
    | {
          readonly ok: true;
          readonly scenario: string;
          readonly agent: string;
          /** How many agent screens are open to show it. */
          readonly screens: number;
          readonly call: Call;
      }
    | { readonly ok: false; readonly status: 400 | 404 | 409; readonly message: string };

export interface ScenarioStartOptions {
    readonly switchboard: Switchboard;
    readonly inboundCall: (agentCode: string, plan: CallPlan) => Call;
}

/** The agents take this long to reach for the phone when a scenario answers by itself, in milliseconds. */
const answering: ScenarioStep = { in: 'RINGING', after: 800, do: 'answer' };

/** Puts a scenario's call on an agent, or says in words why it cannot. */
export function startScenario(name: string, wish: ScenarioWish, options: ScenarioStartOptions): ScenarioStart {
    const { switchboard } = options;
    const scenario = findScenario(name);
    if (scenario === undefined) {
        const names = scenarios.map((one) => one.name).join(', ');
        return { ok: false, status: 404, message: `There is no scenario ${name}. There are: ${names}.` };
    }
    const code = wish.agent ?? switchboard.lines()[0]?.agent.code ?? '';
    const line = switchboard.line(code);
    if (line === undefined) {
        return { ok: false, status: 404, message: unknownAgent(code, switchboard) };
    }
    if (wish.answer && scenario.neverAnswered) {
        const message = `${scenario.name} is about a call that nobody answers: start it without answering.`;
        return { ok: false, status: 400, message };
    }
    return place(line, scenario, wish.answer ?? false, options);
}

/** Names the agents there are to someone who asked for another. */
export function unknownAgent(code: string, switchboard: Switchboard): string {
    const codes = switchboard.lines().map(({ agent }) => agent.code);
    return `There is no agent ${code}. There are: ${codes.join(', ')}.`;
}

function place(line: Line, scenario: Scenario, answer: boolean, options: ScenarioStartOptions): ScenarioStart {
    const { code } = line.agent;
    makeFree(line, options.switchboard);
    const call = options.inboundCall(code, scenario);
    const steps = answer ? [answering, ...scenario.steps] : scenario.steps;
    const refusal = options.switchboard.place(code, call, { ...scenario, steps });
    if (refusal !== undefined) {
        const message = `${code} cannot take a call now: ${refusal.message} (${refusal.code})`;
        return { ok: false, status: 409, message };
    }
    return { ok: true, scenario: scenario.name, agent: code, screens: line.screens, call };
}

/** A scenario is meant to run: an agent who is away comes back for it, one who has a call keeps it. */
function makeFree({ agent }: Line, switchboard: Switchboard): void {
    if (agent.state === 'LOGGEDOUT') {
        switchboard.act(agent.code, { type: 'login' });
    } else if (agent.state === 'BREAK' || agent.state === 'MISSED') {
        switchboard.act(agent.code, { type: 'ready' });
    }
}
