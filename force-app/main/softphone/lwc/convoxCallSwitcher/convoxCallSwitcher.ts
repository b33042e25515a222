import { LightningElement, api } from 'lwc';
import heading from '@salesforce/label/c.ConVox_CallSwitcher_Heading';
import unconfirmed from '@salesforce/label/c.ConVox_CallSwitcher_Unconfirmed';
import { NO_CALLS, referenceOf } from 'c/convoxCallState';
import { phaseText, titleText } from 'c/convoxCallWords';

/** One call at hand, as the agent tells it from the others. */
interface CallChoice {
    readonly reference: string;
    /** Who is calling, or the number. */
    readonly title: string;
    /** Where the call stands, in words. */
    readonly state: string;
    readonly isCurrent: string;
    readonly cssClass: string;
}

/** Lists the calls at hand, newest first, and fires `choose` with { reference } when the agent turns to one. */
export default class ConvoxCallSwitcher extends LightningElement {
    @api list = NO_CALLS;

    /** With one call at hand there is nothing to switch to. */
    get isShown(): boolean {
        return this.list.calls.length > 1;
    }

    /** Seldom all of them are in sight: what scrolls shows no bar everywhere. */
    get heading(): string {
        return `${heading} (${this.list.calls.length})`;
    }

    get rows(): CallChoice[] {
        return this.list.calls.map((call) => {
            const reference = referenceOf(call);
            const isCurrent = reference === this.list.current;
            return {
                reference,
                title: titleText(call),
                state: call.isDoubted && !call.hasStatus && !call.isDisposed ? unconfirmed : phaseText(call),
                isCurrent: String(isCurrent),
                cssClass: isCurrent ? 'slds-nav-vertical__item slds-is-active' : 'slds-nav-vertical__item'
            };
        });
    }

    /** The call that is shown is seen in the list, too. */
    override renderedCallback(): void {
        const list = this.refs?.calls;
        const row = list?.children[this.list.calls.findIndex((call) => referenceOf(call) === this.list.current)];
        if (list && row instanceof HTMLElement) {
            list.scrollTop = row.offsetTop;
        }
    }

    handleChoose(event: Event): void {
        const reference =
            event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.reference : undefined;
        this.dispatchEvent(new CustomEvent('choose', { detail: { reference } }));
    }
}
