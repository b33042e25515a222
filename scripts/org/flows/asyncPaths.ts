import type { ActingUser, OrgRecord, TriggeredRow, TriggerOperation } from '../records.ts';
import { failureText, runAsyncBatch } from './asyncBatch.ts';
import { batchMember } from './batch.ts';
import type { FlowDefinition } from './definition.ts';
import { entersFlow } from './entry.ts';
import type { FlowTransactions } from './flowTransactions.ts';
import { foundRecord } from './flowValue.ts';
import type { FlowSurroundings } from './interview.ts';
import { startInterview } from './interview.ts';
import { runFlow } from './interpreter.ts';
import { saveErrorOf } from './saveError.ts';
import { triggeredFlows } from './triggeredFlows.ts';

/** What a flow engine has to tell an admin. */
export interface FlowLogEntry {
    readonly at: string;
    readonly level: 'warning' | 'error';
    readonly flow: string;
    readonly recordId: string | undefined;
    readonly message: string;
}

/** After each failure the platform waits this long before it tries the interview again. */
const RETRY_MINUTES = [15, 30, 60, 120] as const;
const MINUTE = 60_000;

interface QueuedInterview {
    readonly object: string;
    readonly id: string;
    readonly prior: OrgRecord | undefined;
    readonly acting: ActingUser;
}

/** Interviews of one save and flow: they run together. */
interface QueuedBatch {
    readonly flow: FlowDefinition;
    readonly interviews: readonly QueuedInterview[];
    readonly dueAt: number;
    readonly failures: number;
}

/**
 * The `AsyncAfterCommit` paths: queued when a save is committed, run when they are due, each batch in a transaction of its
 * own. The queue lives in memory: what is waiting when the org stops is lost, other than on the platform.
 */
export class AsyncPaths {
    readonly #surroundings: FlowSurroundings;
    readonly #transactions: FlowTransactions;
    readonly #log: (entry: FlowLogEntry) => void;
    #queue: QueuedBatch[] = [];
    readonly #running = new Set<Promise<number>>();

    constructor(surroundings: FlowSurroundings, transactions: FlowTransactions, log: (entry: FlowLogEntry) => void) {
        this.#surroundings = surroundings;
        this.#transactions = transactions;
        this.#log = log;
    }

    /** When the next batch is due; undefined when none waits. */
    get nextDueAt(): Date | undefined {
        const due = this.#queue.map(({ dueAt }) => dueAt);
        return due.length === 0 ? undefined : new Date(Math.min(...due));
    }

    afterCommit(object: string, operation: TriggerOperation, rows: readonly TriggeredRow[], acting: ActingUser): void {
        for (const { flow } of triggeredFlows(this.#surroundings.flows.values(), 'afterSave', object, operation)) {
            if (flow.start.afterCommit !== undefined) {
                const interviews = rows.flatMap((row) => this.#entering(flow, object, row, acting));
                if (interviews.length > 0) {
                    this.#queue.push({ flow, interviews, dueAt: this.#now(), failures: 0 });
                }
            }
        }
    }

    /** Runs what is due, and what that makes due, and waits for what runs already; returns how many interviews ended. */
    async runDue(): Promise<number> {
        let count = 0;
        for (;;) {
            for (let batch = this.#takeDue(); batch; batch = this.#takeDue()) {
                const running = this.#run(batch).finally(() => this.#running.delete(running));
                this.#running.add(running);
            }
            if (this.#running.size === 0) {
                return count;
            }
            count += await Promise.race(this.#running);
        }
    }

    #now(): number {
        return this.#surroundings.clock().getTime();
    }

    #takeDue(): QueuedBatch | undefined {
        const index = this.#queue.findIndex(({ dueAt }) => dueAt <= this.#now());
        return index < 0 ? undefined : this.#queue.splice(index, 1)[0];
    }

    #entering(flow: FlowDefinition, object: string, row: TriggeredRow, acting: ActingUser): QueuedInterview[] {
        const { record, prior } = row;
        const trigger = { current: foundRecord(object, record), prior };
        const interview = startInterview({
            flow,
            surroundings: this.#surroundings,
            moment: 'afterCommit',
            acting,
            trigger
        });
        const id = String(record['Id']);
        try {
            const isEntering = flow.start.trigger !== undefined && entersFlow(interview, flow.start.trigger);
            return isEntering ? [{ object, id, prior, acting }] : [];
        } catch (error) {
            this.#report('error', flow, id, saveErrorOf(error, flow.label).message);
            return [];
        }
    }

    /** The record is read anew: the path runs some time after the save. */
    #start(flow: FlowDefinition, { object, id, prior, acting }: QueuedInterview) {
        const record = this.#surroundings.store.get(object, id);
        if (!record) {
            return undefined;
        }
        return batchMember(() => {
            const trigger = { current: foundRecord(object, record), prior };
            const surroundings = this.#surroundings;
            const interview = startInterview({ flow, surroundings, moment: 'afterCommit', acting, trigger });
            return runFlow(interview, flow.start.afterCommit);
        });
    }

    async #run({ flow, interviews, failures }: QueuedBatch): Promise<number> {
        const started = interviews.flatMap((queued) => {
            const member = this.#start(flow, queued);
            return member ? [{ queued, member }] : [];
        });
        const members = started.map(({ member }) => member);
        await runAsyncBatch(members, this.#surroundings, this.#transactions);
        const failed = started.flatMap(({ queued }, index) => {
            const failure = members[index]?.failure;
            return failure === undefined ? [] : [{ queued, reason: failureText(failure) }];
        });
        if (failed.length > 0) {
            this.#retry(flow, failed, failures);
        }
        return started.length;
    }

    #retry(
        flow: FlowDefinition,
        failed: readonly { queued: QueuedInterview; reason: string }[],
        failures: number
    ): void {
        const minutes = RETRY_MINUTES[failures];
        for (const { queued, reason } of failed) {
            const next = minutes === undefined ? 'It was the last try.' : `It is tried again in ${minutes} minutes.`;
            this.#report(minutes === undefined ? 'error' : 'warning', flow, queued.id, `${reason} ${next}`);
        }
        if (minutes !== undefined) {
            const interviews = failed.map(({ queued }) => queued);
            this.#queue.push({ flow, interviews, dueAt: this.#now() + minutes * MINUTE, failures: failures + 1 });
        }
    }

    #report(level: FlowLogEntry['level'], flow: FlowDefinition, recordId: string, message: string): void {
        this.#log({ at: this.#surroundings.clock().toISOString(), level, flow: flow.name, recordId, message });
    }
}
