import type { FormulaContext, FormulaDataType, FormulaValue } from './types.ts';

/** An operand that is computed only when asked for: IF and CASE leave the branch they do not take alone. */
export type Operand = () => FormulaValue;

interface Arity {
    readonly minimum: number;
    /** Left out: any number. */
    readonly maximum?: number;
}

/** Types an operand may have; the last entry holds for all further operands. A literal NULL is always accepted. */
export type OperandTypes = readonly (readonly FormulaDataType[])[];

/** A function that computes all its operands first. */
export interface EagerFunction extends Arity {
    readonly kind: 'eager';
    readonly types: OperandTypes;
    readonly compute: (operands: readonly FormulaValue[], context: FormulaContext) => FormulaValue;
}

/** A function that decides which of its operands it computes. */
export interface LazyFunction extends Arity {
    readonly kind: 'lazy';
    readonly compute: (operands: readonly Operand[], context: FormulaContext) => FormulaValue;
}

/** A function of one field, not of its value. */
export interface FieldFunction extends Arity {
    readonly kind: 'field';
    readonly compute: (reference: string, context: FormulaContext) => FormulaValue;
}

export type FormulaFunction = EagerFunction | LazyFunction | FieldFunction;

export const TEXT_ONLY: readonly FormulaDataType[] = ['text'];
export const NUMBER_ONLY: readonly FormulaDataType[] = ['number'];
export const CHECKBOX_ONLY: readonly FormulaDataType[] = ['checkbox'];
export const DATE_ONLY: readonly FormulaDataType[] = ['date'];

/** Declares an eager function with as many operands as it has types. */
export function eager(
    types: OperandTypes,
    compute: EagerFunction['compute'],
    arity: Partial<Arity> = {}
): EagerFunction {
    return { kind: 'eager', minimum: types.length, maximum: types.length, types, compute, ...arity };
}
