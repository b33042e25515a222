import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { ForwarderState } from './forwarding/forwarder.ts';
import type { RequestReport } from './forwarding/upsertRequest.ts';
import { createServerActivity, DEFAULT_SERVER } from './serverActivity.ts';
import type { CommandResult, LastOfServer } from './serverActivity.ts';
import type { Journal, JournalCounts } from './journal/journal.ts';

export type Refusal =
    | 'not authenticated'
    | 'source not allowed'
    | 'too many requests'
    | 'too large'
    | 'broken off'
    | 'journal full'
    | 'journal failed';

/** Where a request went, in few words: an address could hold a customer's number. */
export type RouteName = 'call-status' | 'pop' | 'call-control' | 'health' | 'metrics' | 'other';

export interface GatewayMetrics {
    /** A request has been answered; `status` is 0 when its sender left before. Seconds. */
    answered(route: RouteName, status: number, seconds: number): void;
    /** `server`: code of another than the default one. */
    accepted(pushes: number, bytes: number, server?: string): void;
    /** Pushes have been written to disk, or were not. Seconds. */
    appended(seconds: number): void;
    /** `dropped`: older requests that had to make room. */
    quarantined(dropped: number): void;
    refused(refusal: Refusal): void;
    /** One request to Salesforce. */
    requested(report: RequestReport): void;
    callControl(result: CommandResult, server?: string): void;
    /** When each server was last heard of. */
    servers(): Readonly<Record<string, LastOfServer>>;
    /** Text for Prometheus and its media type. */
    text(): Promise<{ readonly body: string; readonly contentType: string }>;
}

const BATCH_SIZES = [1, 5, 10, 25, 50, 100, 150, 199, 200];
const SECONDS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const SHORT_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 15];

const unknownCounts: JournalCounts = { waiting: NaN, oldestWaitingAt: NaN, dead: NaN, quarantined: NaN, bytes: NaN };

export interface MetricsOptions {
    readonly journal: Pick<Journal, 'counts'>;
    readonly version: string;
    readonly now: () => number;
    readonly forwarding: () => ForwarderState;
    /** Codes of the ConVox servers; one without a code when left out. */
    readonly servers?: readonly string[];
    /** Code of the one whose calls are kept by their bare reference. */
    readonly defaultServer?: string;
}

/** What the gateway counts. Labels are outcomes only: no metric ever holds a number, a name or an address. */
export function createMetrics({
    journal,
    version,
    now,
    forwarding,
    defaultServer = DEFAULT_SERVER,
    servers = [defaultServer]
}: MetricsOptions): GatewayMetrics {
    const registry = new Registry();
    const registers = [registry];
    const counter = <Label extends string = never>(
        name: string,
        help: string,
        ...labelNames: Label[]
    ): Counter<Label> => new Counter({ name, help, labelNames, registers });
    // A gauge says 0 unless told otherwise; what is not known yet is not 0.
    const gauge = (name: string, help: string): Gauge => {
        const made = new Gauge({ name, help, registers });
        made.set(NaN);
        return made;
    };
    collectDefaultMetrics({ register: registry });

    new Gauge({
        name: 'convox_gateway_build_info',
        help: 'Always 1; the labels say what runs',
        labelNames: ['version', 'node'],
        registers
    }).set({ version, node: process.versions.node }, 1);
    const answers = new Histogram({
        name: 'convox_http_request_seconds',
        help: 'Duration of requests until they were answered',
        labelNames: ['route', 'status'],
        buckets: SHORT_SECONDS,
        registers
    });
    const appends = new Histogram({
        name: 'convox_journal_append_seconds',
        help: 'How long pushes waited for the disk',
        buckets: SHORT_SECONDS,
        registers
    });
    const received = counter('convox_push_bytes_total', 'Bytes of the call statuses that were stored');
    const pushes = counter('convox_pushes_accepted_total', 'Call statuses that were stored and answered 200', 'server');
    const quarantine = counter('convox_pushes_quarantined_total', 'Requests that were not understood and answered 400');
    const drops = counter('convox_quarantine_dropped_total', 'Requests that left quarantine unread, to make room');
    const refusals = counter('convox_requests_refused_total', 'Requests that were turned away', 'reason');
    const requests = counter('convox_salesforce_requests_total', 'Upsert requests to Salesforce', 'outcome');
    const rows = counter('convox_salesforce_calls_total', 'Calls in answered requests', 'outcome');
    const forwarded = counter('convox_pushes_forwarded_total', 'Call statuses in answered requests');
    const commands = counter('convox_call_control_total', 'Commands forwarded to ConVox', 'outcome', 'server');
    servers.forEach((server) => pushes.inc({ server }, 0));
    const activity = createServerActivity(servers, () => new Date(now()));
    const latency = new Histogram({
        name: 'convox_salesforce_request_seconds',
        help: 'Duration of upsert requests',
        buckets: SECONDS,
        registers
    });
    const batch = new Histogram({
        name: 'convox_salesforce_batch_calls',
        help: 'Calls in one upsert request',
        buckets: BATCH_SIZES,
        registers
    });
    const perThousand = gauge(
        'convox_salesforce_requests_per_1000_pushes',
        'Upsert requests per 1,000 forwarded pushes'
    );
    const left = gauge('convox_salesforce_requests_left', 'API requests that the org has left of its 24 hours');
    const allowed = gauge('convox_salesforce_requests_allowed', 'API requests that the org has for 24 hours');
    const troubled = gauge('convox_forwarding_troubles', 'Reasons why calls are not forwarded at full speed');
    const paused = gauge(
        'convox_forwarding_paused_until_seconds',
        'Unix time until which nothing is sent to Salesforce, 0 while calls are forwarded'
    );
    const unfit = gauge('convox_extra_values_unfit', 'Values that did not fit their extra field, since the start');
    const oldest = gauge('convox_journal_oldest_seconds', 'Age of the oldest push that Salesforce does not hold');
    const dead = gauge('convox_journal_dead_letters', 'Pushes that wait for an administrator');
    const kept = gauge('convox_journal_quarantined', 'Requests in quarantine');
    const bytes = gauge('convox_journal_bytes', 'Size of the journal on disk');
    const waiting = gauge('convox_journal_waiting', 'Pushes that Salesforce does not hold yet');

    async function readJournal(): Promise<void> {
        // A journal that does not work is what /health is for; the rest is still worth reading.
        const counts = await journal.counts().catch(() => unknownCounts);
        waiting.set(counts.waiting);
        dead.set(counts.dead);
        kept.set(counts.quarantined);
        bytes.set(counts.bytes);
        oldest.set(Math.max(0, now() - (counts.oldestWaitingAt ?? now())) / 1000);
    }

    let requestCount = 0;
    let pushCount = 0;

    return {
        answered: (route, status, seconds) => answers.observe({ route, status }, seconds),
        accepted(count, bytes, server = defaultServer) {
            pushes.inc({ server }, count);
            activity.pushed(server);
            received.inc(bytes);
        },
        appended: (seconds) => appends.observe(seconds),
        quarantined(dropped) {
            quarantine.inc();
            drops.inc(dropped);
        },
        refused: (reason) => refusals.inc({ reason }),
        requested({ calls, pushes: count, took, outcome, usage, rows: outcomes }) {
            requests.inc({ outcome });
            latency.observe(took / 1000);
            batch.observe(calls);
            requestCount += 1;
            Object.entries(outcomes)
                .filter(([, number]) => number > 0)
                .forEach(([became, number]) => rows.inc({ outcome: became }, number));
            if (outcome === 'answered') {
                pushCount += count;
                forwarded.inc(count);
                perThousand.set((requestCount / pushCount) * 1000);
            }
            if (usage !== undefined) {
                left.set(usage.allowed - usage.used);
                allowed.set(usage.allowed);
            }
        },
        callControl(outcome, server = defaultServer) {
            commands.inc({ outcome, server });
            activity.commanded(server, outcome);
        },
        servers: () => activity.report(),
        async text() {
            await readJournal();
            const { troubles, pausedUntil = 0, unfitValues = 0 } = forwarding();
            troubled.set(troubles.length);
            paused.set(pausedUntil / 1000);
            unfit.set(unfitValues);
            return { body: await registry.metrics(), contentType: registry.contentType };
        }
    };
}
