import type { ActingUser, OrgRecord, TriggeredRow, TriggerOperation } from '../records.ts';
import { failureText, runAsyncBatch } from './asyncBatch.ts';
import type { BatchMember } from './batch.ts';
import { batchMember } from './batch.ts';
import type { FlowDefinition, TimedPath } from '../../metadata/flows/definition.ts';
import { entersFlow, meetsConditions } from './entry.ts';
import type { FlowTransactions } from './flowTransactions.ts';
import { foundRecord } from './flowValue.ts';
import type { FlowSurroundings } from './interview.ts';
import { startInterview } from './interview.ts';
import { runFlow } from './interpreter.ts';
import { saveErrorOf } from './saveError.ts';
import { offsetOf } from './scheduleTimes.ts';
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
    /** The record that `$Record` stands for; absent for a flow of the clock that has none. */
    readonly record:
        { readonly object: string; readonly id: string; readonly prior: OrgRecord | undefined } | undefined;
    readonly acting: ActingUser;
}

/** What is run, from which element on; `path` names a timed path. */
interface QueuedPath {
    readonly flow: FlowDefinition;
    readonly connector: string | undefined;
    readonly path?: string;
}

/** Interviews that run together. */
interface QueuedBatch extends QueuedPath {
    readonly interviews: readonly QueuedInterview[];
    readonly dueAt: number;
    readonly failures: number;
}

/** Most interviews of one batch. */
const LARGEST_BATCH = 200;

/**
 * What runs in the background: `AsyncAfterCommit` paths, queued when a save is committed; paths that are due some time
 * later; and flows of the clock. Each batch runs in a transaction of its own. The queue lives in memory: what is waiting
 * when the org stops is lost, other than on the platform.
 */
export class AsyncPaths {
    readonly #surroundings: FlowSurroundings;
    readonly #transactions: FlowTransactions;
    readonly #log: (entry: FlowLogEntry) => void;
    #queue: QueuedBatch[] = [];
    readonly #running = new Set<Promise<void>>();

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
            const { afterCommit, timedPaths } = flow.start;
            if (afterCommit === undefined && timedPaths.length === 0) {
                continue;
            }
            const entering = rows.filter((row) => this.#asks(entersFlow, flow, object, row, acting));
            const queued = (row: TriggeredRow): QueuedInterview => ({ record: recordOf(object, row), acting });
            if (afterCommit !== undefined) {
                this.enqueue({ flow, connector: afterCommit }, entering.map(queued), this.#now());
            }
            const staying = rows.filter((row) => this.#asks(meetsConditions, flow, object, row, acting));
            for (const path of timedPaths) {
                const waiting = this.#forget(flow, path.name, rows);
                const due = Map.groupBy(staying, (row) =>
                    entering.includes(row) ? this.#dueAt(path, row) : this.#stillDueAt(path, row, waiting)
                );
                const known = { flow, connector: path.connector, path: path.name };
                due.forEach((group, at) => at !== undefined && this.enqueue(known, group.map(queued), at));
            }
        }
    }

    /** Lets interviews run when they are due, in batches as large as the platform's. */
    enqueue(path: QueuedPath, interviews: readonly QueuedInterview[], dueAt: number): void {
        for (let start = 0; start < interviews.length; start += LARGEST_BATCH) {
            this.#queue.push({
                ...path,
                interviews: interviews.slice(start, start + LARGEST_BATCH),
                dueAt,
                failures: 0
            });
        }
    }

    /** Runs what is due, and what that makes due, and waits for what runs already; returns how many interviews it ran. */
    async runDue(): Promise<number> {
        let count = 0;
        for (;;) {
            for (let batch = this.#takeDue(); batch; batch = this.#takeDue()) {
                const running = this.#run(batch)
                    .then((ended) => {
                        count += ended;
                    })
                    .finally(() => this.#running.delete(running));
                this.#running.add(running);
            }
            if (this.#running.size === 0) {
                return count;
            }
            await Promise.race(this.#running);
        }
    }

    /**
     * A later save of the same record says anew when its path is due, if at all.
     * @returns when each was due that waited, by record id
     */
    #forget(flow: FlowDefinition, path: string, rows: readonly TriggeredRow[]): ReadonlyMap<string, number> {
        const saved = new Set(rows.map(({ record }) => String(record['Id'])));
        const waited = new Map<string, number>();
        this.#queue = this.#queue.flatMap((batch) => {
            if (batch.flow !== flow || batch.path !== path) {
                return [batch];
            }
            const [forgotten, interviews] = [true, false].map((isSaved) =>
                batch.interviews.filter(({ record }) => saved.has(record?.id ?? '') === isSaved)
            );
            forgotten?.forEach(({ record }) => waited.set(record?.id ?? '', batch.dueAt));
            return interviews === undefined || interviews.length === 0 ? [] : [{ ...batch, interviews }];
        });
        return waited;
    }

    /** A path that waits goes on waiting while its record meets the conditions, and moves with the time it counts from. */
    #stillDueAt(path: TimedPath, row: TriggeredRow, waiting: ReadonlyMap<string, number>): number | undefined {
        const { record, prior } = row;
        const due = waiting.get(String(record['Id']));
        const hasMoved = path.field !== undefined && prior?.[path.field] !== record[path.field];
        return due !== undefined && hasMoved ? this.#dueAt(path, row) : due;
    }

    #dueAt(path: TimedPath, { record, prior }: TriggeredRow): number | undefined {
        const { field } = path;
        if (field === undefined) {
            return this.#now() + offsetOf(path);
        }
        const due = Date.parse(String(record[field] ?? '')) + offsetOf(path);
        // A time that has passed was seen to when it came; the save that did so must not start it again.
        const isOver = due <= this.#now() && prior !== undefined && prior[field] === record[field];
        return Number.isNaN(due) || isOver ? undefined : due;
    }

    #now(): number {
        return this.#surroundings.clock().getTime();
    }

    #takeDue(): QueuedBatch | undefined {
        const index = this.#queue.findIndex(({ dueAt }) => dueAt <= this.#now());
        return index < 0 ? undefined : this.#queue.splice(index, 1)[0];
    }

    /** The answer is no, and an admin hears of it, when the conditions cannot be told. */
    #asks(
        question: typeof entersFlow,
        flow: FlowDefinition,
        object: string,
        row: TriggeredRow,
        acting: ActingUser
    ): boolean {
        const trigger = { current: foundRecord(object, row.record), prior: row.prior };
        const surroundings = this.#surroundings;
        const interview = startInterview({ flow, surroundings, moment: 'afterCommit', acting, trigger });
        try {
            return flow.start.trigger !== undefined && question(interview, flow.start.trigger);
        } catch (error) {
            this.#report('error', flow, String(row.record['Id']), saveErrorOf(error, flow.label).message);
            return false;
        }
    }

    /** The record is read anew: the path runs some time after the save. */
    #start({ flow, connector }: QueuedPath, { record, acting }: QueuedInterview): BatchMember | undefined {
        const surroundings = this.#surroundings;
        const current = record && surroundings.store.get(record.object, record.id);
        if (record !== undefined && current === undefined) {
            return undefined;
        }
        return batchMember(() => {
            const trigger = record && current && { current: foundRecord(record.object, current), prior: record.prior };
            return runFlow(startInterview({ flow, surroundings, moment: 'afterCommit', acting, trigger }), connector);
        });
    }

    async #run(batch: QueuedBatch): Promise<number> {
        const started = batch.interviews.flatMap((queued) => {
            const member = this.#start(batch, queued);
            return member ? [{ queued, member }] : [];
        });
        const members = started.map(({ member }) => member);
        await runAsyncBatch(members, this.#surroundings, this.#transactions);
        const failed = started.flatMap(({ queued }, index) => {
            const failure = members[index]?.failure;
            return failure === undefined ? [] : [{ queued, reason: failureText(failure) }];
        });
        if (failed.length > 0) {
            this.#retry(batch, failed);
        }
        return started.length;
    }

    #retry(batch: QueuedBatch, failed: readonly { queued: QueuedInterview; reason: string }[]): void {
        const { flow, failures } = batch;
        const minutes = RETRY_MINUTES[failures];
        for (const { queued, reason } of failed) {
            const next = minutes === undefined ? 'It was the last try.' : `It is tried again in ${minutes} minutes.`;
            this.#report(minutes === undefined ? 'error' : 'warning', flow, queued.record?.id, `${reason} ${next}`);
        }
        if (minutes !== undefined) {
            const interviews = failed.map(({ queued }) => queued);
            this.#queue.push({ ...batch, interviews, dueAt: this.#now() + minutes * MINUTE, failures: failures + 1 });
        }
    }

    #report(level: FlowLogEntry['level'], flow: FlowDefinition, recordId: string | undefined, message: string): void {
        this.#log({ at: this.#surroundings.clock().toISOString(), level, flow: flow.name, recordId, message });
    }
}

function recordOf(object: string, { record, prior }: TriggeredRow): QueuedInterview['record'] {
    return { object, id: String(record['Id']), prior };
}
