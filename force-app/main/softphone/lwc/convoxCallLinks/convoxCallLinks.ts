import { LightningElement, api, wire } from 'lwc';
import TAB_FOCUSED from '@salesforce/messageChannel/lightning__tabFocused';
import userId from '@salesforce/user/Id';
import type { CallState } from 'c/convoxCallState';
import { numberText } from 'c/convoxCallWords';
import { focusOn } from 'c/convoxCursor';
import type { LinkedRecord } from 'c/convoxRecordLink';
import { say } from 'c/convoxSpeech';
import { APPLICATION_SCOPE, MessageContext, subscribe, unsubscribe } from 'lightning/messageService';
import type { MessageContextHandle, MessageSubscription } from 'lightning/messageService';
import { NavigationMixin } from 'lightning/navigation';
import { getFocusedTabInfo } from 'lightning/platformWorkspaceApi';
import { getRecord } from 'lightning/uiRecordApi';
import type { RecordResult } from 'lightning/uiRecordApi';
import { copyText } from './copyText.ts';
import { labels } from './labels.ts';
import { fieldsOf, isMadeFor, recordIn } from './madeRecord.ts';
import { newRecordPage } from './newRecordPage.ts';
import type { NewRecord } from './newRecordPage.ts';

/**
 * Makes records for a call and copies its number, links the call to the contact or lead that was made for it, offers a case
 * that was made meanwhile, and lets the agent link any record.
 * @fires link with a LinkedRecord
 */
export default class ConvoxCallLinks extends NavigationMixin(LightningElement) {
    @api call?: CallState;

    labels = labels;
    /** What the agent began to make for this call. */
    making?: NewRecord | undefined;
    /** The agent looks for a record. */
    isLinking = false;
    /** What the console shows and may have been made for the call. */
    front?: LinkedRecord;
    /** A case that was. */
    offered?: LinkedRecord;
    linkedText = '';
    subscription?: MessageSubscription;

    /** The console tells its utilities of every tab that the user turns to. */
    @wire(MessageContext)
    takeMessages(context: MessageContextHandle | undefined): void {
        if (context && !this.subscription) {
            this.subscription = subscribe(context, TAB_FOCUSED, () => this.look(), { scope: APPLICATION_SCOPE });
        }
    }

    @wire(getRecord, { recordId: '$front.id', fields: '$fields' })
    takeRecord({ data }: RecordResult): void {
        const isShown = data !== undefined && data.id === this.front?.id;
        const made = isShown && this.call && isMadeFor(this.call, data, userId) ? this.front : undefined;
        this.offered = undefined;
        if (made?.object === 'Case') {
            this.offered = made;
        } else if (made) {
            this.take(made);
        }
    }

    override disconnectedCallback(): void {
        if (this.subscription) {
            unsubscribe(this.subscription);
        }
    }

    /** Outside a console there are no tabs to look at: the agent links by hand. */
    async look(): Promise<void> {
        const tab = await getFocusedTabInfo().catch(() => undefined);
        const front = recordIn(tab?.recordId);
        const isWanted = front?.object === 'Case' || front?.object === this.making;
        this.front = isWanted && this.call?.owner.kind === 'mine' ? front : undefined;
    }

    get fields(): string[] | undefined {
        return this.front && fieldsOf(this.front);
    }

    get number(): string {
        return this.call ? numberText(this.call) : '';
    }

    take(detail: LinkedRecord): void {
        this.making = undefined;
        this.isLinking = false;
        this.front = undefined;
        this.offered = undefined;
        this.linkedText = detail.object === 'Case' ? labels.caseLinked : '';
        say(this, this.linkedText);
        this.stay();
        this.dispatchEvent(new CustomEvent('link', { detail }));
    }

    /** What the agent stood on goes away with the press: the cursor goes to the menu, where the link can be changed. */
    stay(): void {
        if (this.template?.activeElement) {
            focusOn(this.refs, 'create');
        }
    }

    /** Where none is to be made, one is to be found. */
    handleCreate({ detail: { value } }: CustomEvent<{ value: NewRecord | '' }>): void {
        if (!value) {
            this.isLinking = !this.isLinking;
        } else if (this.call) {
            this.making = value;
            this[NavigationMixin.Navigate](newRecordPage(value, this.call));
        }
    }

    async handleCopy(): Promise<void> {
        this.dispatchEvent(await copyText(this.number));
    }

    handleOffer(): void {
        if (this.offered) {
            this.take(this.offered);
        }
    }

    handleLink({ detail }: CustomEvent<LinkedRecord>): void {
        this.take(detail);
    }
}
