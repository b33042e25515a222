import type { FormulaValue } from '../../metadata/formula/formula.ts';
import { ElementFault } from './failures.ts';
import type { CollectionValue, FlowValue } from './flowValue.ts';
import { isNullValue } from './flowValue.ts';

/** Text compares without case in conditions, other than in formulas. */
function folded(value: FormulaValue): FormulaValue['value'] {
    return typeof value.value === 'string' ? value.value.toLowerCase() : value.value;
}

function isEqual(left: FormulaValue, right: FormulaValue): boolean {
    return folded(left) === folded(right);
}

function order(left: FormulaValue, right: FormulaValue): number | undefined {
    const [a, b] = [folded(left), folded(right)];
    if (a === null || b === null || typeof a !== typeof b) {
        return undefined;
    }
    return a < b ? -1 : a > b ? 1 : 0;
}

function textOf(value: FormulaValue): string {
    return value.value === null ? '' : String(value.value).toLowerCase();
}

type Comparison = (left: FormulaValue, right: FormulaValue) => boolean;

const COMPARISONS: Readonly<Record<string, Comparison>> = {
    EqualTo: isEqual,
    NotEqualTo: (left, right) => !isEqual(left, right),
    GreaterThan: (left, right) => (order(left, right) ?? 0) > 0,
    GreaterThanOrEqualTo: (left, right) => (order(left, right) ?? -1) >= 0,
    LessThan: (left, right) => (order(left, right) ?? 0) < 0,
    LessThanOrEqualTo: (left, right) => (order(left, right) ?? 1) <= 0,
    StartsWith: (left, right) => textOf(left).startsWith(textOf(right)),
    EndsWith: (left, right) => textOf(left).endsWith(textOf(right)),
    Contains: (left, right) => textOf(left).includes(textOf(right))
};

/** Operators that ask yes or no of the left side alone; the right side says which answer is wanted. */
const QUESTIONS: Readonly<Record<string, (left: FlowValue) => boolean>> = {
    IsNull: isNullValue,
    IsEmpty: isNullValue,
    IsBlank: (left) => isNullValue(left) || (left.kind === 'scalar' && textOf(left.value).trim() === '')
};

function isMember(left: FormulaValue, collection: CollectionValue): boolean {
    return collection.items.some((item) => item.kind === 'scalar' && isEqual(left, item.value));
}

/** Operators of conditions and entry filters. `IsChanged` is for entry filters and decisions on `$Record`. */
export const CONDITION_OPERATORS: readonly string[] = [
    ...Object.keys(COMPARISONS),
    ...Object.keys(QUESTIONS),
    'In',
    'NotIn',
    'IsChanged'
];

function compareInCollection(operator: string, left: FlowValue, right: FlowValue): boolean {
    if (left.kind !== 'scalar' || right.kind !== 'collection') {
        throw new ElementFault(`Operator ${operator} needs a value and a collection.`);
    }
    return isMember(left.value, right) === (operator === 'In');
}

function compare(operator: string, left: FlowValue, right: FlowValue): boolean {
    const comparison = COMPARISONS[operator];
    if (!comparison) {
        throw new ElementFault(`Condition operator ${operator} is not supported by the local org.`);
    }
    if (left.kind !== 'scalar' || right.kind !== 'scalar') {
        throw new ElementFault(`Operator ${operator} compares single values, not records or collections.`);
    }
    return comparison(left.value, right.value);
}

/** Decides one condition. A blank compares equal to a blank only. */
export function conditionHolds(operator: string, left: FlowValue, right: FlowValue): boolean {
    const question = QUESTIONS[operator];
    if (question) {
        return question(left) === (right.kind === 'scalar' && right.value.value === true);
    }
    if (operator === 'In' || operator === 'NotIn') {
        return compareInCollection(operator, left, right);
    }
    if (operator === 'Contains' && left.kind === 'collection' && right.kind === 'scalar') {
        return isMember(right.value, left);
    }
    return compare(operator, left, right);
}
