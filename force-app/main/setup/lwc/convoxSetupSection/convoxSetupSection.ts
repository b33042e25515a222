import { LightningElement, api } from 'lwc';
import { LOOKS } from 'c/convoxSetupChecks';
import type { Check, CheckGroup, Fix } from 'c/convoxSetupChecks';

interface CheckView extends Check {
    readonly icon: string;
    readonly variant: string;
    readonly word: string;
    readonly buttons: readonly { readonly key: string; readonly label: string; readonly fix: Fix }[];
}

/**
 * One part of the installation: its checks, each with what to do about it.
 * @fires fix with the Fix whose button was pressed
 */
export default class ConvoxSetupSection extends LightningElement {
    @api group: CheckGroup = { id: '', heading: '', checks: [] };

    get views(): CheckView[] {
        return this.group.checks.map((check) => ({
            ...check,
            ...LOOKS[check.answer],
            buttons: check.fixes.map((fix, index) => ({ key: `${check.id} ${index}`, label: fix.label, fix }))
        }));
    }

    handleFix({ currentTarget }: Event): void {
        const key = currentTarget instanceof HTMLElement ? currentTarget.dataset.id : undefined;
        const button = this.views.flatMap(({ buttons }) => buttons).find((one) => one.key === key);
        this.dispatchEvent(new CustomEvent('fix', { detail: button?.fix }));
    }
}
