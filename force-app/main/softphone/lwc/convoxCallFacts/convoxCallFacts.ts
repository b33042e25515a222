import { LightningElement, api } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import did from '@salesforce/label/c.ConVox_CallCard_DID';
import facts from '@salesforce/label/c.ConVox_CallCard_Facts';
import process from '@salesforce/label/c.ConVox_CallCard_Process';
import recentCalls from '@salesforce/label/c.ConVox_CallCard_Recent_Calls';
import type from '@salesforce/label/c.ConVox_CallCard_Type';
import type { PastCall } from 'c/convoxCallerQuery';
import type { CallState } from 'c/convoxCallState';
import { displayPhone } from 'c/convoxContract';

interface Detail {
    readonly key: string;
    readonly label: string;
    readonly value: string;
}

/** What ConVox said of a call, and the last calls with this number. */
export default class ConvoxCallFacts extends LightningElement {
    @api call?: CallState;

    labels = { facts, recentCalls };
    timeZone = TIME_ZONE;

    get details(): Detail[] {
        const pop = this.call?.pop;
        return [
            { key: 'type', label: type, value: pop?.typeOfCall ?? '' },
            { key: 'process', label: process, value: pop?.process ?? '' },
            { key: 'did', label: did, value: displayPhone(pop?.did ?? '') }
        ].filter(({ value }) => value !== '');
    }

    get recentCalls(): (PastCall & { summary: string })[] {
        return (this.call?.lookup.recentCalls ?? []).map((past) => ({
            ...past,
            summary: [past.direction, past.disposition || past.status].filter(Boolean).join(' · ')
        }));
    }

    get hasRecentCalls(): boolean {
        return this.recentCalls.length > 0;
    }

    get hasFacts(): boolean {
        return this.details.length > 0 || this.hasRecentCalls;
    }
}
