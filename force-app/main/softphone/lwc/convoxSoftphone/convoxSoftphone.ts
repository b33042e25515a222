import { LightningElement, api, wire } from 'lwc';
import userId from '@salesforce/user/Id';
import { addCall, changeCall, EMPTY_QUEUE, removeCall, selectCall, withOpenCalls } from 'c/convoxCallQueue';
import type { CallQueue, QueuedCall } from 'c/convoxCallQueue';
import type { CallerLookup } from 'c/convoxCallerQuery';
import type { CallState, Match } from 'c/convoxCallState';
import type { CallChoice } from 'c/convoxCallSwitcher';
import { numberText } from 'c/convoxCallWords';
import { decodeScreenPop } from 'c/convoxContract';
import { newRecordPage, recordPage } from 'c/convoxRecordPages';
import type { NewRecord } from 'c/convoxRecordPages';
import { browserEdges, standForLeader } from 'c/convoxSession';
import type { HandedPop, Leadership } from 'c/convoxSession';
import { NavigationMixin } from 'lightning/navigation';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';
import { IsConsoleNavigation } from 'lightning/platformWorkspaceApi';
import { afterChange, announcementOf, choicesOf, keepCalls, keptCalls, rowsOf } from './callRows.ts';
import type { CallRow } from './callRows.ts';
import { copyText } from './copyText.ts';
import { labels } from './labels.ts';
import { openRecord } from './openRecord.ts';
import { PhonePanel } from './phonePanel.ts';
import type { FormOffer } from './phonePanel.ts';
import { answerPop } from './popAnswer.ts';

/** Takes the agent's calls, one tab of the browser at a time, and shows the one the agent turned to. */
export default class ConvoxSoftphone extends NavigationMixin(LightningElement) {
    /** This page was opened for a call, which comes in a moment. */
    @api expectsCall = false;
    queue: CallQueue = EMPTY_QUEUE;
    states: Readonly<Record<string, CallState>> = {};
    isLeading = false;
    userId = userId;
    /** The first answer tells which calls are open; later ones tell of calls that this page has left since. */
    isFilled = false;
    leadership?: Leadership;
    /** Pops that wait for an answer, by call reference. */
    waiting = new Map<string, string>();
    panel = new PhonePanel(() => !!this.template?.activeElement);
    handleForm = ({ detail }: CustomEvent<FormOffer>): void => this.panel.takeForm(detail);

    @wire(EnclosingUtilityId)
    takeUtility(utilityId: string | null | undefined): void {
        this.panel.utilityId = utilityId;
    }

    @wire(IsConsoleNavigation)
    isConsole?: boolean;

    override connectedCallback(): void {
        this.panel.listen();
        this.leadership = standForLeader(browserEdges(), {
            lead: () => this.lead(),
            take: (pop) => this.takePop(pop)
        });
    }

    override disconnectedCallback(): void {
        this.leadership?.resign();
        this.panel.stop();
    }

    /** Calls that another tab took before, or this one before its reload, come back. */
    lead(): void {
        this.isLeading = true;
        this.keep(keptCalls(userId));
    }

    takePop({ popId, parameters, poppedAt }: HandedPop): void {
        const pop = decodeScreenPop(parameters);
        if (!pop.ok) {
            this.leadership?.report(popId, 'failed');
            return;
        }
        const reference = pop.value.callReference;
        this.waiting.set(reference, popId);
        this.keep(addCall(this.queue, pop.value, poppedAt, this.states));
        answerPop(this.states[reference], this.waiting, this.leadership);
        this.panel.show();
    }

    handleFound({ detail: { openCalls } }: { readonly detail: CallerLookup }): void {
        if (openCalls && !this.isFilled) {
            this.isFilled = true;
            this.keep(withOpenCalls(this.queue, openCalls));
        }
    }

    /** Nobody has asked anything yet, and no call is about to. */
    get isAlone(): boolean {
        return this.isLeading && !this.isFilled && !this.queue.current && !this.expectsCall;
    }

    keep(queue: CallQueue): void {
        this.queue = queue;
        keepCalls(userId, queue);
        this.panel.follow(queue, this.choices[0]?.title);
    }

    get rows(): CallRow[] {
        return rowsOf(this.queue);
    }

    get choices(): CallChoice[] {
        return choicesOf(this.queue, this.states);
    }

    get idleText(): string {
        return this.queue.current ? '' : labels[this.isLeading ? 'ready' : 'elsewhere'];
    }

    get announcement(): string {
        return announcementOf(this.queue, this.states);
    }

    handleTell({ detail: state }: CustomEvent<CallState>): void {
        this.states = { ...this.states, [state.pop.callReference]: state };
        answerPop(state, this.waiting, this.leadership);
        this.handleFound({ detail: state.lookup });
        this.keep(afterChange(this.queue, this.states, state));
    }

    handleSwitch({ detail }: CustomEvent<{ reference: string }>): void {
        this.keep(selectCall(this.queue, detail.reference));
    }

    handleDone({ detail: state }: CustomEvent<CallState>): void {
        this.keep(removeCall(this.queue, state.pop.callReference));
    }

    handleRemember({ detail }: CustomEvent<Partial<QueuedCall> & { call: CallState }>): void {
        const { call, ...change } = detail;
        this.keep(changeCall(this.queue, call.pop.callReference, change));
    }

    handleOpen({ detail: { customer } }: CustomEvent<{ customer: Match['customer'] }>): void {
        openRecord(customer, this.isConsole, () => this[NavigationMixin.Navigate](recordPage(customer)));
    }

    handleCreate({ detail: { object, call } }: CustomEvent<{ object: NewRecord; call: CallState }>): void {
        const customer = call.caller.kind === 'known' ? call.caller.match.customer : undefined;
        this[NavigationMixin.Navigate](newRecordPage(object, numberText(call), customer));
    }

    async handleCopy({ detail }: CustomEvent<{ call: CallState }>): Promise<void> {
        this.dispatchEvent(await copyText(numberText(detail.call)));
    }
}
