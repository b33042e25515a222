import { LightningElement, api, wire } from 'lwc';
import extrasFailed from '@salesforce/label/c.ConVox_Call_Extras_Failed';
import userId from '@salesforce/user/Id';
import type { CallerLookup } from 'c/convoxCallerQuery';
import { isAsking } from 'c/convoxCallState';
import type { CallEvent, CallState } from 'c/convoxCallState';
import type { ReportedStatus } from 'c/convoxCallStatus';
import { focusOn } from 'c/convoxCursor';
import { readError } from 'c/convoxErrors';
import type { PartLoader } from 'c/convoxLatePart';
import type { LinkedRecord } from 'c/convoxRecordLink';
import { browserEdges } from 'c/convoxSession';
import { MessageContext } from 'lightning/messageService';
import type { MessageContextHandle } from 'lightning/messageService';
import { askAgain } from './askAgain.ts';
import { publishChange } from './callChanges.ts';
import { viewOf } from './callView.ts';
import type { CallView } from './callView.ts';
import { RowKeeper } from './rowKeeper.ts';

/**
 * One call from its screen pop to its status: asks who calls and keeps the call's row. What happens to the call it tells the
 * owner of the call, who gives it back as it stands then.
 * @fires callevent with a CallEvent
 * @fires open, when the record that it is about shall open
 * @fires done, when the call may leave the screen
 */
export default class ConvoxCall extends LightningElement {
    /** The newest call: only its end may be sent a second time. */
    @api isNewest = false;
    /** Much depends on whether ConVox has reported the call. */
    @api isWatched = false;

    labels = { extrasFailed };
    userId = userId;
    state?: CallState;
    keeper?: RowKeeper;
    /** The agent wanted to leave the call while what was entered is not on its row. */
    isLosing = false;
    /** The agent can enter how the call ended: what is there beside may come. */
    isUsable = false;
    extras: unknown;
    loadExtras: PartLoader = () => import('c/convoxCallExtras');
    retry = (): void => this.keeper?.row.retry();
    handleSlow = (): unknown => this.keeper?.apply({ type: 'waitedLong' });
    handleLeave = (): unknown => this.keeper?.row.flush();
    handleEnding = ({ detail }: CustomEvent<CallEvent>): unknown => this.keeper?.apply(detail);
    handleOpen = (): unknown => this.dispatchEvent(new CustomEvent('open'));
    handleLink = ({ detail }: CustomEvent<LinkedRecord>): unknown => this.keeper?.link(detail);
    handleLookAgain = (): unknown => this.keeper?.lookAgain();
    bringUp = (): void => undefined;

    @wire(MessageContext)
    context?: MessageContextHandle;

    @api
    get call(): CallState | undefined {
        return this.state;
    }
    set call(call: CallState | undefined) {
        this.state = call;
        if (this.keeper && call) {
            this.keeper.call = call;
        }
    }

    override connectedCallback(): void {
        this.keeper =
            this.state &&
            new RowKeeper(this.state, {
                clock: browserEdges().clock,
                tell: (detail, call) => {
                    this.state = call;
                    this.isLosing &&= detail.type !== 'saved';
                    this.dispatchEvent(new CustomEvent('callevent', { detail }));
                },
                read: () => askAgain(this.refs?.lookup),
                publish: (change) => publishChange(this.context, this.state, change),
                leave: () => this.dispatchEvent(new CustomEvent('done'))
            });
        window.addEventListener('online', this.retry);
    }

    override disconnectedCallback(): void {
        window.removeEventListener('online', this.retry);
    }

    get view(): CallView | undefined {
        return this.state && viewOf(this.state, this.isWatched, this.isLosing);
    }

    /** Puts the cursor where the call is left. */
    @api
    focus(): void {
        focusOn(this.refs, 'done');
    }

    handleForm({ detail }: CustomEvent<{ bringUp: () => void }>): void {
        this.isUsable = true;
        this.bringUp = detail.bringUp;
    }

    /** What comes above the form would push the field with the cursor below the edge of a small panel. */
    async handleExtras({ detail }: CustomEvent<unknown>): Promise<void> {
        this.extras = detail;
        await Promise.resolve();
        this.bringUp();
    }

    handleFound({ detail }: CustomEvent<CallerLookup>): void {
        if (this.state && isAsking(this.state)) {
            this.keeper?.lookedUp(detail);
        }
    }

    handleLookupFailed({ detail }: CustomEvent<unknown>): void {
        this.keeper?.apply({ type: 'failed', operation: 'lookUp', report: readError(detail) });
    }

    handleRetry(event: Event): void {
        if (event.currentTarget instanceof HTMLElement && event.currentTarget.dataset.operation === 'lookUp') {
            this.handleLookAgain();
        } else {
            this.keeper?.row.flush();
        }
    }

    /** What is said above the button would push it below the edge of a small panel. */
    async handleDone(): Promise<void> {
        this.isLosing = (await this.keeper?.leave(this.isLosing)) === false;
        await Promise.resolve();
        this.refs?.done?.scrollIntoView?.({ block: 'nearest' });
    }

    /** The choice is on the page a moment later. */
    async handleChooseAnother(): Promise<void> {
        this.keeper?.apply({ type: 'choosing' });
        await Promise.resolve();
        focusOn(this.refs, 'actions');
    }

    handleChoose({ detail }: CustomEvent<{ customerId: string }>): void {
        this.keeper?.choose(detail.customerId);
    }

    handleStatus({ detail }: CustomEvent<ReportedStatus>): void {
        this.keeper?.apply({ type: 'reported', ...detail, at: Date.now() });
    }
}
