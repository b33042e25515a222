import { setImmediate } from 'node:timers/promises';
import type { Answer, RestClient } from '../../local/org/testing/testOrg.ts';
import { at, idIn } from '../../local/org/testing/testOrg.ts';

/** Ways to one row or to all of an object; each answers with the ids that it showed, or with the code of its refusal. */
export type WayToRead = (client: RestClient, object: string, id: string) => Promise<readonly string[] | string>;

/** Ways to write; each answers with `done` or with the code of its refusal. */
export type WayToCreate = (client: RestClient, object: string, fields: object) => Promise<string>;
export type WayToUpdate = (client: RestClient, object: string, id: string, fields: object) => Promise<string>;
export type WayToDelete = (client: RestClient, object: string, id: string) => Promise<string>;

const query = (soql: string): string => `/query?q=${encodeURIComponent(soql)}`;

const CODE_PATHS = ['0.errorCode', '0.errors.0.statusCode', 'errors.0.extensions.ErrorType'];

/** The first code in an answer: of a refused request, of a refused record, or of a field that cannot be asked for. */
function codeIn({ body, status }: Answer): string | undefined {
    const code = CODE_PATHS.map((path) => at(body, path)).find((found) => typeof found === 'string');
    return typeof code === 'string' ? code : status >= 400 ? `HTTP ${status}` : undefined;
}

function idsOf(rows: unknown, path: string): string[] {
    return (Array.isArray(rows) ? rows : []).flatMap((row: unknown) => {
        const id = at(row, path);
        return typeof id === 'string' ? [id] : [];
    });
}

function shown(answer: Answer, ids: (body: unknown) => readonly string[]): readonly string[] | string {
    return codeIn(answer) ?? ids(answer.body);
}

const written = (answer: Answer): string => codeIn(answer) ?? 'done';

export const waysToRead: Readonly<Record<string, WayToRead>> = {
    'REST by id': async (client, object, id) =>
        shown(await client('GET', `/sobjects/${object}/${id}`), (body) => idsOf([body], 'Id')),
    SOQL: async (client, object) =>
        shown(await client('GET', query(`SELECT Id FROM ${object}`)), (body) => idsOf(at(body, 'records'), 'Id')),
    collection: async (client, object, id) =>
        shown(await client('GET', `/composite/sobjects/${object}?ids=${id}&fields=Id`), (body) => idsOf(body, 'Id')),
    'UI API': async (client, object, id) =>
        shown(await client('GET', `/ui-api/records/${id}?fields=${object}.Id`), (body) => idsOf([body], 'id')),
    GraphQL: async (client, object) =>
        shown(
            await client('POST', '/graphql', {
                query: `{ uiapi { query { ${object} { edges { node { Id } } } } } }`
            }),
            (body) => idsOf(at(body, `data.uiapi.query.${object}.edges`), 'node.Id')
        ),
    'Bulk query': async (client, object) => {
        const job = await client('POST', '/jobs/query', { operation: 'query', query: `SELECT Id FROM ${object}` });
        const refusal = codeIn(job);
        if (refusal !== undefined) {
            return refusal;
        }
        const path = `/jobs/query/${idIn(job)}`;
        return (await finished(client, path)) ?? columnOf(await client('GET', `${path}/results`), 'Id');
    }
};

const attributes = (type: string): object => ({ attributes: { type } });

export const waysToCreate: Readonly<Record<string, WayToCreate>> = {
    REST: async (client, object, fields) => written(await client('POST', `/sobjects/${object}`, fields)),
    collection: async (client, object, fields) =>
        written(
            await client('POST', '/composite/sobjects', {
                allOrNone: false,
                records: [{ ...attributes(object), ...fields }]
            })
        ),
    'UI API': async (client, object, fields) =>
        written(await client('POST', '/ui-api/records', { apiName: object, fields })),
    Bulk: (client, object, fields) => load(client, { object, operation: 'insert' }, fields)
};

export const waysToUpdate: Readonly<Record<string, WayToUpdate>> = {
    REST: async (client, object, id, fields) => written(await client('PATCH', `/sobjects/${object}/${id}`, fields)),
    collection: async (client, object, id, fields) =>
        written(
            await client('PATCH', '/composite/sobjects', {
                allOrNone: false,
                records: [{ ...attributes(object), id, ...fields }]
            })
        ),
    'UI API': async (client, _object, id, fields) =>
        written(await client('PATCH', `/ui-api/records/${id}`, { fields })),
    Bulk: (client, object, Id, fields) => load(client, { object, operation: 'update' }, { Id, ...fields })
};

export const waysToDelete: Readonly<Record<string, WayToDelete>> = {
    REST: async (client, object, id) => written(await client('DELETE', `/sobjects/${object}/${id}`)),
    collection: async (client, _object, id) => written(await client('DELETE', `/composite/sobjects?ids=${id}`)),
    'UI API': async (client, _object, id) => written(await client('DELETE', `/ui-api/records/${id}`)),
    Bulk: (client, object, Id) => load(client, { object, operation: 'delete' }, { Id })
};

/** Loads one row with a job of Bulk API 2.0. */
async function load(client: RestClient, job: object, fields: object): Promise<string> {
    const opened = await client('POST', '/jobs/ingest', job);
    const refusal = codeIn(opened);
    if (refusal !== undefined) {
        return refusal;
    }
    const path = `/jobs/ingest/${idIn(opened)}`;
    const rows = [Object.keys(fields), Object.values(fields)].map((cells) => cells.join(',')).join('\n');
    await client('PUT', `${path}/batches`, rows, { 'content-type': 'text/csv' });
    await client('PATCH', path, { state: 'UploadComplete' });
    const problem = await finished(client, path);
    if (problem !== undefined) {
        return problem;
    }
    const [failed] = columnOf(await client('GET', `${path}/failedResults`), 'sf__Error');
    return failed?.split(':')[0] ?? 'done';
}

/** Waits for a job; answers with what failed it, if anything did. */
async function finished(client: RestClient, path: string): Promise<string | undefined> {
    for (;;) {
        const { body } = await client('GET', path);
        switch (at(body, 'state')) {
            case 'JobComplete':
                return undefined;
            case 'Failed':
            case 'Aborted':
                return String(at(body, 'errorMessage'));
            default:
                await setImmediate();
        }
    }
}

function columnOf({ body }: Answer, column: string): string[] {
    const [head = [], ...lines] = (typeof body === 'string' ? body : '')
        .trim()
        .split('\n')
        .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
    return lines.flatMap((cells) => cells[head.indexOf(column)] ?? []);
}
