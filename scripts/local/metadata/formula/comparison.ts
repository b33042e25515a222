import type { FormulaFunction } from './functionTable.ts';
import { eager } from './functionTable.ts';
import type { FormulaDataType, FormulaValue } from './types.ts';
import { checkbox, dataTypeName, FormulaError, isBlank, textOf } from './types.ts';

const COMPARABLE: readonly FormulaDataType[] = [
    'text',
    'number',
    'checkbox',
    'date',
    'datetime',
    'picklist',
    'multipicklist'
];

/** Picklists may only be used with TEXT, ISPICKVAL, CASE and the functions that take any field. */
export function withoutPicklist(operator: string, value: FormulaValue): FormulaValue {
    if (value.dataType === 'picklist' || value.dataType === 'multipicklist') {
        throw new FormulaError(
            `A picklist field cannot be used with '${operator}'. Picklist fields are only supported in certain functions; ` +
                'wrap it in TEXT() or use ISPICKVAL().'
        );
    }
    return value;
}

function checkTypes(operator: string, left: FormulaValue, right: FormulaValue): void {
    withoutPicklist(operator, left);
    withoutPicklist(operator, right);
    if (left.dataType !== 'null' && right.dataType !== 'null' && left.dataType !== right.dataType) {
        throw new FormulaError(
            `Incorrect parameter type for operator '${operator}'. ` +
                `Expected ${dataTypeName(left.dataType)}, received ${dataTypeName(right.dataType)}`
        );
    }
}

/** Equality with case; two blanks are equal, and a blank text is the empty text. A blank checkbox is false. */
export function areEqual(operator: string, left: FormulaValue, right: FormulaValue): boolean {
    checkTypes(operator, left, right);
    if (left.dataType === 'checkbox' || right.dataType === 'checkbox') {
        return (left.value ?? false) === (right.value ?? false);
    }
    if (isBlank(left) || isBlank(right)) {
        return isBlank(left) && isBlank(right);
    }
    return left.value === right.value;
}

function ordered(operator: string, holds: (sign: number) => boolean): FormulaFunction {
    return eager([COMPARABLE, COMPARABLE], ([left, right]) => {
        if (!left || !right) {
            return checkbox(false);
        }
        checkTypes(operator, left, right);
        if (left.value === null || right.value === null) {
            return checkbox(false);
        }
        if (typeof left.value === 'number' && typeof right.value === 'number') {
            return checkbox(holds(left.value - right.value));
        }
        // ISO dates and times sort as text.
        const [a, b] = [textOf(left), textOf(right)];
        return checkbox(holds(a < b ? -1 : a > b ? 1 : 0));
    });
}

function equality(operator: string, expected: boolean): FormulaFunction {
    return eager([COMPARABLE, COMPARABLE], ([left, right]) =>
        checkbox(left !== undefined && right !== undefined && areEqual(operator, left, right) === expected)
    );
}

/** The comparison operators. An order with a blank in it holds never. */
export const comparisonOperators: Readonly<Record<string, FormulaFunction>> = {
    '=': equality('=', true),
    '<>': equality('<>', false),
    '<': ordered('<', (sign) => sign < 0),
    '<=': ordered('<=', (sign) => sign <= 0),
    '>': ordered('>', (sign) => sign > 0),
    '>=': ordered('>=', (sign) => sign >= 0)
};
