import { setImmediate } from 'node:timers/promises';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { WebApp } from '../node/listen.ts';
import { createCallNumbers } from './call.ts';
import type { Call, CallNumbers } from './call.ts';
import { statusOf } from './callStatus.ts';
import { callerNumbers } from './callers.ts';
import { commandRoutes } from './commandRoutes.ts';
import type { Lists } from './lists.ts';
import { popOrder } from './pop.ts';
import { startScenario } from './scenarioStart.ts';
import type { ScenarioStart, ScenarioWish } from './scenarioStart.ts';
import type { CallPlan } from './scenarios.ts';
import { screenRoutes } from './screenRoutes.ts';
import { sampleAgents, sampleProcesses } from './sampleServer.ts';
import { ordinaryAccess, ordinaryTimes } from './settings.ts';
import type { ConvoxSettings, ConvoxTimes, SalesforceSide, Switches } from './settings.ts';
import { pushStatus } from './statusPush.ts';
import { createSwitchboard } from './switchboard.ts';
import type { Switchboard } from './switchboard.ts';
import { createTokens } from './tokens.ts';
import { machineTimers } from './timers.ts';
import type { Timers } from './timers.ts';
import { createWireLog } from './wireLog.ts';
import type { WireLog } from './wireLog.ts';

export interface ConvoxOptions extends Partial<Omit<ConvoxSettings, 'salesforce' | 'times'>> {
    readonly salesforce: SalesforceSide;
    readonly times?: Partial<ConvoxTimes>;
    /** How calls and customers are counted. */
    readonly numbers?: CallNumbers;
    readonly clock?: () => Date;
    readonly timers?: Timers;
    readonly fetch?: typeof fetch;
}

export interface Convox {
    readonly app: WebApp;
    readonly switchboard: Switchboard;
    readonly log: WireLog;
    /** What was handed to the dialler, by process and list. */
    readonly lists: Lists;
    readonly switches: Switches;
    /** Starts a scenario as the command line does. */
    start(scenario: string, wish?: ScenarioWish): ScenarioStart;
    /** Resolves when every status push that is due has its outcome in the log. */
    settled(): Promise<void>;
    close(): void;
}

/** A ConVox server with its agents, their screens, the scripts that a CRM calls, and the pushes it makes. */
export function createConvox(options: ConvoxOptions): Convox {
    const clock = options.clock ?? (() => new Date());
    const timers = options.timers ?? machineTimers;
    const timeZone = options.timeZone ?? 'Asia/Kolkata';
    const processes = options.processes ?? sampleProcesses;
    const agents = options.agents ?? sampleAgents;
    const times = { ...ordinaryTimes, ...options.times };
    const { salesforce } = options;
    const { dialect, accessKey, doNotCall, lostRows } = {
        ...ordinaryAccess,
        doNotCall: [],
        lostRows: [],
        ...options
    };
    const switches: Switches = { dialect, popRoute: 'lightningGet', dialling: 'works' };
    const tokens = createTokens(clock, times.tokenLife);
    const numbers = options.numbers ?? createCallNumbers(clock);
    const pushes = new Set<Promise<unknown>>();
    const lists: Lists = new Map();
    const log = createWireLog(clock, () => switchboard.announce());

    const pushOptions = { salesforce, timeZone, timeout: times.statusTimeout, fetch: options.fetch ?? fetch, log };

    function newCall(agentCode: string, number: string, direction: Call['direction']): Call {
        const processName = switchboard.line(agentCode)?.agent.process;
        const process = processes.find(({ name }) => name === processName);
        return {
            reference: numbers.reference(),
            convoxId: numbers.convoxId(number),
            number,
            did: process?.did ?? '',
            process: processName ?? '',
            queue: process?.queue ?? '',
            direction,
            startedAt: clock().getTime()
        };
    }

    const inboundCall = (agentCode: string, plan: CallPlan): Call =>
        newCall(agentCode, callerNumbers[plan.caller], 'Inbound');

    const switchboard = createSwitchboard({
        agents,
        times,
        clock,
        timers,
        expireToken: () => tokens.expire(),
        pop(agent, call) {
            const order = popOrder(agent, call, switches.popRoute, salesforce);
            const { method, url, parameters } = order;
            const contentType = method === 'POST' ? 'application/x-www-form-urlencoded' : '';
            const path = url.replace(/\?.*/, '');
            log.add({
                kind: 'pop',
                method,
                path,
                contentType,
                parameters,
                agentCode: agent.code,
                status: 0,
                reply: ''
            });
            return order;
        },
        report(agent, call, { count, delay }) {
            const status = statusOf(call, agent, timeZone);
            const push = pause(delay, timers).then(() => repeat(count, () => pushStatus(status, pushOptions)));
            pushes.add(push);
            return push.finally(() => pushes.delete(push));
        }
    });

    const app = new Hono();
    app.use(
        secureHeaders({
            contentSecurityPolicy: {
                defaultSrc: ["'none'"],
                scriptSrc: ["'self'"],
                styleSrc: ["'self'"],
                connectSrc: ["'self'"],
                imgSrc: ['data:'],
                baseUri: ["'none'"],
                frameAncestors: ["'none'"],
                formAction: ["'self'", salesforce.gatewayOrigin, salesforce.lightningOrigin]
            },
            // The pop's window belongs to Salesforce: it must be able to close itself, as with a real ConVox screen.
            crossOriginOpenerPolicy: false
        })
    );
    app.route(
        '/',
        commandRoutes({
            switchboard,
            processes,
            doNotCall,
            lostRows,
            lists,
            timeZone,
            clock,
            outboundCall: (agentCode, number) => newCall(agentCode, number, 'Outbound'),
            replyStyle: options.replyStyle ?? 'text',
            slowReply: times.slowReply,
            switches,
            tokens,
            accessKey,
            timers,
            log
        })
    );
    app.route(
        '/',
        screenRoutes({
            switchboard,
            processes,
            switches,
            log,
            clock,
            inboundCall: (agentCode: string, plan: CallPlan) =>
                newCall(agentCode, callerNumbers[plan.caller], 'Inbound')
        })
    );

    return {
        app,
        switchboard,
        log,
        lists,
        switches,
        start: (scenario, wish = {}) => startScenario(scenario, wish, { switchboard, inboundCall }),
        async settled() {
            await Promise.all(pushes);
            // What follows a push, such as the next step of a scenario, is decided after its promise.
            await setImmediate();
        },
        close: () => switchboard.close()
    };
}

function pause(milliseconds: number, timers: Timers): Promise<void> {
    return new Promise((resolve) => (milliseconds > 0 ? timers.after(milliseconds, resolve) : resolve()));
}

async function repeat(count: number, work: () => Promise<unknown>): Promise<void> {
    for (let done = 0; done < count; done += 1) {
        await work();
    }
}
