import { checkElement } from './checkElement.ts';
import { CONDITION_OPERATORS } from './condition.ts';
import type { FlowDefinition } from './definition.ts';
import { FlowCheck } from './flowCheck.ts';
import type { FlowSurroundings } from './interview.ts';

function checkStart(check: FlowCheck): void {
    const { connector, afterCommit, trigger } = check.flow.start;
    check.where = 'Start';
    check.connector(connector);
    check.connector(afterCommit);
    if (trigger) {
        check.object(trigger.object);
        check.filters(trigger.object, trigger.entry, CONDITION_OPERATORS);
        if (trigger.entry.formula !== undefined) {
            check.formula(trigger.entry.formula);
        }
    }
}

/** Checks what can be known before a flow runs; throws `MetadataError` with the flow's file and the element. */
export function checkFlow(flow: FlowDefinition, surroundings: FlowSurroundings): void {
    const check = new FlowCheck(flow, surroundings);
    checkStart(check);
    flow.elements.forEach((element) => checkElement(check, element));
    for (const { name, expression } of flow.formulas.values()) {
        check.where = name;
        check.formula(expression);
    }
    for (const [name, template] of flow.textTemplates) {
        check.where = name;
        check.source({ kind: 'text', template });
    }
}
