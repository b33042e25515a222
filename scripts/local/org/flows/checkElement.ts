import { ASSIGNMENT_OPERATORS } from './assignmentStep.ts';
import { CONDITION_OPERATORS } from './condition.ts';
import type {
    ActionElement,
    AssignmentElement,
    CreateElement,
    CustomErrorElement,
    DecisionElement,
    DeleteElement,
    FlowElement,
    GetElement,
    LoopElement,
    NotificationElement,
    SortElement,
    SubflowElement,
    UpdateElement
} from '../../metadata/flows/definition.ts';
import { triggeringObject } from './flowStarts.ts';
import type { FlowCheck } from './flowCheck.ts';
import type { ExternalAction } from '../externalServices/externalServices.ts';
import { FILTER_OPERATORS } from './recordFilter.ts';

const NOTIFICATION_INPUTS = ['customNotifTypeId', 'recipientIds', 'title', 'body', 'targetId'];

function checkAction(check: FlowCheck, element: ActionElement): void {
    const { inputs, outputs } = element;
    inputs.forEach(({ source }) => check.source(source));
    outputs.forEach(({ target }) => check.reference(target));
    if (check.names.callouts) {
        checkParameters(check, element, check.names.callouts.actions.get(element.action));
    }
}

function checkParameters(
    check: FlowCheck,
    { action, inputs, outputs }: ActionElement,
    known: ExternalAction | undefined
): void {
    if (!known) {
        check.refuse(`there is no active external service action ${action}`);
        return;
    }
    for (const { name } of inputs) {
        if (!known.inputs.some((input) => input.name === name)) {
            check.refuse(`${action} has no input ${name}`);
        }
    }
    for (const { name } of outputs) {
        if (!known.outputs.some((output) => output.name === name)) {
            check.refuse(`${action} has no output ${name}`);
        }
    }
    const missing = known.inputs.find(({ name, required }) => required && !inputs.some((input) => input.name === name));
    if (missing) {
        check.refuse(`${action} needs input ${missing.name}`);
    }
}

function checkAssignment(check: FlowCheck, { items }: AssignmentElement): void {
    for (const { target, operator, source } of items) {
        check.reference(target);
        check.operator(operator, ASSIGNMENT_OPERATORS);
        check.source(source);
    }
}

function checkDecision(check: FlowCheck, { rules }: DecisionElement): void {
    for (const { logic, conditions, connector } of rules) {
        check.connector(connector);
        check.logic(logic, conditions.length);
        for (const { left, operator, right } of conditions) {
            check.reference(left);
            check.operator(operator, CONDITION_OPERATORS);
            check.source(right);
        }
    }
}

function checkGet(check: FlowCheck, element: GetElement): void {
    check.object(element.object);
    check.filters(element.object, element, FILTER_OPERATORS);
    element.fields.forEach((field) => check.field(element.object, field));
    if (element.sort) {
        check.field(element.object, element.sort.field);
    }
    if (element.outputReference !== undefined) {
        check.reference(element.outputReference);
    }
}

function checkRows(check: FlowCheck, element: CreateElement | UpdateElement | DeleteElement): void {
    if (element.inputReference !== undefined) {
        check.reference(element.inputReference);
    }
    if (element.object !== undefined) {
        check.object(element.object);
    }
}

function checkCreate(check: FlowCheck, element: CreateElement): void {
    checkRows(check, element);
    if (element.object !== undefined) {
        check.fields(element.object, element.values);
    }
    if (element.assignIdTo !== undefined) {
        check.reference(element.assignIdTo);
    }
}

function checkChange(check: FlowCheck, element: UpdateElement | DeleteElement): void {
    checkRows(check, element);
    if (element.object !== undefined) {
        check.filters(element.object, element, FILTER_OPERATORS);
    }
    const target = element.inputReference === '$Record' ? triggeringObject(check.flow) : element.object;
    if (target !== undefined && element.kind === 'update') {
        check.fields(target, element.values);
    }
}

function checkSubflow(check: FlowCheck, { flow: name, inputs, outputs }: SubflowElement): void {
    const flow = check.names.flows.get(name);
    if (!flow) {
        check.refuse(`calls the flow ${name}, and there is no active flow ${name}`);
        return;
    }
    for (const { name: input, source } of inputs) {
        if (!flow.variables.get(input)?.isInput) {
            check.refuse(`${name} has no input ${input}`);
        }
        check.source(source);
    }
    for (const { name: output, target } of outputs) {
        if (!flow.variables.get(output)?.isOutput) {
            check.refuse(`${name} has no output variable ${output}`);
        }
        check.reference(target);
    }
}

function checkLoop(check: FlowCheck, { collection, next }: LoopElement): void {
    check.reference(collection);
    check.connector(next);
}

function checkSort(check: FlowCheck, { collection, options }: SortElement): void {
    check.reference(collection);
    if (options.length === 0) {
        check.refuse('it does not say what to sort by');
    }
}

function checkCustomError(check: FlowCheck, { messages }: CustomErrorElement): void {
    messages.forEach(({ template }) => check.source({ kind: 'text', template }));
}

/** `targetPageRef`, which the action takes as well, is not supported by the local org. */
function checkNotification(check: FlowCheck, { inputs }: NotificationElement): void {
    const given = inputs.map(({ name }) => name);
    const odd =
        NOTIFICATION_INPUTS.find((name) => !given.includes(name)) ??
        given.find((name) => !NOTIFICATION_INPUTS.includes(name));
    if (odd !== undefined) {
        check.refuse(`a notification needs the inputs ${NOTIFICATION_INPUTS.join(', ')} and no others: ${odd}`);
    }
    inputs.forEach(({ source }) => check.source(source));
}

type Checks = {
    readonly [Kind in FlowElement['kind']]: (check: FlowCheck, element: Extract<FlowElement, { kind: Kind }>) => void;
};

const CHECKS: Checks = {
    action: checkAction,
    notification: checkNotification,
    assignment: checkAssignment,
    customError: checkCustomError,
    decision: checkDecision,
    loop: checkLoop,
    sort: checkSort,
    get: checkGet,
    create: checkCreate,
    update: checkChange,
    delete: checkChange,
    subflow: checkSubflow
};

/** Pairs an element with the check of its kind, which the type of a mere lookup would lose. */
function checkOfKind<Kind extends FlowElement['kind']>(
    check: FlowCheck,
    kind: Kind,
    element: Extract<FlowElement, { kind: Kind }>
): void {
    CHECKS[kind](check, element);
}

/** Checks what an element refers to: elements, resources, objects, fields, actions and flows. */
export function checkElement(check: FlowCheck, element: FlowElement): void {
    check.lookAt(element.name, element.line);
    check.connector(element.connector);
    check.connector(element.fault);
    checkOfKind(check, element.kind, element);
}
