import type { KeysState } from 'c/convoxKeyFilling';
import type { SetupFacts } from 'c/convoxSetupChecks';
import { updateRecord } from 'lightning/uiRecordApi';

/** Whether a filling that was under way has come to its end with nobody left. */
export function isAllFilled(before: KeysState | undefined, now: KeysState): boolean {
    const left = now.contacts + now.leads + now.accounts + now.refused.length;
    return before?.isFilling === true && !now.isFilling && left === 0;
}

/** @throws what the org says against it */
export async function markFilled(servers: SetupFacts['servers']): Promise<void> {
    for (const { id } of servers.filter(({ arePhoneKeysFilled }) => !arePhoneKeysFilled)) {
        // One after the other: as a rule there is one.
        // eslint-disable-next-line no-await-in-loop
        await updateRecord({ fields: { Id: id, Phone_Keys_Filled__c: true } });
    }
}
