import { LightningElement, api, wire } from 'lwc';
import userId from '@salesforce/user/Id';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import type { ObjectInfoRepresentation } from 'lightning/uiObjectInfoApi';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import type { FieldId, RecordResult, WireResult } from 'lightning/uiRecordApi';
import { readAgents } from 'c/convoxAgentSetup';
import type { AgentSetup } from 'c/convoxAgentSetup';
import { DIALER_QUERY, isDialer } from 'c/convoxDialing';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import { customerOf, fieldsOf, numbersOf } from 'c/convoxPhoneFields';
import type { PhoneNumber } from 'c/convoxPhoneFields';
import { fillIn } from 'c/convoxText';
import { labels } from './labels.ts';

/** The record's phone numbers, each with a button that asks ConVox to call it: once a press, never by itself. */
export default class ConvoxNumbers extends LightningElement {
    @api recordId?: string;
    @api objectApiName?: string;

    labels = labels;
    dialerQuery = DIALER_QUERY;
    dialerVariables = { userId };
    isResting = false;

    @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' })
    record: RecordResult = {};

    @wire(getObjectInfo, { objectApiName: '$objectApiName' })
    objectInfo: WireResult<ObjectInfoRepresentation> = {};

    @wire(graphql, { query: '$dialerQuery', variables: '$dialerVariables' })
    dialerAnswer: GraphqlResult = {};

    get fields(): readonly FieldId[] | undefined {
        return fieldsOf(this.objectApiName);
    }

    get loaded(): boolean {
        return this.record.data !== undefined && this.dialerAnswer.data !== undefined;
    }

    get failure(): ErrorReport | undefined {
        const { errors = [] } = this.dialerAnswer;
        const error = this.record.error ?? (errors.length > 0 ? errors : undefined);
        return error === undefined ? undefined : readError(error);
    }

    get dialer(): AgentSetup | undefined {
        return readAgents(this.dialerAnswer.data)[0];
    }

    get notAgent(): boolean {
        return this.dialer === undefined;
    }

    get lines(): (PhoneNumber & { callLabel: string; extensionText: string })[] {
        return numbersOf(this.record.data, this.objectInfo.data).map((number) => ({
            ...number,
            callLabel: fillIn(labels.call, number.text),
            extensionText: number.extension && fillIn(labels.extension, number.extension)
        }));
    }

    get noNumber(): boolean {
        return this.lines.length === 0;
    }

    /** Whether the Call buttons wait: for an agent, for the answer to a press, or for the half minute after it. */
    get resting(): boolean {
        return this.notAgent || this.isResting;
    }

    handleRest(event: CustomEvent<{ isResting: boolean }>): void {
        this.isResting = event.detail.isResting;
    }

    handleCall(event: Event): void {
        const pressed = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.number : undefined;
        const line = this.lines.find(({ key }) => key === pressed);
        const desk: unknown = this.refs?.dialer;
        if (line !== undefined && this.dialer !== undefined && isDialer(desk)) {
            desk.call({ ...line, customer: customerOf(this.record.data) }, this.dialer);
        }
    }

    handleRetry(): void {
        this.dialerAnswer.refresh?.();
        notifyRecordUpdateAvailable(this.recordId === undefined ? [] : [{ recordId: this.recordId }]);
    }
}
