import type { FormulaFunction, LazyFunction, Operand } from './functionTable.ts';
import { CHECKBOX_ONLY, eager } from './functionTable.ts';
import { areEqual, withoutPicklist } from './comparison.ts';
import type { FormulaContext, FormulaValue } from './types.ts';
import { checkbox, dataTypeName, FormulaError, isBlank, isTrue } from './types.ts';

function lazy(minimum: number, maximum: number | undefined, compute: LazyFunction['compute']): LazyFunction {
    return maximum === undefined ? { kind: 'lazy', minimum, compute } : { kind: 'lazy', minimum, maximum, compute };
}

function condition(name: string, operand: Operand | undefined): boolean {
    const value = operand?.() ?? checkbox(false);
    if (value.dataType !== 'checkbox' && value.dataType !== 'null') {
        throw new FormulaError(
            `Incorrect parameter type for function '${name}()'. Expected Boolean, received ${dataTypeName(value.dataType)}`
        );
    }
    return isTrue(value);
}

function operandAt(operands: readonly Operand[], index: number): FormulaValue {
    return operands[index]?.() ?? { dataType: 'null', value: null };
}

function chooseCase(operands: readonly Operand[]): FormulaValue {
    if (operands.length % 2 !== 0) {
        throw new FormulaError(
            `Incorrect number of parameters for function 'CASE()'. Expected ${operands.length - 1}, received ${operands.length}`
        );
    }
    const subject = operandAt(operands, 0);
    const comparable: FormulaValue = subject.dataType === 'picklist' ? { ...subject, dataType: 'text' } : subject;
    for (let index = 1; index < operands.length - 1; index += 2) {
        if (areEqual('CASE', comparable, operandAt(operands, index))) {
            return operandAt(operands, index + 1);
        }
    }
    return operandAt(operands, operands.length - 1);
}

function substitute(isMissing: (value: FormulaValue) => boolean): LazyFunction['compute'] {
    return (operands) => {
        const value = operandAt(operands, 0);
        return isMissing(value) ? operandAt(operands, 1) : value;
    };
}

/** ISNULL and NULLVALUE: a text is never null, whatever it holds. */
function isNull(value: FormulaValue): boolean {
    return value.dataType !== 'text' && value.value === null;
}

const NOT = eager([CHECKBOX_ONLY], ([value]) => checkbox(value ? !isTrue(value) : true));

function every(name: string, operands: readonly Operand[]): FormulaValue {
    return checkbox(operands.every((operand) => condition(name, operand)));
}

function some(name: string, operands: readonly Operand[]): FormulaValue {
    return checkbox(operands.some((operand) => condition(name, operand)));
}

function requireSave(name: string, context: FormulaContext): NonNullable<FormulaContext['save']> {
    if (!context.save) {
        throw new FormulaError(`${name}() works only where a record is being saved.`);
    }
    return context.save;
}

/** Conditions and functions about blanks and about the record being saved. */
export const logicFunctions: Readonly<Record<string, FormulaFunction>> = {
    AND: lazy(1, undefined, (operands) => every('AND', operands)),
    '&&': lazy(2, 2, (operands) => every('&&', operands)),
    OR: lazy(1, undefined, (operands) => some('OR', operands)),
    '||': lazy(2, 2, (operands) => some('||', operands)),
    NOT,
    IF: lazy(3, 3, (operands) => operandAt(operands, condition('IF', operands[0]) ? 1 : 2)),
    CASE: lazy(4, undefined, chooseCase),
    BLANKVALUE: lazy(2, 2, substitute(isBlank)),
    NULLVALUE: lazy(2, 2, substitute(isNull)),
    ISBLANK: lazy(1, 1, (operands) => checkbox(isBlank(operandAt(operands, 0)))),
    ISNULL: lazy(1, 1, (operands) => checkbox(isNull(withoutPicklist('ISNULL', operandAt(operands, 0))))),
    ISNEW: eager([], (_operands, context) => checkbox(requireSave('ISNEW', context).isNew)),
    ISCHANGED: {
        kind: 'field',
        minimum: 1,
        maximum: 1,
        compute: (reference, context) => checkbox(requireSave('ISCHANGED', context).isChanged(reference))
    },
    PRIORVALUE: {
        kind: 'field',
        minimum: 1,
        maximum: 1,
        compute: (reference, context) => requireSave('PRIORVALUE', context).prior(reference)
    }
};
