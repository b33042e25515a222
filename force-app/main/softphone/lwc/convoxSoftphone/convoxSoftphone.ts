import { LightningElement, wire } from 'lwc';
import userId from '@salesforce/user/Id';
import {
    addCall,
    changeCall,
    EMPTY_QUEUE,
    fromJournal,
    removeCall,
    selectCall,
    toJournal,
    withOpenCalls
} from 'c/convoxCallQueue';
import type { CallQueue, QueuedCall } from 'c/convoxCallQueue';
import type { OpenCall } from 'c/convoxCallerQuery';
import type { CallState, Match } from 'c/convoxCallState';
import type { CallChoice } from 'c/convoxCallSwitcher';
import { announcementText, numberText } from 'c/convoxCallWords';
import { decodeScreenPop } from 'c/convoxContract';
import { newRecordPage, recordPage } from 'c/convoxRecordPages';
import type { NewRecord } from 'c/convoxRecordPages';
import { browserEdges, readJournal, standForLeader, writeJournal } from 'c/convoxSession';
import type { HandedPop, Leadership } from 'c/convoxSession';
import { NavigationMixin } from 'lightning/navigation';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';
import { IsConsoleNavigation } from 'lightning/platformWorkspaceApi';
import { afterChange, choicesOf, rowsOf } from './callRows.ts';
import type { CallRow } from './callRows.ts';
import { copyText } from './copyText.ts';
import { labels } from './labels.ts';
import { openRecord } from './openRecord.ts';
import { outcomeOf } from './popAnswer.ts';
import { labelUtility, showUtility } from './utility.ts';

/** Takes the agent's calls, one tab of the browser at a time, and shows the one the agent turned to. */
export default class ConvoxSoftphone extends NavigationMixin(LightningElement) {
    queue: CallQueue = EMPTY_QUEUE;
    states: Readonly<Record<string, CallState>> = {};
    isLeading = false;
    leadership?: Leadership;
    /** Pops that wait for an answer, by call reference. */
    waiting = new Map<string, string>();

    @wire(EnclosingUtilityId)
    utilityId?: string | null;

    @wire(IsConsoleNavigation)
    isConsole?: boolean;

    override connectedCallback(): void {
        this.leadership = standForLeader(browserEdges(), {
            lead: () => this.lead(),
            take: (pop) => this.takePop(pop)
        });
    }

    override disconnectedCallback(): void {
        this.leadership?.resign();
    }

    /** Calls that another tab took before, or this one before its reload, come back. */
    lead(): void {
        this.isLeading = true;
        this.keep(fromJournal(readJournal(browserEdges().store, userId, Date.now())));
    }

    takePop({ popId, parameters, poppedAt }: HandedPop): void {
        const pop = decodeScreenPop(parameters);
        if (!pop.ok) {
            this.leadership?.report(popId, 'failed');
            return;
        }
        const reference = pop.value.callReference;
        this.waiting.set(reference, popId);
        this.keep(addCall(this.queue, pop.value, poppedAt));
        this.answerPop(this.states[reference]);
        showUtility(this.utilityId);
    }

    handleOpenCalls({ detail }: CustomEvent<readonly OpenCall[]>): void {
        this.keep(withOpenCalls(this.queue, detail));
    }

    keep(queue: CallQueue): void {
        if (!this.queue.current && queue.current) {
            showUtility(this.utilityId);
        }
        this.queue = queue;
        writeJournal(browserEdges().store, userId, toJournal(queue));
        labelUtility(this.utilityId, this.choices[0]?.title);
    }

    answerPop(state: CallState | undefined): void {
        const answer = state && outcomeOf(state);
        const popId = state && this.waiting.get(state.pop.callReference);
        if (answer && popId) {
            this.waiting.delete(state.pop.callReference);
            this.leadership?.report(popId, answer.outcome, answer.agentCode);
        }
    }

    get rows(): CallRow[] {
        return rowsOf(this.queue);
    }

    get choices(): CallChoice[] {
        return choicesOf(this.queue, this.states);
    }

    get idleText(): string {
        const text = this.isLeading ? labels.ready : labels.elsewhere;
        return this.queue.calls.length === 0 ? text : '';
    }

    get announcement(): string {
        const state = this.states[this.queue.current];
        return state ? announcementText(state) : '';
    }

    handleTell({ detail: state }: CustomEvent<CallState>): void {
        this.states = { ...this.states, [state.pop.callReference]: state };
        this.answerPop(state);
        this.keep(afterChange(this.queue, state));
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
