import { LightningElement, api } from 'lwc';
import type { ErrorKind, ErrorReport } from 'c/convoxErrors';
import adviceBusy from '@salesforce/label/c.ConVox_ErrorPanel_Advice_Busy';
import adviceDenied from '@salesforce/label/c.ConVox_ErrorPanel_Advice_Denied';
import adviceDuplicate from '@salesforce/label/c.ConVox_ErrorPanel_Advice_Duplicate';
import adviceGone from '@salesforce/label/c.ConVox_ErrorPanel_Advice_Gone';
import adviceInvalid from '@salesforce/label/c.ConVox_ErrorPanel_Advice_Invalid';
import adviceOffline from '@salesforce/label/c.ConVox_ErrorPanel_Advice_Offline';
import adviceSignedOut from '@salesforce/label/c.ConVox_ErrorPanel_Advice_SignedOut';
import adviceSlow from '@salesforce/label/c.ConVox_ErrorPanel_Advice_Slow';
import adviceUnknown from '@salesforce/label/c.ConVox_ErrorPanel_Advice_Unknown';
import iconLabel from '@salesforce/label/c.ConVox_ErrorPanel_Icon';
import retryLabel from '@salesforce/label/c.ConVox_ErrorPanel_Retry';

const ADVICE: Readonly<Record<ErrorKind, string>> = {
    busy: adviceBusy,
    denied: adviceDenied,
    duplicate: adviceDuplicate,
    gone: adviceGone,
    invalid: adviceInvalid,
    offline: adviceOffline,
    signedOut: adviceSignedOut,
    slow: adviceSlow,
    unknown: adviceUnknown
};

/** One failure in words, with what to do about it. Fires `retry` when the agent wants another try. */
export default class ConvoxErrorPanel extends LightningElement {
    /** What could not be done, as a sentence. */
    @api headline = '';
    @api report?: ErrorReport;
    /** Replaces the advice of the report's kind when the caller knows better. */
    @api advice = '';
    @api canRetry = false;

    labels = { icon: iconLabel, retry: retryLabel };

    get adviceText(): string {
        return this.advice || (this.report ? ADVICE[this.report.kind] : '');
    }

    get codes(): string {
        return (this.report?.codes ?? []).join(', ');
    }

    handleRetry(): void {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
