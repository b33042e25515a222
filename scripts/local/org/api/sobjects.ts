import { Hono } from 'hono';
import type { FieldValue, SaveResult } from '../records.ts';
import type { FieldSchema, ObjectSchema } from '../../metadata/objects/schema.ts';
import { findField, findObject } from '../../metadata/objects/schema.ts';
import { readFieldValue } from '../store/fieldValues.ts';
import { toLongId } from '../store/recordIds.ts';
import { ApiError, badRequest, notFound, saveFailure, unsupported } from './apiError.ts';
import type { ApiVariables, DataContext } from './context.ts';
import { API_ROOT } from './context.ts';
import { describeObject, summarizeObject } from './describe.ts';
import { attributesOf, toRestRecord } from './recordJson.ts';
import { parseFieldValues, parseObject, readJson } from './requestBody.ts';

/** What the platform has below an object beside records and keys; `describe` itself has its route. */
const namedResources = new Set([
    'approvalLayouts',
    'compactLayouts',
    'defaultValues',
    'deleted',
    'describe',
    'listviews',
    'namedLayouts',
    'quickActions',
    'updated'
]);

/** `sobjects`: one record at a time, by id or by external id, and describe. */
export function sobjectRoutes({ schema, store }: DataContext): Hono<ApiVariables> {
    const app = new Hono<ApiVariables>();

    function objectNamed(name: string): ObjectSchema {
        const object = findObject(schema, name);
        if (!object) {
            throw notFound();
        }
        return object;
    }

    function requireId(object: ObjectSchema, id: string): string {
        const longId = toLongId(id);
        const record = longId && store.get(object.name, longId, { includeDeleted: true });
        if (!record) {
            throw notFound(`Provided external ID field does not exist or is not accessible: ${id}`);
        }
        if (record['IsDeleted'] === true) {
            throw new ApiError(404, [{ errorCode: 'ENTITY_IS_DELETED', message: 'entity is deleted', fields: [] }]);
        }
        return String(record['Id']);
    }

    function idByKey(object: ObjectSchema, field: FieldSchema, text: string): string | undefined {
        const found = store.find({ object: object.name, where: { field: field.name, operator: 'eq', value: text } });
        if (found.length > 1) {
            throw new MultipleMatches(found.map((record) => attributesOf(object, String(record['Id'])).url));
        }
        return found[0] && String(found[0]['Id']);
    }

    function requireIdByKey(object: ObjectSchema, field: FieldSchema, text: string): string {
        const id = idByKey(object, field, text);
        if (id === undefined) {
            throw notFound('The requested resource does not exist');
        }
        return id;
    }

    function readRecord(object: ObjectSchema, id: string, fieldList: string | undefined): Record<string, unknown> {
        const record = store.get(object.name, id);
        if (!record) {
            throw notFound();
        }
        return toRestRecord(object, record, fieldsNamed(object, fieldList));
    }

    app.get('/sobjects', (c) =>
        c.json({
            encoding: 'UTF-8',
            maxBatchSize: 200,
            sobjects: [...schema.objects.values()].map(summarizeObject)
        })
    );
    app.get('/sobjects/:object', (c) => {
        const object = objectNamed(c.req.param('object'));
        return c.json({ objectDescribe: summarizeObject(object), recentItems: [] });
    });
    app.get('/sobjects/:object/describe', (c) => c.json(describeObject(objectNamed(c.req.param('object')))));

    app.post('/sobjects/:object', async (c) => {
        const object = objectNamed(c.req.param('object'));
        const values = parseFieldValues(schema, store, object, parseObject(await readJson(c.req.raw)));
        return c.json(created(only(store.create(object.name, [values], c.get('acting')))), 201);
    });

    app.patch('/sobjects/:object/:id', async (c) => {
        const object = objectNamed(c.req.param('object'));
        const id = requireId(object, c.req.param('id'));
        const values = parseFieldValues(schema, store, object, parseObject(await readJson(c.req.raw)));
        created(only(store.update(object.name, [{ id, values }], c.get('acting'))));
        return c.body(null, 204);
    });
    app.delete('/sobjects/:object/:id', (c) => {
        const object = objectNamed(c.req.param('object'));
        created(only(store.delete(object.name, [requireId(object, c.req.param('id'))], c.get('acting'))));
        return c.body(null, 204);
    });

    app.get('/sobjects/:object/:resource/:rest{.+}?', async (c, next) => {
        if (namedResources.has(c.req.param('resource'))) {
            throw unsupported(`${c.req.method} ${c.req.path}`);
        }
        await next();
    });
    app.get('/sobjects/:object/:id', (c) => {
        const object = objectNamed(c.req.param('object'));
        return c.json(readRecord(object, requireId(object, c.req.param('id')), c.req.query('fields')));
    });

    app.get('/sobjects/:object/:field/:value', (c) => {
        const object = objectNamed(c.req.param('object'));
        const id = requireIdByKey(object, keyField(object, c.req.param('field')), c.req.param('value'));
        return c.json(readRecord(object, id, c.req.query('fields')));
    });
    app.patch('/sobjects/:object/:field/:value', async (c) => {
        const object = objectNamed(c.req.param('object'));
        const field = keyField(object, c.req.param('field'));
        const value = c.req.param('value');
        const body = parseFieldValues(schema, store, object, parseObject(await readJson(c.req.raw)));
        if (Object.keys(body).some((name) => name.toLowerCase() === field.name.toLowerCase())) {
            throw badRequest('INVALID_FIELD', `The ${field.name} field should not be specified in the sobject data.`);
        }
        idByKey(object, field, value);
        const row = { ...body, [field.name]: keyValue(field, value) };
        const result = created(only(store.upsert(object.name, field.name, [row], c.get('acting'))));
        return c.json(result, result.created ? 201 : 200);
    });
    app.delete('/sobjects/:object/:field/:value', (c) => {
        const object = objectNamed(c.req.param('object'));
        const id = requireIdByKey(object, keyField(object, c.req.param('field')), c.req.param('value'));
        created(only(store.delete(object.name, [id], c.get('acting'))));
        return c.body(null, 204);
    });

    app.onError((error) => {
        if (error instanceof MultipleMatches) {
            return Response.json(error.urls, { status: 300 });
        }
        throw error;
    });
    return app;
}

/** Several records have the external id: the answer is 300 with their URLs. */
class MultipleMatches extends Error {
    readonly urls: readonly string[];

    constructor(urls: readonly string[]) {
        super(`The external id is not unique; the records are below ${API_ROOT}`);
        this.urls = urls;
    }
}

function only(results: readonly SaveResult[]): SaveResult {
    const [result] = results;
    if (!result || results.length > 1) {
        throw new Error(`Expected one result, got ${results.length}`);
    }
    return result;
}

function created(result: SaveResult): { id: string; success: true; errors: []; created: boolean } {
    if (!result.success) {
        throw saveFailure(result.errors);
    }
    return { id: result.id, success: true, errors: [], created: result.created };
}

function keyField(object: ObjectSchema, name: string): FieldSchema {
    const field = findField(object, name);
    if (!field || !(field.externalId || field.type === 'Id')) {
        throw notFound(`Provided external ID field does not exist or is not accessible: ${name}`);
    }
    return field;
}

function keyValue(field: FieldSchema, text: string): FieldValue {
    const read = readFieldValue(field, text);
    if ('error' in read) {
        throw saveFailure([read.error]);
    }
    return read.value;
}

function fieldsNamed(object: ObjectSchema, list: string | undefined): FieldSchema[] {
    if (list === undefined) {
        return [...object.fields.values()];
    }
    return list.split(',').map((name) => {
        const field = findField(object, name.trim());
        if (!field) {
            throw badRequest('INVALID_FIELD', `No such column '${name.trim()}' on entity '${object.name}'.`);
        }
        return field;
    });
}
