import type { ActingUser, BeforeSaveOutcome, RecordError, TriggeredRow, TriggerOperation } from '../records.ts';
import { FlowSaveError } from '../records.ts';
import type { BatchMember } from './batch.ts';
import { batchMember } from './batch.ts';
import { entersFlow } from './entry.ts';
import { LimitExceeded } from './failures.ts';
import type { RecordTrigger } from '../../metadata/flows/definition.ts';
import type { FlowTransactions } from './flowTransactions.ts';
import { foundRecord } from './flowValue.ts';
import type { FlowSurroundings, TriggeringRecord } from './interview.ts';
import { startInterview } from './interview.ts';
import { runFlow } from './interpreter.ts';
import { NO_CALLOUT, runBatchNow } from './runBatch.ts';
import { saveErrorOf } from './saveError.ts';
import type { TriggeredFlow } from './triggeredFlows.ts';
import { triggeredFlows } from './triggeredFlows.ts';

interface SavedRow {
    readonly trigger: TriggeringRecord;
    refused: RecordError | undefined;
}

interface Save {
    readonly object: string;
    readonly operation: RecordTrigger['operations'][number];
    readonly acting: ActingUser;
    readonly moment: RecordTrigger['timing'];
}

/** The paths of record-triggered flows that run inside the save itself. They never wait. */
export class ImmediatePaths {
    readonly #surroundings: FlowSurroundings;
    readonly #transactions: FlowTransactions;

    constructor(surroundings: FlowSurroundings, transactions: FlowTransactions) {
        this.#surroundings = surroundings;
        this.#transactions = transactions;
    }

    beforeSave(
        object: string,
        operation: TriggerOperation,
        rows: readonly TriggeredRow[],
        acting: ActingUser
    ): BeforeSaveOutcome[] {
        const saved = this.#run({ object, operation, acting, moment: 'beforeSave' }, rows);
        return saved.map(({ trigger, refused }) => {
            if (refused) {
                return { refused };
            }
            const { assigned, fields } = trigger.current;
            return { assigned: Object.fromEntries([...assigned].map((field) => [field, fields[field] ?? null])) };
        });
    }

    /** Throws `FlowSaveError` for the first row that a flow refuses. */
    afterSave(object: string, operation: TriggerOperation, rows: readonly TriggeredRow[], acting: ActingUser): void {
        this.#runAll({ object, operation, acting, moment: 'afterSave' }, rows);
    }

    /** Throws `FlowSaveError` when a flow refuses. */
    beforeDelete(object: string, row: TriggeredRow, acting: ActingUser): void {
        this.#runAll({ object, operation: 'delete', acting, moment: 'beforeDelete' }, [row]);
    }

    #runAll(save: Save, rows: readonly TriggeredRow[]): void {
        const refused = this.#run(save, rows).find((row) => row.refused)?.refused;
        if (refused) {
            throw new FlowSaveError(refused);
        }
    }

    #run(save: Save, rows: readonly TriggeredRow[]): SavedRow[] {
        const { flows } = this.#surroundings;
        const saved: SavedRow[] = rows.map(({ record, prior }) => ({
            trigger: { current: foundRecord(save.object, record), prior },
            refused: undefined
        }));
        for (const triggered of triggeredFlows(flows.values(), save.moment, save.object, save.operation)) {
            if (triggered.flow.start.connector !== undefined) {
                this.#runFlow(save, triggered, saved);
            }
        }
        return saved;
    }

    #runFlow(save: Save, { flow, trigger }: TriggeredFlow, rows: readonly SavedRow[]): void {
        const entered: { readonly row: SavedRow; readonly member: BatchMember }[] = [];
        for (const row of rows.filter(({ refused }) => !refused)) {
            const interview = () =>
                startInterview({
                    flow,
                    surroundings: this.#surroundings,
                    moment: save.moment,
                    acting: save.acting,
                    // After the save a flow has a copy of its own: what it assigns reaches the record by an update only.
                    trigger: save.moment === 'beforeSave' ? row.trigger : { ...row.trigger }
                });
            try {
                if (entersFlow(interview(), trigger)) {
                    entered.push({ row, member: batchMember(() => runFlow(interview(), flow.start.connector)) });
                }
            } catch (error) {
                row.refused = saveErrorOf(error, flow.label);
            }
        }
        const exceeded = this.#runMembers(entered.map(({ member }) => member));
        for (const { row } of exceeded ? entered : []) {
            row.refused = saveErrorOf(exceeded, flow.label);
        }
        for (const { row, member } of entered) {
            if (member.failure !== undefined) {
                row.refused = saveErrorOf(member.failure, flow.label);
            }
        }
    }

    /** Returns the limit that was passed; inside another flow's save it ends that one as well. */
    #runMembers(members: readonly BatchMember[]): LimitExceeded | undefined {
        try {
            this.#transactions.within((limits) =>
                runBatchNow(members, this.#surroundings.store, limits, NO_CALLOUT.whileSaving)
            );
            return undefined;
        } catch (error) {
            if (error instanceof LimitExceeded && !this.#transactions.isRunning) {
                return error;
            }
            throw error;
        }
    }
}
