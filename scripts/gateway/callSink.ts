/** One call's values for Salesforce, keyed by the field's API name. Fields that are left out keep their value. */
export interface CallUpsert {
    /** Value of `Call_Reference__c`. */
    readonly reference: string;
    readonly fields: Readonly<Record<string, string | number | boolean | null>>;
}

export type StoreResult =
    | { readonly outcome: 'stored'; readonly created: boolean }
    /** Salesforce does not take this call as it is: `code` is its own, `fields` are the ones it is about. */
    | { readonly outcome: 'refused'; readonly code: string; readonly fields: readonly string[] }
    /** Salesforce takes no call until someone changes the settings of the org or of this program. */
    | { readonly outcome: 'misconfigured'; readonly reason: string }
    /** May go in later, without anybody's help. */
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
