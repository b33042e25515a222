import { LightningElement, api } from 'lwc';
import add from '@salesforce/label/c.ConVox_OtherWords_Add';
import heading from '@salesforce/label/c.ConVox_OtherWords_Heading';
import keep from '@salesforce/label/c.ConVox_OtherWords_Keep';
import type { CallEvent } from 'c/convoxCallState';

/**
 * Shows what stands on a call and came from elsewhere, and asks what shall become of it.
 * @fires callevent with what the agent decided, as a CallEvent
 */
export default class ConvoxOtherWords extends LightningElement {
    /** A line each; nothing is asked without any. */
    @api lines: readonly string[] = [];

    labels = { add, heading, keep };

    handleChoose({ currentTarget }: Event): void {
        const isAdding = currentTarget instanceof HTMLElement && currentTarget.dataset.id === 'add';
        const detail: CallEvent = { type: 'settled', isAdding };
        this.dispatchEvent(new CustomEvent('callevent', { detail }));
    }
}
