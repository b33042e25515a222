import type { ActingUser, FieldValues, OrgRecord, RecordQuery, SaveResult } from '../records.ts';
import type { CalloutInputs, CalloutOutputs } from '../externalServices/externalServices.ts';

interface RequestBase {
    /** Requests of one batch with the same key are carried out together. */
    readonly key: string;
    readonly acting: ActingUser;
}

export interface FindRequest extends RequestBase {
    readonly kind: 'find';
    readonly query: RecordQuery;
}

export interface CreateRequest extends RequestBase {
    readonly kind: 'create';
    readonly object: string;
    readonly rows: readonly FieldValues[];
    /** Set: an upsert by this external id. */
    readonly upsertBy: string | undefined;
}

export interface UpdateRequest extends RequestBase {
    readonly kind: 'update';
    readonly object: string;
    readonly rows: readonly { readonly id: string; readonly values: FieldValues }[];
}

export interface DeleteRequest extends RequestBase {
    readonly kind: 'delete';
    readonly object: string;
    readonly ids: readonly string[];
}

export interface CalloutRequest extends RequestBase {
    readonly kind: 'callout';
    readonly action: string;
    readonly inputs: CalloutInputs;
}

export type SaveRequest = CreateRequest | UpdateRequest | DeleteRequest;

/** What an interview asks of the outside when it stops at an element. */
export type FlowRequest = FindRequest | SaveRequest | CalloutRequest;

export type FlowResponse =
    | { readonly kind: 'found'; readonly records: readonly OrgRecord[] }
    | { readonly kind: 'saved'; readonly results: readonly SaveResult[] }
    | { readonly kind: 'answered'; readonly outputs: CalloutOutputs }
    | { readonly kind: 'failed'; readonly error: Error };

/** A running piece of a flow: yields what it needs, takes the answer, returns its result. */
export type FlowSteps<Result> = Generator<FlowRequest, Result, FlowResponse>;
