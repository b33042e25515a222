import type { FlowDefinition } from '../../metadata/flows/definition.ts';

/** Whether others start the flow by its name: neither a save nor the clock does. */
export function isCallable({ start }: FlowDefinition): boolean {
    return start.trigger === undefined && start.schedule === undefined;
}

/** Object of `$Record`; undefined for a flow that has none. */
export function triggeringObject({ start }: FlowDefinition): string | undefined {
    return start.trigger?.object ?? start.schedule?.records?.object;
}
