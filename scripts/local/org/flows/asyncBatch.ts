import type { BatchMember } from './batch.ts';
import { replayed } from './batch.ts';
import { CustomErrorShown, FlowFailure, LimitExceeded } from './failures.ts';
import type { FlowTransactions } from './flowTransactions.ts';
import type { FlowSurroundings } from './interview.ts';
import { NO_CALLOUT, runBatchNow, runBatchUntilSave } from './runBatch.ts';
import { TransactionLimits } from './transactionLimits.ts';

class RolledBack extends Error {}

/**
 * Runs interviews that may call out, as one transaction of their own: queries and callouts first; from the first save on
 * everything happens inside one database transaction, and a further callout is refused. When one interview fails after
 * that, the work of all is rolled back and each is repeated alone, without calling out again. What failed says `failure`.
 */
export async function runAsyncBatch(
    members: BatchMember[],
    surroundings: FlowSurroundings,
    transactions: FlowTransactions
): Promise<void> {
    const { store, callouts } = surroundings;
    const limits = new TransactionLimits();
    try {
        await runBatchUntilSave(members, store, limits, callouts);
    } catch (error) {
        failAll(members, error);
    }
    const saving = members.flatMap((member, index) =>
        member.isDone ? [] : [{ index, answers: member.answers.length }]
    );
    const live = saving.flatMap(({ index }) => members[index] ?? []);
    if (saveTogether(live, surroundings, transactions, limits) || live.length === 1) {
        return;
    }
    for (const { index, answers } of saving) {
        const member = members[index];
        if (member) {
            const again = replayed(member, answers);
            members[index] = again;
            saveTogether([again], surroundings, transactions, limits);
        }
    }
}

function failAll(members: readonly BatchMember[], error: unknown): void {
    for (const member of members.filter(({ isDone }) => !isDone)) {
        member.isDone = true;
        member.failure = error;
    }
}

/** True when every interview came to its end and its saves are committed; otherwise nothing is. */
function saveTogether(
    members: readonly BatchMember[],
    { store }: FlowSurroundings,
    transactions: FlowTransactions,
    limits: TransactionLimits
): boolean {
    try {
        transactions.within(
            () =>
                store.transaction(() => {
                    runBatchNow(members, store, limits, NO_CALLOUT.afterSave);
                    if (members.some(({ failure }) => failure !== undefined)) {
                        throw new RolledBack('An interview failed.');
                    }
                }),
            limits
        );
        return true;
    } catch (error) {
        if (!(error instanceof RolledBack)) {
            failAll(members, error);
        }
        return false;
    }
}

/** The words for a failed interview; for a defect of the local org itself they say where. */
export function failureText(error: unknown): string {
    if (error instanceof FlowFailure) {
        return `${error.element}: ${error.message}`;
    }
    if (error instanceof CustomErrorShown || error instanceof LimitExceeded) {
        return error.message;
    }
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
