import { LimitExceeded } from './failures.ts';
import { TransactionLimits } from './transactionLimits.ts';

/** Saves that flows cause start flows again, up to this depth, as triggers do on the platform. */
const TRIGGER_DEPTH_LIMIT = 16;

/**
 * Knows the transaction that is running now, so that saves made by its flows count against the same limits. The flows
 * before and after one save by the API are counted apart, because the store does not say where its transaction begins.
 */
export class FlowTransactions {
    #limits: TransactionLimits | undefined;
    #depth = 0;

    /** Whether flows of a transaction are running now. */
    get isRunning(): boolean {
        return this.#depth > 0;
    }

    /** Runs work, which must not wait, under the limits of the running transaction, or of a new one. */
    within<Result>(
        work: (limits: TransactionLimits) => Result,
        limits = this.#limits ?? new TransactionLimits()
    ): Result {
        const outer = this.#limits;
        this.#limits = limits;
        this.#depth += 1;
        try {
            if (this.#depth > TRIGGER_DEPTH_LIMIT) {
                throw new LimitExceeded(`Maximum trigger depth exceeded (${TRIGGER_DEPTH_LIMIT})`);
            }
            return work(limits);
        } finally {
            this.#limits = outer;
            this.#depth -= 1;
        }
    }
}
