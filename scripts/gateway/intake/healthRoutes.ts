import { Hono } from 'hono';
import { headersOf } from '../access/requestHeaders.ts';
import type { RequestHeaders } from '../access/requestHeaders.ts';
import type { ConnectionBindings } from '../access/sourceAddress.ts';
import type { Forwarding } from '../forwarding/forwardingLoop.ts';
import type { Journal } from '../journal/journal.ts';
import type { LastOfServer } from '../serverActivity.ts';
import type { ApiUsage } from '../salesforce/apiUsage.ts';
import { errorText } from '../systemError.ts';

export interface ReadinessOptions {
    readonly journal: Journal;
    readonly forwarding: Pick<Forwarding, 'state'>;
    readonly now: () => number;
    /** Set once the gateway has been told to stop. */
    readonly isStopping: () => boolean;
}

export interface HealthOptions {
    readonly current: () => Promise<Readiness>;
    /** When each ConVox server was last heard of. */
    readonly servers: () => Readonly<Record<string, LastOfServer>>;
    /** Told to everybody: a set-up is checked from outside. */
    readonly version: string;
    /** Whether reasons and counts are this request's business. */
    readonly isMonitor: (headers: RequestHeaders, bindings: ConnectionBindings) => boolean;
}

/** Whether pushes can be stored, and what stands in the way of anything else. */
export interface Readiness {
    readonly ready: boolean;
    readonly reasons: readonly string[];
    /** What the org said last of its API requests of 24 hours. */
    readonly usage?: ApiUsage;
    /** Milliseconds since 1970; left out before the org stored a call. */
    readonly lastForwardAt?: number;
    readonly journal?: {
        waiting: number;
        oldestSeconds: number;
        deadLetters: number;
        quarantined: number;
        bytes: number;
    };
}

export function statusOf({ ready, reasons }: Readiness): 'ok' | 'degraded' | 'not ready' {
    return ready ? (reasons.length === 0 ? 'ok' : 'degraded') : 'not ready';
}

/** Milliseconds that a report stands: whoever asks more often must not keep the disk busy. */
const REPORT_STANDS = 1000;

/**
 * `/health/live`: the process answers. `/health/ready`: pushes can be stored, which is tried; 503 when not. `/health`: the
 * same. Both give reasons and counts to those who watch the gateway, and status and version to others. Salesforce being away
 * does not make a gateway unready: taking pushes meanwhile is what it is for.
 */
export function healthRoutes(options: HealthOptions): Hono<{ Bindings: ConnectionBindings }> {
    const app = new Hono<{ Bindings: ConnectionBindings }>();
    const { current } = options;
    app.get('/live', ({ json }) => json({ status: 'ok', version: options.version }));
    app.on('GET', ['/', '/ready'], async ({ req, env, json }) => {
        const readiness = await current();
        const { ready, reasons, journal } = readiness;
        const status = statusOf(readiness);
        const details = options.isMonitor(headersOf(req.raw, env), env)
            ? { reasons, ...(journal && { journal }), servers: options.servers() }
            : {};
        return json({ status, version: options.version, ...details }, ready ? 200 : 503);
    });
    return app;
}

export function createReadiness(options: ReadinessOptions): () => Promise<Readiness> {
    let made: { readonly at: number; readonly stopping: boolean; readonly report: Promise<Readiness> } | undefined;
    return () => {
        const at = options.now();
        const stopping = options.isStopping();
        if (made === undefined || at - made.at >= REPORT_STANDS || made.stopping !== stopping) {
            made = { at, stopping, report: report(options, stopping) };
        }
        return made.report;
    };
}

async function report({ journal, forwarding, now }: ReadinessOptions, isStopping: boolean): Promise<Readiness> {
    const stopping = isStopping ? ['The gateway is stopping'] : [];
    const { troubles, usage, lastForwardAt } = forwarding.state();
    try {
        const { waiting, oldestWaitingAt, dead, quarantined, bytes } = await journal.counts();
        const oldestSeconds =
            oldestWaitingAt === undefined ? 0 : Math.max(0, Math.round((now() - oldestWaitingAt) / 1000));
        const letters = dead === 0 ? [] : [`${dead} dead letters wait for an administrator`];
        const full = await reasonNotToStore(journal);
        return {
            ready: stopping.length === 0 && full.length === 0,
            reasons: [...stopping, ...full, ...troubles, ...letters],
            ...(usage && { usage }),
            ...(lastForwardAt !== undefined && { lastForwardAt }),
            journal: { waiting, oldestSeconds, deadLetters: dead, quarantined, bytes }
        };
    } catch (error) {
        const reason = errorText(error);
        return { ready: false, reasons: [...stopping, `The journal does not work: ${reason}`, ...troubles] };
    }
}

function reasonNotToStore(journal: Journal): Promise<string[]> {
    return journal.probe().then(
        () => [],
        (error: unknown) => [`Pushes cannot be stored: ${errorText(error)}`]
    );
}
