import { LightningElement, api } from 'lwc';
import add from '@salesforce/label/c.ConVox_OtherWords_Add';
import heading from '@salesforce/label/c.ConVox_OtherWords_Heading';
import keep from '@salesforce/label/c.ConVox_OtherWords_Keep';
import { dispositionName } from 'c/convoxCallState';
import type { CallEvent, CallState } from 'c/convoxCallState';

/**
 * Shows what stands on a call and came from elsewhere, and asks what shall become of it.
 * @fires callevent with what the agent decided, as a CallEvent
 */
export default class ConvoxOtherWords extends LightningElement {
    /** Its `othersLines`, a line each; nothing is asked without any. */
    @api call?: CallState;

    labels = { add, heading, keep };

    /** A disposition by its name. */
    get lines(): string[] {
        const { call } = this;
        return call ? call.othersLines.map((line) => dispositionName(call, line)) : [];
    }

    handleChoose({ currentTarget }: Event): void {
        const isAdding = currentTarget instanceof HTMLElement && currentTarget.dataset.id === 'add';
        const detail: CallEvent = { type: 'settled', isAdding };
        this.dispatchEvent(new CustomEvent('callevent', { detail }));
    }
}
