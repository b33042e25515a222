import { draftFields, hasWords, NO_DRAFT } from 'c/convoxCallerQuery';
import type { CallerLookup, ExistingCall } from 'c/convoxCallerQuery';
import type { QueuedCall } from 'c/convoxCallQueue';
import { CallRow, choiceFields, saveArrival, updateCall } from 'c/convoxCallSaver';
import type { RowNews, RowStamp } from 'c/convoxCallSaver';
import { arrivedCall, nextCall, phaseOf, rowChange } from 'c/convoxCallState';
import type { CallEvent, CallState } from 'c/convoxCallState';
import type { Clock } from 'c/convoxSession';
import { changeOf } from './callChanges.ts';
import type { CallListener, Kept } from './callListener.ts';
import { holds, joined, OtherWords } from './otherWords.ts';

/** One call with its row: takes what happens and saves what that means, in the browser at once and on the row. */
export class CallModel {
    state: CallState;
    #kept: Kept & Pick<QueuedCall, 'isRestored'>;
    #isTyped = false;
    readonly #words = new OtherWords();
    readonly row: CallRow;
    readonly #clock: Clock;
    readonly #listener: CallListener;
    readonly #read = async (): Promise<ExistingCall | undefined> => this.meet(await this.#listener.read());

    constructor(arrival: QueuedCall, clock: Clock, listener: CallListener) {
        const { pop, poppedAt, isUncertain, draft } = arrival;
        this.state = arrivedCall(pop, poppedAt, { isUncertain, hasWords: hasWords(draft) });
        this.#kept = arrival;
        this.#clock = clock;
        this.#listener = listener;
        this.row = new CallRow({
            update: ({ id, lastModifiedDate }, fields) => {
                const save = updateCall(id, fields, lastModifiedDate);
                return 'Notes__c' in fields ? this.#words.saving(this.#kept.draft, save) : save;
            },
            read: this.#read,
            mustWait: () => this.state.othersLines.length > 0,
            after: clock.after,
            tell: (news) => this.takeNews(news)
        });
    }

    apply(event: CallEvent): void {
        const before = this.state;
        this.state = nextCall(before, event);
        const fields = rowChange(before, event, this.state);
        this.#listener.tell(this.state);
        if (Object.keys(fields).length > 0) {
            this.row.put(fields);
            this.row.flush();
        }
        if (event.type === 'settled') {
            this.settle(before.othersLines, event.isAdding);
        }
        this.#listener.publish(changeOf(before, event, this.state));
    }

    /**
     * Takes the first answer about the caller and keeps the row of a call that is the user's. What was entered at another
     * computer since comes back, what was entered here since is saved; a call that was finished there without ConVox leaves.
     */
    async lookedUp(lookup: CallerLookup): Promise<void> {
        if (this.#kept.isRestored && lookup.existingCall?.isKept && holds(lookup.existingCall, this.#kept.draft)) {
            this.#listener.leave();
            return;
        }
        this.apply({ type: 'lookedUp', lookup });
        if (this.state.owner.kind === 'mine') {
            this.takeDraft(lookup.existingCall);
            const save = (): Promise<RowStamp> => saveArrival(this.state, this.#read, this.#clock.now());
            this.#listener.publish((await this.row.arrive(save)) ? 'saved' : undefined);
        }
    }

    /** Links the row to the record the agent chose. */
    async choose(customerId: string): Promise<void> {
        this.apply({ type: 'chosen', customerId });
        if (this.state.caller.kind === 'known') {
            this.row.put(choiceFields(this.state.caller.match));
            this.#listener.publish((await this.row.flush()) ? 'linked' : undefined);
        }
    }

    /** Takes what the agent entered, or how often the end was sent. */
    enter(change: Partial<Kept>): void {
        const isDraft = 'draft' in change;
        this.remember({ ...change, ...(isDraft && { draftAt: this.#clock.now() }) });
        if (isDraft) {
            this.#isTyped = true;
            this.apply({ type: 'drafted', hasWords: hasWords(change.draft) });
        }
        if (isDraft || this.state.hasWords) {
            this.row.put(draftFields({ ...this.#kept, draftAt: this.#clock.now() }));
        }
    }

    /** The agent is done with the call. A draft that is left behind must not come back. */
    leave(): void {
        if (this.state.hasWords) {
            this.row.put(NO_DRAFT);
            this.row.flush();
        }
        this.#listener.leave();
    }

    private takeDraft(row: ExistingCall | undefined): void {
        const { draftAt } = this.#kept;
        if (row?.draft && row.draft.draftAt >= draftAt && !this.#isTyped && holds(row, this.#kept.draft)) {
            this.remember(row.draft);
            this.#words.know(row.draft.draft);
        } else if (draftAt > 0 && phaseOf(this.state) === 'open') {
            this.row.put(draftFields(this.#kept));
            this.meet(row);
        }
    }

    /** Words that this phone does not know must not be lost: the agent is asked. */
    private meet(row: ExistingCall | undefined): ExistingCall | undefined {
        this.apply({ type: 'disputed', lines: this.#words.on(row, this.#kept.draft) });
        return row;
    }

    /** Other words join what was entered here, or go. */
    private settle(lines: readonly string[], isAdding: boolean): void {
        if (isAdding) {
            const notes = joined(this.#kept.draft, lines);
            this.remember({ draft: Object.assign({}, this.#kept.draft, { notes }) });
            this.row.put({ Notes__c: notes });
        }
        this.row.flush();
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

    private remember(change: Partial<Kept>): void {
        this.#kept = { ...this.#kept, ...change };
        this.#listener.remember(change);
    }
}
