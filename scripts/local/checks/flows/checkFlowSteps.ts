import type { Finding } from '../finding.ts';
import type { FlowModel, FlowStep } from '../read/flowModel.ts';
import { flowModelOf, reachableFrom } from '../read/flowModel.ts';
import type { Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { childrenOf, textOf } from '../../metadata/xml.ts';

const CAN_FAIL = new Set(['actionCalls', 'recordCreates', 'recordDeletes', 'recordLookups', 'recordUpdates']);
const WRITES = new Set(['recordCreates', 'recordDeletes', 'recordUpdates']);

/**
 * How a flow's steps hang together: connectors that lead somewhere, no step left alone, a fault path wherever something
 * can fail, subflows that exist, and callouts only where the platform allows one: on a path of their own, before any
 * change of data.
 */
export function checkFlowSteps(project: Project): Finding[] {
    const flows = componentsOf(project, 'Flow').map(flowModelOf);
    const byName = new Map(flows.map((flow) => [flow.component.name, flow]));
    return flows.flatMap((flow) => [
        ...brokenConnectors(flow),
        ...lonelySteps(flow),
        ...missingFaultPaths(flow),
        ...brokenSubflows(flow, byName),
        ...forbiddenCallouts(flow, byName)
    ]);
}

function at(flow: FlowModel, step: FlowStep | undefined, what: string, mend: string): Finding {
    const { file } = flow.component;
    return { file: step ? `${file}:${step.element.line}` : file, what, mend };
}

function brokenConnectors(flow: FlowModel): Finding[] {
    const unknown = (name: string): boolean => !flow.steps.has(name);
    const fromStart = [...flow.immediate, ...flow.later].filter(unknown);
    return [
        ...fromStart.map((name) => at(flow, undefined, `The start leads to ${name}, which is no step`, 'Correct it.')),
        ...[...flow.steps.values()].flatMap((step) =>
            step.next
                .filter(unknown)
                .map((name) => at(flow, step, `${step.name} leads to ${name}, which is no step`, 'Correct it.'))
        ),
        ...(flow.immediate.length + flow.later.length === 0
            ? [at(flow, undefined, 'Nothing is connected to the start', 'Add a <connector>.')]
            : [])
    ];
}

function lonelySteps(flow: FlowModel): Finding[] {
    const reached = reachableFrom(flow, [...flow.immediate, ...flow.later]);
    return [...flow.steps.values()]
        .filter((step) => !reached.has(step.name))
        .map((step) => at(flow, step, `No path leads to ${step.name}`, 'Connect it or remove it.'));
}

function missingFaultPaths(flow: FlowModel): Finding[] {
    return [...flow.steps.values()]
        .filter((step) => CAN_FAIL.has(step.kind) && !step.hasFaultPath)
        .map((step) =>
            at(flow, step, `${step.name} can fail and has no fault path`, 'Add a <faultConnector> that tells somebody.')
        );
}

function brokenSubflows(flow: FlowModel, flows: ReadonlyMap<string, FlowModel>): Finding[] {
    return stepsOfKind(flow, 'subflows').flatMap((step) => {
        const name = textOf(step.element, 'flowName');
        const called = flows.get(name);
        if (!called) {
            return [at(flow, step, `${step.name} calls the flow ${name}, which does not exist`, 'Correct <flowName>.')];
        }
        const inputs = childrenOf(step.element, 'inputAssignments').map((input) => textOf(input, 'name'));
        return inputs
            .filter((input) => !isInput(called, input))
            .map((input) => at(flow, step, `${name} has no input ${input}`, 'Give it an input it has.'));
    });
}

function isInput(flow: FlowModel, name: string): boolean {
    const resource = flow.resources.get(name);
    return resource !== undefined && textOf(resource.element, 'isInput') === 'true';
}

function stepsOfKind(flow: FlowModel, kind: string): FlowStep[] {
    return [...flow.steps.values()].filter((step) => step.kind === kind);
}

function forbiddenCallouts(flow: FlowModel, flows: ReadonlyMap<string, FlowModel>): Finding[] {
    const callouts = (reached: ReadonlySet<string>): FlowStep[] =>
        [...flow.steps.values()].filter((step) => reached.has(step.name) && callsOut(step, flows));
    const duringSave = flow.triggerType === '' ? [] : callouts(reachableFrom(flow, flow.immediate));
    const afterWriting = [...flow.steps.values()]
        .filter((step) => WRITES.has(step.kind))
        .flatMap((step) => callouts(reachableFrom(flow, step.next)).map((callout) => ({ step, callout })));
    return [
        ...duringSave.map((step) =>
            at(
                flow,
                step,
                `${step.name} calls out while the record is being saved`,
                'Put it on an AsyncAfterCommit path.'
            )
        ),
        ...afterWriting.map(({ step, callout }) =>
            at(flow, callout, `${callout.name} calls out after ${step.name} has changed data`, 'Call out first.')
        )
    ];
}

function callsOut(step: FlowStep, flows: ReadonlyMap<string, FlowModel>): boolean {
    if (step.kind === 'actionCalls') {
        return textOf(step.element, 'actionType') === 'externalService';
    }
    const called = step.kind === 'subflows' ? flows.get(textOf(step.element, 'flowName')) : undefined;
    return called !== undefined && stepsOfKind(called, 'actionCalls').some((inner) => callsOut(inner, flows));
}
