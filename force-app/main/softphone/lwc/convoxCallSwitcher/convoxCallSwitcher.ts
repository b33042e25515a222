import { LightningElement, api } from 'lwc';
import heading from '@salesforce/label/c.ConVox_CallSwitcher_Heading';

/** One call at hand. */
export interface CallChoice {
    readonly reference: string;
    /** Who is calling, or the number. */
    readonly title: string;
    /** Where the call stands, in words. */
    readonly state: string;
}

/** Lists the calls at hand, newest first, and fires `choose` with { reference } when the agent turns to one. */
export default class ConvoxCallSwitcher extends LightningElement {
    @api calls: readonly CallChoice[] = [];
    /** Reference of the call that is shown. */
    @api current = '';

    labels = { heading };

    /** With one call at hand there is nothing to switch to. */
    get isShown(): boolean {
        return this.calls.length > 1;
    }

    get rows(): (CallChoice & { isCurrent: string; cssClass: string })[] {
        return this.calls.map((call) => {
            const isCurrent = call.reference === this.current;
            return {
                ...call,
                isCurrent: String(isCurrent),
                cssClass: isCurrent ? 'slds-nav-vertical__item slds-is-active' : 'slds-nav-vertical__item'
            };
        });
    }

    /** The call that is shown is seen in the list, too. */
    override renderedCallback(): void {
        const list = this.refs?.calls;
        const row = list?.children[this.calls.findIndex(({ reference }) => reference === this.current)];
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
