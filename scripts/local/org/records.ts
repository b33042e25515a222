/**
 * How everything inside the local org reaches data: REST and UI APIs, GraphQL, SOQL and flows speak these shapes,
 * the store implements them. Names are Salesforce API names throughout.
 */

/** Text, number or checkbox as themselves; Date as `YYYY-MM-DD`, DateTime as ISO 8601 UTC with milliseconds. */
export type FieldValue = string | number | boolean | null;

/** A stored row, `Id` and system fields included. Formula fields are computed on read. */
export type OrgRecord = Readonly<Record<string, FieldValue>>;

/** Field values to write, without `Id`. A field that is left out keeps its value. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

export type ConditionOperator =
    'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'like' | 'in' | 'nin' | 'contains' | 'startsWith' | 'endsWith';

/** `field` may walk lookups: `Process__r.Process_Code__c`. Text compares without case unless the field is case-sensitive. */
export type Condition =
    | {
          readonly field: string;
          readonly operator: ConditionOperator;
          readonly value: FieldValue | readonly FieldValue[];
      }
    | { readonly all: readonly Condition[] }
    | { readonly any: readonly Condition[] }
    | { readonly not: Condition };

export interface OrderBy {
    readonly field: string;
    readonly descending?: boolean;
    readonly nullsLast?: boolean;
}

export interface RecordQuery {
    readonly object: string;
    readonly where?: Condition;
    readonly orderBy?: readonly OrderBy[];
    readonly limit?: number;
    readonly offset?: number;
}

/** One entry of Salesforce's error arrays, for example `DUPLICATE_VALUE` with the field it is about. */
export interface RecordError {
    readonly statusCode: string;
    readonly message: string;
    readonly fields: readonly string[];
}

export type SaveResult =
    | { readonly success: true; readonly id: string; readonly created: boolean }
    | { readonly success: false; readonly errors: readonly RecordError[] };

export interface RecordReader {
    find(query: RecordQuery): OrgRecord[];
    count(query: RecordQuery): number;
    get(object: string, id: string): OrgRecord | undefined;
}

/** Reads every row; `visibleTo` reads as a user does. */
export interface RecordStore extends RecordReader {
    /** The rows that are shared with a user. */
    visibleTo(acting: ActingUser): RecordReader;
    /** Rows are saved together as one batch of 200 or fewer, the way record-triggered flows see them. */
    create(object: string, rows: readonly FieldValues[], acting: ActingUser): SaveResult[];
    update(object: string, rows: readonly { id: string; values: FieldValues }[], acting: ActingUser): SaveResult[];
    upsert(object: string, externalIdField: string, rows: readonly FieldValues[], acting: ActingUser): SaveResult[];
    delete(object: string, ids: readonly string[], acting: ActingUser): SaveResult[];
    /** Runs the work in one database transaction; nested calls are savepoints. Anything thrown rolls it back. */
    transaction<Result>(work: () => Result): Result;
}

export interface ActingUser {
    readonly id: string;
    readonly username: string;
    /** Flows that run in system context ignore object and field permissions, and sharing unless told otherwise. */
    readonly systemContext: boolean;
    /** In system context: rows that are not shared with the user stay out of reach all the same. */
    readonly withSharing?: boolean;
}

export type TriggerOperation = 'create' | 'update';

/** One row of a save, as the triggered flows of that save see it. */
export interface TriggeredRow {
    readonly record: OrgRecord;
    /** The values before this save; absent on create. */
    readonly prior?: OrgRecord;
}

/** Thrown by an after-save or before-delete trigger: refuses the row with the message the platform would show. */
export class FlowSaveError extends Error {
    readonly recordError: RecordError;

    constructor(recordError: RecordError) {
        super(recordError.message);
        this.name = 'FlowSaveError';
        this.recordError = recordError;
    }
}

/**
 * What the store calls while it saves. The engine that runs the package's flows implements it.
 * A thrown `FlowSaveError` refuses its row with the message the platform would show.
 */
export interface SaveTriggers {
    /** Before-save flows: returns, per row, the field values that the flows assigned to `$Record`. */
    beforeSave(
        object: string,
        operation: TriggerOperation,
        rows: readonly TriggeredRow[],
        acting: ActingUser
    ): BeforeSaveOutcome[];
    /** After-save flows, immediate paths, inside the same transaction. */
    afterSave(object: string, operation: TriggerOperation, rows: readonly TriggeredRow[], acting: ActingUser): void;
    /** Before-delete flows of one row, inside the same transaction. */
    beforeDelete(object: string, row: TriggeredRow, acting: ActingUser): void;
    /** Called once the outermost transaction is committed: queues `AsyncAfterCommit` paths. */
    afterCommit(object: string, operation: TriggerOperation, rows: readonly TriggeredRow[], acting: ActingUser): void;
}

export type BeforeSaveOutcome = { readonly assigned: FieldValues } | { readonly refused: RecordError };
