import { LightningElement, api } from 'lwc';
import add from '@salesforce/label/c.ConVox_OtherWords_Add';
import heading from '@salesforce/label/c.ConVox_OtherWords_Heading';
import keep from '@salesforce/label/c.ConVox_OtherWords_Keep';

/**
 * Shows what stands on a call and came from elsewhere, and asks what shall become of it.
 * @fires choose with { isAdding }
 */
export default class ConvoxOtherWords extends LightningElement {
    /** A line each; nothing is asked without any. */
    @api lines: readonly string[] = [];

    labels = { add, heading, keep };

    handleChoose({ currentTarget }: Event): void {
        const isAdding = currentTarget instanceof HTMLElement && currentTarget.dataset.id === 'add';
        this.dispatchEvent(new CustomEvent('choose', { detail: { isAdding } }));
    }
}
