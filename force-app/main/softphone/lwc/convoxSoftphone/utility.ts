import { minimize, open, updatePanel, updateUtility } from 'lightning/platformUtilityBarApi';
import { labels } from './labels.ts';

/** A longer name would push the other utilities off the bar. */
const LONGEST_LABEL = 30;

/** Outside a utility bar there is no utility; an org without Lightning Web Security refuses. The call goes on. */
function ignore(): void {}

/** Brings the softphone up; resolves when it is. */
export async function showUtility(utilityId: string | null | undefined, autoFocus: boolean): Promise<void> {
    if (utilityId) {
        await open(utilityId, { autoFocus }).catch(ignore);
    }
}

export async function hideUtility(utilityId: string | null | undefined): Promise<void> {
    if (utilityId) {
        await minimize(utilityId).catch(ignore);
    }
}

/**
 * Says on the bar who is calling, so that a closed softphone still tells; without a call what is due, or what it is. The
 * panel is named in the user's language: the name that the bar's metadata gives it cannot be translated.
 */
export function labelUtility(utilityId: string | null | undefined, caller: string | undefined, due: string): void {
    if (utilityId) {
        const label = caller?.slice(0, LONGEST_LABEL) ?? (due || labels.utility);
        updateUtility(utilityId, { label, highlighted: !!caller }).catch(ignore);
        updatePanel(utilityId, { label: labels.panel }).catch(ignore);
    }
}
