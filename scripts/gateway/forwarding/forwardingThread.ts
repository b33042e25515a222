import { Worker } from 'node:worker_threads';
import type { LogEntry } from '../log.ts';
import type { RequestReport } from './upsertRequest.ts';
import type { ForwarderState } from './forwarder.ts';
import type { ForwardingJob } from './forwardingJob.ts';
import type { Forwarding } from './forwardingLoop.ts';
import { portsOf } from './journalAccess.ts';
import type { JournalAccess } from './journalAccess.ts';

/** What the thread tells. */
export type ForwardingNews =
    | { readonly kind: 'requested'; readonly report: RequestReport }
    | { readonly kind: 'log'; readonly entry: LogEntry }
    | { readonly kind: 'started' }
    | { readonly kind: 'state'; readonly state: ForwarderState }
    | { readonly kind: 'done'; readonly id: number };

/** What it is asked to do; `done` comes back with the same number. */
export type ForwardingOrder = { readonly id: number } & (
    { readonly kind: 'flush' } | { readonly kind: 'stop'; readonly drainMilliseconds: number }
);

type Order = { readonly kind: 'flush' } | { readonly kind: 'stop'; readonly drainMilliseconds: number };

export interface ForwardingThread extends Forwarding {
    /** Resolves when the thread forwards, and rejects with the reason when it ends before. */
    readonly started: Promise<void>;
}

/**
 * Forwards in a thread of its own, because understanding and sending pushes takes as long as receiving them.
 * @param failed told once when the thread dies; the gateway is of no use then
 */
export function forwardInThread(
    job: ForwardingJob,
    access: JournalAccess,
    failed: (error: Error) => void
): ForwardingThread {
    const { timeZone, serverZones, salesforce, settings, extraFields, traces } = job;
    const worker = new Worker(new URL('./forwardingWorker.ts', import.meta.url), {
        workerData: { timeZone, serverZones, salesforce, settings, extraFields, traces, access },
        transferList: portsOf(access)
    });
    const waiting = new Map<number, () => void>();
    let state: ForwarderState = { troubles: [] };
    let orders = 0;
    let stopped = false;
    const { promise: started, resolve: start, reject: neverStarted } = Promise.withResolvers<void>();
    // Whoever does not wait for the start is told by `failed`.
    started.catch(() => undefined);

    worker.on('message', (news: ForwardingNews) => {
        switch (news.kind) {
            case 'requested':
                job.requested(news.report);
                break;
            case 'log':
                job.log(news.entry);
                break;
            case 'started':
                start();
                break;
            case 'state':
                state = news.state;
                break;
            case 'done':
                waiting.get(news.id)?.();
                waiting.delete(news.id);
        }
    });
    const end = (error: Error): void => {
        waiting.forEach((done) => done());
        waiting.clear();
        neverStarted(error);
        if (!stopped) {
            stopped = true;
            failed(error);
        }
    };
    worker.on('error', end);
    worker.on('exit', () => end(new Error('Forwarding has ended')));

    function ask(order: Order): Promise<void> {
        if (stopped) {
            return Promise.resolve();
        }
        orders += 1;
        const id = orders;
        return new Promise((resolve) => {
            waiting.set(id, resolve);
            worker.postMessage({ ...order, id });
        });
    }

    return {
        started,
        state: () => state,
        flushed: () => ask({ kind: 'flush' }),
        async stop(drainMilliseconds) {
            await ask({ kind: 'stop', drainMilliseconds });
            stopped = true;
            await worker.terminate();
        }
    };
}
