import { parse } from 'formulon';
import type { FormulaValue } from './types.ts';
import { FormulaError } from './types.ts';

interface Literal {
    type: 'literal';
    dataType: string;
    value: unknown;
    options: { length?: number; scale?: number };
}

function toLiteral({ dataType, value }: FormulaValue): Literal {
    if (dataType === 'number') {
        const [whole = '', decimals = ''] = String(value).replace('-', '').split('.');
        return { type: 'literal', dataType, value, options: { length: whole.length, scale: decimals.length } };
    }
    if (dataType === 'date' || dataType === 'datetime') {
        return { type: 'literal', dataType, value: new Date(String(value)), options: {} };
    }
    return { type: 'literal', dataType, value, options: { length: String(value).length } };
}

function fromDate(dataType: unknown, value: Date): FormulaValue | undefined {
    if (Number.isNaN(value.getTime())) {
        return undefined;
    }
    return dataType === 'date'
        ? { dataType, value: value.toISOString().slice(0, 10) }
        : { dataType: 'datetime', value: value.toISOString() };
}

function fromLiteral(dataType: unknown, value: unknown): FormulaValue | undefined {
    if (value instanceof Date) {
        return fromDate(dataType, value);
    }
    if (typeof value === 'string') {
        return { dataType: 'text', value };
    }
    return typeof value === 'number' && Number.isFinite(value) ? { dataType: 'number', value } : undefined;
}

/** A function of formulon, called on values that are not blank. `name` is formulon's own, such as `addmonths`. */
export function formulonFunction(name: string): (operands: readonly FormulaValue[]) => FormulaValue {
    return (operands) => {
        const names = operands.map((_operand, index) => `v${index}`);
        const values = Object.fromEntries(operands.map((operand, index) => [`v${index}`, toLiteral(operand)]));
        const result = parse(`${name}(${names.join(',')})`, values);
        if (result.type === 'error') {
            throw new FormulaError(result.message);
        }
        const value = fromLiteral(result.dataType, result.value);
        if (!value) {
            throw new FormulaError(`${name.toUpperCase()}() has no result for these values.`);
        }
        return value;
    };
}
