import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { WebApp } from '../http/listen.ts';
import { createGuard } from './access/guard.ts';
import { createMonitorCheck } from './access/monitors.ts';
import type { MonitorSettings } from './access/monitors.ts';
import { headersOf, readHeaders } from './access/requestHeaders.ts';
import type { RequestHeaders } from './access/requestHeaders.ts';
import type { SourceSettings } from './access/guard.ts';
import type { RateLimitSettings } from './access/rateLimit.ts';
import type { ConnectionBindings } from './access/sourceAddress.ts';
import { callControlRoute, SCRIPT_FOLDER } from './callControl/callControlRoute.ts';
import type { CallControlSettings } from './callControl/callControlRoute.ts';
import { forwarderFor } from './forwarding/forwarderFor.ts';
import type { ForwardingJob, ForwardingSettings } from './forwarding/forwardingJob.ts';
import { startForwarding } from './forwarding/forwardingLoop.ts';
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
import { createSqliteJournal } from './journal/sqliteJournal.ts';
import { jsonLog } from './log.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import type { GatewayMetrics } from './metrics.ts';
import { createRequestObserver } from './requestObserver.ts';
import type { RequestObserver } from './requestObserver.ts';
import { sampledLog } from './sampledLog.ts';
import type { SalesforceCalls } from './salesforce/salesforceCalls.ts';
import type { SalesforceLogin } from './salesforce/salesforceToken.ts';
import { gatewayVersion } from './version.ts';

export interface GatewaySettings {
    readonly secrets: readonly string[];
    readonly secretHeader?: string;
    /** IANA name of the zone that ConVox's times are in. */
    readonly timeZone: string;
    /** Origin of the org's Lightning pages, without a path. */
    readonly lightningOrigin: string;
    readonly salesforce: SalesforceLogin;
    /** Who may push and how often; anybody with a secret when left out. */
    readonly sources?: SourceSettings & MonitorSettings;
    /** How often one source may send pops, which nobody needs a secret for; as often as pushes when left out. */
    readonly popRate?: RateLimitSettings;
    /** The ConVox server that commands are forwarded to; no command is taken when left out. */
    readonly callControl?: CallControlSettings;
    readonly forwarding?: Partial<ForwardingSettings>;
}

export interface GatewayOptions extends GatewaySettings {
    /** Where pushes are kept until Salesforce holds them; in memory, for development, when left out. */
    readonly journal?: Journal;
    /** Begins to forward from the journal; in this thread when left out. */
    readonly forward?: (job: ForwardingJob) => Forwarding;
    readonly calls?: SalesforceCalls;
    readonly clock?: () => Date;
    readonly log?: Log;
}

export interface Gateway extends WebApp {
    /** A shorter way for the pushes that come most. */
    readonly takePush: PushListener;
    /** Told of every request that comes over a connection. */
    readonly observe: RequestObserver;
    /** Whether it has been told to stop. */
    isStopping(): boolean;
    /** Resolves once nothing that was accepted waits for Salesforce any more, or Salesforce takes nothing. */
    flushed(): Promise<void>;
    /**
     * Sends what waits for as long as that works and the time lasts, and then no more. Pushes are taken meanwhile, and
     * sent after the next start. Health says from now on that this gateway is stopping.
     */
    drain(milliseconds: number): Promise<void>;
    /** As `drain`, where that was not done; then takes no more pushes, and closes the journal. */
    close(drainMilliseconds?: number): Promise<void>;
}

const SECOND = 1000;

/** A login, a request, a login anew and the request again. */
const REQUESTS_A_BATCH = 4;

const FORWARDING = {
    flushAfter: SECOND,
    outageBackoff: { first: SECOND, longest: 300 * SECOND },
    rowBackoff: { first: 2 * SECOND, longest: 900 * SECOND },
    misconfiguredAfter: 300 * SECOND,
    mostAttempts: 10
};

function forwardingSettings({ salesforce, forwarding }: GatewaySettings): ForwardingSettings {
    const longestRequest = REQUESTS_A_BATCH * salesforce.timeout;
    return { ...FORWARDING, longestRequest, lease: 2 * longestRequest, ...forwarding };
}

/** The gateway between ConVox and Salesforce. It forwards from the moment it is made until it is closed. */
export function createGateway(options: GatewayOptions): Gateway {
    const clock = options.clock ?? (() => new Date());
    const log = options.log ?? jsonLog();
    const journal = options.journal ?? createSqliteJournal({ file: ':memory:' });
    const version = gatewayVersion();
    const metrics: GatewayMetrics = createMetrics({
        journal,
        version,
        now: Date.now,
        troubles: () => forwarding.state().troubles
    });
    const forward =
        options.forward ??
        ((job) => startForwarding(forwarderFor(job, { journal, ...(options.calls ? { calls: options.calls } : {}) })));
    const forwarding = forward({
        timeZone: options.timeZone,
        salesforce: options.salesforce,
        settings: forwardingSettings(options),
        requested: (report) => metrics.requested(report),
        log
    });
    let drained: Promise<void> | undefined;
    let closed: Promise<void> | undefined;

    const isStopping = (): boolean => drained !== undefined;

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
    const edgeLog = sampledLog(log);
    const sources = { ...noSources, ...options.sources, now: Date.now, log: edgeLog, metrics };
    const isMonitor = createMonitorCheck(sources);
    app.route('/health', healthRoutes({ journal, forwarding, version, now: Date.now, isStopping, isMonitor }));
    app.get('/metrics', async ({ req, env, body: respond }) => {
        if (!isMonitor(headersOf(req.raw, env), env)) {
            return responseOf(rejected(403, 'Metrics are for the addresses in GATEWAY_MONITORS'));
        }
        const { body, contentType } = await metrics.text();
        return respond(body, 200, { 'content-type': contentType });
    });
    const guard = createGuard({ ...sources, authentication: options });
    const turnAway = (headers: RequestHeaders, connection: ConnectionBindings): Answer | undefined => {
        const turnedAway = closed === undefined ? guard(headers, connection) : CLOSED;
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
    const intake = callStatusIntake({ journal: timed, timeZone: options.timeZone, clock, log: edgeLog, metrics });
    const takeStatus = callStatusRoute(intake);
    // One handler, not a chain: every push passes here.
    app.on(['GET', 'POST'], '/call-status', async ({ req: { raw }, env }) => {
        const headers = headersOf(raw, env);
        return responseOf(turnAway(headers, env) ?? (await takeStatus(raw, headers)));
    });
    const popRate = options.popRate ?? sources.rate;
    const popGuard = createGuard({ ...sources, allowed: [], ...(popRate ? { rate: popRate } : {}) });
    app.on(
        ['GET', 'POST'],
        '/pop',
        popRoute({ lightningOrigin: options.lightningOrigin, log: edgeLog, guard: popGuard })
    );
    if (options.callControl !== undefined) {
        const route = callControlRoute({ ...options.callControl, guard: sources });
        app.on(['GET', 'POST'], `${SCRIPT_FOLDER}/:script`, route);
    }
    app.notFound(() => responseOf(rejected(404, 'The gateway answers at /call-status, /pop, /health and /metrics')));
    const failed = (error: unknown): Answer => {
        edgeLog({ level: 'error', event: 'request failed', error: error instanceof Error ? error.name : 'unknown' });
        return rejected(500, 'Unexpected error');
    };
    app.onError((error) => responseOf(failed(error)));
    function drain(milliseconds: number): Promise<void> {
        drained ??= forwarding.stop(milliseconds);
        return drained;
    }

    return {
        fetch: (request, bindings) => app.fetch(request, bindings ?? {}),
        takePush: createPushListener({
            turnAway: (incoming) => turnAway(readHeaders(incoming.headers), { incoming }),
            take: intake,
            failed
        }),
        observe: createRequestObserver(metrics),
        isStopping,
        flushed: () => forwarding.flushed(),
        drain,
        close(drainMilliseconds = 10 * SECOND) {
            closed ??= drain(drainMilliseconds).then(() => journal.close());
            return closed;
        }
    };
}

const noSources: SourceSettings = { allowed: [], proxies: [] };

const CLOSED = {
    status: 503,
    message: 'The gateway is stopping, send the call status again later',
    headers: { 'retry-after': '10' }
};
