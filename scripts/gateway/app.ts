import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { WebApp } from '../http/listen.ts';
import { createGuard } from './access/guard.ts';
import { headersOf } from './access/requestHeaders.ts';
import type { SourceSettings } from './access/guard.ts';
import type { ConnectionBindings } from './access/sourceAddress.ts';
import { callControlRoute, SCRIPT_FOLDER } from './callControl/callControlRoute.ts';
import type { CallControlSettings } from './callControl/callControlRoute.ts';
import { createForwarder } from './forwarding/forwarder.ts';
import type { ForwarderSettings } from './forwarding/forwarder.ts';
import { startForwarding } from './forwarding/forwardingLoop.ts';
import type { SettlementRules } from './forwarding/settlements.ts';
import { callStatusRoute } from './intake/callStatusRoute.ts';
import { rejected } from './intake/envelope.ts';
import { healthRoutes } from './intake/healthRoutes.ts';
import { popRoute } from './intake/popRoute.ts';
import type { Journal } from './journal/journal.ts';
import { createSqliteJournal } from './journal/sqliteJournal.ts';
import { jsonLog } from './log.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createSalesforceCalls } from './salesforce/salesforceCalls.ts';
import type { SalesforceCalls } from './salesforce/salesforceCalls.ts';
import type { SalesforceLogin } from './salesforce/salesforceToken.ts';

export interface ForwardingSettings extends ForwarderSettings, SettlementRules {}

export interface GatewaySettings {
    readonly secrets: readonly string[];
    readonly secretHeader?: string;
    /** IANA name of the zone that ConVox's times are in. */
    readonly timeZone: string;
    /** Origin of the org's Lightning pages, without a path. */
    readonly lightningOrigin: string;
    readonly salesforce: SalesforceLogin;
    /** Who may push and how often; anybody with a secret when left out. */
    readonly sources?: SourceSettings;
    /** The ConVox server that commands are forwarded to; no command is taken when left out. */
    readonly callControl?: CallControlSettings;
    readonly forwarding?: Partial<ForwardingSettings>;
}

export interface GatewayOptions extends GatewaySettings {
    /** Where pushes are kept until Salesforce holds them; in memory, for development, when left out. */
    readonly journal?: Journal;
    readonly calls?: SalesforceCalls;
    readonly clock?: () => Date;
    readonly random?: () => number;
    readonly log?: Log;
}

export interface Gateway extends WebApp {
    /** Resolves once nothing that was accepted waits for Salesforce any more, or Salesforce takes nothing. */
    flushed(): Promise<void>;
    /**
     * Takes no more pushes, sends what waits for as long as that works and the time lasts, and closes the journal.
     * What is left is sent after the next start.
     */
    close(drainMilliseconds?: number): Promise<void>;
}

const SECOND = 1000;

const FORWARDING: ForwardingSettings = {
    flushAfter: SECOND,
    lease: 120 * SECOND,
    outageBackoff: { first: SECOND, longest: 300 * SECOND },
    rowBackoff: { first: 2 * SECOND, longest: 900 * SECOND },
    misconfiguredAfter: 300 * SECOND,
    mostAttempts: 10
};

/** The gateway between ConVox and Salesforce. It forwards from the moment it is made until it is closed. */
export function createGateway(options: GatewayOptions): Gateway {
    const clock = options.clock ?? (() => new Date());
    const log = options.log ?? jsonLog();
    const journal = options.journal ?? createSqliteJournal({ file: ':memory:' });
    const metrics = createMetrics(journal, Date.now);
    const settings = { ...FORWARDING, ...options.forwarding };
    const forwarder = createForwarder({
        journal,
        settings,
        rules: settings,
        calls: options.calls ?? createSalesforceCalls(options.salesforce),
        timeZone: options.timeZone,
        // A wall clock that a test holds still must not hold the forwarder.
        now: Date.now,
        random: options.random ?? Math.random,
        requested: (report) => metrics.requested(report),
        log
    });
    const forwarding = startForwarding(forwarder);
    let stopping = false;
    let closed: Promise<void> | undefined;

    const app = new Hono<{ Bindings: ConnectionBindings }>();
    app.use(
        '/pop',
        secureHeaders({
            contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
            referrerPolicy: 'no-referrer'
        })
    );
    app.use('/pop', async (context, next) => {
        await next();
        context.header('cache-control', 'no-store');
    });
    app.route('/health', healthRoutes({ journal, forwarder, now: Date.now, isStopping: () => stopping }));
    app.get('/metrics', async (context) => {
        const { body, contentType } = await metrics.text();
        return context.body(body, 200, { 'content-type': contentType });
    });
    const guard = createGuard({ ...noSources, ...options.sources, ...options, now: Date.now, log, metrics });
    const takeStatus = callStatusRoute({ journal, timeZone: options.timeZone, clock, log, metrics });
    // One handler, not a chain: every push passes here.
    app.on(['GET', 'POST'], '/call-status', ({ req: { raw }, env }) => {
        const headers = headersOf(raw, env);
        return stopping ? stopped() : (guard(headers, env) ?? takeStatus(raw, headers));
    });
    app.on(['GET', 'POST'], '/pop', popRoute({ lightningOrigin: options.lightningOrigin, log }));
    if (options.callControl !== undefined) {
        const route = callControlRoute({ ...options.callControl, log, metrics });
        app.on(['GET', 'POST'], `${SCRIPT_FOLDER}/:script`, route);
    }
    app.notFound(() => rejected(404, 'The gateway answers at /call-status, /pop, /health and /metrics'));
    app.onError((error) => {
        log({ level: 'error', event: 'request failed', error: error.name });
        return rejected(500, 'Unexpected error');
    });
    return {
        fetch: (request, bindings) => app.fetch(request, bindings ?? {}),
        async flushed() {
            while ((await forwarder.flush()) === 0);
        },
        close(drainMilliseconds = 10 * SECOND) {
            stopping = true;
            closed ??= forwarding.stop(drainMilliseconds).then(() => journal.close());
            return closed;
        }
    };
}

const noSources: SourceSettings = { allowed: [], proxies: [] };

function stopped(): Response {
    return rejected(503, 'The gateway is stopping, send the call status again later', { 'retry-after': '10' });
}
