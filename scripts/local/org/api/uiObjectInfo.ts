import { Hono } from 'hono';
import type { ObjectSchema } from '../../metadata/objects/schema.ts';
import { findField, findObject } from '../../metadata/objects/schema.ts';
import { eTagOf, representObject, representPicklist } from '../ui/objectInfo.ts';
import { MASTER_RECORD_TYPE } from '../ui/recordRepresentation.ts';
import { ApiError } from './apiError.ts';
import type { ApiVariables, DataContext } from './context.ts';
import { API_ROOT } from './context.ts';

/** `ui-api/object-info`: objects, and the values of their picklists. */
export function uiObjectInfoRoutes({ schema }: DataContext): Hono<ApiVariables> {
    const app = new Hono<ApiVariables>();

    function objectNamed(name: string): ObjectSchema {
        const object = findObject(schema, name);
        if (!object) {
            throw new ApiError(404, [
                { errorCode: 'INVALID_TYPE', message: `Object ${name} is not supported in UI API` }
            ]);
        }
        return object;
    }

    function requireMaster(recordTypeId: string): void {
        if (recordTypeId.slice(0, 15) !== MASTER_RECORD_TYPE.slice(0, 15)) {
            throw new ApiError(404, [{ errorCode: 'NOT_FOUND', message: `There is no record type ${recordTypeId}` }]);
        }
    }

    app.get('/ui-api/object-info', (c) => {
        const objects = [...schema.objects.values()].map((object): [string, object] => [
            object.name,
            {
                apiName: object.name,
                keyPrefix: object.keyPrefix,
                label: object.label,
                labelPlural: object.pluralLabel,
                nameFields: [object.nameField],
                objectInfoUrl: `${API_ROOT}/ui-api/object-info/${object.name}`
            }
        ]);
        return c.json({ eTag: eTagOf(objects), objects: Object.fromEntries(objects) });
    });

    app.get('/ui-api/object-info/batch/:names', (c) => {
        const results = c.req
            .param('names')
            .split(',')
            .map((name) => {
                const object = findObject(schema, name);
                return object
                    ? { result: representObject(schema, object), statusCode: 200 }
                    : {
                          result: [{ errorCode: 'INVALID_TYPE', message: `Object ${name} is not supported in UI API` }],
                          statusCode: 404
                      };
            });
        return c.json({ hasErrors: results.some((result) => result.statusCode !== 200), results });
    });

    app.get('/ui-api/object-info/:object', (c) => c.json(representObject(schema, objectNamed(c.req.param('object')))));

    app.get('/ui-api/object-info/:object/picklist-values/:recordType', (c) => {
        requireMaster(c.req.param('recordType'));
        const object = objectNamed(c.req.param('object'));
        const picklists = [...object.fields.values()].filter((field) => field.picklist);
        const picklistFieldValues = Object.fromEntries(
            picklists.map((field) => [field.name, representPicklist(object, field, `${c.req.path}/${field.name}`)])
        );
        return c.json({ eTag: eTagOf(picklistFieldValues), picklistFieldValues });
    });

    app.get('/ui-api/object-info/:object/picklist-values/:recordType/:field', (c) => {
        requireMaster(c.req.param('recordType'));
        const object = objectNamed(c.req.param('object'));
        const field = findField(object, c.req.param('field'));
        if (!field?.picklist) {
            throw new ApiError(400, [
                {
                    errorCode: 'INVALID_FIELD',
                    message: `${object.name}.${c.req.param('field')} is not a picklist field`
                }
            ]);
        }
        return c.json(representPicklist(object, field, c.req.path));
    });

    return app;
}
