import type {
    AssignmentElement,
    AssignmentItem,
    DecisionRule,
    FlowDefinition,
    FlowElement
} from '../../metadata/flows/definition.ts';
import { nextOf } from '../../metadata/flows/paths.ts';
import type { ValueSource } from '../../metadata/flows/valueSources.ts';
import type { Finding } from '../finding.ts';
import { isChoiceOf, isNeverBlank } from './formulaBlanks.ts';
import { flowsOf } from '../read/flows.ts';
import type { Project } from '../read/project.ts';

const EMPTY = '$GlobalConstant.EmptyString';
const ALWAYS_FILLED = /^\$(Flow\.Current|User\.|GlobalConstant\.(True|False)$)/;

/**
 * No flow counts on a blank value to clear a field of the record that is being saved: whether the platform then clears
 * or leaves the field is documented nowhere. What may be blank is given to a field that was emptied by
 * `$GlobalConstant.EmptyString` before; what cannot be emptied so is not cleared at all. Where rows are written, every
 * field has a value named for it.
 */
export function checkFlowBlanks(project: Project): Finding[] {
    const { flows } = flowsOf(project);
    return [
        ...flows.flatMap(valuesLeftOut),
        ...flows.filter(({ start }) => start.trigger?.timing === 'beforeSave').flatMap(possibleBlanks)
    ];
}

function possibleBlanks(flow: FlowDefinition): Finding[] {
    return [...flow.elements.values()].flatMap((step) =>
        itemsOf(step)
            .filter((item) => fieldOf(item) !== '' && step.kind === 'assignment' && mayBeBlank(item, step, flow))
            .map((item) => ({
                file: `${flow.file}:${item.line}`,
                what: `${step.name} may give ${fieldOf(item)} a blank, which an org may not take for clearing it`,
                mend: `Assign ${EMPTY} to the field first, or keep a flag instead of clearing it.`
            }))
    );
}

function itemsOf(step: FlowElement): readonly AssignmentItem[] {
    return step.kind === 'assignment' ? step.items : [];
}

function valuesLeftOut(flow: FlowDefinition): Finding[] {
    return [...flow.elements.values()]
        .flatMap((step) => (step.kind === 'create' || step.kind === 'update' ? [step] : []))
        .flatMap((step) =>
            step.values
                .filter(({ source }) => !hasValue(source))
                .map(({ line, name }) => ({
                    file: `${flow.file}:${line}`,
                    what: `${step.name} gives ${name} no value`,
                    mend: `Give it a value, or ${EMPTY} to clear it.`
                }))
        );
}

function hasValue(source: ValueSource | undefined): boolean {
    return source?.kind === 'text' ? source.template !== '' : source?.kind === 'literal' || referenceOf(source) !== '';
}

/** The field of the saved record that an item fills, else ''. */
function fieldOf({ target }: AssignmentItem): string {
    return /^\$Record\.(.+)$/.exec(target)?.[1] ?? '';
}

function referenceOf(source: ValueSource | undefined): string {
    return source?.kind === 'reference' ? source.name : '';
}

function mayBeBlank(item: AssignmentItem, step: AssignmentElement, flow: FlowDefinition): boolean {
    const reference = referenceOf(item.source);
    if (reference === '') {
        return !hasValue(item.source);
    }
    return !(
        isSafeAsItIs(reference, fieldOf(item), flow) ||
        isEmptiedBefore(item, step, flow) ||
        isOnlyReached(flow, step, (rule) => asksForValue(rule, reference))
    );
}

/** Never blank, blank on purpose, or blank only where the field had no value that could count. */
function isSafeAsItIs(reference: string, field: string, { formulas }: FlowDefinition): boolean {
    const expression = formulas.get(reference)?.expression;
    return expression === undefined
        ? reference === EMPTY || reference === `$Record__Prior.${field}` || ALWAYS_FILLED.test(reference)
        : isNeverBlank(expression) || isChoiceOf(field, expression);
}

function isEmptiedBefore(item: AssignmentItem, step: AssignmentElement, flow: FlowDefinition): boolean {
    const empties = (earlier: AssignmentItem): boolean =>
        fieldOf(earlier) === fieldOf(item) && referenceOf(earlier.source) === EMPTY;
    return (
        step.items.slice(0, step.items.indexOf(item)).some(empties) ||
        isOnlyReached(
            flow,
            step,
            () => false,
            (other) => other.name !== step.name && itemsOf(other).some(empties)
        )
    );
}

/** A rule that holds only when the reference has a value. */
function asksForValue({ conditions, logic }: DecisionRule, reference: string): boolean {
    return (
        (conditions.length === 1 || logic === 'and') &&
        conditions.some(
            ({ left, operator, right }) =>
                left === reference && operator === 'IsNull' && right?.kind === 'literal' && right.value.value === false
        )
    );
}

/** Whether every way to a step leads through a rule, or through a step, that the flow is asked about. */
function isOnlyReached(
    flow: FlowDefinition,
    target: FlowElement,
    isRule: (rule: DecisionRule) => boolean,
    isStep: (step: FlowElement) => boolean = () => false
): boolean {
    const reached = new Set<string>();
    const waiting = [flow.start.connector];
    while (waiting.length > 0) {
        const step = flow.elements.get(waiting.pop() ?? '');
        if (step && !reached.has(step.name) && !isStep(step)) {
            reached.add(step.name);
            const rules = step.kind === 'decision' ? step.rules.filter((rule) => !isRule(rule)) : [];
            waiting.push(...nextOf(step.kind === 'decision' ? { ...step, rules } : step));
        }
    }
    return !reached.has(target.name);
}
