import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { ClaimedCall, ClaimRequest, JournalledPush, Settlement } from './journal.ts';
import { pushFromTuple } from './rows.ts';
import { createSqliteDeferral } from './sqliteDeferral.ts';
import { forgettableTransaction } from './sqliteSchema.ts';

export interface SqliteClaims {
    readonly claim: (request: ClaimRequest) => ClaimedCall[];
    readonly settle: (settlements: readonly Settlement[], now: number) => void;
}

/** Somebody's hold on a call. */
interface Hold {
    readonly claim: string;
    readonly leaseUntil: number;
}

interface Candidate {
    readonly reference: string;
    readonly dueAt: number;
    readonly attempts: number;
    readonly pushes: readonly JournalledPush[];
}

/**
 * Hands calls out and takes them back. One process owns the file, so who holds what is in memory only: nothing is written
 * for a claim, and a process that dies lets all of them go.
 */
export function createSqliteClaims(database: DatabaseSync): SqliteClaims {
    const deferral = createSqliteDeferral(database);
    const columns = 'ready.seq, pushes.reference, received_at, shape, body';
    const inOrder = database.prepare(
        `SELECT ${columns} FROM ready JOIN pushes USING (seq) WHERE ready.seq > ? ORDER BY ready.seq LIMIT ?`
    );
    inOrder.setReturnArrays(true);
    const later = database.prepare(
        `SELECT ${columns} FROM ready JOIN pushes USING (seq)
            WHERE ready.reference IN (SELECT value FROM json_each(?)) AND ready.seq > ? ORDER BY ready.seq`
    );
    later.setReturnArrays(true);
    const finish = database.prepare('DELETE FROM ready WHERE seq IN (SELECT value FROM json_each(?))');
    const holds = new Map<string, Hold>();

    const isFree = (reference: string, now: number): boolean => (holds.get(reference)?.leaseUntil ?? 0) <= now;

    function* inOrderOfArrival(pageSize: number): Generator<JournalledPush> {
        let after = 0;
        for (let full = true; full;) {
            const page = inOrder.all(after, pageSize).map(pushFromTuple);
            yield* page;
            full = page.length === pageSize;
            after = page.at(-1)?.seq ?? after;
        }
    }

    /** Whether a call may be handed out as one that has not been refused. One that was takes its new pushes along. */
    function isReady(reference: string, someDeferred: boolean, now: number): boolean {
        if (someDeferred && deferral.isDeferred(reference)) {
            deferral.takeAlong(reference);
            return false;
        }
        return isFree(reference, now);
    }

    /** The calls that have waited longest without having been refused, each with everything that waits for it. */
    function readyCalls(limit: number, now: number): Candidate[] {
        const someDeferred = deferral.inUse();
        const calls = new Map<string, JournalledPush[]>();
        let last = 0;
        for (const push of inOrderOfArrival(limit)) {
            const known = calls.get(push.reference);
            if (known !== undefined) {
                known.push(push);
            } else if (isReady(push.reference, someDeferred, now)) {
                if (calls.size === limit) {
                    break;
                }
                calls.set(push.reference, [push]);
            }
            last = push.seq;
        }
        for (const push of later.all(JSON.stringify([...calls.keys()]), last).map(pushFromTuple)) {
            calls.get(push.reference)?.push(push);
        }
        return [...calls].map(([reference, pushes]) => ({
            reference,
            dueAt: pushes[0]?.receivedAt ?? 0,
            attempts: 0,
            pushes
        }));
    }

    function deferredCalls(limit: number, now: number): Candidate[] {
        return deferral
            .due(now, limit + holds.size)
            .filter(({ reference }) => isFree(reference, now))
            .slice(0, limit)
            .map((call) => {
                deferral.takeAlong(call.reference);
                return { ...call, pushes: deferral.pushesOf(call.reference) };
            });
    }

    function settleOne(settlement: Settlement, deferred: boolean, now: number): readonly number[] {
        const { reference, seqs } = settlement;
        switch (settlement.outcome) {
            case 'settled':
                if (!deferred) {
                    return seqs;
                }
                deferral.settle(reference, seqs, now);
                break;
            case 'dead':
                deferral.bury(reference, seqs, settlement.reason, now);
                break;
            case 'retry':
                if (deferred || settlement.attempts > 0 || settlement.dueAt > now) {
                    deferral.defer(settlement);
                }
        }
        return [];
    }

    return {
        claim({ limit, now, leaseUntil, partialBefore }) {
            const calls = forgettableTransaction(database, () =>
                [...deferredCalls(limit, now), ...readyCalls(limit, now)]
                    .sort((one, other) => one.dueAt - other.dueAt)
                    .slice(0, limit)
            );
            const [first] = calls;
            // A push from later than now shows that the clock was set back; it has waited long enough.
            if (first === undefined || (calls.length < limit && first.dueAt > partialBefore && first.dueAt <= now)) {
                return [];
            }
            const claim = randomUUID();
            return calls.map(({ reference, attempts, pushes }) => {
                holds.set(reference, { claim, leaseUntil });
                return { reference, claim, attempts, pushes };
            });
        },
        settle(settlements, now) {
            const held = settlements.filter(({ reference, claim }) => holds.get(reference)?.claim === claim);
            // What Salesforce holds already may be sent once more.
            forgettableTransaction(database, () => {
                const someDeferred = deferral.inUse();
                const done = held.flatMap((settlement) =>
                    settleOne(settlement, someDeferred && deferral.isDeferred(settlement.reference), now)
                );
                finish.run(JSON.stringify(done));
            });
            held.forEach(({ reference }) => holds.delete(reference));
        }
    };
}
