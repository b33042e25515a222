/** What became of one call of a batch. `code` is Salesforce's own; its messages may hold customers' data and are not kept. */
export type RowOutcome =
    | { readonly outcome: 'stored'; readonly created: boolean }
    /** May go in later, without anybody's help. */
    | { readonly outcome: 'retry'; readonly code: string }
    /** Goes in once someone has changed the settings of the org. */
    | { readonly outcome: 'misconfigured'; readonly code: string; readonly fields: readonly string[] }
    /** Does not go in as it is. */
    | { readonly outcome: 'refused'; readonly code: string; readonly fields: readonly string[] };

/**
 * Row errors that pass by themselves. The first two mean that two writers met at one row: the softphone and the push, or
 * two gateways. A flow that fails names itself CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, most often for a lock of its own.
 */
const PASSING = new Set([
    'UNABLE_TO_LOCK_ROW',
    'DUPLICATE_VALUE',
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    'PROCESSING_HALTED',
    'REQUEST_RUNNING_TOO_LONG',
    'SERVER_UNAVAILABLE',
    'TOO_MANY_APEX_REQUESTS',
    'UNKNOWN_EXCEPTION'
]);

const SETTINGS = new Set([
    'CANNOT_EXECUTE_FLOW_TRIGGER',
    'INACTIVE_OWNER_OR_USER',
    'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
    'INSUFFICIENT_ACCESS_OR_READONLY',
    'INSUFFICIENT_ACCESS',
    'INVALID_FIELD',
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    'INVALID_TYPE',
    'STORAGE_LIMIT_EXCEEDED'
]);

/** A limit of a transaction, an hour or a day: other rows, or another hour, may not meet it. */
const LIMIT = /LIMIT_EXCEEDED$/;

/** What a flow or a limit said to a row may be owed to the other rows of its request. */
const SHARED = new Set([
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    'CANNOT_EXECUTE_FLOW_TRIGGER',
    'PROCESSING_HALTED',
    'REQUEST_RUNNING_TOO_LONG',
    'UNKNOWN_EXCEPTION'
]);

/** Whether the row may go in when it comes alone, or with fewer others: processor time and limits are theirs together. */
export function mayBeOwedToOthers(row: RowOutcome): boolean {
    return (
        row.outcome !== 'stored' &&
        (SHARED.has(row.code) || LIMIT.test(row.code)) &&
        row.code !== 'STORAGE_LIMIT_EXCEEDED'
    );
}

export function classifyRow(code: string, fields: readonly string[]): RowOutcome {
    if (SETTINGS.has(code)) {
        return { outcome: 'misconfigured', code, fields };
    }
    return PASSING.has(code) || LIMIT.test(code) ? { outcome: 'retry', code } : { outcome: 'refused', code, fields };
}
