import type { FieldValue, OrgRecord } from '../records.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';
import { resolvePath } from '../store/fieldPath.ts';
import type { Store } from '../store/store.ts';

export interface RelatedValues {
    /** The record that a lookup points to; undefined when it is blank. */
    parent(lookup: FieldSchema, target: ObjectSchema, record: OrgRecord): OrgRecord | undefined;
    /** The value at a path such as `Process__r.Name`; null behind a blank lookup. */
    value(object: ObjectSchema, record: OrgRecord, path: string): FieldValue;
}

/** Walks lookups, reading each parent once. Make one per query: it keeps what it has read. */
export function createRelatedValues(schema: OrgSchema, store: Store): RelatedValues {
    const parents = new Map<string, OrgRecord | undefined>();

    function parent(lookup: FieldSchema, target: ObjectSchema, record: OrgRecord): OrgRecord | undefined {
        const id = record[lookup.name];
        if (typeof id !== 'string' || !id.startsWith(target.keyPrefix)) {
            return undefined;
        }
        if (!parents.has(id)) {
            parents.set(id, store.get(target.name, id));
        }
        return parents.get(id);
    }

    function value(object: ObjectSchema, record: OrgRecord, path: string): FieldValue {
        const { steps, field } = resolvePath(schema, object, path);
        let current: OrgRecord | undefined = record;
        for (const { lookup, target } of steps) {
            current = current && parent(lookup, target, current);
        }
        return current?.[field.name] ?? null;
    }

    return { parent, value };
}
