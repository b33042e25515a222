import { LightningElement, api, wire } from 'lwc';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import type { RecordResult } from 'lightning/uiRecordApi';
import againLabel from '@salesforce/label/c.ConVox_CallStatus_Check_Again';
import lateLabel from '@salesforce/label/c.ConVox_CallStatus_Late';
import movedLabel from '@salesforce/label/c.ConVox_CallStatus_Moved';
import receivedLabel from '@salesforce/label/c.ConVox_CallStatus_Received';
import talkTimeLabel from '@salesforce/label/c.ConVox_CallStatus_Talk_Time';
import waitingLabel from '@salesforce/label/c.ConVox_CallStatus_Waiting';
import { Speech } from 'c/convoxSpeech';
import { clockText, fillIn } from 'c/convoxText';
import { FIELDS, OPTIONAL_FIELDS, passedOnTo, reportIn } from './callReport.ts';
import type { CallReport, ReportedStatus } from './callReport.ts';
import { LONGEST_ANSWER, PAUSE_WHILE_TALKING, pauseAfter } from './statusPauses.ts';

export type { ReportedStatus } from './callReport.ts';

/**
 * Waits for the status that ConVox pushes after a call and shows it, with whatever ConVox reports later.
 * Fires `status` with a ReportedStatus when it has arrived, and each time it says something else.
 */
export default class ConvoxCallStatus extends LightningElement {
    /** Id of the ConVox_Call__c record; undefined while there is none. */
    @api recordId?: string;
    /** The agent whose phone this is, as ConVox names them. */
    @api agentCode = '';
    /** When the call came here, in milliseconds since 1970. */
    @api poppedAt = 0;
    /** The call is over for the agent, so that its status is due; otherwise the record is looked at now and then. */
    @api
    get isExpected(): boolean {
        return this.isDue;
    }
    set isExpected(isExpected: boolean) {
        if (isExpected && !this.isDue) {
            this.isDue = true;
            this.handleAgain();
        }
    }

    labels = { again: againLabel, late: lateLabel, waiting: waitingLabel };
    report: CallReport = reportIn(undefined);
    isDue = false;
    isLate = false;
    told = '';
    looks = 0;
    speech = new Speech(this);
    timer?: ReturnType<typeof setTimeout>;

    @wire(getRecord, { recordId: '$recordId', fields: FIELDS, optionalFields: OPTIONAL_FIELDS })
    takeRecord({ data, error }: RecordResult): void {
        this.report = data ? reportIn(data) : this.report;
        this.isLate ||= error !== undefined;
        if (this.hasArrived) {
            this.tell(this.report);
            this.wait();
        }
    }

    override connectedCallback(): void {
        this.looks = 0;
        this.wait();
    }

    override renderedCallback(): void {
        this.speech.tell(this.movedText);
    }

    override disconnectedCallback(): void {
        clearTimeout(this.timer);
    }

    tell({ disposition, seconds }: ReportedStatus): void {
        const detail: ReportedStatus = { disposition, seconds };
        const told = `${disposition} ${seconds}`;
        if (told !== this.told) {
            this.told = told;
            this.dispatchEvent(new CustomEvent('status', { detail }));
        }
    }

    wait(): void {
        clearTimeout(this.timer);
        const pause = this.isDue && !this.hasArrived ? pauseAfter(this.looks) : PAUSE_WHILE_TALKING;
        this.isLate = pause === undefined;
        if (pause !== undefined && !this.isSettled) {
            this.timer = setTimeout(() => this.look(), pause);
        }
    }

    /** A slow answer is waited for: the next question comes no sooner. */
    async look(): Promise<void> {
        this.looks += 1;
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.wait(), LONGEST_ANSWER);
        await this.askServer();
        if (this.isConnected) {
            this.wait();
        }
    }

    /** A failed look is repeated like one that found nothing; the first one is the wire's own. */
    async askServer(): Promise<void> {
        if (this.recordId && this.isConnected) {
            await notifyRecordUpdateAvailable([{ recordId: this.recordId }]).catch(() => undefined);
        }
    }

    get hasArrived(): boolean {
        return this.report.receivedAt !== '';
    }

    /** ConVox has nothing more to report: the call is this agent's and has a disposition. */
    get isSettled(): boolean {
        return this.hasArrived && this.report.disposition !== '' && this.movedText === '';
    }

    get isOverdue(): boolean {
        return this.isDue && this.isLate;
    }

    get movedText(): string {
        const agent = passedOnTo(this.report, this.agentCode, this.poppedAt);
        return agent && fillIn(movedLabel, agent);
    }

    get receivedText(): string {
        const words = [this.report.status, this.report.dispositionName || this.report.disposition].filter(Boolean);
        return fillIn(receivedLabel, words.join(' · '));
    }

    get talkTimeText(): string {
        const { seconds } = this.report;
        return seconds ? fillIn(talkTimeLabel, clockText(seconds * 1000)) : '';
    }

    handleAgain(): void {
        this.looks = 0;
        this.look();
    }
}
