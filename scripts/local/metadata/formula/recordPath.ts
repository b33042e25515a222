import type { OrgRecord } from '../../org/records.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../objects/schema.ts';
import { findField, findObject, findRelationship } from '../objects/schema.ts';
import { formulaTypeOfField } from './fieldTypes.ts';
import type { FormulaValue } from './types.ts';
import { FormulaError } from './types.ts';

/** Reads a record by id; undefined when it does not exist. */
export type ReadRecord = (object: string, id: string) => OrgRecord | undefined;

/** A field reached from an object through its lookups. */
export interface RecordPath {
    readonly lookups: readonly { readonly field: FieldSchema; readonly target: ObjectSchema }[];
    readonly field: FieldSchema;
}

function parentObject(schema: OrgSchema, lookup: FieldSchema): ObjectSchema | undefined {
    const objects = lookup.lookup?.objects ?? [];
    return findObject(schema, objects.includes('User') ? 'User' : (objects[0] ?? ''));
}

function follow(schema: OrgSchema, object: ObjectSchema, name: string): { field: FieldSchema; target: ObjectSchema } {
    const field = findRelationship(object, name);
    const target = field && parentObject(schema, field);
    if (!field || !target) {
        throw new FormulaError(`Relationship ${name} does not exist on ${object.name}. Check spelling.`);
    }
    return { field, target };
}

/**
 * Finds `Status__c` or `Process__r.Process_Code__c` from an object; a lookup to several objects is taken to lead to a
 * user. Throws `FormulaError` that names what does not exist.
 */
export function findRecordPath(schema: OrgSchema, objectName: string, path: readonly string[]): RecordPath {
    let object = findObject(schema, objectName);
    if (!object) {
        throw new FormulaError(`Object ${objectName} does not exist. Check spelling.`);
    }
    const lookups: { field: FieldSchema; target: ObjectSchema }[] = [];
    for (const name of path.slice(0, -1)) {
        const step = follow(schema, object, name);
        lookups.push(step);
        object = step.target;
    }
    const name = path.at(-1) ?? '';
    const field = findField(object, name);
    if (!field) {
        throw new FormulaError(`Field ${name} does not exist on ${object.name}. Check spelling.`);
    }
    return { lookups, field };
}

/** The value at the end of a path; blank where a lookup on the way is blank. A blank checkbox is false. */
export function readRecordPath(path: RecordPath, record: OrgRecord, read: ReadRecord): FormulaValue {
    let current: OrgRecord | undefined = record;
    for (const { field, target } of path.lookups) {
        const id: unknown = current[field.name];
        current = typeof id === 'string' ? read(target.name, id) : undefined;
        if (!current) {
            break;
        }
    }
    const dataType = formulaTypeOfField(path.field.type);
    const value = current?.[path.field.name] ?? null;
    return { dataType, value: dataType === 'checkbox' ? (value ?? false) : value };
}
