import type { LiteralType } from '@jetstreamapp/soql-parser-js';
import type { Condition, ConditionOperator, FieldValue } from '../records.ts';
import type { FieldKind } from '../../metadata/objects/fieldKind.ts';
import { kindOf } from '../../metadata/objects/fieldKind.ts';
import type { FieldSchema } from '../../metadata/objects/schema.ts';
import { QueryError } from '../store/queryError.ts';
import { dayIn, rangeOfLiteral, startOfDay } from './dateLiterals.ts';
import { unsupportedSoql } from './soqlErrors.ts';

/** Where "today" is. */
export interface Today {
    readonly now: Date;
    readonly timeZone: string;
}

export interface SoqlComparison {
    readonly field: string;
    readonly operator: string;
    readonly value: string | readonly string[];
    readonly literalType: LiteralType | readonly LiteralType[] | undefined;
}

const operators: Readonly<Record<string, ConditionOperator>> = {
    '=': 'eq',
    '!=': 'ne',
    '<': 'lt',
    '<=': 'lte',
    '>': 'gt',
    '>=': 'gte',
    LIKE: 'like',
    IN: 'in',
    'NOT IN': 'nin'
};

/** One comparison of a WHERE clause; literals must have the field's type, as in an org. */
export function comparison(field: FieldSchema, soql: SoqlComparison, today: Today): Condition {
    const operator = operators[soql.operator.toUpperCase()];
    if (operator === undefined) {
        throw unsupportedSoql(`the operator ${soql.operator}`);
    }
    const types = typeof soql.literalType === 'string' ? [soql.literalType] : (soql.literalType ?? []);
    if (types.some((type) => type === 'DATE_LITERAL' || type === 'DATE_N_LITERAL')) {
        return literalComparison(field, soql, operator, today);
    }
    if (typeof soql.value !== 'string') {
        const values = soql.value.map((value, index) => read(field, value, types[index] ?? types[0], operator));
        return { field: soql.field, operator, value: values };
    }
    return { field: soql.field, operator, value: read(field, soql.value, types[0], operator) };
}

/** A day or longer: `= TODAY` means from its start until before its end. */
function literalComparison(
    field: FieldSchema,
    soql: SoqlComparison,
    operator: ConditionOperator,
    { now, timeZone }: Today
): Condition {
    if ((field.type !== 'Date' && field.type !== 'DateTime') || typeof soql.value !== 'string') {
        throw wrongLiteral(field);
    }
    const range = rangeOfLiteral(soql.value, dayIn(timeZone, now));
    const bound = (day: string): string => (field.type === 'Date' ? day : startOfDay(day, timeZone));
    const at = (comparing: ConditionOperator, day: string): Condition => ({
        field: soql.field,
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
    const condition = comparisons[operator];
    if (!condition) {
        throw unsupportedSoql(`${soql.operator} with a date literal`);
    }
    return condition;
}

function read(
    field: FieldSchema,
    written: string,
    type: LiteralType | undefined,
    operator: ConditionOperator
): FieldValue {
    if (type === 'NULL') {
        return null;
    }
    const expected = literalTypes(field);
    if (type === undefined || !expected.includes(type)) {
        throw wrongLiteral(field);
    }
    if (type === 'STRING') {
        return unquote(written, operator);
    }
    if (type === 'INTEGER' || type === 'DECIMAL') {
        return Number(written);
    }
    return type === 'BOOLEAN' ? written.toLowerCase() === 'true' : written;
}

const literalsByKind: Readonly<Record<FieldKind, readonly LiteralType[]>> = {
    text: ['STRING'],
    id: ['STRING'],
    number: ['INTEGER', 'DECIMAL'],
    checkbox: ['BOOLEAN'],
    date: ['DATE'],
    datetime: ['DATETIME']
};

function literalTypes(field: FieldSchema): readonly LiteralType[] {
    return literalsByKind[kindOf(field)];
}

function wrongLiteral(field: FieldSchema): QueryError {
    const quotes = literalTypes(field).includes('STRING')
        ? 'should be enclosed in quotes'
        : 'should not be enclosed in quotes';
    return new QueryError(
        'INVALID_FIELD',
        `value of filter criterion for field '${field.name}' must be of type ${field.type} and ${quotes}`
    );
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Text of a quoted literal. LIKE keeps `\%` and `\_`, which stand for the characters themselves. */
function unquote(literal: string, operator: ConditionOperator): string {
    return literal.slice(1, -1).replaceAll(/\\(.)/gs, (whole, character: string) => {
        if (operator === 'like' && (character === '%' || character === '_' || character === '\\')) {
            return whole;
        }
        return escapes[character.toLowerCase()] ?? character;
    });
}
