import { step, refusalOf } from './agentMachine.ts';
import type { Agent, AgentEffect, AgentEvent, Refusal } from './agentMachine.ts';
import type { Call } from './call.ts';
import type { PopOrder } from './pop.ts';
import { ordinaryCall } from './scenarios.ts';
import type { CallPlan, ScenarioStep } from './scenarios.ts';
import type { ConvoxAgent, ConvoxTimes } from './settings.ts';
import type { Timers } from './timers.ts';

/** What a connected agent screen is told. */
export type ScreenMessage = { readonly type: 'changed' } | { readonly type: 'pop'; readonly pop: PopOrder };
export type Screen = (message: ScreenMessage) => void;

/** An agent's place: the agent, how the server treats the call in hand, and the screens that watch. */
export interface Line {
    readonly agent: Agent;
    readonly plan: CallPlan;
    readonly pop?: PopOrder;
    /** Agent screens that are open now. */
    readonly screens: number;
}

export interface SwitchboardOptions {
    readonly agents: readonly ConvoxAgent[];
    readonly times: ConvoxTimes;
    readonly clock: () => Date;
    readonly timers: Timers;
    readonly pop: (agent: Agent, call: Call) => PopOrder;
    readonly expireToken: () => void;
    /** Reports a call `count` times, after `delay` milliseconds; resolves when each report has its outcome. */
    readonly report: (agent: Agent, call: Call, wish: { count: number; delay: number }) => Promise<void>;
}

export interface Switchboard {
    line(code: string): Line | undefined;
    lines(): readonly Line[];
    act(code: string, event: AgentEvent): Refusal | undefined;
    /** Puts a call on an agent, treated as planned: rings for an inbound call, dials for an outbound one. */
    place(code: string, call: Call, plan?: CallPlan): Refusal | undefined;
    watch(code: string, screen: Screen): () => void;
    /** Tells every screen that something beside the agents changed. */
    announce(): void;
    close(): void;
}

interface Place {
    agent: Agent;
    plan: CallPlan;
    nextStep: number;
    pop?: PopOrder;
    screens: Screen[];
    cancel: (() => void)[];
}

const unknownAgent: Refusal = { code: 'EC022', message: 'User id does not exist' };

/** Runs the agents: applies events, lets time pass, carries out what follows. */
export function createSwitchboard(options: SwitchboardOptions): Switchboard {
    const { times, timers, clock } = options;
    const now = (): number => clock().getTime();
    const places = new Map(options.agents.map((agent) => [key(agent.code), startingPlace(agent, now())]));

    function act(place: Place, event: AgentEvent): Refusal | undefined {
        const result = step(place.agent, event, now());
        if ('refusal' in result) {
            return refusalOf(result);
        }
        place.agent = result.agent;
        place.cancel.splice(0).forEach((cancel) => cancel());
        result.effects.forEach((effect) => carryOut(place, effect));
        startTimers(place);
        tell(place, { type: 'changed' });
        return undefined;
    }

    function carryOut(place: Place, effect: AgentEffect): void {
        if (effect.type === 'completed') {
            place.pop = undefined;
            void options.report(place.agent, effect.call, { count: place.plan.pushes, delay: times.statusDelay });
        } else if (place.plan.pop === 'onConnect') {
            openPop(place, effect.call);
        }
    }

    function openPop(place: Place, call: Call): void {
        place.pop = options.pop(place.agent, call);
        // Every open screen would open its own window, so only the newest one is asked to.
        place.screens.at(-1)?.({ type: 'pop', pop: place.pop });
    }

    function startTimers(place: Place): void {
        const after = (milliseconds: number | undefined, event: AgentEvent): void => {
            if (milliseconds !== undefined) {
                place.cancel.push(timers.after(milliseconds, () => act(place, event)));
            }
        };
        if (place.agent.state === 'RINGING') {
            const { ringMilliseconds } = place.plan;
            const ring = ringMilliseconds === undefined ? times.ring : ringMilliseconds * times.scenarioPace;
            after(ring, { type: 'ringOut' });
        } else if (place.agent.state === 'DIALING') {
            after(times.customerAnswers, { type: 'answer' });
        } else if (place.agent.state === 'WRAPUP') {
            after(times.wrapUp, { type: 'wrapUpEnded' });
        }
        startNextStep(place);
    }

    function startNextStep(place: Place): void {
        const next = place.plan.steps[place.nextStep];
        if (next?.in === place.agent.state) {
            place.cancel.push(timers.after(next.after * times.scenarioPace, () => takeStep(place, next)));
        }
    }

    function takeStep(place: Place, taken: ScenarioStep): void {
        place.nextStep += 1;
        const { agent } = place;
        if (taken.do === 'answer') {
            act(place, { type: 'answer' });
        } else if (taken.do === 'customerHangsUp') {
            act(place, { type: 'hangUp', by: 'customer' });
        } else if (taken.do === 'expireToken') {
            options.expireToken();
            startNextStep(place);
        } else if (agent.call !== undefined && taken.do === 'openPop') {
            openPop(place, agent.call);
            startNextStep(place);
        } else if (agent.call !== undefined) {
            const { reference } = agent.call;
            void options.report(agent, agent.call, { count: 1, delay: 0 }).then(() => {
                if (place.agent.call?.reference === reference) {
                    startNextStep(place);
                }
            });
        }
    }

    function withPlace<Result>(code: string, work: (place: Place) => Result): Result | undefined {
        const place = places.get(key(code));
        return place && work(place);
    }

    return {
        line: (code) => withPlace(code, lineOf),
        lines: () => [...places.values()].map(lineOf),
        act: (code, event) => (places.has(key(code)) ? withPlace(code, (place) => act(place, event)) : unknownAgent),
        place(code, call, plan = ordinaryCall) {
            const place = places.get(key(code));
            if (place === undefined) {
                return unknownAgent;
            }
            const event = { type: call.direction === 'Inbound' ? 'ring' : 'dial', call } as const;
            const refusal = refusalOf(step(place.agent, event, now()));
            if (refusal === undefined) {
                Object.assign(place, { plan, nextStep: 0, pop: undefined });
            }
            return refusal ?? act(place, event);
        },
        watch(code, screen) {
            const place = places.get(key(code));
            place?.screens.push(screen);
            return () => place?.screens.splice(place.screens.indexOf(screen) >>> 0, 1);
        },
        announce: () => places.forEach((place) => tell(place, { type: 'changed' })),
        close: () => places.forEach((place) => place.cancel.splice(0).forEach((cancel) => cancel()))
    };
}

function startingPlace(agent: ConvoxAgent, since: number): Place {
    return { agent: { ...agent, state: 'LOGGEDOUT', since }, plan: ordinaryCall, nextStep: 0, screens: [], cancel: [] };
}

function lineOf({ agent, plan, pop, screens }: Place): Line {
    return { agent, plan, screens: screens.length, ...(pop ? { pop } : {}) };
}

function tell(place: Place, message: ScreenMessage): void {
    place.screens.forEach((screen) => screen(message));
}

/** ConVox clients differ in the case they send an agent's code in. */
function key(code: string): string {
    return code.toUpperCase();
}
