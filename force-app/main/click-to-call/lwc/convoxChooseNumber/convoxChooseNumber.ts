import { LightningElement, api } from 'lwc';
import close from '@salesforce/label/c.ConVox_ChooseNumber_Close';
import title from '@salesforce/label/c.ConVox_ChooseNumber_Title';
import { CloseActionScreenEvent } from 'lightning/actions';

/** The window of the quick action that offers every number of the record. It stays open for the answer. */
export default class ConvoxChooseNumber extends LightningElement {
    @api recordId?: string;
    @api objectApiName?: string;

    labels = { close, title };

    handleClose(): void {
        this.dispatchEvent(new CloseActionScreenEvent());
    }
}
