import type { Forwardable } from '../journal/journal.ts';
import { createSalesforceCalls } from '../salesforce/salesforceCalls.ts';
import type { SalesforceCalls } from '../salesforce/salesforceCalls.ts';
import { createForwarder } from './forwarder.ts';
import type { Forwarder } from './forwarder.ts';
import type { ForwardingJob } from './forwardingJob.ts';

export interface ForwardingParts {
    readonly journal: Forwardable;
    /** The REST API of the org when left out. */
    readonly calls?: SalesforceCalls;
    readonly random?: () => number;
}

/** The forwarder of a job, on this machine's clock. */
export function forwarderFor(
    job: ForwardingJob,
    { journal, calls = createSalesforceCalls(job.salesforce), random = Math.random }: ForwardingParts
): Forwarder {
    const { timeZone, settings, requested, log } = job;
    return createForwarder({
        journal,
        calls,
        timeZone,
        settings,
        rules: settings,
        // Pauses must not last as long as somebody set the clock back for.
        now: () => performance.now(),
        clock: Date.now,
        random,
        requested,
        log
    });
}
