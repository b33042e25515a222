import { LightningElement, api } from 'lwc';
import { trialPop } from 'c/convoxPopAddress';
import { LOOKS } from 'c/convoxSetupChecks';
import type { Check, CheckGroup, Fix, FixAction } from 'c/convoxSetupChecks';

interface CheckView extends Check {
    readonly icon: string;
    readonly variant: string;
    readonly word: string;
    readonly buttons: readonly {
        readonly key: string;
        readonly label: string;
        readonly href: string;
        readonly fix: Fix;
    }[];
}

/** Where a fix leads; '' for one that is done here. Lightning Web Security opens no page of the org: links do. */
function addressOf(action: FixAction): string {
    const pop = action.does === 'pop' ? trialPop(action.agentCode, action.process, Date.now()) : '';
    return action.does === 'go' ? action.url : pop;
}

/**
 * One part of the installation: its checks, each with what to do about it.
 * @fires fix with the Fix whose button was pressed, and what puts the cursor back on it
 */
export default class ConvoxSetupSection extends LightningElement {
    @api group: CheckGroup = { id: '', heading: '', checks: [] };

    get views(): CheckView[] {
        return this.group.checks.map((check) => ({
            ...check,
            ...LOOKS[check.answer],
            buttons: check.fixes.map((fix, index) => ({
                key: `${check.id} ${index}`,
                label: fix.label,
                href: addressOf(fix.action),
                fix
            }))
        }));
    }

    handleFix({ currentTarget }: Event): void {
        const pressed = currentTarget instanceof HTMLElement ? currentTarget : undefined;
        const button = this.views.flatMap(({ buttons }) => buttons).find((one) => one.key === pressed?.dataset.id);
        this.dispatchEvent(new CustomEvent('fix', { detail: { ...button?.fix, back: () => pressed?.focus() } }));
    }
}
