import type { Finding } from '../finding.ts';
import type { FlowModel, FlowStep } from '../read/flowModel.ts';
import { flowModelOf } from '../read/flowModel.ts';
import { isChoiceOf, isNeverBlank } from './formulaBlanks.ts';
import type { Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childOf, childrenOf, textOf } from '../../metadata/xml.ts';

const EMPTY = '$GlobalConstant.EmptyString';
const ALWAYS_FILLED = /^\$(Flow\.Current|User\.|GlobalConstant\.(True|False)$)/;

/**
 * No flow counts on a blank value to clear a field of the record that is being saved: whether the platform then clears
 * or leaves the field is documented nowhere. What may be blank is given to a field that was emptied by
 * `$GlobalConstant.EmptyString` before; what cannot be emptied so is not cleared at all. Where rows are written, every
 * field has a value named for it.
 */
export function checkFlowBlanks(project: Project): Finding[] {
    const flows = componentsOf(project, 'Flow').map(flowModelOf);
    return [
        ...flows.flatMap(valuesLeftOut),
        ...flows.filter(({ triggerType }) => triggerType === 'RecordBeforeSave').flatMap(possibleBlanks)
    ];
}

function possibleBlanks(flow: FlowModel): Finding[] {
    return stepsOfKind(flow, 'assignments').flatMap((step) =>
        childrenOf(step.element, 'assignmentItems')
            .filter((item) => fieldOf(item) !== '' && mayBeBlank(item, step, flow))
            .map((item) => ({
                file: `${flow.component.file}:${item.line}`,
                what: `${step.name} may give ${fieldOf(item)} a blank, which an org may not take for clearing it`,
                mend: `Assign ${EMPTY} to the field first, or keep a flag instead of clearing it.`
            }))
    );
}

function valuesLeftOut(flow: FlowModel): Finding[] {
    return ['recordCreates', 'recordUpdates']
        .flatMap((kind) => stepsOfKind(flow, kind))
        .flatMap((step) =>
            childrenOf(step.element, 'inputAssignments')
                .filter((item) => !hasValue(item))
                .map((item) => ({
                    file: `${flow.component.file}:${item.line}`,
                    what: `${step.name} gives ${textOf(item, 'field')} no value`,
                    mend: `Give it a value, or ${EMPTY} to clear it.`
                }))
        );
}

function hasValue(item: XmlElement): boolean {
    return childOf(item, 'value')?.children.some(({ text }) => text !== '') === true;
}

function stepsOfKind(flow: FlowModel, kind: string): FlowStep[] {
    return [...flow.steps.values()].filter((step) => step.kind === kind);
}

/** The field of the saved record that an item fills, else ''. */
function fieldOf(item: XmlElement): string {
    return /^\$Record\.(.+)$/.exec(textOf(item, 'assignToReference'))?.[1] ?? '';
}

function referenceOf(item: XmlElement): string {
    const value = childOf(item, 'value');
    return value ? textOf(value, 'elementReference') : '';
}

function mayBeBlank(item: XmlElement, step: FlowStep, flow: FlowModel): boolean {
    const reference = referenceOf(item);
    if (reference === '') {
        return !hasValue(item);
    }
    return !(
        isSafeAsItIs(reference, fieldOf(item), flow) ||
        isEmptiedBefore(item, step, flow) ||
        isOnlyReached(flow, step, (rule) => asksForValue(rule, reference))
    );
}

/** Never blank, blank on purpose, or blank only where the field had no value that could count. */
function isSafeAsItIs(reference: string, field: string, flow: FlowModel): boolean {
    const resource = flow.resources.get(reference);
    if (resource?.kind === 'formulas') {
        const expression = textOf(resource.element, 'expression');
        return isNeverBlank(expression) || isChoiceOf(field, expression);
    }
    return reference === EMPTY || reference === `$Record__Prior.${field}` || ALWAYS_FILLED.test(reference);
}

function empties(item: XmlElement, field: string): boolean {
    return fieldOf(item) === field && referenceOf(item) === EMPTY;
}

function isEmptiedBefore(item: XmlElement, step: FlowStep, flow: FlowModel): boolean {
    const field = fieldOf(item);
    const items = childrenOf(step.element, 'assignmentItems');
    return (
        items.slice(0, items.indexOf(item)).some((earlier) => empties(earlier, field)) ||
        isOnlyReached(
            flow,
            step,
            () => false,
            ({ name, element }) =>
                name !== step.name && childrenOf(element, 'assignmentItems').some((earlier) => empties(earlier, field))
        )
    );
}

/** A rule that holds only when the reference has a value. */
function asksForValue(rule: XmlElement, reference: string): boolean {
    const conditions = childrenOf(rule, 'conditions');
    return (
        (conditions.length === 1 || textOf(rule, 'conditionLogic') === 'and') &&
        conditions.some((condition) => {
            const answer = childOf(condition, 'rightValue');
            return (
                textOf(condition, 'leftValueReference') === reference &&
                textOf(condition, 'operator') === 'IsNull' &&
                answer !== undefined &&
                textOf(answer, 'booleanValue') === 'false'
            );
        })
    );
}

/** Whether every way to a step leads through a rule, or through a step, that the flow is asked about. */
function isOnlyReached(
    flow: FlowModel,
    target: FlowStep,
    isRule: (rule: XmlElement) => boolean,
    isStep: (step: FlowStep) => boolean = () => false
): boolean {
    const reached = new Set<string>();
    const waiting = [...flow.immediate];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
        const step = flow.steps.get(name);
        if (step && !reached.has(name) && !isStep(step)) {
            reached.add(name);
            const next = [...step.next];
            for (const away of childrenOf(step.element, 'rules').filter(isRule).flatMap(targetsOf)) {
                next.splice(next.indexOf(away), 1);
            }
            waiting.push(...next);
        }
    }
    return !reached.has(target.name);
}

function targetsOf(rule: XmlElement): string[] {
    return childrenOf(rule, 'connector').map((connector) => textOf(connector, 'targetReference'));
}
