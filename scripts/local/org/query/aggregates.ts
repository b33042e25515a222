import type {
    Field,
    FieldFunctionExpression,
    FieldRelationship,
    FieldType,
    OrderByClause
} from '@jetstreamapp/soql-parser-js';
import { restValue } from '../api/recordJson.ts';
import type { FieldValue, OrgRecord } from '../records.ts';
import { isLongText, kindOf } from '../../metadata/objects/fieldKind.ts';
import type { FieldSchema } from '../../metadata/objects/schema.ts';
import { QueryError } from '../store/queryError.ts';
import { malformed, unsupportedSoql } from './soqlErrors.ts';

export type AggregateRow = Readonly<Record<string, FieldValue>>;

/** Reads the fields of the query's object, over lookups too. */
export interface FieldReader {
    fieldAt(path: string): FieldSchema;
    value(record: OrgRecord, path: string): FieldValue;
}

interface Column {
    readonly name: string;
    /** How ORDER BY may name it: the field or the function call as written. */
    readonly written: string;
    readonly compute: (rows: readonly OrgRecord[]) => FieldValue;
}

/** Groups rows by the GROUP BY fields and computes one row of plain columns and aggregates per group. */
export function aggregate(
    rows: readonly OrgRecord[],
    fields: readonly FieldType[],
    groupBy: readonly string[],
    read: FieldReader
): AggregateRow[] {
    const columns = columnsOf(fields, groupBy, read);
    const groups = Map.groupBy(rows, (row) => JSON.stringify(groupBy.map((path) => foldCase(read.value(row, path)))));
    const sets = groupBy.length === 0 ? [rows] : [...groups.values()];
    return sets.map((set) => Object.fromEntries(columns.map((column) => [column.name, column.compute(set)])));
}

/** Orders aggregate rows by a grouped field, an alias, or a function call that is also selected. */
export function orderAggregates(
    rows: readonly AggregateRow[],
    orderBy: readonly OrderByClause[],
    fields: readonly FieldType[],
    read: FieldReader
): AggregateRow[] {
    const columns = columnsOf(fields, undefined, read);
    const keys = orderBy.map((clause) => {
        const written = 'field' in clause ? clause.field : (clause.fn.rawValue ?? '');
        const wanted = written.toLowerCase();
        const column = columns.find(({ name, written: call }) =>
            [name, call].some((text) => text.toLowerCase() === wanted)
        );
        if (!column) {
            throw unsupportedSoql(`ORDER BY ${written} without selecting it`);
        }
        return { name: column.name, sign: clause.order === 'DESC' ? -1 : 1, nullsLast: clause.nulls === 'LAST' };
    });
    return rows.toSorted((left, right) => {
        for (const { name, sign, nullsLast } of keys) {
            const order = compare(left[name] ?? null, right[name] ?? null, sign, nullsLast);
            if (order !== 0) {
                return order;
            }
        }
        return 0;
    });
}

function columnsOf(fields: readonly FieldType[], groupBy: readonly string[] | undefined, read: FieldReader): Column[] {
    let unnamed = 0;
    return fields.map((field): Column => {
        switch (field.type) {
            case 'FieldFunctionExpression':
                return aggregateColumn(field, field.alias ?? `expr${unnamed++}`, read);
            case 'Field':
            case 'FieldRelationship':
                return groupedColumn(field, groupBy, read);
            case 'FieldSubquery':
            case 'FieldTypeof':
                throw unsupportedSoql(`${field.type} beside an aggregate`);
        }
    });
}

function aggregateColumn(field: FieldFunctionExpression, name: string, read: FieldReader): Column {
    const [parameter = 'Id'] = field.parameters;
    if (field.parameters.length === 0 && field.functionName.toUpperCase() !== 'COUNT') {
        throw malformed(`${field.functionName} needs a field`);
    }
    if (typeof parameter !== 'string') {
        throw unsupportedSoql(`the nested function in ${field.rawValue}`);
    }
    const compute = aggregateFunction(field.functionName);
    return {
        name,
        written: field.rawValue ?? '',
        compute: (rows) => {
            const aggregated = read.fieldAt(parameter);
            refuseUnfit(field.functionName.toUpperCase(), aggregated);
            const values = rows.map((row) => read.value(row, parameter)).filter((value) => value !== null);
            return restValue(aggregated, compute(values));
        }
    };
}

/** SUM and AVG want numbers; MIN, MAX and the counts everything but long text, and no checkbox has a least value. */
export function isFitFor(name: string, field: FieldSchema): boolean {
    return name === 'SUM' || name === 'AVG'
        ? kindOf(field) === 'number'
        : !isLongText(field) && (kindOf(field) !== 'checkbox' || name.startsWith('COUNT'));
}

function refuseUnfit(name: string, field: FieldSchema): void {
    if (!isFitFor(name, field)) {
        throw new QueryError('INVALID_FIELD', `field ${field.name} does not support aggregate operator ${name}`);
    }
}

function groupedColumn(
    field: Field | FieldRelationship,
    groupBy: readonly string[] | undefined,
    read: FieldReader
): Column {
    const path = field.type === 'Field' ? field.field : [...field.relationships, field.field].join('.');
    if (groupBy && !groupBy.some((grouped) => grouped.toLowerCase() === path.toLowerCase())) {
        throw unsupportedSoql(`${path}, which is neither grouped nor aggregated,`);
    }
    const alias = 'alias' in field ? field.alias : undefined;
    return {
        name: alias ?? field.field,
        written: path,
        compute: ([first]) => (first ? read.value(first, path) : null)
    };
}

/** What a function of SOQL makes of the values that are not blank. */
export function aggregateFunction(name: string): (values: readonly FieldValue[]) => FieldValue {
    const numbers = (values: readonly FieldValue[]): number[] => values.map(Number);
    const sum = (values: readonly FieldValue[]): number => numbers(values).reduce((total, value) => total + value, 0);
    switch (name.toUpperCase()) {
        case 'COUNT':
            return (values) => values.length;
        case 'COUNT_DISTINCT':
            return (values) => new Set(values.map(foldCase)).size;
        case 'SUM':
            return (values) => (values.length === 0 ? null : sum(values));
        case 'AVG':
            return (values) => (values.length === 0 ? null : sum(values) / values.length);
        case 'MIN':
            return (values) => values.toSorted((left, right) => compare(left, right, 1, true))[0] ?? null;
        case 'MAX':
            return (values) => values.toSorted((left, right) => compare(left, right, -1, true))[0] ?? null;
        default:
            throw unsupportedSoql(`the function ${name}`);
    }
}

export function foldCase(value: FieldValue): FieldValue {
    return typeof value === 'string' ? value.toLowerCase() : value;
}

function compare(left: FieldValue, right: FieldValue, sign: number, nullsLast: boolean): number {
    if (left === null || right === null) {
        return left === right ? 0 : (left === null ? -1 : 1) * (nullsLast ? -1 : 1);
    }
    const [a, b] = [foldCase(left) ?? '', foldCase(right) ?? ''];
    return a === b ? 0 : (a < b ? -1 : 1) * sign;
}
