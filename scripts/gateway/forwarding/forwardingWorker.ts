import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import { forwarderFor } from './forwarderFor.ts';
import type { ForwardingJob } from './forwardingJob.ts';
import { startForwarding } from './forwardingLoop.ts';
import type { ForwardingNews, ForwardingOrder } from './forwardingThread.ts';
import { forwardableBy, journalAccess } from './journalAccess.ts';
import { startTracing } from '../tracing/startTracing.ts';

const backoff = z.object({ first: z.number(), longest: z.number() });

const given = z.object({
    access: journalAccess,
    timeZone: z.string(),
    serverZones: z.record(z.string(), z.string()).optional(),
    salesforce: z.object({
        loginUrl: z.string(),
        clientId: z.string(),
        clientSecret: z.string(),
        timeout: z.number()
    }),
    settings: z.object({
        flushAfter: z.number(),
        lease: z.number(),
        longestRequest: z.number(),
        outageBackoff: backoff,
        rowBackoff: backoff,
        misconfiguredAfter: z.number(),
        mostAttempts: z.number()
    }),
    extraFields: z
        .array(
            z.object({
                parameter: z.string(),
                field: z.string(),
                server: z.string().optional(),
                place: z.string()
            })
        )
        .optional(),
    traces: z.object({ endpoint: z.string(), share: z.number() }).optional()
});

async function run(port: MessagePort, { access, traces, ...task }: z.infer<typeof given>): Promise<void> {
    const tell = (news: ForwardingNews): void => port.postMessage(news);
    const job: ForwardingJob = {
        ...task,
        requested: (report) => tell({ kind: 'requested', report }),
        log: (entry) => tell({ kind: 'log', entry })
    };
    const tracing = await startTracing(traces, job.log);
    const forwarder = forwarderFor(job, { journal: await forwardableBy(access), ...(tracing && { tracing }) });
    let told = '';
    async function telling(step: Promise<number | undefined>): Promise<number | undefined> {
        const wait = await step;
        const state = forwarder.state();
        if (JSON.stringify(state) !== told) {
            told = JSON.stringify(state);
            tell({ kind: 'state', state });
        }
        return wait;
    }
    const forwarding = startForwarding({
        ...forwarder,
        step: async () => (await telling(forwarder.step())) ?? 0,
        flush: () => telling(forwarder.flush())
    });
    port.on('message', (order: ForwardingOrder) => {
        const work =
            order.kind === 'flush'
                ? forwarding.flushed()
                : forwarding.stop(order.drainMilliseconds).then(() => tracing?.stop());
        void work.then(() => tell({ kind: 'done', id: order.id }));
    });
    tell({ kind: 'started' });
}

if (parentPort !== null) {
    await run(parentPort, given.parse(workerData));
}
