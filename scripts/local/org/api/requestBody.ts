import { z } from 'zod';
import type { FieldValue, FieldValues } from '../records.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';
import { findField, findRelationship } from '../../metadata/objects/schema.ts';
import { parentObject } from '../store/fieldPath.ts';
import type { Store } from '../store/store.ts';
import { badRequest } from './apiError.ts';

const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const jsonObject = z.record(z.string(), z.unknown());

export type JsonObject = z.infer<typeof jsonObject>;

/** The request's body as parsed JSON. */
export async function readJson(request: Request): Promise<unknown> {
    const text = await request.text();
    try {
        return JSON.parse(text);
    } catch (error) {
        throw badRequest('JSON_PARSER_ERROR', error instanceof Error ? error.message : String(error));
    }
}

/** @throws ApiError JSON_PARSER_ERROR when the body has another shape */
export function parseBody<Shape>(shape: z.ZodType<Shape>, body: unknown): Shape {
    const parsed = shape.safeParse(body);
    if (!parsed.success) {
        throw badRequest('JSON_PARSER_ERROR', z.prettifyError(parsed.error));
    }
    return parsed.data;
}

export function parseObject(body: unknown): JsonObject {
    return parseBody(jsonObject, body);
}

/**
 * Field values of one record in a request body: `attributes` is left out, and a parent named by its external id
 * (`"Contact__r": { "Key__c": "7" }`) becomes the lookup's value.
 */
export function parseFieldValues(schema: OrgSchema, store: Store, object: ObjectSchema, body: JsonObject): FieldValues {
    const values: Record<string, FieldValue> = {};
    for (const [name, value] of Object.entries(body)) {
        if (name === 'attributes') {
            continue;
        }
        const plain = fieldValue.safeParse(value);
        if (plain.success) {
            values[name] = plain.data;
        } else {
            const [lookup, id] = parentByKey(schema, store, object, name, value);
            values[lookup] = id;
        }
    }
    return values;
}

function parentByKey(
    schema: OrgSchema,
    store: Store,
    object: ObjectSchema,
    relationship: string,
    value: unknown
): [string, string] {
    const lookup = findRelationship(object, relationship);
    const parent = lookup && schema.objects.get(parentObject(lookup));
    const parsed = z.record(z.string(), fieldValue).safeParse(value);
    if (!lookup || !parent || !parsed.success) {
        throw badRequest('JSON_PARSER_ERROR', `Cannot deserialize the value of ${object.name}.${relationship}`);
    }
    const [key, ...others] = Object.entries(parsed.data).filter(([name]) => name !== 'attributes');
    const field = key && findField(parent, key[0]);
    if (!key || !field?.externalId || others.length > 0) {
        throw badRequest('INVALID_FIELD', `${relationship} must name ${parent.name} by exactly one external id field`);
    }
    return [lookup.name, onlyId(store, parent, field, key[1])];
}

function onlyId(store: Store, parent: ObjectSchema, field: FieldSchema, key: FieldValue): string {
    const [found, another] = store.find({
        object: parent.name,
        where: { field: field.name, operator: 'eq', value: key }
    });
    if (!found || another) {
        throw badRequest(
            'INVALID_FIELD',
            `Foreign key external ID: ${String(key)} ${found ? 'is not unique' : 'not found'} for field ${field.name} in entity ${parent.name}`
        );
    }
    return String(found['Id']);
}
