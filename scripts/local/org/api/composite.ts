import { Hono } from 'hono';
import { z } from 'zod';
import type { ActingUser, FieldValues, RecordError, SaveResult } from '../records.ts';
import type { ObjectSchema } from '../../metadata/objects/schema.ts';
import { findField, findObject, objectOfId } from '../../metadata/objects/schema.ts';
import { badRequest, notFound } from './apiError.ts';
import type { ApiVariables, DataContext } from './context.ts';
import { toRestRecord } from './recordJson.ts';
import type { JsonObject } from './requestBody.ts';
import { parseBody, parseFieldValues, readJson } from './requestBody.ts';

const MAXIMUM = 200;

const collection = z.object({
    allOrNone: z.boolean().default(false),
    records: z.array(
        z.intersection(z.object({ attributes: z.object({ type: z.string() }) }), z.record(z.string(), z.unknown()))
    )
});

/** Result of one record of a collection request. */
interface CollectionResult {
    readonly id?: string;
    readonly success: boolean;
    readonly errors: readonly RecordError[];
    readonly created?: boolean;
}

/** `composite/sobjects`: up to 200 records in one request, one result each, in order. */
export function compositeRoutes({ schema, store }: DataContext): Hono<ApiVariables> {
    const app = new Hono<ApiVariables>();

    function objectNamed(name: string): ObjectSchema {
        const object = findObject(schema, name);
        if (!object) {
            throw badRequest('INVALID_TYPE', `sObject type '${name}' is not supported.`);
        }
        return object;
    }

    async function readCollection(request: Request): Promise<z.infer<typeof collection>> {
        const parsed = parseBody(collection, await readJson(request));
        refuseTooMany(parsed.records.length);
        return parsed;
    }

    function fieldValues(object: ObjectSchema, body: JsonObject): FieldValues {
        return parseFieldValues(schema, store, object, body);
    }

    /** Saves runs of records of the same type together, as Salesforce chunks them. */
    function saveRuns(
        records: readonly (JsonObject & { attributes: { type: string } })[],
        allOrNone: boolean,
        save: (object: ObjectSchema, run: readonly JsonObject[]) => SaveResult[]
    ): CollectionResult[] {
        return rollBackUnlessAll(allOrNone, () => {
            const results: SaveResult[] = [];
            for (let start = 0; start < records.length;) {
                const type = records[start]?.attributes.type ?? '';
                const length = records.slice(start).findIndex((record) => record.attributes.type !== type);
                const run = records.slice(start, length < 0 ? undefined : start + length);
                results.push(...save(objectNamed(type), run));
                start += run.length;
            }
            return results;
        });
    }

    function rollBackUnlessAll(allOrNone: boolean, save: () => SaveResult[]): CollectionResult[] {
        try {
            return store.transaction(() => {
                const results = save();
                if (allOrNone && results.some((result) => !result.success)) {
                    throw new RolledBack(results);
                }
                return results.map((result) => toResult(result));
            });
        } catch (error) {
            if (error instanceof RolledBack) {
                return error.results.map((result) => (result.success ? rolledBack : toResult(result)));
            }
            throw error;
        }
    }

    app.post('/composite/sobjects', async (c) => {
        const { records, allOrNone } = await readCollection(c.req.raw);
        const acting = c.get('acting');
        const results = saveRuns(records, allOrNone, (object, run) =>
            store.create(
                object.name,
                run.map((body) => fieldValues(object, body)),
                acting
            )
        );
        return c.json(results);
    });

    app.patch('/composite/sobjects', async (c) => {
        const { records, allOrNone } = await readCollection(c.req.raw);
        return c.json(saveRuns(records, allOrNone, (object, run) => updateRun(object, run, c.get('acting'))));
    });

    function updateRun(object: ObjectSchema, run: readonly JsonObject[], acting: ActingUser): SaveResult[] {
        const rows = run.map((body) => {
            const { id, Id, ...rest } = body;
            const parsed = z.string().safeParse(id ?? Id);
            if (!parsed.success) {
                throw badRequest('MISSING_ARGUMENT', 'Id not specified in an update call');
            }
            return { id: parsed.data, values: fieldValues(object, rest) };
        });
        return store.update(object.name, rows, acting);
    }

    app.patch('/composite/sobjects/:object/:field', async (c) => {
        const { records, allOrNone } = await readCollection(c.req.raw);
        const object = objectNamed(c.req.param('object'));
        const other = records.find((record) => record.attributes.type.toLowerCase() !== object.name.toLowerCase());
        if (other) {
            throw badRequest(
                'INVALID_TYPE',
                `All records must be of type ${object.name}, not ${other.attributes.type}`
            );
        }
        const rows = records.map((body) => fieldValues(object, body));
        const results = rollBackUnlessAll(allOrNone, () =>
            store.upsert(object.name, c.req.param('field'), rows, c.get('acting'))
        );
        return c.json(results);
    });

    app.delete('/composite/sobjects', (c) => {
        const ids = (c.req.query('ids') ?? '').split(',').filter((id) => id !== '');
        refuseTooMany(ids.length);
        const results = rollBackUnlessAll(c.req.query('allOrNone') === 'true', () =>
            ids.flatMap((id) => {
                const object = objectOfId(schema, id);
                return object
                    ? store.delete(object.name, [id], c.get('acting'))
                    : [{ success: false as const, errors: [malformed(id)] }];
            })
        );
        return c.json(results);
    });

    function retrieve(objectName: string, ids: readonly string[], names: readonly string[]): unknown[] {
        const object = findObject(schema, objectName);
        if (!object) {
            throw notFound();
        }
        const fields = names.map((name) => {
            const field = findField(object, name);
            if (!field) {
                throw badRequest('INVALID_FIELD', `No such column '${name}' on entity '${object.name}'.`);
            }
            return field;
        });
        return ids.map((id) => {
            const record = store.get(object.name, id);
            return record ? toRestRecord(object, record, fields) : null;
        });
    }

    app.get('/composite/sobjects/:object', (c) => {
        const list = (name: string): string[] => (c.req.query(name) ?? '').split(',').filter((part) => part !== '');
        return c.json(retrieve(c.req.param('object'), list('ids'), list('fields')));
    });
    app.post('/composite/sobjects/:object', async (c) => {
        const shape = z.object({ ids: z.array(z.string()), fields: z.array(z.string()) });
        const { ids, fields } = parseBody(shape, await readJson(c.req.raw));
        return c.json(retrieve(c.req.param('object'), ids, fields));
    });

    return app;
}

/** Carries the results out of the transaction that they undo. */
class RolledBack extends Error {
    readonly results: readonly SaveResult[];

    constructor(results: readonly SaveResult[]) {
        super('Not every record could be saved');
        this.results = results;
    }
}

const rolledBack: CollectionResult = {
    success: false,
    errors: [
        {
            statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
            message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
            fields: []
        }
    ]
};

function toResult(result: SaveResult): CollectionResult {
    return result.success
        ? { id: result.id, success: true, errors: [], created: result.created }
        : { success: false, errors: result.errors };
}

function malformed(id: string): RecordError {
    return { statusCode: 'MALFORMED_ID', message: `malformed id ${id}`, fields: [] };
}

function refuseTooMany(count: number): void {
    if (count > MAXIMUM) {
        throw badRequest('INVALID_INPUT', `A collection holds at most ${MAXIMUM} records; this one has ${count}.`);
    }
}
