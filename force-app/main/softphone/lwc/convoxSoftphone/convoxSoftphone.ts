import { LightningElement, api, wire } from 'lwc';
import userId from '@salesforce/user/Id';
import type { CallerLookup } from 'c/convoxCallerQuery';
import { addCall, callOf, nextCall, NO_CALLS, removeCall, showCall, withCall, withOpenCalls } from 'c/convoxCallState';
import type { CallEvent, CallList } from 'c/convoxCallState';
import type { PartLoader } from 'c/convoxLatePart';
import type { PhoneSignal } from 'c/convoxPhoneExtras';
import type { HandedPop } from 'c/convoxSession';
import { NavigationMixin } from 'lightning/navigation';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';
import { IsConsoleNavigation } from 'lightning/platformWorkspaceApi';
import { callAt, hear, isEnding, keepCalls, keptCalls, NOTHING_SAID, viewOf } from './callRows.ts';
import type { PhoneView } from './callRows.ts';
import { labels } from './labels.ts';
import type { FormOffer } from './phonePage.ts';
import { PhonePanel } from './phonePanel.ts';
import { PopAnswers } from './popAnswers.ts';
import { RecordOpener } from './recordOpener.ts';

/** Takes the agent's calls, one tab of the browser at a time, and shows the one the agent turned to. */
export default class ConvoxSoftphone extends NavigationMixin(LightningElement) {
    /** This page was opened for a call, which comes in a moment. */
    @api expectsCall = false;
    list: CallList = NO_CALLS;
    isLeading = false;
    userId = userId;
    /** The first answer tells which calls are open; later ones tell of calls that this page has left since. */
    isFilled = false;
    labels = labels;
    /** There is nothing that a call waits for: what the phone does beside may come. */
    isUsable = false;
    extras: unknown;
    said = NOTHING_SAID;
    signal?: PhoneSignal;
    loadExtras: PartLoader = () => import('c/convoxPhoneExtras');
    pops = new PopAnswers((signal) => (this.signal = signal));
    panel = new PhonePanel({
        utilityId: () => this.utilityId,
        isInside: () => !!this.template?.activeElement,
        enterCall: () => this.template?.querySelector<HTMLElement>('c-convox-call.slds-show')?.focus(),
        show: (reference) => this.keep(showCall(this.list, reference))
    });
    records = new RecordOpener({
        isConsole: () => this.isConsole,
        navigate: (page) => this[NavigationMixin.Navigate](page)
    });
    isWaiting = (): boolean => isEnding(this.list);
    handleExtras = ({ detail }: CustomEvent<unknown>): unknown => (this.extras = detail);
    handleOpen = (event: Event): void => this.records.open(callAt(this.list, event));
    handleSay = (event: CustomEvent<string>): unknown => (this.said = hear(event, this.said, this.list));
    handleDue = ({ detail }: CustomEvent<string>): void => this.panel.sayDue(detail);

    @wire(EnclosingUtilityId)
    utilityId?: string | null;

    @wire(IsConsoleNavigation)
    isConsole?: boolean;

    override connectedCallback(): void {
        this.panel.agent.listen();
        const idle = '[data-id="idle"]';
        this.panel.takeForm({ reference: '', focus: () => this.template?.querySelector<HTMLElement>(idle)?.focus() });
        this.pops.stand(this);
    }

    override disconnectedCallback(): void {
        this.pops.resign();
        this.panel.agent.stop();
    }

    /** Calls that another tab took before, or this one before its reload, come back. */
    lead(): void {
        this.isLeading = true;
        this.keep(keptCalls(userId));
    }

    take(handed: HandedPop): void {
        const pop = this.pops.read(handed);
        if (pop) {
            this.keep(addCall(this.list, pop, handed.poppedAt));
            this.pops.answer(callOf(this.list, pop.callReference));
            this.panel.show();
        }
    }

    /** The calls at hand are in the journal, where the next leader finds them. */
    yield(): void {
        this.panel.closeTab(this.isWaiting());
        this.isLeading = false;
        this.pops.leave();
        this.keep(NO_CALLS);
    }

    handleFound({ detail: { openCalls } }: { readonly detail: CallerLookup }): void {
        if (openCalls && this.isLeading && !this.isFilled) {
            this.isFilled = true;
            this.keep(withOpenCalls(this.list, openCalls));
        }
    }

    /** There is no call, and none is about to come. */
    get isIdle(): boolean {
        return this.isLeading && !this.list.current && !this.expectsCall;
    }

    /** Nobody has asked anything yet. */
    get isAlone(): boolean {
        return this.isIdle && !this.isFilled;
    }

    keep(wanted: CallList): void {
        const list = this.panel.hold(wanted);
        this.records.follow(this.list, list, this.panel.agent.isWritingElsewhere);
        this.list = list;
        if (this.isLeading) {
            keepCalls(userId, list);
        }
        this.panel.follow(list);
        this.isUsable ||= this.isIdle;
    }

    get view(): PhoneView {
        return viewOf(this.list, this.isLeading, this.said);
    }

    /** The only place where a call changes. */
    handleCallEvent(event: CustomEvent<CallEvent>): void {
        const before = callAt(this.list, event);
        if (before) {
            const call = nextCall(before, event.detail);
            this.pops.answer(call);
            this.handleFound({ detail: call.lookup });
            this.keep(withCall(this.list, call));
        }
    }

    handleForm({ detail }: CustomEvent<FormOffer>): void {
        this.isUsable = true;
        this.panel.takeForm(detail);
    }

    handleSwitch({ detail }: CustomEvent<{ reference: string }>): void {
        this.panel.agent.rest();
        this.keep(showCall(this.list, detail.reference));
    }

    handleDone(event: Event): void {
        this.keep(removeCall(this.list, callAt(this.list, event)?.pop.callReference));
    }
}
