import type { FlowRunner } from 'c/convoxFlowRunner';
import type { FixAction } from 'c/convoxSetupChecks';
import { updateRecord } from 'lightning/uiRecordApi';
import { giveRights } from './giveRights.ts';

/** What changes the org, and is looked at again afterwards. */
export type Change = Extract<FixAction, { does: 'update' | 'give' }>;

export function isChange(action: FixAction): action is Change {
    return action.does === 'update' || action.does === 'give';
}

/**
 * @param tell is told of how many it is done, where it is more than one thing
 * @returns what the org says against parts of it
 * @throws what the org says against it
 */
export async function makeChange(
    change: Change,
    runner: FlowRunner | undefined,
    tell: (done: number, all: number) => void
): Promise<string[]> {
    if (change.does === 'update') {
        await updateRecord({ fields: { Id: change.id, ...change.fields } });
        return [];
    }
    return runner ? giveRights(runner, change.to, (served) => tell(served, change.to.length)) : [];
}
