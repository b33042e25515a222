/** One call's values for Salesforce, keyed by the field's API name. Fields that are left out keep their value. */
export interface CallUpsert {
    /** Value of `Call_Reference__c`. */
    readonly reference: string;
    readonly fields: Readonly<Record<string, string | number | boolean | null>>;
}

export type StoreResult =
    | { readonly outcome: 'stored'; readonly created: boolean }
    /** Will never go in as it is: `code` is Salesforce's, `fields` are the ones it is about. */
    | { readonly outcome: 'refused'; readonly code: string; readonly fields: readonly string[] }
    /** May go in later. */
    | { readonly outcome: 'unavailable'; readonly reason: string; readonly retryAfterSeconds: number };

/**
 * Where call statuses go. Routes know nothing else, so a journal can stand between them and Salesforce: it is a sink for
 * the routes, and has a sink of its own.
 */
export interface CallSink {
    /** At most 200 calls, each reference once. One result per call, in order. Resolves also when all of it failed. */
    store(batch: readonly CallUpsert[]): Promise<readonly StoreResult[]>;
}

export const LARGEST_BATCH = 200;
