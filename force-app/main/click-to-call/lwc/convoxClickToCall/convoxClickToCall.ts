import { LightningElement, api } from 'lwc';
import title from '@salesforce/label/c.ConVox_ClickToCall_Title';

/** The card on a record's page with the numbers to call. */
export default class ConvoxClickToCall extends LightningElement {
    @api recordId?: string;
    @api objectApiName?: string;

    labels = { title };
}
