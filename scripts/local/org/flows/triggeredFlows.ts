import type { FlowDefinition, RecordTrigger } from '../../metadata/flows/definition.ts';

/** A flow that saves of records start. */
export interface TriggeredFlow {
    readonly flow: FlowDefinition;
    readonly trigger: RecordTrigger;
}

// Flows with an order up to 1000 run first, then those without one, then the rest.
const ORDER_OF_UNORDERED = 1000.5;

function inTriggerOrder(left: TriggeredFlow, right: TriggeredFlow): number {
    const [a, b] = [left, right].map(({ flow }) => flow.triggerOrder ?? ORDER_OF_UNORDERED);
    return (a ?? 0) - (b ?? 0) || left.flow.name.localeCompare(right.flow.name);
}

/** Flows of one object and moment, in the order in which they run. */
export function triggeredFlows(
    flows: Iterable<FlowDefinition>,
    timing: RecordTrigger['timing'],
    object: string,
    operation: RecordTrigger['operations'][number]
): TriggeredFlow[] {
    return [...flows]
        .flatMap((flow) => (flow.start.trigger ? [{ flow, trigger: flow.start.trigger }] : []))
        .filter(
            ({ trigger }) =>
                trigger.timing === timing && trigger.object === object && trigger.operations.includes(operation)
        )
        .sort(inTriggerOrder);
}
