import { NO_DRAFT } from 'c/convoxCallerQuery';
import type { CallerLookup, ExistingCall } from 'c/convoxCallerQuery';
import { CallRow, choiceFields, saveArrival, updateCall } from 'c/convoxCallSaver';
import type { RowNews, RowStamp } from 'c/convoxCallSaver';
import { linkFields } from 'c/convoxCallRecord';
import type { CallFieldValues } from 'c/convoxCallRecord';
import { reasonText } from 'c/convoxCallWords';
import { nextCall, rowChange } from 'c/convoxCallState';
import type { CallEvent, CallState } from 'c/convoxCallState';
import type { LinkedRecord } from 'c/convoxRecordLink';
import { changeOf } from './callChanges.ts';
import { draftChange, draftOf } from './draftChange.ts';
import type { KeeperEdges } from './keeperEdges.ts';
import { holds, OtherWords } from './otherWords.ts';

/** Saves on a call's row what happens to the call. Whoever owns the call hears of it and has the last word on how it stands. */
export class RowKeeper {
    call: CallState;
    readonly row: CallRow;
    #isTyped = false;
    readonly #words = new OtherWords();
    readonly #edges: KeeperEdges;
    readonly #read = async (): Promise<ExistingCall | undefined> => this.meet(await this.#edges.read());

    constructor(call: CallState, edges: KeeperEdges) {
        this.call = call;
        this.#edges = edges;
        this.row = new CallRow({
            update: ({ id, lastModifiedDate }, fields) => {
                const save = updateCall(id, fields, lastModifiedDate);
                return 'Notes__c' in fields ? this.#words.saving(this.call.draft, save) : save;
            },
            read: this.#read,
            mustWait: () => this.call.othersLines.length > 0,
            after: edges.clock.after,
            tell: (news) => this.takeNews(news)
        });
    }

    apply(event: CallEvent): CallState {
        const before = this.call;
        const call = nextCall(before, event);
        const fields = rowChange(before, event, call);
        this.call = call;
        this.#edges.tell(event, call);
        this.#isTyped ||= event.type === 'drafted';
        this.row.put({ ...fields, ...draftChange(event, call, this.#edges.clock.now()) });
        if (event.type === 'settled' || Object.keys(fields).length > 0) {
            this.row.flush();
        }
        if (event.type === 'answered' && event.result.failure === 'notSent') {
            this.learnEnd();
        }
        this.#edges.publish(changeOf(before, event, call));
        return call;
    }

    /**
     * Takes the first answer about the caller and keeps the row of a call that is the user's. What was entered at another
     * computer since comes back, what was entered here since is saved; a call that was finished there without ConVox leaves.
     */
    async lookedUp(lookup: CallerLookup): Promise<void> {
        const { isRestored, draft } = this.call;
        if (isRestored && lookup.existingCall?.isKept && holds(lookup.existingCall, draft)) {
            this.#edges.leave();
            return;
        }
        if (this.apply({ type: 'lookedUp', lookup }).owner.kind === 'mine') {
            this.takeDraft(lookup.existingCall);
            const save = (): Promise<RowStamp> => saveArrival(this.call, this.#read, this.#edges.clock.now());
            this.#edges.publish((await this.row.arrive(save)) ? 'saved' : undefined);
        }
    }

    /** Links the row to the record the agent chose. */
    async choose(customerId: string): Promise<void> {
        const { caller } = this.apply({ type: 'chosen', customerId });
        await (caller.kind === 'known' && this.saveLink(choiceFields(caller.match)));
    }

    /** Links the row to a record that the agent made or found; who calls is then what the row says. */
    async link({ object, id }: LinkedRecord): Promise<void> {
        const isCase = object === 'Case';
        const reason = !isCase && { Match_Reason__c: reasonText(undefined) };
        const isSaved = await this.saveLink({ ...linkFields(object, id), ...reason });
        if (isSaved && !isCase) {
            this.lookAgain();
        }
    }

    /** The agent is done with the call. It stays while anything is not on the row, unless that is given up and must not come back. */
    async leave(isLosing: boolean): Promise<boolean> {
        const mayLeave = isLosing || ((await this.row.flush()) && !this.call.hasWords);
        if (mayLeave) {
            this.row.put(this.call.hasWords ? NO_DRAFT : {});
            this.row.flush();
            this.#edges.leave();
        }
        return mayLeave;
    }

    lookAgain(): void {
        this.apply({ type: 'lookingAgain' });
        this.#edges.read();
    }

    private async saveLink(fields: CallFieldValues): Promise<boolean> {
        this.row.put(fields);
        const isSaved = await this.row.flush();
        this.#edges.publish(isSaved ? 'linked' : undefined);
        return isSaved;
    }

    private takeDraft(row: ExistingCall | undefined): void {
        const call = this.call;
        if (row?.draft && row.draft.draftAt >= call.draftAt && !this.#isTyped && holds(row, call.draft)) {
            this.apply({ type: 'resumed', draft: row.draft });
            this.#words.know(row.draft.draft);
        } else if (call.draftAt > 0 && (!call.isDisposed || call.hasWords)) {
            this.row.put(draftOf(call, call.draftAt));
            this.meet(row);
        }
    }

    /** Nothing was sent: the row may know that the call was ended already, at another computer or by ConVox. */
    private async learnEnd(): Promise<void> {
        const disposition = (await this.#read())?.disposition;
        if (disposition) {
            this.apply({ type: 'reported', disposition, seconds: undefined, at: this.#edges.clock.now() });
        }
    }

    /** Words that this phone does not know must not be lost: the agent is asked. */
    private meet(row: ExistingCall | undefined): ExistingCall | undefined {
        this.apply({ type: 'disputed', lines: this.#words.on(row, this.call.draft) });
        return row;
    }

    /** A call kept without ConVox leaves the screen. */
    private takeNews({ callId, report, isSaved }: RowNews): void {
        const wasKept = this.call.isKept;
        const { isKept, isDisposed } = this.apply(
            report ? { type: 'failed', operation: 'save', report } : { type: 'saved', callId, isSaved }
        );
        if (isKept && !wasKept && !isDisposed) {
            this.#edges.leave();
        }
    }
}
