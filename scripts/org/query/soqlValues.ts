import type { LiteralType } from '@jetstreamapp/soql-parser-js';
import type { Condition, ConditionOperator, FieldValue } from '../records.ts';
import type { FieldSchema } from '../schema/schema.ts';
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
    switch (operator) {
        case 'eq':
            return inside;
        case 'ne':
            return { not: inside };
        case 'lt':
            return at('lt', range.start);
        case 'lte':
            return at('lt', range.end);
        case 'gt':
            return at('gte', range.end);
        case 'gte':
            return at('gte', range.start);
        default:
            throw unsupportedSoql(`${soql.operator} with a date literal`);
    }
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
    switch (type) {
        case 'STRING':
            return unquote(written, operator);
        case 'INTEGER':
        case 'DECIMAL':
            return Number(written);
        case 'BOOLEAN':
            return written.toLowerCase() === 'true';
        default:
            return written;
    }
}

function literalTypes(field: FieldSchema): readonly LiteralType[] {
    switch (field.type) {
        case 'Number':
        case 'Currency':
        case 'Percent':
            return ['INTEGER', 'DECIMAL'];
        case 'Checkbox':
            return ['BOOLEAN'];
        case 'Date':
            return ['DATE'];
        case 'DateTime':
            return ['DATETIME'];
        default:
            return ['STRING'];
    }
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
