import { api, LightningElement } from 'lwc';

/** Says in words what cannot be shown. */
export default class Notice extends LightningElement {
    @api message = '';
}
