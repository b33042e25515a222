import type { Condition, ConditionOperator, FieldValue } from '../records.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../../metadata/objects/schema.ts';
import { findRelationship } from '../../metadata/objects/schema.ts';
import { dayIn, rangeOfLiteral, startOfDay } from '../query/dateLiterals.ts';
import type { DayRange } from '../query/dateLiterals.ts';
import { QueryError } from '../store/queryError.ts';
import { parentsOf } from './filterTypes.ts';

/** Arguments as GraphQL.js hands them over, already checked against the schema's input types. */
export type Input = Readonly<Record<string, unknown>>;

export interface Today {
    readonly now: Date;
    readonly timeZone: string;
}

const operators = new Set<string>(['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'like', 'in', 'nin']);

/** Turns a `where` argument into a condition; everything side by side must hold. */
export function toCondition(schema: OrgSchema, object: ObjectSchema, where: Input, today: Today, path = ''): Condition {
    const parts = Object.entries(where).map(([name, value]): Condition => {
        const nested = (inner: unknown): Condition => toCondition(schema, object, asInput(inner), today, path);
        switch (name) {
            case 'and':
                return { all: asList(value).map(nested) };
            case 'or':
                return { any: asList(value).map(nested) };
            case 'not':
                return { not: nested(value) };
            default:
                return fieldCondition(schema, object, name, asInput(value), today, path);
        }
    });
    return { all: parts };
}

function fieldCondition(
    schema: OrgSchema,
    object: ObjectSchema,
    name: string,
    value: Input,
    today: Today,
    path: string
): Condition {
    const field = object.fields.get(name);
    if (field) {
        return {
            all: Object.entries(value).map(([operator, operand]) =>
                compare(field, path + name, operator, operand, today)
            )
        };
    }
    const lookup = findRelationship(object, name);
    const parents = lookup ? parentsOf(schema, lookup) : [];
    const [only] = parents;
    if (only && parents.length === 1) {
        return toCondition(schema, only, value, today, `${path}${name}.`);
    }
    const polymorphic = Object.entries(value).map(([target, filter]): Condition => {
        const parent = schema.objects.get(target);
        if (!parent) {
            throw new QueryError('INVALID_FIELD', `${object.name}.${name} does not point to ${target}`);
        }
        const through = `${path}${name}:${target}.`;
        const exists: Condition = { field: `${through}Id`, operator: 'ne', value: null };
        return { all: [exists, toCondition(schema, parent, asInput(filter), today, through)] };
    });
    return { all: polymorphic };
}

function compare(field: FieldSchema, path: string, operator: string, operand: unknown, today: Today): Condition {
    if (!isOperator(operator)) {
        throw new QueryError('INVALID_FIELD', `the operator ${operator} is not supported by the local org`);
    }
    if (field.type === 'Date' || field.type === 'DateTime') {
        return compareDate(field, path, operator, operand, today);
    }
    return { field: path, operator, value: Array.isArray(operand) ? operand.map(asValue) : asValue(operand) };
}

function compareDate(
    field: FieldSchema,
    path: string,
    operator: ConditionOperator,
    operand: unknown,
    today: Today
): Condition {
    if (operator === 'in' || operator === 'nin') {
        const values = asList(operand).map((item) => asValue(asInput(item)['value'] ?? null));
        return { field: path, operator, value: values };
    }
    const input = operand === null ? {} : asInput(operand);
    const range = rangeOf(input, today);
    if (!range) {
        return { field: path, operator, value: asValue(input['value'] ?? null) };
    }
    const bound = (day: string): string => (field.type === 'Date' ? day : startOfDay(day, today.timeZone));
    const at = (comparing: ConditionOperator, day: string): Condition => ({
        field: path,
        operator: comparing,
        value: bound(day)
    });
    const inside: Condition = { all: [at('gte', range.start), at('lt', range.end)] };
    const comparisons: Partial<Record<ConditionOperator, Condition>> = {
        eq: inside,
        ne: { not: inside },
        lt: at('lt', range.start),
        lte: at('lt', range.end),
        gt: at('gte', range.end),
        gte: at('gte', range.start)
    };
    return comparisons[operator] ?? inside;
}

function rangeOf(input: Input, { now, timeZone }: Today): DayRange | undefined {
    const { literal, range } = input;
    if (typeof literal === 'string') {
        return rangeOfLiteral(literal, dayIn(timeZone, now));
    }
    if (range === undefined || range === null) {
        return undefined;
    }
    const [entry] = Object.entries(asInput(range));
    return entry && rangeOfLiteral(`${entry[0]}:${String(entry[1])}`, dayIn(timeZone, now));
}

function isOperator(name: string): name is ConditionOperator {
    return operators.has(name);
}

function asInput(value: unknown): Input {
    if (typeof value !== 'object' || value === null) {
        throw new QueryError('INVALID_FIELD', `a filter is an object, not ${JSON.stringify(value)}`);
    }
    return Object.fromEntries(Object.entries(value));
}

function asList(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? value : [value];
}

function asValue(value: unknown): FieldValue {
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
