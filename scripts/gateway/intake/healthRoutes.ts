import { Hono } from 'hono';
import type { Forwarder } from '../forwarding/forwarder.ts';
import type { Journal } from '../journal/journal.ts';
import { errorText } from '../systemError.ts';

export interface HealthOptions {
    readonly journal: Journal;
    readonly forwarder: Pick<Forwarder, 'state'>;
    readonly now: () => number;
    /** Set once the gateway has been told to stop. */
    readonly isStopping: () => boolean;
}

interface Report {
    readonly ready: boolean;
    readonly reasons: readonly string[];
    readonly journal?: {
        waiting: number;
        oldestSeconds: number;
        deadLetters: number;
        quarantined: number;
        bytes: number;
    };
}

/**
 * `/health/live`: the process answers. `/health/ready`: pushes can be stored; 503 when not. `/health`: the same with
 * everything that an administrator should know. Salesforce being away does not make a gateway unready: taking pushes
 * meanwhile is what it is for.
 */
export function healthRoutes(options: HealthOptions): Hono {
    const app = new Hono();
    app.get('/live', ({ json }) => json({ status: 'ok' }));
    app.on('GET', ['/', '/ready'], async ({ json }) => {
        const { ready, reasons, journal } = await report(options);
        const status = ready ? (reasons.length === 0 ? 'ok' : 'degraded') : 'not ready';
        return json({ status, reasons, ...(journal ? { journal } : {}) }, ready ? 200 : 503);
    });
    return app;
}

async function report({ journal, forwarder, now, isStopping }: HealthOptions): Promise<Report> {
    const stopping = isStopping() ? ['The gateway is stopping'] : [];
    const { troubles } = forwarder.state();
    try {
        const { waiting, oldestWaitingAt, dead, quarantined, bytes } = await journal.counts();
        const oldestSeconds =
            oldestWaitingAt === undefined ? 0 : Math.max(0, Math.round((now() - oldestWaitingAt) / 1000));
        const letters = dead === 0 ? [] : [`${dead} dead letters wait for an administrator`];
        return {
            ready: stopping.length === 0,
            reasons: [...stopping, ...troubles, ...letters],
            journal: { waiting, oldestSeconds, deadLetters: dead, quarantined, bytes }
        };
    } catch (error) {
        const reason = errorText(error);
        return { ready: false, reasons: [...stopping, ...troubles, `The journal does not work: ${reason}`] };
    }
}
