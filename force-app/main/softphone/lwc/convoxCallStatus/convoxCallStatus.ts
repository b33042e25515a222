import { LightningElement, api, wire } from 'lwc';
import { getFieldValue, getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import type { FieldId, RecordResult } from 'lightning/uiRecordApi';
import AGENT_CODE from '@salesforce/schema/ConVox_Call__c.Agent_Code__c';
import AGENT_NAME from '@salesforce/schema/ConVox_Call__c.Agent__r.Name';
import DISPOSITION from '@salesforce/schema/ConVox_Call__c.Disposition__c';
import DURATION from '@salesforce/schema/ConVox_Call__c.Duration_Seconds__c';
import RECEIVED_AT from '@salesforce/schema/ConVox_Call__c.Status_Received_At__c';
import CONVOX_STATUS from '@salesforce/schema/ConVox_Call__c.ConVox_Status__c';
import againLabel from '@salesforce/label/c.ConVox_CallStatus_Check_Again';
import lateLabel from '@salesforce/label/c.ConVox_CallStatus_Late';
import movedLabel from '@salesforce/label/c.ConVox_CallStatus_Moved';
import receivedLabel from '@salesforce/label/c.ConVox_CallStatus_Received';
import talkTimeLabel from '@salesforce/label/c.ConVox_CallStatus_Talk_Time';
import waitingLabel from '@salesforce/label/c.ConVox_CallStatus_Waiting';
import { clockText, fillIn } from 'c/convoxText';
import { PAUSE_WHILE_TALKING, pauseAfter } from './statusPauses.ts';

const FIELDS = [CONVOX_STATUS, DURATION, RECEIVED_AT, DISPOSITION, AGENT_CODE];

/** What ConVox reported about a call. */
export interface ReportedStatus {
    readonly disposition: string;
    /** How long the call took, if ConVox told. */
    readonly seconds: number | undefined;
}

/**
 * Waits for the status that ConVox pushes after a call and shows it.
 * Fires `status` with a ReportedStatus when it has arrived.
 */
export default class ConvoxCallStatus extends LightningElement {
    /** Id of the ConVox_Call__c record; undefined while there is none. */
    @api recordId?: string;
    /** The agent whose phone this is, as ConVox names them. */
    @api agentCode = '';
    /** The call is over for the agent, so that its status is due; until then the record is looked at now and then. */
    @api
    get isExpected(): boolean {
        return this.isDue;
    }
    set isExpected(isExpected: boolean) {
        if (isExpected && !this.isDue) {
            this.isDue = true;
            this.startOver();
            this.askServer();
        }
    }

    labels = { again: againLabel, late: lateLabel, waiting: waitingLabel };
    record?: RecordResult['data'];
    isDue = false;
    isLate = false;
    isReported = false;
    looks = 0;
    timer?: ReturnType<typeof setTimeout>;

    @wire(getRecord, { recordId: '$recordId', fields: FIELDS, optionalFields: AGENT_NAME })
    takeRecord({ data, error }: RecordResult): void {
        this.record = data ?? this.record;
        this.isLate ||= error !== undefined;
        if (this.hasArrived && !this.isReported) {
            this.isReported = true;
            clearTimeout(this.timer);
            const detail: ReportedStatus = { disposition: this.textOf(DISPOSITION), seconds: this.talkSeconds };
            this.dispatchEvent(new CustomEvent('status', { detail }));
        }
    }

    override connectedCallback(): void {
        this.startOver();
    }

    override disconnectedCallback(): void {
        clearTimeout(this.timer);
    }

    startOver(): void {
        this.looks = 0;
        this.wait();
    }

    wait(): void {
        clearTimeout(this.timer);
        const pause = this.isDue ? pauseAfter(this.looks) : PAUSE_WHILE_TALKING;
        this.isLate = pause === undefined;
        if (pause !== undefined && !this.hasArrived) {
            this.timer = setTimeout(() => this.look(), pause);
        }
    }

    look(): void {
        this.looks += 1;
        this.askServer();
        this.wait();
    }

    /** A failed look is repeated like one that found nothing; the first one is the wire's own. */
    askServer(): void {
        if (this.recordId && this.isConnected) {
            notifyRecordUpdateAvailable([{ recordId: this.recordId }]).catch(() => undefined);
        }
    }

    textOf(field: FieldId): string {
        const value = getFieldValue(this.record, field);
        return typeof value === 'string' ? value : '';
    }

    get hasArrived(): boolean {
        return this.textOf(RECEIVED_AT) !== '';
    }

    get isWaiting(): boolean {
        return this.isDue && !this.hasArrived && !this.isLate;
    }

    get isOverdue(): boolean {
        return this.isDue && !this.hasArrived && this.isLate;
    }

    /** Says to whom ConVox passed the call on; '' while it is this agent's. */
    get movedText(): string {
        const code = this.textOf(AGENT_CODE);
        const isMoved = code !== '' && code.toUpperCase() !== this.agentCode.toUpperCase();
        return isMoved ? fillIn(movedLabel, this.textOf(AGENT_NAME) || code) : '';
    }

    get receivedText(): string {
        const words = [this.textOf(CONVOX_STATUS), this.textOf(DISPOSITION)].filter(Boolean);
        return fillIn(receivedLabel, words.join(' · '));
    }

    get talkSeconds(): number | undefined {
        const seconds = getFieldValue(this.record, DURATION);
        return typeof seconds === 'number' ? seconds : undefined;
    }

    get talkTimeText(): string {
        const { talkSeconds } = this;
        return talkSeconds ? fillIn(talkTimeLabel, clockText(talkSeconds * 1000)) : '';
    }

    handleAgain(): void {
        this.startOver();
        this.look();
    }
}
