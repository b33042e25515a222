import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { WebApp } from '../node/listen.ts';
import { createAgentStates } from './agentStates/agentStates.ts';
import { createEdge } from './edge.ts';
import type { EdgeParts, EdgeSettings } from './edge.ts';
import { forwarderFor } from './forwarding/forwarderFor.ts';
import type { ForwardingJob, ForwardingSettings } from './forwarding/forwardingJob.ts';
import { startForwarding } from './forwarding/forwardingLoop.ts';
import type { Forwarding } from './forwarding/forwardingLoop.ts';
import type { PushListener } from './intake/pushListener.ts';
import type { Journal } from './journal/journal.ts';
import { createSqliteJournal } from './journal/sqliteJournal.ts';
import { jsonLog } from './log.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import type { GatewayMetrics, MetricsOptions } from './metrics.ts';
import { createRequestObserver } from './requestObserver.ts';
import type { RequestObserver } from './requestObserver.ts';
import type { ServerSettings } from './serverSettings.ts';
import { zonesOf } from './serverZones.ts';
import { sampledLog } from './sampledLog.ts';
import { createAgentStateFlow } from './salesforce/agentStateFlow.ts';
import type { SalesforceCalls } from './salesforce/salesforceCalls.ts';
import type { SalesforceLogin } from './salesforce/salesforceToken.ts';
import { tracedFetch } from './tracing/tracedFetch.ts';
import type { Tracing } from './tracing/tracing.ts';
import { gatewayVersion } from './version.ts';

export interface GatewaySettings extends EdgeSettings {
    /** IANA name of the zone that ConVox's times are in. */
    readonly timeZone: string;
    readonly salesforce: SalesforceLogin;
    readonly forwarding?: Partial<ForwardingSettings>;
}

export interface GatewayOptions extends GatewaySettings {
    /** Where pushes are kept until Salesforce holds them; in memory, for development, when left out. */
    readonly journal?: Journal;
    /** Begins to forward from the journal; in this thread when left out. */
    readonly forward?: (job: ForwardingJob) => Forwarding;
    readonly calls?: SalesforceCalls;
    /** Spans of requests and commands, and of forwarding in this thread; none when left out. */
    readonly tracing?: Tracing;
    readonly clock?: () => Date;
    readonly log?: Log;
}

export interface Gateway extends WebApp {
    /** A shorter way for the pushes that come most. */
    readonly takePush: PushListener;
    /** From the next request on, these hold in place of the former. */
    change(settings: EdgeSettings): void;
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

function namesOf(servers: readonly ServerSettings[] = []): Pick<MetricsOptions, 'servers' | 'defaultServer'> {
    const own = servers.find(({ isDefault }) => isDefault);
    return own === undefined ? {} : { servers: servers.map(({ code }) => code), defaultServer: own.code };
}

/** Lines of a file move. */
function filledBy({ extraFields = [] }: EdgeSettings): readonly string[][] {
    return extraFields.map(({ server = '', parameter, field }) => [server, parameter, field]);
}

/** The gateway between ConVox and Salesforce. It forwards from the moment it is made until it is closed. */
export function createGateway(options: GatewayOptions): Gateway {
    const clock = options.clock ?? (() => new Date());
    const log = options.log ?? jsonLog();
    const journal = options.journal ?? createSqliteJournal({ file: ':memory:' });
    const version = gatewayVersion();
    const { tracing } = options;
    const zones = zonesOf(options.timeZone, options.servers);
    const metrics: GatewayMetrics = createMetrics({
        journal,
        version,
        now: Date.now,
        forwarding: () => forwarding.state(),
        ...namesOf(options.servers)
    });
    const forward =
        options.forward ??
        ((job) =>
            startForwarding(
                forwarderFor(job, {
                    journal,
                    ...(options.calls && { calls: options.calls }),
                    ...(tracing && { tracing })
                })
            ));
    const forwarding = forward({
        ...zones,
        salesforce: options.salesforce,
        ...(options.extraFields && { extraFields: options.extraFields }),
        settings: forwardingSettings(options),
        requested: (report) => metrics.requested(report),
        log
    });
    const agentStates = createAgentStates({
        journal,
        tell: createAgentStateFlow(options.salesforce, tracedFetch(tracing)),
        pause: SECOND,
        longestPause: 300 * SECOND,
        log
    });
    let drained: Promise<void> | undefined;
    let closed: Promise<void> | undefined;

    const isStopping = (): boolean => drained !== undefined;

    const parts: EdgeParts = {
        journal,
        forwarding,
        metrics,
        agentStates,
        version,
        timeZone: zones.timeZone,
        ...(tracing && { tracing }),
        clock,
        log: sampledLog(log),
        isStopping,
        isClosed: () => closed !== undefined
    };
    let edge = createEdge(options, parts);

    function drain(milliseconds: number): Promise<void> {
        drained ??= forwarding.stop(milliseconds).then(async () => {
            await Promise.race([agentStates.flush(), wait(milliseconds, undefined, { ref: false })]);
            agentStates.stop();
        });
        return drained;
    }

    return {
        fetch: (request, bindings) => edge.fetch(request, bindings),
        takePush: (incoming, outgoing) => edge.takePush(incoming, outgoing),
        change(settings) {
            if (!isDeepStrictEqual(zonesOf(options.timeZone, settings.servers), zones)) {
                throw new Error('Other servers, another default or other time zones hold only after a new start');
            }
            if (settings.servers && !isDeepStrictEqual(filledBy(settings), filledBy(options))) {
                throw new Error('Other extra fields hold only after a new start');
            }
            edge = createEdge(settings, parts);
        },
        observe: createRequestObserver(metrics, tracing),
        isStopping,
        async flushed() {
            await forwarding.flushed();
            await agentStates.flush();
        },
        drain,
        close(drainMilliseconds = 10 * SECOND) {
            closed ??= drain(drainMilliseconds).then(() => journal.close());
            return closed;
        }
    };
}
