import type { Match } from 'c/convoxCallState';
import { openTab } from 'lightning/platformWorkspaceApi';

/** Opens a record in a tab of its own, or where the page is no console in the only one. */
export function openRecord({ id }: Match['customer'], isConsole: boolean | undefined, navigate: () => void): void {
    if (isConsole) {
        openTab({ recordId: id, focus: true }).catch(navigate);
    } else {
        navigate();
    }
}
