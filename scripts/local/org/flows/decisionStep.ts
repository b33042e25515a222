import { isFieldChanged } from './changedField.ts';
import { conditionHolds } from './condition.ts';
import { logicHolds, parseConditionLogic } from '../../metadata/conditionLogic.ts';
import type { DecisionElement } from '../../metadata/flows/definition.ts';
import type { FlowCondition } from '../../metadata/flows/valueSources.ts';
import { scalar } from './flowValue.ts';
import type { Interview } from './interview.ts';
import { resolve, sourceScalar, sourceValue } from './reference.ts';

function holds(interview: Interview, condition: FlowCondition): boolean {
    if (condition.operator === 'IsChanged') {
        const wanted = sourceScalar(interview, condition.right).value === true;
        return isFieldChanged(interview.trigger, condition.left) === wanted;
    }
    const left = resolve(interview, condition.left);
    return conditionHolds(condition.operator, left, sourceValue(interview, condition.right));
}

/** Takes the first outcome whose conditions hold; returns the element it leads to. */
export function runDecision(element: DecisionElement, interview: Interview): string | undefined {
    for (const rule of element.rules) {
        const logic = parseConditionLogic(rule.logic, rule.conditions.length);
        const isTaken = logicHolds(logic, (index) => {
            const condition = rule.conditions[index];
            return condition !== undefined && holds(interview, condition);
        });
        interview.values.set(rule.name, scalar('checkbox', isTaken));
        if (isTaken) {
            return rule.connector;
        }
    }
    return element.connector;
}
