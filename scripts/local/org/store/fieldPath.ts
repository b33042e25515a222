import type { FieldSchema, ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';
import { findField, findRelationship } from '../../metadata/objects/schema.ts';
import { QueryError } from './queryError.ts';

/** A field reached from an object: the lookups to follow, then the field on the last object. */
export interface FieldPath {
    readonly steps: readonly { readonly lookup: FieldSchema; readonly target: ObjectSchema }[];
    readonly field: FieldSchema;
}

/**
 * Resolves `Status__c` or `Process__r.Process_Code__c`. A polymorphic lookup leads to users (`Owner.Name`), or to
 * the object named after a colon (`Owner:Group.Name`).
 * @throws QueryError INVALID_FIELD naming what does not exist
 */
export function resolvePath(schema: OrgSchema, object: ObjectSchema, path: string): FieldPath {
    const names = path.split('.');
    const fieldName = names.pop() ?? '';
    const steps: { lookup: FieldSchema; target: ObjectSchema }[] = [];
    let current = object;
    for (const name of names) {
        const step = followRelationship(schema, current, name);
        steps.push(step);
        current = step.target;
    }
    const field = findField(current, fieldName);
    if (!field) {
        throw new QueryError('INVALID_FIELD', `No such column '${fieldName}' on entity '${current.name}'.`);
    }
    return { steps, field };
}

function followRelationship(
    schema: OrgSchema,
    object: ObjectSchema,
    name: string
): { lookup: FieldSchema; target: ObjectSchema } {
    const [relationship = '', chosen] = name.split(':');
    const lookup = findRelationship(object, relationship);
    if (!lookup?.lookup) {
        throw new QueryError(
            'INVALID_FIELD',
            `Didn't understand relationship '${relationship}' in field path. If you are attempting to use a custom ` +
                "relationship, be sure to append the '__r' after the custom relationship name."
        );
    }
    const target = schema.objects.get(chosen ?? parentObject(lookup));
    if (!target) {
        throw new QueryError('INVALID_FIELD', `${object.name}.${lookup.name} does not point to ${chosen}`);
    }
    return { lookup, target };
}

/** The object that a lookup leads to where none is named; users for a polymorphic one. */
export function parentObject(lookup: FieldSchema): string {
    const objects = lookup.lookup?.objects ?? [];
    return objects.includes('User') ? 'User' : (objects[0] ?? '');
}
