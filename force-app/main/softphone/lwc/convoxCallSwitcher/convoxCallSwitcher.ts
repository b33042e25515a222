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

    get rows(): (CallChoice & { isCurrent: 'true' | 'false'; variant: string })[] {
        return this.calls.map((call) => {
            const isCurrent = call.reference === this.current;
            return {
                ...call,
                isCurrent: isCurrent ? 'true' : 'false',
                variant: `slds-button slds-button_stretch slds-m-bottom_xx-small ${isCurrent ? 'slds-button_brand' : 'slds-button_neutral'}`
            };
        });
    }

    handleChoose(event: Event): void {
        const reference =
            event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.reference : undefined;
        this.dispatchEvent(new CustomEvent('choose', { detail: { reference } }));
    }
}
