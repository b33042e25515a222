import { LightningElement, api, wire } from 'lwc';
import PROCESS_IN_WORDS from '@salesforce/schema/ConVox_Call__c.Process_in_Words__c';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import did from '@salesforce/label/c.ConVox_CallCard_DID';
import facts from '@salesforce/label/c.ConVox_CallCard_Facts';
import process from '@salesforce/label/c.ConVox_CallCard_Process';
import recentCalls from '@salesforce/label/c.ConVox_CallCard_Recent_Calls';
import type from '@salesforce/label/c.ConVox_CallCard_Type';
import type { CallState } from 'c/convoxCallState';
import { displayPhone } from 'c/convoxContract';
import { getFieldValue, getRecord } from 'lightning/uiRecordApi';
import type { RecordResult } from 'lightning/uiRecordApi';

interface Detail {
    readonly key: string;
    readonly label: string;
    readonly value: string;
}

interface PastLine {
    readonly id: string;
    readonly at: string;
    readonly summary: string;
    readonly open: () => void;
}

/**
 * What ConVox said of a call, and the last calls with this number.
 * @fires past, that passes every shadow, with the id of an earlier call that shall open
 */
export default class ConvoxCallFacts extends LightningElement {
    @api call?: CallState;

    labels = { facts, recentCalls };
    timeZone = TIME_ZONE;
    optionalFields = [PROCESS_IN_WORDS];

    @wire(getRecord, { recordId: '$callId', optionalFields: '$optionalFields' })
    row: RecordResult = {};

    get callId(): string | undefined {
        return this.call?.callId || undefined;
    }

    /** Its name stands on the row; until that is there ConVox's code has to do, without its server's. */
    get process(): string {
        const name = this.row.data && getFieldValue(this.row.data, PROCESS_IN_WORDS);
        return typeof name === 'string' ? name : (this.call?.pop.process.replace(/^\w+:/, '') ?? '');
    }

    get details(): Detail[] {
        const pop = this.call?.pop;
        return [
            { key: 'type', label: type, value: pop?.typeOfCall ?? '' },
            { key: 'process', label: process, value: this.process },
            { key: 'did', label: did, value: displayPhone(pop?.did ?? '') }
        ].filter(({ value }) => value);
    }

    get recentCalls(): PastLine[] {
        const lines = (this.call?.lookup.recentCalls ?? []).map(({ id, at, direction, disposition, status }) => ({
            id,
            at,
            summary: [direction, disposition || status].filter(Boolean).join(' · '),
            open: () => this.dispatchEvent(new CustomEvent('past', { bubbles: true, composed: true, detail: id }))
        }));
        // They come in the order of their rows, and a call that was missed may get its row late.
        return lines.sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
    }

    get hasFacts(): boolean {
        return this.details.length + this.recentCalls.length > 0;
    }
}
