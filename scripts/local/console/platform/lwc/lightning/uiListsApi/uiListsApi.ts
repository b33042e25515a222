import * as z from 'zod/mini';
import { fetchResponse } from '../../../org/fetchResponse.ts';
import { askOrg } from '../../../org/orgRequest.ts';
import type { OrgAnswer } from '../../../org/orgRequest.ts';
import { listViewCondition, listViewsOf } from '../../../records/listView.ts';
import { readObjectInfo } from '../../../records/objectInfo.ts';
import { composition, session } from '../../../session.ts';
import { wireAdapter } from '../../../wires/wireAdapter.ts';

interface WireResult {
    readonly data: unknown;
    readonly error: unknown;
}

interface ListRequest {
    readonly objectApiName?: string;
    readonly listViewApiName?: string;
    readonly fields?: readonly string[];
    readonly optionalFields?: readonly string[];
    readonly pageSize?: number;
}

/** Ids that one address of the UI API takes. */
const BATCH = 200;

const empty: WireResult = { data: undefined, error: undefined };
const Ids = z.object({ records: z.array(z.object({ Id: z.string() })), totalSize: z.number() });
const Batch = z.object({ results: z.array(z.object({ statusCode: z.number(), result: z.unknown() })) });

/** What the org refuses is the wire's error. */
class Refused extends Error {
    readonly answer: OrgAnswer;

    constructor(answer: OrgAnswer) {
        super('refused');
        this.answer = answer;
    }
}

async function ask(path: string): Promise<unknown> {
    const answer = await askOrg(path);
    if (!answer.ok) {
        throw new Refused(answer);
    }
    return answer.content;
}

async function readList(object: string, name: string, request: ListRequest): Promise<object> {
    const { fields = [], optionalFields = [], pageSize = 50 } = request;
    const view = listViewsOf(composition, object).find((one) => one.name === name);
    if (!view) {
        throw new Error(`${object} has no list view ${name}`);
    }
    const info = readObjectInfo(await ask(`/ui-api/object-info/${object}`));
    const condition = listViewCondition(info, view, session.user.id);
    const soql = `SELECT Id FROM ${object}${condition && ` WHERE ${condition}`} ORDER BY LastModifiedDate DESC`;
    const { records, totalSize } = z.parse(Ids, await ask(`/query?q=${encodeURIComponent(soql)}`));
    const ids = records.slice(0, pageSize).map(({ Id }) => Id);
    const wanted = new URLSearchParams({ fields: fields.join(','), optionalFields: optionalFields.join(',') });
    const batches = await Promise.all(
        Array.from({ length: Math.ceil(ids.length / BATCH) }, async (_, index) => {
            const some = ids.slice(index * BATCH, (index + 1) * BATCH).join(',');
            return z.parse(Batch, await ask(`/ui-api/records/batch/${some}?${wanted}`)).results;
        })
    );
    const results = batches.flat();
    const refused = results.find(({ statusCode }) => statusCode !== 200);
    if (refused) {
        throw new Refused(fetchResponse(refused.statusCode, '', refused.result));
    }
    return {
        records: results.map(({ result }) => result),
        nextPageToken: totalSize > pageSize ? String(pageSize) : null
    };
}

export const getListInfosByObjectName = wireAdapter<{ objectApiName?: string; pageSize?: number }, WireResult>(
    ({ objectApiName, pageSize = 20 }, emit) => {
        if (!objectApiName) {
            return undefined;
        }
        const lists = listViewsOf(composition, objectApiName).map(({ label, name }) => ({ apiName: name, label }));
        emit({ data: { lists: lists.slice(0, pageSize) }, error: undefined });
        return () => undefined;
    },
    empty
);

export const getListRecordsByName = wireAdapter<ListRequest, WireResult>((request, emit) => {
    const { objectApiName, listViewApiName } = request;
    if (!objectApiName || !listViewApiName) {
        return undefined;
    }
    readList(objectApiName, listViewApiName, request).then(
        (data) => emit({ data, error: undefined }),
        (error: unknown) => emit({ data: undefined, error: error instanceof Refused ? error.answer : error })
    );
    return () => undefined;
}, empty);
