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
import { isCommandSender, wait } from 'c/convoxCallControl';
import type { CommandResult } from 'c/convoxCallControl';
import { dialCommandOf, DIALER_QUERY, dialGuard, fieldsOf, numbersOf } from 'c/convoxDialing';
import type { PhoneNumber } from 'c/convoxDialing';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import { fillIn } from 'c/convoxText';
import { labels } from './labels.ts';

/** The record's phone numbers, each with a button that asks ConVox to call it: once a press, never by itself. */
export default class ConvoxNumbers extends LightningElement {
    @api recordId?: string;
    @api objectApiName?: string;

    labels = labels;
    dialerQuery = DIALER_QUERY;
    dialerVariables = { userId };
    calledNumber = '';
    cooling = false;
    result: CommandResult | undefined;

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

    get lines(): (PhoneNumber & { callLabel: string })[] {
        const numbers = numbersOf(this.record.data, this.objectInfo.data);
        return numbers.map((number) => ({ ...number, callLabel: fillIn(labels.call, number.text) }));
    }

    get noNumber(): boolean {
        return this.lines.length === 0;
    }

    get busyText(): string {
        return this.calledNumber && fillIn(labels.calling, this.calledNumber);
    }

    /** Whether the Call buttons wait: for an agent, for the answer to a press, or for the half minute after it. */
    get resting(): boolean {
        return this.notAgent || this.cooling || this.calledNumber !== '';
    }

    override connectedCallback(): void {
        this.cool();
    }

    handleCall(event: Event): void {
        const field = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.field : undefined;
        const line = this.lines.find((one) => one.field === field);
        if (line !== undefined && this.dialer !== undefined && !this.resting && dialGuard.left(Date.now()) === 0) {
            this.call(line, this.dialer);
        } else {
            this.cool();
        }
    }

    handleLateAnswer(event: CustomEvent<CommandResult>): void {
        this.result = event.detail;
    }

    handleRetry(): void {
        this.dialerAnswer.refresh?.();
        notifyRecordUpdateAvailable(this.recordId === undefined ? [] : [{ recordId: this.recordId }]);
    }

    async call(line: PhoneNumber, dialer: AgentSetup): Promise<void> {
        const runner: unknown = this.refs?.runner;
        if (!isCommandSender(runner)) {
            return;
        }
        dialGuard.close(Date.now());
        this.calledNumber = line.text;
        this.result = await runner.send(dialCommandOf(line, dialer, this.record.data), dialer.route);
        this.calledNumber = '';
        if (this.result.state === 'refused') {
            dialGuard.open();
        }
        this.cool();
    }

    /** Rests as long as the guard says, which another record's buttons may have closed. */
    async cool(): Promise<void> {
        const left = dialGuard.left(Date.now());
        this.cooling = left > 0;
        if (left > 0) {
            await wait(left);
            this.cool();
        }
    }
}
