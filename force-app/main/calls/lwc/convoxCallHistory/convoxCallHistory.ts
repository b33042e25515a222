import { LightningElement, api, wire } from 'lwc';
import CALL_CHANGED from '@salesforce/messageChannel/ConVoxCallChanged__c';
import empty from '@salesforce/label/c.ConVox_CallHistory_Empty';
import loadFailed from '@salesforce/label/c.ConVox_CallHistory_Load_Failed';
import title from '@salesforce/label/c.ConVox_CallHistory_Title';
import { graphql } from 'lightning/graphql';
import type { GraphqlDocument, GraphqlResult } from 'lightning/graphql';
import { APPLICATION_SCOPE, MessageContext, subscribe, unsubscribe } from 'lightning/messageService';
import type { MessageContextHandle, MessageSubscription } from 'lightning/messageService';
import { NavigationMixin } from 'lightning/navigation';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import { callLinesOf, concernsHistory } from './callLines.ts';
import type { CallLine } from './callLines.ts';
import { HISTORY_QUERY } from './historyQuery.ts';

/** The last calls of the record, kept fresh while calls come, are linked and are disposed. */
export default class ConvoxCallHistory extends NavigationMixin(LightningElement) {
    @api recordId?: string;

    labels = { empty, loadFailed, title };
    subscription: MessageSubscription | undefined;

    messages: MessageContextHandle | undefined;

    @wire(MessageContext)
    takeMessages(messages: MessageContextHandle | undefined): void {
        this.messages = messages;
        this.listen();
    }

    @wire(graphql, { query: '$query', variables: '$variables' })
    answer: GraphqlResult = {};

    get query(): GraphqlDocument | undefined {
        return this.recordId === undefined ? undefined : HISTORY_QUERY;
    }

    get variables(): Record<string, string | undefined> {
        return { recordId: this.recordId };
    }

    get lines(): CallLine[] {
        return callLinesOf(this.answer.data);
    }

    get empty(): boolean {
        return this.answer.data !== undefined && this.lines.length === 0;
    }

    get failure(): ErrorReport | undefined {
        const { errors = [] } = this.answer;
        return errors.length > 0 ? readError(errors) : undefined;
    }

    override connectedCallback(): void {
        this.listen();
    }

    override disconnectedCallback(): void {
        if (this.subscription !== undefined) {
            unsubscribe(this.subscription);
            this.subscription = undefined;
        }
    }

    /** The message context may come before or after the component is in the page. */
    listen(): void {
        if (this.messages !== undefined && this.subscription === undefined) {
            const hear = (message: unknown): void => this.hear(message);
            this.subscription = subscribe(this.messages, CALL_CHANGED, hear, { scope: APPLICATION_SCOPE });
        }
    }

    hear(message: unknown): void {
        if (concernsHistory(message, this.lines)) {
            this.answer.refresh?.();
        }
    }

    handleRetry(): void {
        this.answer.refresh?.();
    }

    /** A console opens the call in a tab; opening the link itself would load the whole page again. */
    handleOpen(event: MouseEvent): void {
        const recordId = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.id : undefined;
        if (recordId !== undefined) {
            event.preventDefault();
            this[NavigationMixin.Navigate]({
                type: 'standard__recordPage',
                attributes: { recordId, objectApiName: 'ConVox_Call__c', actionName: 'view' }
            });
        }
    }
}
