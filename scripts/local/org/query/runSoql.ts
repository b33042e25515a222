import { parseQuery } from '@jetstreamapp/soql-parser-js';
import type { FieldType, OrderByClause, Query, QueryBase, WhereClause } from '@jetstreamapp/soql-parser-js';
import type { Condition, FieldValue, OrderBy, OrgRecord, RecordQuery } from '../records.ts';
import { isGroupable } from '../../metadata/objects/fieldKind.ts';
import type { ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';
import { resolvePath } from '../store/fieldPath.ts';
import { QueryError } from '../store/queryError.ts';
import { requireObject } from '../store/reading.ts';
import type { Store } from '../store/store.ts';
import { aggregate, orderAggregates } from './aggregates.ts';
import { projectRecords } from './projection.ts';
import { createRelatedValues } from './relatedValues.ts';
import { toCondition } from './soqlConditions.ts';
import { malformed, unsupportedSoql } from './soqlErrors.ts';
import type { Today } from './soqlValues.ts';
import { comparison } from './soqlValues.ts';

export interface SoqlContext {
    readonly schema: OrgSchema;
    readonly store: Store;
    readonly today: Today;
    /** `queryAll` also finds what is in the recycle bin. */
    readonly includeDeleted?: boolean;
}

export interface SoqlResult {
    /** Records as the REST API sends them; none for `SELECT COUNT()`. */
    readonly records: readonly object[];
    readonly totalSize: number;
}

/**
 * Runs a SOQL query.
 * @throws QueryError MALFORMED_QUERY or INVALID_FIELD, also for what the local org does not support, by its name
 */
export function runSoql(context: SoqlContext, soql: string): SoqlResult {
    const query = parseSoql(soql);
    const object = requireObject(context.schema, query.sObject ?? '');
    refuseUnsupported(query);
    refuseOversteps(query);
    const fields = query.fields ?? [];
    const where = whereOf(context, object, query.where);
    const includeDeleted = context.includeDeleted ?? false;
    if (isPlainCount(fields)) {
        const total = context.store.count({ object: object.name, ...(where && { where }), includeDeleted });
        return { records: [], totalSize: Math.min(total, query.limit ?? Infinity) };
    }
    const groupBy = groupByOf(query);
    if (groupBy.length > 0 || fields.some(isAggregate)) {
        refuseUngroupable(context.schema, object, groupBy);
        return aggregateQuery(context, object, query, where, groupBy);
    }
    return recordQuery(context, object, query, where);
}

function recordQuery(
    context: SoqlContext,
    object: ObjectSchema,
    query: QueryBase,
    where: Condition | undefined
): SoqlResult {
    const { schema, store, includeDeleted = false } = context;
    const records = store.find({ ...findOptions(object, query, where), includeDeleted });
    const projected = projectRecords(object, records, query, {
        schema,
        related: createRelatedValues(schema, store),
        children: (child, condition, subquery) => {
            const inner = whereOf(context, child, subquery.where);
            return store.find(findOptions(child, subquery, inner ? { all: [condition, inner] } : condition));
        }
    });
    return { records: projected, totalSize: projected.length };
}

function findOptions(object: ObjectSchema, query: QueryBase, where: Condition | undefined): RecordQuery {
    return {
        object: object.name,
        ...(where && { where }),
        orderBy: orderByOf(query),
        ...(query.limit !== undefined && { limit: query.limit }),
        ...(query.offset !== undefined && { offset: query.offset })
    };
}

/** @throws QueryError MALFORMED_QUERY */
export function parseSoql(soql: string): Query {
    try {
        return parseQuery(soql);
    } catch (error) {
        throw malformed(error instanceof Error ? error.message : String(error));
    }
}

function aggregateQuery(
    { schema, store, includeDeleted = false }: SoqlContext,
    object: ObjectSchema,
    query: Query,
    where: Condition | undefined,
    groupBy: readonly string[]
): SoqlResult {
    const related = createRelatedValues(schema, store);
    const rows = store.find({ object: object.name, ...(where && { where }), includeDeleted });
    const fields = query.fields ?? [];
    const reader = {
        fieldAt: (path: string) => resolvePath(schema, object, path).field,
        value: (record: OrgRecord, path: string) => related.value(object, record, path)
    };
    const results = aggregate(rows, fields, groupBy, reader);
    const ordered = orderAggregates(results, listOf(query.orderBy), fields, reader);
    const limited = ordered.slice(
        query.offset ?? 0,
        query.limit === undefined ? undefined : (query.offset ?? 0) + query.limit
    );
    const records = limited.map((row) => ({ attributes: { type: 'AggregateResult' }, ...row }));
    return { records, totalSize: records.length };
}

function whereOf(context: SoqlContext, object: ObjectSchema, where: WhereClause | undefined): Condition | undefined {
    return (
        where &&
        toCondition(where, (leaf) => {
            if ('fn' in leaf) {
                throw unsupportedSoql(`the function ${leaf.fn.rawValue ?? leaf.fn.functionName} in a WHERE clause`);
            }
            if ('valueQuery' in leaf) {
                return {
                    field: leaf.field,
                    operator: leaf.operator === 'IN' ? 'in' : 'nin',
                    value: semiJoin(context, leaf.valueQuery)
                };
            }
            const { field } = resolvePath(context.schema, object, leaf.field);
            return comparison(field, { ...leaf, literalType: leaf.literalType }, context.today);
        })
    );
}

function semiJoin(context: SoqlContext, query: Query): FieldValue[] {
    const object = requireObject(context.schema, query.sObject ?? '');
    const [field, second] = query.fields ?? [];
    if (field?.type !== 'Field' || second) {
        throw malformed('a semi-join selects exactly one field');
    }
    const where = whereOf(context, object, query.where);
    const { field: selected } = resolvePath(context.schema, object, field.field);
    const records = context.store.find({ object: object.name, ...(where && { where }) });
    return records.map((record) => record[selected.name] ?? null).filter((value) => value !== null);
}

function orderByOf(query: QueryBase): OrderBy[] {
    return listOf(query.orderBy).map((clause: OrderByClause) => {
        if (!('field' in clause)) {
            throw unsupportedSoql(`ORDER BY ${clause.fn.rawValue ?? 'a function'}`);
        }
        return { field: clause.field, descending: clause.order === 'DESC', nullsLast: clause.nulls === 'LAST' };
    });
}

function groupByOf(query: QueryBase): string[] {
    return listOf(query.groupBy).map((clause) => {
        if (!('field' in clause)) {
            throw unsupportedSoql(`GROUP BY ${clause.fn.rawValue ?? 'a function'}`);
        }
        return clause.field;
    });
}

function isAggregate(field: FieldType): boolean {
    return field.type === 'FieldFunctionExpression' && field.isAggregateFn === true;
}

const FARTHEST_OFFSET = 2000;

/** What the platform refuses although the parser takes it. */
function refuseOversteps(query: Query): void {
    const fields = query.fields ?? [];
    if ((query.offset ?? 0) > FARTHEST_OFFSET) {
        throw new QueryError(
            'NUMBER_OUTSIDE_VALID_RANGE',
            `Maximum SOQL offset allowed is ${FARTHEST_OFFSET}, apiName: OFFSET`
        );
    }
    refuseMisusedAggregates(query, fields);
    const names = fields.flatMap((field) =>
        field.type === 'Field' && field.alias === undefined ? [field.field.toLowerCase()] : []
    );
    const repeated = names.find((name, index) => names.indexOf(name) !== index);
    if (repeated !== undefined) {
        throw new QueryError('INVALID_FIELD', `duplicate field selected: ${repeated}`);
    }
}

function refuseMisusedAggregates(query: Query, fields: readonly FieldType[]): void {
    const isGrouped = listOf(query.groupBy).length > 0;
    if (isPlainCount(fields)) {
        if (isGrouped || listOf(query.orderBy).length > 0) {
            throw malformed('COUNT() takes neither ORDER BY nor GROUP BY');
        }
    } else if (!isGrouped && query.limit !== undefined && fields.some(isAggregate)) {
        throw malformed('Non-grouped query that uses overall aggregate functions cannot also use LIMIT');
    }
}

function refuseUngroupable(schema: OrgSchema, object: ObjectSchema, groupBy: readonly string[]): void {
    const field = groupBy.map((path) => resolvePath(schema, object, path).field).find((one) => !isGroupable(one));
    if (field) {
        throw new QueryError('INVALID_FIELD', `field '${field.name}' can not be grouped in a query call`);
    }
}

function isPlainCount(fields: readonly FieldType[]): boolean {
    const [field, second] = fields;
    return (
        !second &&
        field?.type === 'FieldFunctionExpression' &&
        field.functionName.toUpperCase() === 'COUNT' &&
        field.parameters.length === 0
    );
}

function refuseUnsupported(query: QueryBase): void {
    const refused: readonly (readonly [string, unknown])[] = [
        ['HAVING', query.having],
        ['USING SCOPE', query.usingScope],
        ['an object alias', query.sObjectAlias],
        ['WITH DATA CATEGORY', query.withDataCategory],
        ['WITH SECURITY_ENFORCED', query.withSecurityEnforced],
        ['WITH USER_MODE or SYSTEM_MODE', query.withAccessLevel],
        ['FOR', query.for],
        ['UPDATE', query.update]
    ];
    const found = refused.find(([, value]) => value !== undefined);
    if (found) {
        throw unsupportedSoql(found[0]);
    }
}

function listOf<Item>(items: Item | Item[] | undefined): Item[] {
    if (items === undefined) {
        return [];
    }
    return Array.isArray(items) ? items : [items];
}
