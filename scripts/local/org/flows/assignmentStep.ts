import { computeFormula } from '../../metadata/formula/formula.ts';
import type { FormulaValue } from '../../metadata/formula/formula.ts';
import { assignTo } from './assign.ts';
import type { AssignmentElement } from '../../metadata/flows/definition.ts';
import { ElementFault } from './failures.ts';
import type { FlowValue } from './flowValue.ts';
import { scalar } from './flowValue.ts';
import type { Interview } from './interview.ts';
import { resolve, sourceValue } from './reference.ts';

type Operator = (current: () => FlowValue, value: FlowValue) => FlowValue;

function itemsOf(value: FlowValue): readonly FlowValue[] {
    return value.kind === 'collection' ? value.items : [value];
}

function scalarOf(value: FlowValue): FormulaValue {
    if (value.kind !== 'scalar') {
        throw new ElementFault('Add and Subtract need single values, or a collection to add to.');
    }
    return value.value;
}

/** Arithmetic as in formulas; a blank number counts as 0, as in the platform's Add and Subtract. */
function arithmetic(operator: '+' | '-', left: FormulaValue, right: FormulaValue): FlowValue {
    const values: Readonly<Record<string, FormulaValue>> = { left, right };
    const value = computeFormula(`left ${operator} right`, {
        now: () => new Date(0),
        blankNumbersAs: 'zero',
        resolve: (name) => values[name] ?? { dataType: 'null', value: null }
    });
    return { kind: 'scalar', value };
}

function add(current: FlowValue, value: FlowValue): FlowValue {
    return current.kind === 'collection'
        ? { kind: 'collection', items: [...current.items, ...itemsOf(value)] }
        : arithmetic('+', scalarOf(current), scalarOf(value));
}

function isSame(left: FlowValue, right: FlowValue): boolean {
    return JSON.stringify(left) === JSON.stringify(right);
}

const OPERATORS: Readonly<Record<string, Operator>> = {
    Assign: (_current, value) => value,
    Add: (current, value) => add(current(), value),
    AddItem: (current, value) => add(current(), value),
    AddAtStart: (current, value) => ({ kind: 'collection', items: [...itemsOf(value), ...itemsOf(current())] }),
    AssignCount: (_current, value) => scalar('number', itemsOf(value).length),
    RemoveAll: (current, value) => ({
        kind: 'collection',
        items: itemsOf(current()).filter((item) => !itemsOf(value).some((removed) => isSame(item, removed)))
    }),
    Subtract: (current, value) => arithmetic('-', scalarOf(current()), scalarOf(value))
};

/** Operators of assignments that the local org runs. */
export const ASSIGNMENT_OPERATORS: readonly string[] = Object.keys(OPERATORS);

/** Carries out an assignment's items in order; each sees what the earlier ones assigned. */
export function runAssignment(element: AssignmentElement, interview: Interview): void {
    for (const { target, operator, source } of element.items) {
        const apply = OPERATORS[operator];
        if (!apply) {
            throw new ElementFault(`Assignment operator ${operator} is not supported by the local org.`);
        }
        const value = sourceValue(interview, source);
        assignTo(
            interview,
            target,
            apply(() => resolve(interview, target), value),
            source
        );
    }
}
