import { LightningElement, api, wire } from 'lwc';
import doneLabel from '@salesforce/label/c.ConVox_Call_Done';
import userId from '@salesforce/user/Id';
import type { CallerLookup } from 'c/convoxCallerQuery';
import type { QueuedCall } from 'c/convoxCallQueue';
import { linkCall, saveArrival } from 'c/convoxCallSaver';
import { arrivedCall, nextCall, phaseOf } from 'c/convoxCallState';
import type { CallEvent, CallState, Operation } from 'c/convoxCallState';
import type { ReportedStatus } from 'c/convoxCallStatus';
import { readError } from 'c/convoxErrors';
import { MessageContext } from 'lightning/messageService';
import type { MessageContextHandle } from 'lightning/messageService';
import { askAgain } from './askAgain.ts';
import { publishChange } from './callChanges.ts';
import type { CallChange } from './callChanges.ts';
import { viewOf } from './callView.ts';
import type { CallView } from './callView.ts';

/**
 * One call from its screen pop to its status.
 * @fires tell with a CallState, at every change
 * @fires open with { customer }, when a record shall open
 * @fires create with { object, call }, when a record shall be made for the caller
 * @fires copy with { call }, when the number shall be copied
 * @fires remember with what must survive a reload: { closeAttempts }, { isUncertain } or { draft }
 * @fires done with the CallState, when the agent wants the call off the screen
 */
export default class ConvoxCall extends LightningElement {
    @api arrival?: QueuedCall;
    /** The newest call: only its end may be sent a second time. */
    @api isNewest = false;

    labels = { done: doneLabel };
    userId = userId;
    state?: CallState;

    @wire(MessageContext)
    context?: MessageContextHandle;

    override connectedCallback(): void {
        this.state = this.arrival && arrivedCall(this.arrival.pop, this.arrival.poppedAt, this.arrival.isUncertain);
    }

    get view(): CallView | undefined {
        return this.state && viewOf(this.state);
    }

    apply(event: CallEvent): void {
        this.state = this.state && nextCall(this.state, event);
        this.dispatchEvent(new CustomEvent('tell', { detail: this.state }));
    }

    /** A failure is shown and never stops the call. */
    async attempt(operation: Operation, action: (state: CallState) => Promise<CallChange | undefined>): Promise<void> {
        try {
            const change = await (this.state && action(this.state));
            publishChange(this.context, this.state, change);
        } catch (error) {
            this.apply({ type: 'failed', operation, report: readError(error) });
        }
    }

    save(): Promise<void> {
        return this.attempt('save', async (state) => {
            if (state.owner.kind !== 'mine') {
                return undefined;
            }
            const callId = await saveArrival(state, () => askAgain(this.refs?.lookup), Date.now());
            this.apply({ type: 'saved', callId });
            return 'saved';
        });
    }

    link(): Promise<void> {
        return this.attempt('link', async ({ callId, caller }) => {
            await (caller.kind === 'known' && linkCall(callId, caller.match));
            return 'linked';
        });
    }

    openRecord(): void {
        const caller = this.state?.caller;
        if (caller?.kind === 'known') {
            this.dispatchEvent(new CustomEvent('open', { detail: { customer: caller.match.customer } }));
        }
    }

    handleFound({ detail }: CustomEvent<CallerLookup>): void {
        if (this.state?.caller.kind !== 'lookingUp') {
            return;
        }
        this.apply({ type: 'lookedUp', lookup: detail });
        if (!this.arrival?.isRestored && this.state.owner.kind === 'mine') {
            this.openRecord();
        }
        this.save();
    }

    handleLookupFailed({ detail }: CustomEvent<unknown>): void {
        this.apply({ type: 'failed', operation: 'lookUp', report: readError(detail) });
    }

    handleRetry(): void {
        const operation = this.state?.trouble?.operation;
        if (operation === 'lookUp') {
            this.handleAgain();
        } else {
            this.apply({ type: 'retried' });
            (operation === 'link' ? this.link : this.save).call(this);
        }
    }

    handleAgain(): void {
        this.apply({ type: 'lookingAgain' });
        askAgain(this.refs?.lookup);
    }

    handleAnother(): void {
        this.apply({ type: 'choosing' });
    }

    handleChoose({ detail }: CustomEvent<{ customerId: string }>): void {
        this.apply({ type: 'chosen', customerId: detail.customerId });
        this.openRecord();
        this.link();
    }

    /** Create, copy and remember are for whoever owns the page; they only need to know which call it was. */
    handlePassOn(event: CustomEvent<object>): void {
        const detail = { ...event.detail, call: this.state };
        this.dispatchEvent(new CustomEvent(event.type, { detail }));
    }

    handleEnding({ detail }: CustomEvent<CallEvent>): void {
        const before = this.state && phaseOf(this.state);
        this.apply(detail);
        if (before !== 'disposed' && this.state && phaseOf(this.state) === 'disposed') {
            publishChange(this.context, this.state, 'disposed');
        }
    }

    handleStatus({ detail }: CustomEvent<ReportedStatus>): void {
        this.apply({ type: 'reported', ...detail, at: Date.now() });
        publishChange(this.context, this.state, 'statusReceived');
    }

    handleDone(): void {
        this.dispatchEvent(new CustomEvent('done', { detail: this.state }));
    }
}
