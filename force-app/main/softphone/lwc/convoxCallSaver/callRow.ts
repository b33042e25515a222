import type { CallFieldValues } from 'c/convoxCallRecord';
import { mayPass, NoAnswerInTime, pauseAfterFailures, readError, withinLimit } from 'c/convoxErrors';
import type { ErrorReport } from 'c/convoxErrors';
import type { RowEdges, RowStamp } from './rowEdges.ts';

/** How long after the last change what was entered is saved, in milliseconds. */
export const TYPING_PAUSE = 2000;

/** How long something that was entered waits at most, in milliseconds, however fast the agent types. */
export const LONGEST_WAIT = 10_000;

/**
 * The one lane to a call's row: one request at a time, each with its limit. What could not be saved is kept and, where
 * that may help, tried again by itself with growing pauses. What was entered here is only saved over what is known here: where
 * somebody else's words stand, it waits until the agent has seen them.
 */
export class CallRow {
    #stamp: RowStamp = { id: '', lastModifiedDate: null };
    #arrival: (() => Promise<RowStamp>) | undefined;
    #pending: CallFieldValues = {};
    /** All that was ever put: a request that was given up and arrives late must not bring older words back. */
    #known: CallFieldValues = {};
    #failures = 0;
    #lane: Promise<void> = Promise.resolve();
    #stopTimer = (): void => undefined;
    #stopWaiting: (() => void) | undefined;
    readonly #edges: RowEdges;

    constructor(edges: RowEdges) {
        this.#edges = edges;
    }

    get isSaved(): boolean {
        return this.#arrival === undefined && Object.keys(this.#pending).length === 0;
    }

    /** Makes the row, finds it or fills it up, before anything else is saved. */
    arrive(arrival: () => Promise<RowStamp>): Promise<boolean> {
        this.#arrival = arrival;
        return this.flush();
    }

    /** Saves the fields after a pause in which nothing else was put, but before long. */
    put(fields: CallFieldValues): void {
        if (Object.keys(fields).length === 0) {
            return;
        }
        this.#pending = { ...this.#pending, ...fields };
        this.#known = { ...this.#known, ...fields };
        this.later(TYPING_PAUSE);
        this.#stopWaiting ??= this.#edges.after(LONGEST_WAIT, () => this.flush());
    }

    /** Saves what is there now; resolves to whether everything is on the row. */
    flush(): Promise<boolean> {
        this.#stopTimer();
        this.#stopWaiting?.();
        this.#stopWaiting = undefined;
        this.#lane = this.#lane.then(() => this.save());
        return this.#lane.then(() => this.isSaved);
    }

    /** Tries at once what failed, for when there is reason to hope. */
    retry(): void {
        if (this.#failures > 0) {
            this.flush();
        }
    }

    private later(pause: number): void {
        this.#stopTimer();
        this.#stopTimer = this.#edges.after(pause, () => this.flush());
    }

    private async save(): Promise<void> {
        const isPossible = this.#arrival !== undefined || this.#stamp.id !== '';
        if (this.isSaved || !isPossible) {
            return;
        }
        try {
            await this.saveArrival();
            await this.saveFields();
            this.#failures = 0;
            this.#edges.tell({ callId: this.#stamp.id, report: undefined, isSaved: this.isSaved });
        } catch (error) {
            this.fail(readError(error));
        }
    }

    private async saveArrival(): Promise<void> {
        const arrival = this.#arrival;
        if (arrival) {
            this.#stamp = await this.ask(arrival);
            this.#arrival = this.#arrival === arrival ? undefined : this.#arrival;
        }
    }

    private async saveFields(): Promise<void> {
        const fields = this.#pending;
        if (this.#edges.mustWait() || Object.keys(fields).length === 0) {
            return;
        }
        this.#pending = {};
        try {
            this.#stamp = await this.ask(() => this.#edges.update(this.#stamp, fields));
        } catch (error) {
            this.#pending = { ...fields, ...this.#pending };
            const isOutdated = readError(error).status === 412;
            const row = isOutdated ? await this.#edges.read() : undefined;
            if (!row || row.lastModifiedDate === this.#stamp.lastModifiedDate) {
                throw error;
            }
            this.#stamp = row;
            await this.saveFields();
        }
    }

    private async ask<Answer>(request: () => Promise<Answer>): Promise<Answer> {
        const answer = request();
        try {
            return await withinLimit(answer, this.#edges.after);
        } catch (error) {
            if (error instanceof NoAnswerInTime) {
                answer.then(() => this.put(this.#known)).catch(() => undefined);
            }
            throw error;
        }
    }

    private fail(report: ErrorReport): void {
        this.#failures += 1;
        if (mayPass(report)) {
            this.later(pauseAfterFailures(this.#failures));
        }
        this.#edges.tell({ callId: this.#stamp.id, report, isSaved: false });
    }
}
