import { LightningElement, api, wire } from 'lwc';
import CALL_CHANGED from '@salesforce/messageChannel/ConVoxCallChanged__c';
import { readAgents } from 'c/convoxAgentSetup';
import type { AgentSetup } from 'c/convoxAgentSetup';
import { customerFields, dialGuard, isDialer } from 'c/convoxDialing';
import type { DialRest } from 'c/convoxDialing';
import { readError } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import type { IdleLine } from 'c/convoxIdleList';
import { browserEdges } from 'c/convoxSession';
import { say } from 'c/convoxSpeech';
import { fillIn } from 'c/convoxText';
import { graphql } from 'lightning/graphql';
import type { GraphqlResult } from 'lightning/graphql';
import { APPLICATION_SCOPE, MessageContext, subscribe, unsubscribe } from 'lightning/messageService';
import type { MessageContextHandle, MessageSubscription } from 'lightning/messageService';
import { NavigationMixin } from 'lightning/navigation';
import { EnclosingUtilityId, open } from 'lightning/platformUtilityBarApi';
import { keepCodesOfAgent } from './codesOfAgent.ts';
import { dueCount, readIdleLists } from './idleLists.ts';
import type { IdleLists } from './idleLists.ts';
import { idleRequest } from './idleQuery.ts';
import type { IdleRequest } from './idleQuery.ts';
import { labels } from './labels.ts';
import { listPageOf, pageOf } from './pages.ts';
import { Refresher } from './refresher.ts';
import { sectionsOf } from './sections.ts';
import type { IdleSection } from './sections.ts';

/**
 * The phone between calls: promises that are due, missed calls to return, the agent's last calls.
 * @fires due with how many promises should have been kept by now, in words, when that changes; '' for none
 */
export default class ConvoxIdlePanel extends NavigationMixin(LightningElement) {
    @api userId = '';

    labels = labels;
    request?: IdleRequest;
    answer: GraphqlResult = {};
    /** The last ones that were answered: a failure does not take them away. */
    lists?: IdleLists;
    agent?: AgentSetup;
    failure?: ErrorReport;
    isResting = false;
    callingText = '';
    toldDue?: number;
    subscription?: MessageSubscription;
    refresher = new Refresher({
        after: browserEdges().clock.after,
        now: Date.now,
        isSeen: () => document.visibilityState === 'visible',
        ask: () => this.ask()
    });
    see = (): void => this.refresher.see();
    handleGo = ({ type, detail }: CustomEvent<IdleLine>): void => this[NavigationMixin.Navigate](pageOf(type, detail));
    /** Its button goes at the press, so that the cursor does not go later. */
    handleRetry = (): void => {
        this.failure = undefined;
        this.ask();
    };

    @wire(EnclosingUtilityId)
    utilityId?: string | null;

    @wire(MessageContext)
    listen(messages: MessageContextHandle | undefined): void {
        if (messages !== undefined && this.subscription === undefined) {
            const hear = (): void => this.refresher.hear();
            this.subscription = subscribe(messages, CALL_CHANGED, hear, { scope: APPLICATION_SCOPE });
        }
    }

    @wire(graphql, { query: '$request.query', variables: '$request.variables' })
    takeAnswer(result: GraphqlResult): void {
        this.answer = result;
        const { data, errors = [] } = result;
        this.failure = errors.length > 0 ? readError(errors) : undefined;
        if (data && !this.failure) {
            this.lists = readIdleLists(data, Date.now());
            [this.agent] = readAgents(data);
            keepCodesOfAgent(data);
            this.tellDue();
        }
    }

    override connectedCallback(): void {
        document.addEventListener('visibilitychange', this.see);
        this.refresher.hear();
    }

    override disconnectedCallback(): void {
        document.removeEventListener('visibilitychange', this.see);
        this.refresher.stop();
        // It goes when a call comes.
        dialGuard.hush();
        if (this.subscription !== undefined) {
            unsubscribe(this.subscription);
        }
    }

    /** An answer can be refreshed; a question that failed has to be another one. */
    ask(): void {
        this.tellDue();
        if (this.answer.data && this.answer.refresh) {
            this.answer.refresh().catch((error: unknown) => (this.failure = readError(error)));
        } else {
            this.request = idleRequest(this.userId, Date.now());
        }
    }

    tellDue(): void {
        const count = this.lists ? dueCount(this.lists, Date.now()) : 0;
        if (count !== this.toldDue) {
            this.toldDue = count;
            this.dispatchEvent(new CustomEvent('due', { detail: count ? fillIn(labels.due, count) : '' }));
        }
    }

    get sections(): IdleSection[] {
        return this.lists ? sectionsOf(this.lists) : [];
    }

    get canCall(): boolean {
        return this.agent !== undefined;
    }

    handleRest({ detail: { isResting, calledElsewhere } }: CustomEvent<DialRest>): void {
        this.isResting = isResting;
        this.callingText = calledElsewhere && fillIn(labels.calling, calledElsewhere);
        // A blank takes what was said out of the region that reads it.
        say(this, this.callingText || ' ');
        if (calledElsewhere && this.utilityId) {
            open(this.utilityId, { autoFocus: false }).catch(() => undefined);
        }
    }

    handleCall({ detail: { dial, number, title, customer } }: CustomEvent<IdleLine>): void {
        const dialer: unknown = this.refs?.dialer;
        if (this.agent && isDialer(dialer)) {
            const whom = (customer && customerFields(customer.object, customer.id)) ?? {};
            dialer.call({ dial, text: number || title, customer: whom }, this.agent);
        }
    }

    handleAll({ currentTarget }: Event): void {
        const section = currentTarget instanceof HTMLElement ? currentTarget.dataset.id : undefined;
        this[NavigationMixin.Navigate](listPageOf(section));
    }
}
