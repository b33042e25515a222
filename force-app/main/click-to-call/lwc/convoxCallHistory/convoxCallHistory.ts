import { LightningElement, api, wire } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import CALL_CHANGED from '@salesforce/messageChannel/ConVoxCallChanged__c';
import userId from '@salesforce/user/Id';
import { readAgents } from 'c/convoxAgentSetup';
import { DIALER_QUERY, isDialer } from 'c/convoxDialing';
import type { DialRest } from 'c/convoxDialing';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import type { LinkedRecord } from 'c/convoxRecordLink';
import { graphql } from 'lightning/graphql';
import type { GraphqlDocument, GraphqlResult } from 'lightning/graphql';
import { APPLICATION_SCOPE, MessageContext, subscribe, unsubscribe } from 'lightning/messageService';
import type { MessageContextHandle, MessageSubscription } from 'lightning/messageService';
import { NavigationMixin } from 'lightning/navigation';
import { callLinesOf, concernsHistory } from './callLines.ts';
import type { CallLine } from './callLines.ts';
import { HISTORY_QUERY } from './historyQuery.ts';
import { labels } from './labels.ts';
import { pauseForCall } from './pauseForCall.ts';
import { relink } from './relink.ts';

/** The last calls of the record, to be called back and linked anew, kept fresh while calls come, are linked and are disposed. */
export default class ConvoxCallHistory extends NavigationMixin(LightningElement) {
    @api recordId?: string;

    labels = labels;
    timeZone = TIME_ZONE;
    dialerQuery = DIALER_QUERY;
    dialerVariables = { userId };
    isResting = false;
    linkingId = '';
    linkFailure?: ErrorReport;
    subscription: MessageSubscription | undefined;
    messages: MessageContextHandle | undefined;

    @wire(MessageContext)
    takeMessages(messages: MessageContextHandle | undefined): void {
        this.messages = messages;
        this.listen();
    }

    @wire(graphql, { query: '$query', variables: '$variables' })
    answer: GraphqlResult = {};

    @wire(graphql, { query: '$dialerQuery', variables: '$dialerVariables' })
    dialerAnswer: GraphqlResult = {};

    get query(): GraphqlDocument | undefined {
        return this.recordId === undefined ? undefined : HISTORY_QUERY;
    }

    get variables(): Record<string, string> {
        return { recordId: this.recordId ?? '', anyId: this.recordId ?? '' };
    }

    get lines(): CallLine[] {
        return callLinesOf(this.answer.data);
    }

    get shownLines(): (CallLine & { isCallable: boolean; isLinking: boolean })[] {
        const isAgent = readAgents(this.dialerAnswer.data).length > 0;
        return this.lines.map((line) => ({
            ...line,
            isCallable: isAgent && line.dial !== '',
            isLinking: line.id === this.linkingId
        }));
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
            this.subscription = subscribe(this.messages, CALL_CHANGED, this.hear, { scope: APPLICATION_SCOPE });
        }
    }

    handleRetry = (): unknown => this.answer.refresh?.();
    hear = (message: unknown): void => {
        pauseForCall(message, this.template?.querySelectorAll('c-convox-recording-player'));
        if (concernsHistory(message, this.lines)) {
            this.answer.refresh?.();
        }
    };

    handleRest({ detail }: CustomEvent<DialRest>): void {
        this.isResting = detail.isResting;
    }

    handleCall(event: Event): void {
        const line = this.lineAt(event);
        const [agent] = readAgents(this.dialerAnswer.data);
        const dialer: unknown = this.refs?.dialer;
        if (line && agent && isDialer(dialer)) {
            dialer.call(line, agent);
        }
    }

    /** A second press leaves the call as it is. */
    handleLinking(event: Event): void {
        const id = this.lineAt(event)?.id ?? '';
        this.linkingId = id === this.linkingId ? '' : id;
        this.linkFailure = undefined;
    }

    async handleLink({ detail }: CustomEvent<LinkedRecord>): Promise<void> {
        this.linkFailure = await relink(this.linkingId, detail, this.messages);
        if (this.linkFailure === undefined) {
            this.linkingId = '';
            this.answer.refresh?.();
        }
    }

    lineAt({ currentTarget }: Event): CallLine | undefined {
        const id = currentTarget instanceof HTMLElement ? currentTarget.dataset.id : undefined;
        return this.lines.find((line) => line.id === id);
    }

    /** A console opens the call in a tab; opening the link itself would load the whole page again. */
    handleOpen(event: MouseEvent): void {
        const recordId = this.lineAt(event)?.id;
        if (recordId !== undefined) {
            event.preventDefault();
            this[NavigationMixin.Navigate]({
                type: 'standard__recordPage',
                attributes: { recordId, objectApiName: 'ConVox_Call__c', actionName: 'view' }
            });
        }
    }
}
