import type { FlowSurroundings } from './interview.ts';

/** What a flow may refer to by name; without callouts, what their actions take and give is not asked. */
export interface FlowNames extends Pick<FlowSurroundings, 'flows' | 'schema'> {
    readonly callouts?: Pick<FlowSurroundings['callouts'], 'actions'>;
}
