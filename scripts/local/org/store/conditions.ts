import type { SQLInputValue } from 'node:sqlite';
import type { Condition, ConditionOperator, FieldValue, OrderBy } from '../records.ts';
import { isLongText, kindOf } from '../../metadata/objects/fieldKind.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';
import { resolvePath } from './fieldPath.ts';
import { QueryError } from './queryError.ts';
import { toLongId } from './recordIds.ts';
import { quote } from './tables.ts';

/** The parts of one SELECT over an object, whose table has the alias `t0`. */
export interface SqlParts {
    readonly joins: string;
    readonly where: string;
    readonly orderBy: string;
    readonly parameters: readonly SQLInputValue[];
}

type Comparison = Extract<Condition, { field: string }>;

const comparisons: Partial<Record<ConditionOperator, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' };

/**
 * Translates conditions and ordering, joining parents as they are mentioned.
 * Blank fields behave as in SOQL: `ne` and `nin` find them, comparisons do not.
 */
export function toSql(
    schema: OrgSchema,
    object: ObjectSchema,
    where: Condition | undefined,
    orderBy: readonly OrderBy[] = []
): SqlParts {
    const aliases = new Map<string, string>();
    const joins: string[] = [];
    const parameters: SQLInputValue[] = [];

    function column(path: string): { sql: string; field: FieldSchema } {
        const resolved = resolvePath(schema, object, path);
        let alias = 't0';
        let walked = '';
        for (const { lookup, target } of resolved.steps) {
            walked += `${lookup.name}:${target.name}.`;
            const known = aliases.get(walked);
            const next = known ?? `t${aliases.size + 1}`;
            if (known === undefined) {
                aliases.set(walked, next);
                joins.push(`LEFT JOIN ${quote(target.name)} ${next} ON ${next}."Id" = ${alias}.${quote(lookup.name)}`);
            }
            alias = next;
        }
        return { sql: `${alias}.${quote(resolved.field.name)}`, field: resolved.field };
    }

    function bind(field: FieldSchema, value: FieldValue): string {
        parameters.push(toParameter(field, value));
        return '?';
    }

    function compare({ field: path, operator, value }: Comparison): string {
        const { sql, field } = column(path);
        refuseUnfilterable(field);
        if (operator === 'in' || operator === 'nin') {
            return listCondition(sql, field, operator, isList(value) ? value : [value]);
        }
        if (isList(value)) {
            throw new QueryError('MALFORMED_QUERY', `${operator} on ${path} compares with one value, not with a list`);
        }
        return singleCondition(sql, field, operator, blankToNull(value));
    }

    function listCondition(
        sql: string,
        field: FieldSchema,
        operator: 'in' | 'nin',
        written: readonly FieldValue[]
    ): string {
        const values = written.map(blankToNull);
        const marks = values.filter((item) => item !== null).map((item) => bind(field, item));
        const found = `${sql} IN (${marks.join(', ')})${values.includes(null) ? ` OR ${sql} IS NULL` : ''}`;
        return operator === 'in' ? `(${found})` : `(NOT coalesce((${found}), 0))`;
    }

    function singleCondition(sql: string, field: FieldSchema, operator: ConditionOperator, value: FieldValue): string {
        if (operator === 'eq' || operator === 'ne') {
            const is = operator === 'eq' ? 'IS' : 'IS NOT';
            return `${sql} ${is} ${value === null ? 'NULL' : bind(field, value)}`;
        }
        const sign = comparisons[operator];
        if (sign !== undefined) {
            return value === null ? '0' : `${sql} ${sign} ${bind(field, value)}`;
        }
        return likeCondition(sql, field, operator, value);
    }

    function likeCondition(sql: string, field: FieldSchema, operator: ConditionOperator, value: FieldValue): string {
        if (kindOf(field) !== 'text') {
            throw new QueryError(
                'INVALID_FIELD',
                `${operator} cannot be used on ${field.name}, a field of type ${field.type}`
            );
        }
        parameters.push(likePattern(operator, String(value ?? '')));
        return String.raw`${sql} LIKE ? ESCAPE '\'`;
    }

    function condition(node: Condition): string {
        if ('all' in node) {
            return node.all.length === 0 ? '1' : `(${node.all.map(condition).join(' AND ')})`;
        }
        if ('any' in node) {
            return node.any.length === 0 ? '0' : `(${node.any.map(condition).join(' OR ')})`;
        }
        return 'not' in node ? `NOT coalesce(${condition(node.not)}, 0)` : compare(node);
    }

    const sql = where === undefined ? '1' : condition(where);
    const order = orderBy.map(({ field: path, descending, nullsLast }) => {
        const ordered = column(path);
        refuseUnfilterable(ordered.field);
        return `${ordered.sql} ${descending ? 'DESC' : 'ASC'} NULLS ${nullsLast ? 'LAST' : 'FIRST'}`;
    });
    return { joins: joins.join(' '), where: sql, orderBy: [...order, 't0."Id"'].join(', '), parameters };
}

function likePattern(operator: ConditionOperator, text: string): string {
    const literal = text.replaceAll(/[\\%_]/g, String.raw`\$&`);
    const patterns: Partial<Record<ConditionOperator, string>> = {
        contains: `%${literal}%`,
        startsWith: `${literal}%`,
        endsWith: `%${literal}`
    };
    return patterns[operator] ?? text;
}

/** Value lists and single values share one type in `Condition`. */
function isList(value: FieldValue | readonly FieldValue[]): value is readonly FieldValue[] {
    return Array.isArray(value);
}

function blankToNull(value: FieldValue): FieldValue {
    return value === '' ? null : value;
}

function refuseUnfilterable(field: FieldSchema): void {
    if (isLongText(field)) {
        throw new QueryError('INVALID_FIELD', `field '${field.name}' can not be filtered in a query call`);
    }
    if (field.formula !== undefined) {
        throw new QueryError('INVALID_FIELD', `the local org cannot filter or sort by the formula field ${field.name}`);
    }
}

function toParameter(field: FieldSchema, value: FieldValue): SQLInputValue {
    switch (kindOf(field)) {
        case 'checkbox':
            return value === true || value === 'true' ? 1 : 0;
        case 'number':
            return numberParameter(field, value);
        case 'datetime':
            return instantParameter(field, value);
        case 'id':
            return idParameter(field, value);
        case 'text':
        case 'date':
            return String(value);
    }
}

function numberParameter(field: FieldSchema, value: FieldValue): number {
    const number = Number(value);
    if (Number.isNaN(number)) {
        throw invalidValue(field, value);
    }
    return number;
}

function instantParameter(field: FieldSchema, value: FieldValue): string {
    const instant = new Date(String(value));
    if (Number.isNaN(instant.getTime())) {
        throw invalidValue(field, value);
    }
    return instant.toISOString();
}

function idParameter(field: FieldSchema, value: FieldValue): string {
    const id = toLongId(String(value));
    if (id === undefined) {
        throw new QueryError('INVALID_QUERY_FILTER_OPERATOR', `${field.name}: invalid ID field: ${String(value)}`);
    }
    return id;
}

function invalidValue(field: FieldSchema, value: FieldValue): QueryError {
    return new QueryError(
        'INVALID_FIELD',
        `value of filter criterion for field '${field.name}' must be of type ${field.type}, not ${String(value)}`
    );
}
