import { open, updateUtility } from 'lightning/platformUtilityBarApi';
import { labels } from './labels.ts';

/** Outside a utility bar there is no utility; an org without Lightning Web Security refuses. The call goes on. */
function ignore(): void {}

/** Brings the softphone up without taking the cursor from what the agent is typing. */
export function showUtility(utilityId: string | null | undefined): void {
    if (utilityId) {
        open(utilityId, { autoFocus: false }).catch(ignore);
    }
}

/** Says on the bar who is calling, so that a closed softphone still tells; without a call it says what it is. */
export function labelUtility(utilityId: string | null | undefined, caller: string | undefined): void {
    if (utilityId) {
        updateUtility(utilityId, { label: caller ?? labels.utility, highlighted: caller !== undefined }).catch(ignore);
    }
}
