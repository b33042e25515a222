import { ElementFault, LimitExceeded } from './failures.ts';

/** Salesforce's limits for one transaction, where flows can reach them. */
const TRANSACTION_LIMITS = {
    queries: 100,
    queriedRows: 50_000,
    statements: 150,
    savedRows: 10_000,
    callouts: 100,
    calloutMilliseconds: 120_000
} as const;

/** Counts what the flows of one transaction do. Elements that interviews of a batch run together count once. */
export class TransactionLimits {
    #queries = 0;
    #queriedRows = 0;
    #statements = 0;
    #savedRows = 0;
    #callouts = 0;
    #calloutMilliseconds = 0;

    countQuery(rows: number): void {
        this.#queries += 1;
        this.#queriedRows += rows;
        if (this.#queries > TRANSACTION_LIMITS.queries) {
            throw new LimitExceeded(`Too many SOQL queries: ${this.#queries}`);
        }
        if (this.#queriedRows > TRANSACTION_LIMITS.queriedRows) {
            throw new LimitExceeded(`Too many query rows: ${this.#queriedRows}`);
        }
    }

    countStatement(rows: number): void {
        this.#statements += 1;
        this.#savedRows += rows;
        if (this.#statements > TRANSACTION_LIMITS.statements) {
            throw new LimitExceeded(`Too many DML statements: ${this.#statements}`);
        }
        if (this.#savedRows > TRANSACTION_LIMITS.savedRows) {
            throw new LimitExceeded(`Too many DML rows: ${this.#savedRows}`);
        }
    }

    /** Callouts are never merged. Whether a fault connector can catch this limit is not documented; here it can. */
    countCallout(): void {
        if (this.#callouts >= TRANSACTION_LIMITS.callouts) {
            throw new ElementFault(`Too many callouts: ${this.#callouts + 1}`);
        }
        if (this.#calloutMilliseconds >= TRANSACTION_LIMITS.calloutMilliseconds) {
            throw new ElementFault('Exceeded maximum time allotted for callouts in one transaction (120000 ms)');
        }
        this.#callouts += 1;
    }

    addCalloutTime(milliseconds: number): void {
        this.#calloutMilliseconds += milliseconds;
    }
}
