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
import { agentStateRoute } from './agentStates/agentStateRoute.ts';
import type { AgentStates } from './agentStates/agentStates.ts';
import { callControlRoute } from './callControl/callControlRoute.ts';
import type { CallControlSettings } from './callControl/callControlRoute.ts';
import { SCRIPT_FOLDER } from './callControl/dialects/sheet.ts';
import type { ExtraField } from './extraFields/extraField.ts';
import type { Forwarding } from './forwarding/forwardingLoop.ts';
import { callStatusIntake } from './intake/callStatusIntake.ts';
import { callStatusRoute } from './intake/callStatusRoute.ts';
import { rejected, responseOf } from './intake/envelope.ts';
import type { Answer } from './intake/envelope.ts';
import { createReadiness, healthRoutes } from './intake/healthRoutes.ts';
import { popRoute } from './intake/popRoute.ts';
import { createPushListener } from './intake/pushListener.ts';
import type { PushListener } from './intake/pushListener.ts';
import type { Journal } from './journal/journal.ts';
import { serversWithOtherKeys } from './keysOfServers.ts';
import type { Log } from './log.ts';
import type { GatewayMetrics } from './metrics.ts';
import { DEFAULT_SERVER } from './serverActivity.ts';
import type { LastOfServer } from './serverActivity.ts';
import type { ServerSettings } from './serverSettings.ts';
import { reportRoute } from './report/reportRoute.ts';
import type { Tracing } from './tracing/tracing.ts';
import { addUnknownServers } from './unknownServer.ts';
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
    /** All servers, the default one among them; that one alone when left out. */
    readonly servers?: readonly ServerSettings[];
    /** Fields of the call for parameters that nobody else knows, of all servers. */
    readonly extraFields?: readonly ExtraField[];
}

/** What stays. */
export interface EdgeParts {
    readonly journal: Journal;
    readonly forwarding: Pick<Forwarding, 'state'>;
    readonly metrics: GatewayMetrics;
    /** What agents do, as far as it passes here. */
    readonly agentStates: Pick<AgentStates, 'note'>;
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
    const { note } = parts.agentStates;
    const app = new Hono<{ Bindings: ConnectionBindings }>();
    const POPS = ['/pop', '/servers/:code/pop'];
    POPS.forEach((path) =>
        app.use(
            path,
            secureHeaders({
                contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
                referrerPolicy: 'no-referrer',
                // ConVox opens the pop in a window that it may look at again.
                crossOriginOpenerPolicy: false
            })
        )
    );
    POPS.forEach((path) =>
        app.use(path, async (context, next) => {
            await next();
            context.header('cache-control', 'no-store');
        })
    );
    const sources = { ...noSources, ...settings.sources, now: Date.now, log, metrics };
    const isMonitor = createMonitorCheck(sources);
    const current = createReadiness({ journal, forwarding, now: Date.now, isStopping });
    app.route('/health', healthRoutes({ current, servers: () => metrics.servers(), version, isMonitor }));
    app.get('/metrics', async ({ req, env, body: respond }) => {
        if (!isMonitor(headersOf(req.raw, env), env)) {
            return responseOf(rejected(403, 'Metrics are for the addresses in GATEWAY_MONITORS'));
        }
        const { body, contentType } = await metrics.text();
        return respond(body, 200, { 'content-type': contentType });
    });
    const timed: Journal = {
        ...journal,
        async append(pushes) {
            const started = performance.now();
            await journal.append(pushes);
            metrics.appended((performance.now() - started) / 1000);
        }
    };
    const popRate = settings.popRate ?? sources.rate;
    const popGuard = createGuard({ ...sources, allowed: [], ...(popRate ? { rate: popRate } : {}) });
    const { lightningOrigin, popKeys, servers = [] } = settings;
    const others = servers.flatMap(({ code, isDefault }) => (isDefault ? [] : [code]));
    for (const server of serversWithOtherKeys(servers)) {
        log({
            level: 'warn',
            event: 'server lacks a key of the default one: Salesforce sends the same to all',
            server
        });
    }
    const failed = (error: unknown): Answer => {
        log({ level: 'error', event: 'request failed', error: error instanceof Error ? error.name : 'unknown' });
        return rejected(500, 'Unexpected error');
    };

    /** Everything that one server sends and is sent, below its paths; its pushes by the short way, too. */
    function addServer(
        { code, timeZone: zone, secrets, callControl }: RoutedServer,
        ...below: readonly string[]
    ): PushListener[] {
        const paths = (path: string): string[] => below.map((start) => start + path);
        const named = { others, ...(code !== undefined && { server: code }) };
        const guard = createGuard({ ...sources, authentication: { ...settings, ...(secrets && { secrets }) } });
        const turnAway = (headers: RequestHeaders, connection: ConnectionBindings): Answer | undefined => {
            const turnedAway = isClosed() ? CLOSED : guard(headers, connection);
            return turnedAway && rejected(turnedAway.status, turnedAway.message, turnedAway.headers);
        };
        const source = { timeZone: zone, ...named };
        const intake = callStatusIntake({ journal: timed, source, clock, log, metrics });
        const takeStatus = callStatusRoute(intake);
        // One handler, not a chain: every push passes here.
        app.on(['GET', 'POST'], paths('/call-status'), async ({ req: { raw }, env }) => {
            const headers = headersOf(raw, env);
            return responseOf(turnAway(headers, env) ?? (await takeStatus(raw, headers)));
        });
        app.on(
            ['GET', 'POST'],
            paths('/pop'),
            popRoute({
                lightningOrigin,
                log,
                guard: popGuard,
                clock,
                note,
                ...named,
                ...(popKeys && { keys: popKeys })
            })
        );
        const takeState = agentStateRoute({ timeZone: zone, clock, note, ...named });
        app.on(['GET', 'POST'], paths('/agent-state'), async ({ req: { raw }, env }) => {
            const headers = headersOf(raw, env);
            return responseOf(turnAway(headers, env) ?? (await takeState(raw, headers)));
        });
        if (callControl !== undefined) {
            const { tracing } = parts;
            const route = callControlRoute({
                ...callControl,
                ...named,
                timeZone: zone,
                clock,
                note,
                guard: sources,
                ...(tracing && { tracing })
            });
            app.on(['GET', 'POST'], paths(COMMANDS), route);
        }
        for (const path of ['/call-status', '/agent-state', '/pop', ...(callControl ? [COMMANDS] : [])].flatMap(
            paths
        )) {
            app.all(path, () => responseOf(rejected(405, 'Send it by POST or GET', { allow: 'GET, POST' })));
        }
        return paths('/call-status').map((path) =>
            createPushListener(
                {
                    turnAway: (incoming) => turnAway(readHeaders(incoming.headers), { incoming }),
                    take: intake,
                    failed
                },
                path
            )
        );
    }

    const { callControl } = settings;
    const single: RoutedServer = { timeZone, ...(callControl && { callControl }) };
    const { code: ownCode, ...own } = servers.find(({ isDefault }) => isDefault) ?? single;
    const ownCodes = [DEFAULT_SERVER, ...(ownCode === undefined ? [] : [ownCode])];
    const told = servers.length > 0 ? servers : [{ code: DEFAULT_SERVER, isDefault: true, timeZone, callControl }];
    if (told.some((server) => server.callControl)) {
        const activity = (): Readonly<Record<string, LastOfServer>> => metrics.servers();
        const { secrets } = settings;
        app.get('/report', reportRoute({ current, activity, version, clock, servers: told, secrets, guard: sources }));
    }
    const listeners = [
        ...addServer(own, '', ...ownCodes.map(belowOf)),
        ...servers.flatMap((server) => (server.isDefault ? [] : addServer(server, belowOf(server.code))))
    ];
    addUnknownServers(app, log);
    app.notFound(() =>
        responseOf(rejected(404, 'The gateway answers at /call-status, /agent-state, /pop, /health and /metrics'))
    );
    app.onError((error) => responseOf(failed(error)));

    return {
        fetch: (request, bindings) => app.fetch(request, bindings ?? {}),
        takePush: (incoming, outgoing) => listeners.some((listener) => listener(incoming, outgoing))
    };
}

function belowOf(code: string): string {
    return `/servers/${code}`;
}

/** A server as its routes know it; `code` only where it is not the default one. */
type RoutedServer = Pick<ServerSettings, 'timeZone' | 'secrets' | 'callControl'> & { readonly code?: string };

const noSources: SourceSettings = { allowed: [], proxies: [] };

const CLOSED = {
    status: 503,
    message: 'The gateway is stopping, send the call status again later',
    headers: { 'retry-after': '10' }
};
