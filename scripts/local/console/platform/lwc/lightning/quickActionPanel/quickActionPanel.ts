import { api, LightningElement } from 'lwc';

/** The window of a quick action with a screen: heading, content and the buttons at its foot. */
export default class QuickActionPanel extends LightningElement {
    @api header = '';
}
