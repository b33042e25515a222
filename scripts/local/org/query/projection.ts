import type { FieldType, QueryBase } from '@jetstreamapp/soql-parser-js';
import { attributesOf, restValue } from '../api/recordJson.ts';
import type { Condition, OrgRecord } from '../records.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';
import { resolvePath } from '../store/fieldPath.ts';
import { QueryError } from '../store/queryError.ts';
import type { RelatedValues } from './relatedValues.ts';
import { malformed, unsupportedSoql } from './soqlErrors.ts';

export interface Projection {
    readonly schema: OrgSchema;
    readonly related: RelatedValues;
    /** Rows of a child relationship that satisfy the condition and the subquery's own clauses. */
    readonly children: (child: ObjectSchema, condition: Condition, subquery: QueryBase) => OrgRecord[];
}

type JsonRecord = Record<string, unknown>;

/** What one selected field adds to the JSON of a record. */
type Column = (record: OrgRecord, json: JsonRecord) => void;

/** Records with the selected fields only: parents as nested records, child rows as nested query results. */
export function projectRecords(
    object: ObjectSchema,
    records: readonly OrgRecord[],
    query: QueryBase,
    projection: Projection
): JsonRecord[] {
    const columns = (query.fields ?? []).flatMap((field) => columnsOf(object, field, query, projection));
    return records.map((record) => {
        const json: JsonRecord = { attributes: attributesOf(object, String(record['Id'])) };
        columns.forEach((column) => column(record, json));
        return json;
    });
}

function columnsOf(object: ObjectSchema, field: FieldType, query: QueryBase, projection: Projection): Column[] {
    switch (field.type) {
        case 'Field':
            return [plainColumn(object, field.field, projection)];
        case 'FieldRelationship':
            return [parentColumn(object, [...field.relationships, field.field].join('.'), projection)];
        case 'FieldSubquery':
            return [childColumn(object, field.subquery.relationshipName, field.subquery, projection)];
        case 'FieldFunctionExpression':
            return fieldsFunction(object, field, query);
        case 'FieldTypeof':
            throw unsupportedSoql('TYPEOF');
    }
}

function plainColumn(object: ObjectSchema, name: string, { schema }: Projection): Column {
    const { field } = resolvePath(schema, object, name);
    return (record, json) => void (json[field.name] = restValue(field, record[field.name] ?? null));
}

function parentColumn(object: ObjectSchema, path: string, { schema, related }: Projection): Column {
    const { steps, field } = resolvePath(schema, object, path);
    return (record, json) => {
        let current = record;
        let place = json;
        for (const { lookup, target } of steps) {
            const name = lookup.lookup?.relationshipName ?? '';
            const parent = related.parent(lookup, target, current);
            if (!parent) {
                place[name] ??= null;
                return;
            }
            const known = place[name];
            const next: JsonRecord = isJsonRecord(known)
                ? known
                : { attributes: attributesOf(target, String(parent['Id'])) };
            place[name] = next;
            current = parent;
            place = next;
        }
        place[field.name] = restValue(field, current[field.name] ?? null);
    };
}

function childColumn(object: ObjectSchema, name: string, subquery: QueryBase, projection: Projection): Column {
    const relationship = object.children.find((child) => child.name.toLowerCase() === name.toLowerCase());
    const child = relationship && projection.schema.objects.get(relationship.childObject);
    if (!relationship || !child) {
        throw new QueryError('INVALID_FIELD', `Didn't understand relationship '${name}' in FROM part of query call.`);
    }
    return (record, json) => {
        const condition: Condition = { field: relationship.field, operator: 'eq', value: String(record['Id']) };
        const rows = projection.children(child, condition, subquery);
        const records = projectRecords(child, rows, subquery, projection);
        json[relationship.name] = records.length === 0 ? null : { totalSize: records.length, done: true, records };
    };
}

function fieldsFunction(
    object: ObjectSchema,
    { functionName, parameters, rawValue }: Extract<FieldType, { type: 'FieldFunctionExpression' }>,
    query: QueryBase
): Column[] {
    const [which] = parameters;
    if (functionName.toUpperCase() !== 'FIELDS' || typeof which !== 'string') {
        throw unsupportedSoql(`the function ${rawValue ?? functionName}`);
    }
    if (which.toUpperCase() !== 'STANDARD' && !(query.limit !== undefined && query.limit <= 200)) {
        throw malformed(`The SOQL ${rawValue} function must have a LIMIT of at most 200`);
    }
    const wanted: Readonly<Record<string, (field: FieldSchema) => boolean>> = {
        ALL: () => true,
        STANDARD: (field) => !field.custom,
        CUSTOM: (field) => field.custom
    };
    const isWanted = wanted[which.toUpperCase()];
    if (!isWanted) {
        throw malformed(`unknown argument of FIELDS: ${which}`);
    }
    return [...object.fields.values()]
        .filter(isWanted)
        .map((field) => (record, json) => void (json[field.name] = restValue(field, record[field.name] ?? null)));
}

function isJsonRecord(value: unknown): value is JsonRecord {
    return typeof value === 'object' && value !== null;
}
