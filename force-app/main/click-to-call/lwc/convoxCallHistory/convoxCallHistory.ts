import { LightningElement, api, wire } from 'lwc';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import CALL_CHANGED from '@salesforce/messageChannel/ConVoxCallChanged__c';
import userId from '@salesforce/user/Id';
import { readAgents } from 'c/convoxAgentSetup';
import { DIALER_QUERY, isDialer } from 'c/convoxDialing';
import type { DialRest } from 'c/convoxDialing';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import { countOf } from 'c/convoxGraphqlRows';
import type { LinkedRecord } from 'c/convoxRecordLink';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import { APPLICATION_SCOPE, MessageContext, subscribe, unsubscribe } from 'lightning/messageService';
import type { MessageContextHandle, MessageSubscription } from 'lightning/messageService';
import { NavigationMixin } from 'lightning/navigation';
import { callLinesOf, concernsHistory, shownLinesOf } from './callLines.ts';
import type { CallLine, ShownLine } from './callLines.ts';
import { historyRequest } from './historyQuery.ts';
import type { HistoryRequest } from './historyQuery.ts';
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
    first = 10;
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

    @wire(graphql, { query: '$request.query', variables: '$request.variables' })
    answer: GraphqlResult = {};

    @wire(graphql, { query: '$dialerQuery', variables: '$dialerVariables' })
    dialerAnswer: GraphqlResult = {};

    get request(): HistoryRequest | undefined {
        return historyRequest(this.recordId, this.first);
    }

    get lines(): CallLine[] {
        return callLinesOf(this.answer.data);
    }

    get shownLines(): ShownLine[] {
        return shownLinesOf(this.lines, readAgents(this.dialerAnswer.data).length > 0, this.linkingId);
    }

    get hasMore(): boolean {
        return countOf(this.answer.data, 'ConVox_Call__c') > this.lines.length;
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
    /** The cursor stands before those that come: the button may go. */
    handleMore = (): void => {
        this.template?.querySelector<HTMLElement>('li:last-child a')?.focus();
        this.first += 10;
    };
    handleRest = ({ detail }: CustomEvent<DialRest>): unknown => (this.isResting = detail.isResting);
    hear = (message: unknown): void => {
        pauseForCall(message, this.template?.querySelectorAll('c-convox-recording-player'));
        if (concernsHistory(message, this.lines)) {
            this.answer.refresh?.();
        }
    };

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
