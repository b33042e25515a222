import { LightningElement, api, wire } from 'lwc';
import loadFailed from '@salesforce/label/c.ConVox_Recording_Load_Failed';
import title from '@salesforce/label/c.ConVox_Recording_Title';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import type { RecordResult } from 'lightning/uiRecordApi';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';

const RECORDING = 'ConVox_Call__c.Recording__c';

/** The recording of the call whose page it is on. Without one, or without the right to it, the page does not show it. */
export default class ConvoxRecording extends LightningElement {
    @api recordId?: string;

    labels = { loadFailed, title };

    @wire(getRecord, { recordId: '$recordId', optionalFields: [RECORDING] })
    call: RecordResult = {};

    get address(): string {
        const address = getFieldValue(this.call.data, RECORDING);
        return typeof address === 'string' ? address : '';
    }

    get failure(): ErrorReport | undefined {
        return this.call.error === undefined ? undefined : readError(this.call.error);
    }

    get isShown(): boolean {
        return this.address !== '' || this.failure !== undefined;
    }
}
