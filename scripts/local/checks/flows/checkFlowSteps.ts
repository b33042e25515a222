import type { FlowDefinition, FlowElement } from '../../metadata/flows/definition.ts';
import { laterStarts, nextOf, reachableFrom } from '../../metadata/flows/paths.ts';
import { isCallable } from '../../org/flows/flowStarts.ts';
import type { Finding } from '../finding.ts';
import { flowsOf } from '../read/flows.ts';
import type { Project } from '../read/project.ts';

type Kinds = ReadonlySet<FlowElement['kind']>;

const WRITES: Kinds = new Set(['create', 'delete', 'update']);
const CAN_FAIL: Kinds = new Set([...WRITES, 'action', 'get', 'notification']);

/**
 * How a flow's steps hang together: no step left alone, a fault path wherever something can fail, and callouts only where
 * the platform allows one: on a path of their own, before any change of data.
 */
export function checkFlowSteps(project: Project): Finding[] {
    const { flows } = flowsOf(project);
    const byName = new Map(flows.map((flow) => [flow.name, flow]));
    return flows.flatMap((flow) => [
        ...lonelySteps(flow),
        ...missingFaultPaths(flow),
        ...forbiddenCallouts(flow, byName)
    ]);
}

function at({ file }: FlowDefinition, { line }: FlowElement, what: string, mend: string): Finding {
    return { file: `${file}:${line}`, what, mend };
}

function lonelySteps(flow: FlowDefinition): Finding[] {
    const reached = reachableFrom(flow, [flow.start.connector, ...laterStarts(flow)]);
    return [...flow.elements.values()]
        .filter(({ name }) => !reached.has(name))
        .map((step) => at(flow, step, `No path leads to ${step.name}`, 'Connect it or remove it.'));
}

function missingFaultPaths(flow: FlowDefinition): Finding[] {
    return [...flow.elements.values()]
        .filter(({ kind, fault }) => CAN_FAIL.has(kind) && fault === undefined)
        .map((step) =>
            at(flow, step, `${step.name} can fail and has no fault path`, 'Add a <faultConnector> that tells somebody.')
        );
}

function forbiddenCallouts(flow: FlowDefinition, flows: ReadonlyMap<string, FlowDefinition>): Finding[] {
    const callouts = (reached: ReadonlySet<string>): FlowElement[] =>
        [...flow.elements.values()].filter((step) => reached.has(step.name) && callsOut(step, flows));
    const duringSave = isCallable(flow) ? [] : callouts(reachableFrom(flow, [flow.start.connector]));
    const afterWriting = [...flow.elements.values()]
        .filter(({ kind }) => WRITES.has(kind))
        .flatMap((step) => callouts(reachableFrom(flow, nextOf(step))).map((callout) => ({ step, callout })));
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

function callsOut(step: FlowElement, flows: ReadonlyMap<string, FlowDefinition>): boolean {
    const called = step.kind === 'subflow' ? flows.get(step.flow) : undefined;
    return step.kind === 'action' || called?.elements.values().some(({ kind }) => kind === 'action') === true;
}
