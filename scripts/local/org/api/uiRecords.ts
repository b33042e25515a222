import { Hono } from 'hono';
import { z } from 'zod';
import type { SaveResult } from '../records.ts';
import { createRelatedValues } from '../query/relatedValues.ts';
import type { ObjectSchema } from '../../metadata/objects/schema.ts';
import { findObject, objectOfId } from '../../metadata/objects/schema.ts';
import type { FieldPath } from '../store/fieldPath.ts';
import { resolvePath } from '../store/fieldPath.ts';
import { QueryError } from '../store/queryError.ts';
import { toLongId } from '../store/recordIds.ts';
import type { RecordRepresentation } from '../ui/recordRepresentation.ts';
import { representRecord } from '../ui/recordRepresentation.ts';
import { ApiError, badRequest, notFound, unsupported } from './apiError.ts';
import type { ApiVariables, DataContext } from './context.ts';
import { parseBody, parseFieldValues, readJson } from './requestBody.ts';
import { uiSaveFailure } from './uiErrors.ts';
import { localeOf } from './userLocale.ts';

const fieldsShape = z.record(z.string(), z.unknown());
const createShape = z.object({ apiName: z.string(), fields: fieldsShape });
const updateShape = z.object({ fields: fieldsShape });

interface Located {
    readonly object: ObjectSchema;
    readonly id: string;
}

/** `ui-api/records`: what Lightning Data Service speaks. */
export function uiRecordRoutes({ schema, store, users }: DataContext): Hono<ApiVariables> {
    const app = new Hono<ApiVariables>();

    function locate(id: string): Located {
        const longId = toLongId(id);
        const object = longId === undefined ? undefined : objectOfId(schema, longId);
        if (longId === undefined || !object) {
            throw badRequest('INVALID_ID_FIELD', `${id} is not a record id of this org`);
        }
        return { object, id: longId };
    }

    function read({ object, id }: Located, paths: readonly FieldPath[], userId: string): RecordRepresentation {
        const record = store.get(object.name, id);
        if (!record) {
            throw notFound();
        }
        return representRecord(object, record, paths, createRelatedValues(schema, store), localeOf(users, userId));
    }

    function everyField(object: ObjectSchema): FieldPath[] {
        return [...object.fields.values()].map((field) => ({ steps: [], field }));
    }

    function saved(result: SaveResult | undefined, object: ObjectSchema): string {
        if (!result?.success) {
            throw uiSaveFailure(object, result?.errors ?? []);
        }
        return result.id;
    }

    function requestedFields(object: ObjectSchema, query: (name: string) => string | undefined): FieldPath[] {
        if (query('layoutTypes') !== undefined || query('modes') !== undefined) {
            throw unsupported('layoutTypes and modes of ui-api/records: name the fields');
        }
        const [fields, optional] = [listOf(query('fields')), listOf(query('optionalFields'))];
        if (fields.length + optional.length === 0) {
            throw badRequest('MISSING_ARGUMENT', 'Specify fields or optionalFields');
        }
        return [
            ...fields.map((name) => qualifiedPath(object, name)),
            ...optional.flatMap((name) => {
                try {
                    return [qualifiedPath(object, name)];
                } catch (error) {
                    if (error instanceof QueryError) {
                        return [];
                    }
                    throw error;
                }
            })
        ];
    }

    function qualifiedPath(object: ObjectSchema, name: string): FieldPath {
        const [prefix = '', ...path] = name.split('.');
        if (path.length === 0 || prefix.toLowerCase() !== object.name.toLowerCase()) {
            throw badRequest('INVALID_FIELD', `${name} does not start with the record's object, ${object.name}.`);
        }
        return resolvePath(schema, object, path.join('.'));
    }

    app.get('/ui-api/records/batch/:ids', (c) => {
        const results = listOf(c.req.param('ids')).map((id) => {
            try {
                const located = locate(id);
                const own = (list: string | undefined): string =>
                    listOf(list)
                        .filter((name) => name.split('.')[0]?.toLowerCase() === located.object.name.toLowerCase())
                        .join(',');
                const paths = requestedFields(located.object, (name) =>
                    name === 'fields' || name === 'optionalFields' ? own(c.req.query(name)) : c.req.query(name)
                );
                return { statusCode: 200, result: read(located, paths, c.get('acting').id) };
            } catch (error) {
                if (error instanceof ApiError) {
                    return { statusCode: error.status, result: error.entries };
                }
                throw error;
            }
        });
        return c.json({ hasErrors: results.some((result) => result.statusCode !== 200), results });
    });

    app.get('/ui-api/records/:id', (c) => {
        const located = locate(c.req.param('id'));
        const paths = requestedFields(located.object, (name) => c.req.query(name));
        return c.json(read(located, paths, c.get('acting').id));
    });

    app.post('/ui-api/records', async (c) => {
        const { apiName, fields } = parseBody(createShape, await readJson(c.req.raw));
        const object = findObject(schema, apiName);
        if (!object) {
            throw badRequest('INVALID_TYPE', `Object ${apiName} is not supported in UI API`);
        }
        const values = parseFieldValues(schema, store, object, fields);
        const id = saved(store.create(object.name, [values], c.get('acting'))[0], object);
        return c.json(read({ object, id }, everyField(object), c.get('acting').id), 201);
    });

    app.patch('/ui-api/records/:id', async (c) => {
        const located = locate(c.req.param('id'));
        const { fields } = parseBody(updateShape, await readJson(c.req.raw));
        const current = store.get(located.object.name, located.id);
        if (!current) {
            throw notFound();
        }
        refuseIfModified(c.req.header('If-Unmodified-Since'), String(current['LastModifiedDate']));
        const values = parseFieldValues(schema, store, located.object, fields);
        const result = store.update(located.object.name, [{ id: located.id, values }], c.get('acting'))[0];
        saved(result, located.object);
        return c.json(read(located, everyField(located.object), c.get('acting').id));
    });

    app.delete('/ui-api/records/:id', (c) => {
        const { object, id } = locate(c.req.param('id'));
        if (!store.get(object.name, id)) {
            throw notFound();
        }
        saved(store.delete(object.name, [id], c.get('acting'))[0], object);
        return c.body(null, 204);
    });

    return app;
}

function listOf(list: string | undefined): string[] {
    return (list ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
}

function refuseIfModified(since: string | undefined, lastModified: string): void {
    if (since !== undefined && new Date(lastModified).getTime() > new Date(since).getTime()) {
        throw new ApiError(412, [
            {
                errorCode: 'ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE',
                message: 'The record has been modified since it was read'
            }
        ]);
    }
}
