import type { FlowRunner } from 'c/convoxFlowRunner';
import type { FixAction } from 'c/convoxSetupChecks';
import { updateRecord } from 'lightning/uiRecordApi';
import { giveRights } from './giveRights.ts';

/** What changes the org, and is looked at again afterwards. */
export type Change = Extract<FixAction, { does: 'update' | 'give' }>;

export function isChange(action: FixAction): action is Change {
    return action.does === 'update' || action.does === 'give';
}

/** @throws what the org says against it */
export async function makeChange(change: Change, runner: FlowRunner | undefined): Promise<void> {
    if (change.does === 'update') {
        await updateRecord({ fields: { Id: change.id, ...change.fields } });
    } else if (runner) {
        await giveRights(runner, change.userId, change.rightIds);
    }
}
