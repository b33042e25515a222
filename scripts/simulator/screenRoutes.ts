import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { agentPage, startPage } from './agentPage.ts';
import type { AgentEvent, Refusal } from './agentMachine.ts';
import { screenAsset } from './screenAssets.ts';
import { startScenario, unknownAgent } from './scenarioStart.ts';
import type { ScenarioStartOptions } from './scenarioStart.ts';
import { scenarios } from './scenarios.ts';
import { screenActions, screenView } from './screenView.ts';
import type { ScreenAction } from './screenView.ts';
import { dialectNames, popRoutes } from './settings.ts';
import type { ConvoxProcess, Switches } from './settings.ts';
import type { Line, ScreenMessage } from './switchboard.ts';
import type { WireLog } from './wireLog.ts';

export interface ScreenRouteOptions extends ScenarioStartOptions {
    readonly processes: readonly ConvoxProcess[];
    readonly switches: Switches;
    readonly log: WireLog;
    readonly clock: () => Date;
}

const scenarioRequest = z.object({ agent: z.string().optional(), answer: z.boolean().default(false) });
const switchRequest = z.object({
    dialect: z.enum(dialectNames).optional(),
    popRoute: z.enum(popRoutes).optional(),
    dialling: z.enum(['works', 'refuses', 'drops', 'isSlow']).optional()
});
const closeRequest = z.object({
    disposition: z.string('Choose a disposition').min(1, 'Choose a disposition'),
    callback_date: z.iso.date('Choose the day of the follow-up').optional(),
    callback_time: z.iso.time('Choose the time of the follow-up').optional()
});

/** The agents' screens and what drives them: pages, live events, buttons, scenarios, switches and the log. */
export function screenRoutes(options: ScreenRouteOptions): Hono {
    const { switchboard, switches, log, clock } = options;
    const app = new Hono();

    app.get('/', ({ html }) => html(startPage(switchboard.lines().map(({ agent }) => agent))));
    app.get('/assets/:name', async ({ req, notFound }) => (await screenAsset(req.param('name'))) ?? notFound());
    app.get('/log', ({ json }) => json(log.entries));
    app.get('/scenarios', ({ json }) => json(scenarios.map(({ name, sentence }) => ({ name, sentence }))));
    app.get('/agents', ({ json }) => json(switchboard.lines().map(({ agent, screens }) => ({ ...agent, screens }))));

    app.use('/agent/*', csrf());
    app.use('/scenarios/*', csrf());
    app.use('/settings', csrf());

    app.get('/agent/:code', ({ req, html, text }) => {
        const line = switchboard.line(req.param('code'));
        return line ? html(agentPage(line.agent, scenarios)) : text(unknownAgent(req.param('code'), switchboard), 404);
    });

    app.get('/agent/:code/view', ({ req, json }) => {
        const line = switchboard.line(req.param('code'));
        if (line === undefined) {
            return json({ message: unknownAgent(req.param('code'), switchboard) }, 404);
        }
        const process = options.processes.find(({ name }) => name === line.agent.process);
        return json(screenView(line, process, { switches, log: log.entries, now: clock().getTime() }));
    });

    app.get('/agent/:code/events', (context) =>
        streamSSE(context, async (stream) => {
            const forget = switchboard.watch(
                context.req.param('code'),
                (message) => void stream.writeSSE(event(message))
            );
            await stream.writeSSE(event({ type: 'changed' }));
            await new Promise<void>((resolve) => stream.onAbort(resolve));
            forget();
        })
    );

    app.post('/agent/:code/:action', async ({ req, json }) => {
        const line = switchboard.line(req.param('code'));
        const action = screenActions.find((one) => one === req.param('action'));
        if (line === undefined || action === undefined) {
            return json(
                { message: line ? 'There is no such button' : unknownAgent(req.param('code'), switchboard) },
                404
            );
        }
        const asked = eventOf(action, line, await bodyOf(req.raw));
        const refusal = 'message' in asked ? asked : switchboard.act(line.agent.code, asked);
        return refusal ? json(refusal, 409) : json({ state: switchboard.line(line.agent.code)?.agent.state });
    });

    app.post('/settings', async ({ req, json }) => {
        const wanted = switchRequest.safeParse(await bodyOf(req.raw));
        if (!wanted.success) {
            return json({ message: z.prettifyError(wanted.error) }, 400);
        }
        switches.dialect = wanted.data.dialect ?? switches.dialect;
        switches.popRoute = wanted.data.popRoute ?? switches.popRoute;
        switches.dialling = wanted.data.dialling ?? switches.dialling;
        switchboard.announce();
        return json(switches);
    });

    app.post('/scenarios/:name', async ({ req, json }) => {
        const wish = scenarioRequest.safeParse(await bodyOf(req.raw));
        if (!wish.success) {
            return json({ message: z.prettifyError(wish.error) }, 400);
        }
        const start = startScenario(req.param('name'), wish.data, options);
        return start.ok ? json(start, 202) : json({ message: start.message }, start.status);
    });

    return app;
}

const eventOfButton: Readonly<Record<Exclude<ScreenAction, 'close'>, AgentEvent>> = {
    login: { type: 'login' },
    logout: { type: 'logout' },
    answer: { type: 'answer' },
    ready: { type: 'ready' },
    break: { type: 'break', name: 'Tea' },
    hold: { type: 'hold', on: true },
    resume: { type: 'hold', on: false },
    mute: { type: 'mute', on: true },
    unmute: { type: 'mute', on: false },
    hangUp: { type: 'hangUp', by: 'agent' },
    customerHangsUp: { type: 'hangUp', by: 'customer' },
    customerAnswers: { type: 'answer' }
};

function eventOf(action: ScreenAction, { agent }: Line, body: unknown): AgentEvent | Refusal {
    return action === 'close' ? closeEvent(agent.call?.convoxId ?? '', body) : eventOfButton[action];
}

/** ConVox's own screen asks for the same values as its script, without their spelling. */
function closeEvent(convoxId: string, body: unknown): AgentEvent | Refusal {
    const close = closeRequest.safeParse(body);
    if (!close.success) {
        return { code: '', message: close.error.issues.map(({ message }) => message).join('. ') };
    }
    const { disposition, callback_date: date, callback_time: time } = close.data;
    const [hours, minutes] = (time ?? '').split(':');
    const followUp = date && hours && minutes ? { followUp: { date, hours, minutes } } : {};
    return { type: 'close', convoxId, disposition, ...followUp };
}

function event(message: ScreenMessage): { event: string; data: string } {
    return { event: message.type, data: message.type === 'pop' ? JSON.stringify(message.pop) : '' };
}

async function bodyOf(request: Request): Promise<unknown> {
    const text = await request.text();
    try {
        return text === '' ? {} : JSON.parse(text);
    } catch {
        return text;
    }
}
