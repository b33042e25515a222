import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { createGuard } from './access/guard.ts';
import type { SourceSettings } from './access/guard.ts';
import { createMonitorCheck } from './access/monitors.ts';
import type { MonitorSettings } from './access/monitors.ts';
import type { RateLimitSettings } from './access/rateLimit.ts';
import { headersOf, readHeaders } from './access/requestHeaders.ts';
import type { RequestHeaders } from './access/requestHeaders.ts';
import type { ConnectionBindings } from './access/sourceAddress.ts';
import { callControlRoute } from './callControl/callControlRoute.ts';
import type { CallControlSettings } from './callControl/callControlRoute.ts';
import { SCRIPT_FOLDER } from './callControl/dialects/sheet.ts';
import type { Forwarding } from './forwarding/forwardingLoop.ts';
import { callStatusIntake } from './intake/callStatusIntake.ts';
import { callStatusRoute } from './intake/callStatusRoute.ts';
import { rejected, responseOf } from './intake/envelope.ts';
import type { Answer } from './intake/envelope.ts';
import { healthRoutes } from './intake/healthRoutes.ts';
import { popRoute } from './intake/popRoute.ts';
import { createPushListener } from './intake/pushListener.ts';
import type { PushListener } from './intake/pushListener.ts';
import type { Journal } from './journal/journal.ts';
import type { Log } from './log.ts';
import type { GatewayMetrics } from './metrics.ts';
import type { Tracing } from './tracing/tracing.ts';
import type { WebApp } from '../node/listen.ts';

const COMMANDS = `${SCRIPT_FOLDER}/:script`;

/** What may change while the gateway runs. */
export interface EdgeSettings {
    readonly secrets: readonly string[];
    readonly secretHeader?: string;
    /** Origin of the org's Lightning pages, without a path. */
    readonly lightningOrigin: string;
    /** Who may push and how often; anybody with a secret when left out. */
    readonly sources?: SourceSettings & MonitorSettings;
    /** How often one source may send pops, which nobody needs a secret for; as often as pushes when left out. */
    readonly popRate?: RateLimitSettings;
    /** Keys of which a pop has to carry one; none is asked for when left out. */
    readonly popKeys?: readonly string[];
    /** The ConVox server that commands are forwarded to; no command is taken when left out. */
    readonly callControl?: CallControlSettings;
}

/** What stays. */
export interface EdgeParts {
    readonly journal: Journal;
    readonly forwarding: Pick<Forwarding, 'state'>;
    readonly metrics: GatewayMetrics;
    readonly version: string;
    /** IANA name of the zone that ConVox's times are in. */
    readonly timeZone: string;
    readonly clock: () => Date;
    readonly log: Log;
    readonly tracing?: Tracing;
    readonly isStopping: () => boolean;
    readonly isClosed: () => boolean;
}

export interface Edge extends WebApp {
    /** A shorter way for the pushes that come most. */
    readonly takePush: PushListener;
}

/** Everything that can be asked of the gateway, and who may ask it. */
export function createEdge(settings: EdgeSettings, parts: EdgeParts): Edge {
    const { journal, forwarding, metrics, version, timeZone, clock, log, isStopping, isClosed } = parts;
    const app = new Hono<{ Bindings: ConnectionBindings }>();
    app.use(
        '/pop',
        secureHeaders({
            contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
            referrerPolicy: 'no-referrer',
            // ConVox opens the pop in a window that it may look at again.
            crossOriginOpenerPolicy: false
        })
    );
    app.use('/pop', async (context, next) => {
        await next();
        context.header('cache-control', 'no-store');
    });
    const sources = { ...noSources, ...settings.sources, now: Date.now, log, metrics };
    const isMonitor = createMonitorCheck(sources);
    app.route('/health', healthRoutes({ journal, forwarding, version, now: Date.now, isStopping, isMonitor }));
    app.get('/metrics', async ({ req, env, body: respond }) => {
        if (!isMonitor(headersOf(req.raw, env), env)) {
            return responseOf(rejected(403, 'Metrics are for the addresses in GATEWAY_MONITORS'));
        }
        const { body, contentType } = await metrics.text();
        return respond(body, 200, { 'content-type': contentType });
    });
    const guard = createGuard({ ...sources, authentication: settings });
    const turnAway = (headers: RequestHeaders, connection: ConnectionBindings): Answer | undefined => {
        const turnedAway = isClosed() ? CLOSED : guard(headers, connection);
        return turnedAway && rejected(turnedAway.status, turnedAway.message, turnedAway.headers);
    };
    const timed: Journal = {
        ...journal,
        async append(pushes) {
            const started = performance.now();
            await journal.append(pushes);
            metrics.appended((performance.now() - started) / 1000);
        }
    };
    const intake = callStatusIntake({ journal: timed, timeZone, clock, log, metrics });
    const takeStatus = callStatusRoute(intake);
    // One handler, not a chain: every push passes here.
    app.on(['GET', 'POST'], '/call-status', async ({ req: { raw }, env }) => {
        const headers = headersOf(raw, env);
        return responseOf(turnAway(headers, env) ?? (await takeStatus(raw, headers)));
    });
    const popRate = settings.popRate ?? sources.rate;
    const popGuard = createGuard({ ...sources, allowed: [], ...(popRate ? { rate: popRate } : {}) });
    const { lightningOrigin, popKeys } = settings;
    app.on(
        ['GET', 'POST'],
        '/pop',
        popRoute({ lightningOrigin, log, guard: popGuard, ...(popKeys && { keys: popKeys }) })
    );
    if (settings.callControl !== undefined) {
        const route = callControlRoute({
            ...settings.callControl,
            timeZone,
            guard: sources,
            ...(parts.tracing && { tracing: parts.tracing })
        });
        app.on(['GET', 'POST'], COMMANDS, route);
    }
    for (const path of ['/call-status', '/pop', ...(settings.callControl ? [COMMANDS] : [])]) {
        app.all(path, () => responseOf(rejected(405, 'Send it by POST or GET', { allow: 'GET, POST' })));
    }
    app.notFound(() => responseOf(rejected(404, 'The gateway answers at /call-status, /pop, /health and /metrics')));
    const failed = (error: unknown): Answer => {
        log({ level: 'error', event: 'request failed', error: error instanceof Error ? error.name : 'unknown' });
        return rejected(500, 'Unexpected error');
    };
    app.onError((error) => responseOf(failed(error)));

    return {
        fetch: (request, bindings) => app.fetch(request, bindings ?? {}),
        takePush: createPushListener({
            turnAway: (incoming) => turnAway(readHeaders(incoming.headers), { incoming }),
            take: intake,
            failed
        })
    };
}

const noSources: SourceSettings = { allowed: [], proxies: [] };

const CLOSED = {
    status: 503,
    message: 'The gateway is stopping, send the call status again later',
    headers: { 'retry-after': '10' }
};
