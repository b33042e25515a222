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
    switch (dataType) {
        case 'number': {
            const [whole = '', decimals = ''] = String(value).replace('-', '').split('.');
            return { type: 'literal', dataType, value, options: { length: whole.length, scale: decimals.length } };
        }
        case 'date':
        case 'datetime':
            return { type: 'literal', dataType, value: new Date(String(value)), options: {} };
        default:
            return { type: 'literal', dataType, value, options: { length: String(value).length } };
    }
}

function fromLiteral(name: string, dataType: unknown, value: unknown): FormulaValue {
    if (dataType === 'date' && value instanceof Date && !Number.isNaN(value.getTime())) {
        return { dataType, value: value.toISOString().slice(0, 10) };
    }
    if (dataType === 'datetime' && value instanceof Date && !Number.isNaN(value.getTime())) {
        return { dataType, value: value.toISOString() };
    }
    if (dataType === 'text' && typeof value === 'string') {
        return { dataType, value };
    }
    if (dataType === 'number' && typeof value === 'number' && Number.isFinite(value)) {
        return { dataType, value };
    }
    throw new FormulaError(`${name.toUpperCase()}() has no result for these values.`);
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
        return fromLiteral(name, result.dataType, result.value);
    };
}
