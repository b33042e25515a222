import { LightningElement, api, wire } from 'lwc';
import doneLabel from '@salesforce/label/c.ConVox_Call_Done';
import userId from '@salesforce/user/Id';
import type { CallerLookup } from 'c/convoxCallerQuery';
import type { QueuedCall } from 'c/convoxCallQueue';
import { isAsking } from 'c/convoxCallState';
import type { CallEvent, CallState } from 'c/convoxCallState';
import type { ReportedStatus } from 'c/convoxCallStatus';
import { readError } from 'c/convoxErrors';
import { browserEdges } from 'c/convoxSession';
import { MessageContext } from 'lightning/messageService';
import type { MessageContextHandle } from 'lightning/messageService';
import { askAgain } from './askAgain.ts';
import { publishChange } from './callChanges.ts';
import type { Kept } from './callListener.ts';
import { CallModel } from './callModel.ts';
import { viewOf } from './callView.ts';
import type { CallView } from './callView.ts';

/**
 * One call from its screen pop to its status.
 * @fires tell with a CallState, at every change
 * @fires open with { customer }, when a record shall open
 * @fires create with { object, call }, when a record shall be made for the caller
 * @fires copy with { call }, when the number shall be copied
 * @fires remember with { call } and what must survive a reload: closeAttempts, isUncertain, draft and draftAt
 * @fires done with the CallState, when the call may leave the screen
 */
export default class ConvoxCall extends LightningElement {
    @api arrival?: QueuedCall;
    /** The newest call: only its end may be sent a second time. */
    @api isNewest = false;
    /** Much depends on whether ConVox has reported the call. */
    @api isWatched = false;

    labels = { done: doneLabel };
    userId = userId;
    wasDoubted?: boolean;
    state?: CallState;
    model?: CallModel;
    retry = (): void => this.model?.row.retry();

    @wire(MessageContext)
    context?: MessageContextHandle;

    override connectedCallback(): void {
        this.model =
            this.arrival &&
            new CallModel(this.arrival, browserEdges().clock, {
                read: () => askAgain(this.refs?.lookup),
                tell: (state) => {
                    this.state = state;
                    this.dispatchEvent(new CustomEvent('tell', { detail: state }));
                },
                publish: (change) => publishChange(this.context, this.state, change),
                remember: (detail) => this.handlePassOn({ type: 'remember', detail }),
                leave: () => this.dispatchEvent(new CustomEvent('done', { detail: this.state }))
            });
        this.state = this.model?.state;
        window.addEventListener('online', this.retry);
    }

    /** A call that is not doubted any more shows its record, like one that arrives. */
    override renderedCallback(): void {
        const isDoubted = this.arrival?.isDoubted;
        if (this.wasDoubted && !isDoubted) {
            this.openRecord();
        }
        this.wasDoubted = isDoubted;
    }

    override disconnectedCallback(): void {
        window.removeEventListener('online', this.retry);
    }

    get view(): CallView | undefined {
        return this.state && viewOf(this.state, this.isWatched);
    }

    openRecord(): void {
        const { caller, owner } = this.state ?? {};
        if (caller?.kind === 'known' && owner?.kind === 'mine') {
            this.dispatchEvent(new CustomEvent('open', { detail: { customer: caller.match.customer } }));
        }
    }

    handleFound({ detail }: CustomEvent<CallerLookup>): void {
        if (this.state && isAsking(this.state)) {
            this.model?.lookedUp(detail);
            if (!this.arrival?.isRestored && !this.arrival?.isDoubted) {
                this.openRecord();
            }
        }
    }

    handleSlow(): void {
        this.model?.apply({ type: 'waitedLong' });
    }

    handleLookupFailed({ detail }: CustomEvent<unknown>): void {
        this.model?.apply({ type: 'failed', operation: 'lookUp', report: readError(detail) });
    }

    handleRetry(event: Event): void {
        if (event.currentTarget instanceof HTMLElement && event.currentTarget.dataset.operation === 'lookUp') {
            this.handleAgain();
        } else {
            this.model?.row.flush();
        }
    }

    handleAgain(): void {
        this.model?.apply({ type: 'lookingAgain' });
        askAgain(this.refs?.lookup);
    }

    handleAnother(): void {
        this.model?.apply({ type: 'choosing' });
    }

    handleChoose({ detail }: CustomEvent<{ customerId: string }>): void {
        this.model?.choose(detail.customerId);
        this.openRecord();
    }

    /** Whoever owns the page only needs to know which call it was. */
    handlePassOn({ type, detail }: { readonly type: string; readonly detail: object }): void {
        this.dispatchEvent(new CustomEvent(type, { detail: { ...detail, call: this.state } }));
    }

    handleRemember({ detail }: CustomEvent<Partial<Kept>>): void {
        this.model?.enter(detail);
    }

    handleLeave(): void {
        this.model?.row.flush();
    }

    handleEnding({ detail }: CustomEvent<CallEvent>): void {
        this.model?.apply(detail);
    }

    handleStatus({ detail }: CustomEvent<ReportedStatus>): void {
        this.model?.apply({ type: 'reported', ...detail, at: Date.now() });
    }

    handleDone(): void {
        this.model?.leave();
    }
}
