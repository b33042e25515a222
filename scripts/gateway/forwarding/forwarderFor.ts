import { createCallExtras } from '../extraFields/callExtras.ts';
import type { Forwardable } from '../journal/journal.ts';
import { createCallDescription } from '../salesforce/callDescription.ts';
import { createSalesforceCalls } from '../salesforce/salesforceCalls.ts';
import type { SalesforceCalls } from '../salesforce/salesforceCalls.ts';
import { sampledLog } from '../sampledLog.ts';
import { tracedFetch } from '../tracing/tracedFetch.ts';
import type { Tracing } from '../tracing/tracing.ts';
import { createForwarder } from './forwarder.ts';
import type { Forwarder } from './forwarder.ts';
import type { ForwardingJob } from './forwardingJob.ts';

export interface ForwardingParts {
    readonly journal: Forwardable;
    /** The REST API of the org when left out. */
    readonly calls?: SalesforceCalls;
    readonly random?: () => number;
    readonly tracing?: Tracing;
}

/** The forwarder of a job, on this machine's clock. */
export function forwarderFor(
    job: ForwardingJob,
    {
        journal,
        tracing,
        calls = createSalesforceCalls(job.salesforce, tracedFetch(tracing)),
        random = Math.random
    }: ForwardingParts
): Forwarder {
    const { settings, requested, log } = job;
    // Pauses must not last as long as somebody set the clock back for.
    const now = (): number => performance.now();
    return createForwarder({
        journal,
        calls,
        zones: job,
        extras: createCallExtras({
            extras: job.extraFields ?? [],
            describe: createCallDescription(job.salesforce, tracedFetch(tracing)),
            now,
            log: sampledLog(log)
        }),
        settings,
        rules: settings,
        now,
        clock: Date.now,
        random,
        requested,
        log
    });
}
