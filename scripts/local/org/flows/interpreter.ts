import type { CalloutOutputs } from '../externalServices/externalServices.ts';
import { FormulaError } from '../../metadata/formula/formula.ts';
import { assignTo } from './assign.ts';
import { runAssignment } from './assignmentStep.ts';
import { runCreate, runDelete, runGet, runUpdate } from './dataSteps.ts';
import { runDecision } from './decisionStep.ts';
import type {
    ActionElement,
    CustomErrorElement,
    FlowElement,
    NotificationElement,
    SubflowElement,
    UpdateElement
} from '../../metadata/flows/definition.ts';
import { CustomErrorShown, ElementFault, FlowFailure } from './failures.ts';
import type { FlowValue } from './flowValue.ts';
import type { Interview } from './interview.ts';
import { startInterview } from './interview.ts';
import { runLoop } from './loopStep.ts';
import { sendNotification } from './notificationStep.ts';
import { mergedText, resolve, sourceScalar, sourceValue } from './reference.ts';
import type { FlowSteps } from './request.ts';
import { runSort } from './sortStep.ts';

// A flow that goes round this often has no way out; the platform stops it by its CPU limit.
const ELEMENT_LIMIT = 50_000;
const SUBFLOW_DEPTH_LIMIT = 50;

type DataElement = Extract<FlowElement, { kind: 'get' | 'create' | 'update' | 'delete' }>;
type LogicElement = Exclude<FlowElement, DataElement | ActionElement | NotificationElement | SubflowElement>;

function* runAction(element: ActionElement, interview: Interview): FlowSteps<void> {
    const inputs = new Map(element.inputs.map(({ name, source }) => [name, sourceScalar(interview, source)]));
    const key = `${interview.flow.name}/${element.name}`;
    const response = yield { kind: 'callout', key, acting: interview.acting, action: element.action, inputs };
    if (response.kind === 'failed') {
        throw response.error;
    }
    const outputs: CalloutOutputs = response.kind === 'answered' ? response.outputs : new Map();
    if (element.storesOutput) {
        for (const [name, value] of outputs) {
            interview.values.set(`${element.name}.${name}`, { kind: 'scalar', value });
        }
    }
    for (const { name, target } of element.outputs) {
        assignTo(interview, target, { kind: 'scalar', value: outputs.get(name) ?? { dataType: 'null', value: null } });
    }
}

function subflowInterview(element: SubflowElement, interview: Interview): Interview {
    const { surroundings, moment, acting, trigger, depth } = interview;
    const flow = surroundings.flows.get(element.flow);
    if (!flow || depth >= SUBFLOW_DEPTH_LIMIT) {
        throw new ElementFault(flow ? 'Subflows are nested too deeply.' : `There is no active flow ${element.flow}.`);
    }
    const child = startInterview({ flow, surroundings, moment, acting, trigger, depth: depth + 1 });
    for (const { name, source } of element.inputs) {
        assignTo(child, name, sourceValue(interview, source));
    }
    return child;
}

function takeOutputs(element: SubflowElement, interview: Interview, child: Interview): void {
    if (element.storesOutput) {
        const outputs = [...child.flow.variables.values()].filter(({ isOutput }) => isOutput);
        outputs.forEach(({ name }) => interview.values.set(`${element.name}.${name}`, resolve(child, name)));
    }
    for (const { name, target } of element.outputs) {
        assignTo(interview, target, resolve(child, name));
    }
}

function* runSubflow(element: SubflowElement, interview: Interview): FlowSteps<void> {
    const child = subflowInterview(element, interview);
    yield* runFlow(child, child.flow.start.connector);
    takeOutputs(element, interview, child);
}

function showErrors(element: CustomErrorElement, interview: Interview): never {
    const messages = element.messages.map(({ template }) => mergedText(interview, template));
    const fields = element.messages.flatMap(({ field }) => field ?? []);
    throw new CustomErrorShown(messages.join('; '), fields);
}

/** Before the save, the triggering record is changed in memory; everything else may not be touched yet. */
function* runUpdateBeforeSave(element: UpdateElement, interview: Interview): FlowSteps<void> {
    if (element.inputReference !== '$Record') {
        throw new ElementFault('A before-save flow can change the triggering record only.');
    }
    for (const { name, source } of element.values) {
        const value: FlowValue = { kind: 'scalar', value: sourceScalar(interview, source) };
        assignTo(interview, `$Record.${name}`, value);
    }
}

function runLogic(element: LogicElement, interview: Interview): string | undefined {
    switch (element.kind) {
        case 'assignment':
            runAssignment(element, interview);
            return element.connector;
        case 'decision':
            return runDecision(element, interview);
        case 'loop':
            return runLoop(element, interview);
        case 'sort':
            runSort(element, interview);
            return element.connector;
        case 'customError':
            return showErrors(element, interview);
    }
}

function isLogic(element: FlowElement): element is LogicElement {
    return ['assignment', 'decision', 'loop', 'sort', 'customError'].includes(element.kind);
}

function* runStep(element: FlowElement, interview: Interview): FlowSteps<string | undefined> {
    if (isLogic(element)) {
        return runLogic(element, interview);
    }
    if (element.kind === 'subflow') {
        yield* runSubflow(element, interview);
    } else if (element.kind === 'action') {
        yield* runAction(element, interview);
    } else if (element.kind === 'notification') {
        yield* sendNotification(element, interview);
    } else {
        yield* runDataStep(element, interview);
    }
    return element.connector;
}

function* runDataStep(element: DataElement, interview: Interview): FlowSteps<void> {
    const isBeforeSave = interview.moment === 'beforeSave';
    if (isBeforeSave && (element.kind === 'create' || element.kind === 'delete')) {
        throw new ElementFault(`A before-save flow cannot ${element.kind} records.`);
    }
    switch (element.kind) {
        case 'get':
            return yield* runGet(element, interview);
        case 'create':
            return yield* runCreate(element, interview);
        case 'update':
            return yield* (isBeforeSave ? runUpdateBeforeSave : runUpdate)(element, interview);
        case 'delete':
            return yield* runDelete(element, interview);
    }
}

/** The element after a failure: its fault connector; without one the flow fails. */
function afterFailure(element: FlowElement, interview: Interview, error: unknown): string {
    if (!(error instanceof ElementFault) && !(error instanceof FormulaError)) {
        throw error;
    }
    if (element.fault === undefined) {
        throw new FlowFailure(interview.flow.label, element.name, error.message);
    }
    interview.faultMessage = error.message;
    return element.fault;
}

/** Runs a flow from an element to its end. Throws `FlowFailure`, `CustomErrorShown` or `LimitExceeded`. */
export function* runFlow(interview: Interview, start: string | undefined): FlowSteps<void> {
    let next = start;
    for (let count = 0; next !== undefined; count += 1) {
        const element = interview.flow.elements.get(next);
        if (!element || count >= ELEMENT_LIMIT) {
            throw new FlowFailure(
                interview.flow.label,
                next,
                element ? 'The flow does not come to an end.' : 'No such element.'
            );
        }
        try {
            next = yield* runStep(element, interview);
        } catch (error) {
            next = afterFailure(element, interview, error);
        }
    }
}
