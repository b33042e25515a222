import type { Refuse } from '../readMetadata.ts';
import { MetadataError } from '../readMetadata.ts';
import type { ChildRelationship, FieldSchema, ObjectSchema } from './schema.ts';

/** What fields, rules and compact layouts name exists. */
export function checkReferences(objects: ReadonlyMap<string, ObjectSchema>, refuse: Refuse): void {
    for (const object of objects.values()) {
        for (const field of object.fields.values()) {
            const missing = field.lookup?.objects.find((target) => !objects.has(target));
            if (missing !== undefined) {
                refuse(new MetadataError(placeOf(object, field), `It looks up ${missing}, which does not exist`));
            }
        }
        for (const rule of object.validationRules) {
            if (rule.field !== undefined && !object.fields.has(rule.field)) {
                refuse(
                    new MetadataError(
                        rule.file ?? `${object.name}.${rule.name}`,
                        `${object.name} has no field ${rule.field}`
                    )
                );
            }
        }
        const unknown = object.compactLayout.find((name) => !object.fields.has(name));
        if (unknown !== undefined) {
            refuse(new MetadataError(object.name, `its compact layout names ${unknown}, which does not exist`));
        }
    }
}

function placeOf({ name }: ObjectSchema, field: FieldSchema): string {
    return field.file ?? `${name}.${field.name}`;
}

/** The lookups of others that lead to this object. */
export function childrenOf(
    parent: string,
    objects: ReadonlyMap<string, ObjectSchema>,
    refuse: Refuse
): ChildRelationship[] {
    const children = new Map<string, ChildRelationship>();
    for (const object of objects.values()) {
        for (const field of object.fields.values()) {
            const child = childRelationship(parent, object, field);
            if (child && children.has(child.name)) {
                const problem = `The relationship ${child.name} of ${parent} is there twice`;
                refuse(new MetadataError(placeOf(object, field), problem));
            } else if (child) {
                children.set(child.name, child);
            }
        }
    }
    return [...children.values()];
}

function childRelationship(parent: string, object: ObjectSchema, field: FieldSchema): ChildRelationship | undefined {
    const name = field.lookup?.childRelationshipName;
    return field.lookup && name !== undefined && field.lookup.objects.includes(parent)
        ? {
              name: field.custom ? `${name}__r` : name,
              childObject: object.name,
              field: field.name,
              onDelete: field.lookup.onDelete
          }
        : undefined;
}
