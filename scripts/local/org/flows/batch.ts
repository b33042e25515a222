import type { RecordStore, SaveResult } from '../records.ts';
import { ElementFault } from './failures.ts';
import type { CalloutRequest, FindRequest, FlowRequest, FlowResponse, FlowSteps, SaveRequest } from './request.ts';
import type { TransactionLimits } from './transactionLimits.ts';

/** One interview of a batch while it runs. `failure` is what nothing in its flow handled. */
export interface BatchMember {
    readonly start: () => FlowSteps<void>;
    readonly answers: FlowResponse[];
    steps: FlowSteps<void>;
    waiting: FlowRequest | undefined;
    isDone: boolean;
    failure: unknown;
}

/** Starts an interview and lets it run to its first request. `start` must give the same flow each time it is called. */
export function batchMember(start: () => FlowSteps<void>): BatchMember {
    const member: BatchMember = {
        start,
        answers: [],
        steps: start(),
        waiting: undefined,
        isDone: false,
        failure: undefined
    };
    proceed(member, () => member.steps.next());
    return member;
}

/** Lets a member run to its next request, its end, or its failure. */
function proceed(member: BatchMember, step: () => IteratorResult<FlowRequest, void>): void {
    member.waiting = undefined;
    try {
        const result = step();
        member.isDone = result.done === true;
        member.waiting = result.done ? undefined : result.value;
    } catch (error) {
        member.isDone = true;
        member.failure = error;
    }
}

function answer(member: BatchMember, response: FlowResponse): void {
    member.answers.push(response);
    proceed(member, () => member.steps.next(response));
}

/** The interview once more, up to where it had the first so many answers: nothing is queried or called a second time. */
export function replayed(member: BatchMember, answers: number): BatchMember {
    const again = batchMember(member.start);
    member.answers.slice(0, answers).forEach((response) => answer(again, response));
    return again;
}

/** Members that wait at the same element for the same thing; they are served together. */
interface Group<Request extends FlowRequest> {
    readonly members: readonly { readonly member: BatchMember; readonly request: Request }[];
}

/** The members that wait for what `isWanted` says, of the first such element. */
export function nextGroup<Request extends FlowRequest>(
    members: readonly BatchMember[],
    isWanted: (request: FlowRequest) => request is Request
): Group<Request> | undefined {
    const waiting = members.flatMap((member) =>
        member.waiting && isWanted(member.waiting) ? [{ member, request: member.waiting }] : []
    );
    const key = waiting[0]?.request.key;
    return key === undefined ? undefined : { members: waiting.filter(({ request }) => request.key === key) };
}

export const isFind = (request: FlowRequest): request is FindRequest => request.kind === 'find';
export const isCallout = (request: FlowRequest): request is CalloutRequest => request.kind === 'callout';
export const isSave = (request: FlowRequest): request is SaveRequest => !isFind(request) && !isCallout(request);

function found(store: RecordStore, { query, acting }: FindRequest): FlowResponse {
    try {
        return { kind: 'found', records: store.visibleTo(acting).find(query) };
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return {
            kind: 'failed',
            error: new ElementFault(`This error occurred when the flow tried to look up records: ${reason}`)
        };
    }
}

/** Answers the queries of one element: one query of the transaction, however many interviews ask. */
export function serveFind(group: Group<FindRequest>, store: RecordStore, limits: TransactionLimits): void {
    const responses = group.members.map(({ member, request }) => ({ member, response: found(store, request) }));
    limits.countQuery(
        responses.reduce((rows, { response }) => rows + (response.kind === 'found' ? response.records.length : 0), 0)
    );
    responses.forEach(({ member, response }) => answer(member, response));
}

function rowCount(request: SaveRequest): number {
    return request.kind === 'delete' ? request.ids.length : request.rows.length;
}

function saveRows(store: RecordStore, requests: readonly SaveRequest[]): SaveResult[] {
    const [first] = requests;
    switch (first?.kind) {
        case undefined:
            return [];
        case 'create': {
            const rows = requests.flatMap((request) => (request.kind === 'create' ? request.rows : []));
            return first.upsertBy === undefined
                ? store.create(first.object, rows, first.acting)
                : store.upsert(first.object, first.upsertBy, rows, first.acting);
        }
        case 'update': {
            const rows = requests.flatMap((request) => (request.kind === 'update' ? request.rows : []));
            return store.update(first.object, rows, first.acting);
        }
        case 'delete': {
            const ids = requests.flatMap((request) => (request.kind === 'delete' ? request.ids : []));
            return store.delete(first.object, ids, first.acting);
        }
    }
}

class SomeRowsFailed extends Error {
    readonly results: readonly SaveResult[];

    constructor(results: readonly SaveResult[]) {
        super('Some rows were refused.');
        this.results = results;
    }
}

/** Saves all rows or none; the results of a refused save say which rows were to blame. */
function saveAllOrNone(store: RecordStore, requests: readonly SaveRequest[]): readonly SaveResult[] {
    try {
        return store.transaction(() => {
            const results = saveRows(store, requests);
            if (results.some((result) => !result.success)) {
                throw new SomeRowsFailed(results);
            }
            return results;
        });
    } catch (error) {
        if (error instanceof SomeRowsFailed) {
            return error.results;
        }
        throw error;
    }
}

/**
 * Carries out the saves of one element as one statement. When rows are refused, each interview's rows are saved on their
 * own, so that only the interviews to blame fail, each with all of its rows.
 */
export function serveSave(group: Group<SaveRequest>, store: RecordStore, limits: TransactionLimits): void {
    const requests = group.members.map(({ request }) => request);
    limits.countStatement(requests.reduce((rows, request) => rows + rowCount(request), 0));
    const together = saveAllOrNone(store, requests);
    const isSaved = together.every((result) => result.success);
    let position = 0;
    for (const { member, request } of group.members) {
        const count = rowCount(request);
        const own = together.slice(position, position + count);
        const results = isSaved || requests.length === 1 ? own : saveAllOrNone(store, [request]);
        position += count;
        answer(member, { kind: 'saved', results });
    }
}

/** Makes the callouts of one element, one after the other. */
export async function serveCallouts(
    group: Group<CalloutRequest>,
    call: (request: CalloutRequest) => Promise<FlowResponse>
): Promise<void> {
    for (const { member, request } of group.members) {
        answer(member, await call(request));
    }
}

export function refuseCallout(group: Group<CalloutRequest>, reason: string): void {
    for (const { member } of group.members) {
        answer(member, { kind: 'failed', error: new ElementFault(reason) });
    }
}
