import { draftFields, hasWords, NO_DRAFT } from 'c/convoxCallerQuery';
import type { CallerLookup } from 'c/convoxCallerQuery';
import type { QueuedCall } from 'c/convoxCallQueue';
import { CallRow, choiceFields, saveArrival, updateCall } from 'c/convoxCallSaver';
import type { RowNews } from 'c/convoxCallSaver';
import { arrivedCall, nextCall, phaseOf, rowChange } from 'c/convoxCallState';
import type { CallEvent, CallState } from 'c/convoxCallState';
import type { Clock } from 'c/convoxSession';
import type { CallChange } from './callChanges.ts';

/** What must survive a reload of a call. */
export type Kept = Pick<QueuedCall, 'closeAttempts' | 'isUncertain' | 'draft' | 'draftAt'>;

export interface CallListener {
    /** The call changed. */
    tell(state: CallState): void;
    remember(change: Partial<Kept>): void;
    /** Other pages may want to know. */
    publish(change: CallChange): void;
    /** The call may leave the screen. */
    leave(): void;
}

/** One call with its row: takes what happens and saves what that means, in the browser at once and on the row. */
export class CallModel {
    state: CallState;
    #kept: Kept & Pick<QueuedCall, 'isRestored'>;
    #isTyped = false;
    readonly #row: CallRow;
    readonly #clock: Clock;
    readonly #listener: CallListener;

    constructor(arrival: QueuedCall, clock: Clock, listener: CallListener) {
        const { pop, poppedAt, isUncertain, draft } = arrival;
        this.state = arrivedCall(pop, poppedAt, { isUncertain, hasWords: hasWords(draft) });
        this.#kept = arrival;
        this.#clock = clock;
        this.#listener = listener;
        this.#row = new CallRow({ update: updateCall, after: clock.after, tell: (news) => this.takeNews(news) });
    }

    apply(event: CallEvent): void {
        const before = this.state;
        this.state = nextCall(before, event);
        const fields = rowChange(before, event, this.state);
        this.#listener.tell(this.state);
        if (Object.keys(fields).length > 0) {
            this.#row.put(fields);
            this.#row.flush();
        }
        if (event.type === 'reported') {
            this.#listener.publish('statusReceived');
        } else if (phaseOf(this.state) === 'disposed' && !before.isDisposed) {
            this.#listener.publish('disposed');
        }
    }

    /**
     * Takes the first answer about the caller and keeps the row of a call that is the user's. What was entered at another
     * computer since comes back, what was entered here since is saved; a call that was finished there without ConVox leaves.
     * @param findAgain gives the id of the row past every cache; '' when there is none
     */
    async lookedUp(lookup: CallerLookup, findAgain: () => Promise<string>): Promise<void> {
        if (this.#kept.isRestored && lookup.existingCall?.isKept) {
            this.#listener.leave();
            return;
        }
        this.apply({ type: 'lookedUp', lookup });
        if (this.state.owner.kind === 'mine') {
            this.takeDraft(lookup.existingCall);
            const save = (): Promise<string> => saveArrival(this.state, findAgain, this.#clock.now());
            await this.publishOnce('saved', this.#row.arrive(save));
        }
    }

    /** Links the row to the record the agent chose. */
    async choose(customerId: string): Promise<void> {
        this.apply({ type: 'chosen', customerId });
        if (this.state.caller.kind === 'known') {
            this.#row.put(choiceFields(this.state.caller.match));
            await this.publishOnce('linked', this.#row.flush());
        }
    }

    /** Takes what the agent entered, or how often the end was sent. */
    enter(change: Partial<Kept>): void {
        if ('draft' in change) {
            this.#isTyped = true;
            this.remember({ ...change, draftAt: this.#clock.now() });
            this.apply({ type: 'drafted', hasWords: hasWords(change.draft) });
        } else {
            this.remember(change);
        }
        if ('draft' in change || this.state.hasWords) {
            this.#row.put(draftFields({ ...this.#kept, draftAt: this.#clock.now() }));
        }
    }

    /** Saves now what waits to be saved. */
    flush(): void {
        this.#row.flush();
    }

    /** Tries at once what failed. */
    retry(): void {
        this.#row.retry();
    }

    /** The agent is done with the call. A draft that is left behind must not come back. */
    leave(): void {
        if (this.state.hasWords) {
            this.#row.put(NO_DRAFT);
            this.#row.flush();
        }
        this.#listener.leave();
    }

    private takeDraft(row: CallerLookup['existingCall']): void {
        if (row?.draft && row.draft.draftAt >= this.#kept.draftAt && !this.#isTyped) {
            this.remember(row.draft);
        } else if (this.#kept.draftAt > 0 && phaseOf(this.state) === 'open') {
            this.#row.put(draftFields(this.#kept));
        }
    }

    /** What is decided and safe on the row need not be remembered; a call kept without ConVox leaves the screen. */
    private takeNews({ callId, report, isSaved }: RowNews): void {
        const wasKept = this.state.isKept;
        this.apply(report ? { type: 'failed', operation: 'save', report } : { type: 'saved', callId, isSaved });
        const { isKept, isDisposed } = this.state;
        if (isSaved && ['disposed', 'over'].includes(phaseOf(this.state))) {
            this.remember({ draft: undefined, draftAt: 0 });
        }
        if (isKept && !wasKept && !isDisposed) {
            this.#listener.leave();
        }
    }

    private async publishOnce(change: CallChange, saving: Promise<boolean>): Promise<void> {
        if (await saving) {
            this.#listener.publish(change);
        }
    }

    private remember(change: Partial<Kept>): void {
        this.#kept = { ...this.#kept, ...change };
        this.#listener.remember(change);
    }
}
