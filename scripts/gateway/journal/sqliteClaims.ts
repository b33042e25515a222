import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { REMEMBERED } from './journal.ts';
import type { ClaimedCall, ClaimRequest, JournalledPush, Settlement } from './journal.ts';
import { arrival } from './rows.ts';
import { isDamage } from './sqliteDamage.ts';
import { createSqliteDeferral } from './sqliteDeferral.ts';
import { createSqliteReading } from './sqliteReading.ts';
import type { Machine } from './machine.ts';
import { forgettableTransaction } from './sqliteSchema.ts';

export interface SqliteClaims {
    readonly claim: (request: ClaimRequest) => ClaimedCall[];
    readonly settle: (settlements: readonly Settlement[]) => void;
}

/** Somebody's hold on a call. */
interface Hold {
    readonly claim: string;
    /** By the clock that cannot be set back. */
    readonly until: number;
}

type Candidate = Omit<ClaimedCall, 'claim'>;

/**
 * Hands calls out and takes them back. One process owns the file, so who holds what is in memory only: nothing is written
 * for a claim, and a process that dies lets all of them go.
 */
export function createSqliteClaims(database: DatabaseSync, machine: Pick<Machine, 'now' | 'elapsed'>): SqliteClaims {
    const deferral = createSqliteDeferral(database);
    const reading = createSqliteReading(database, machine.now);
    // By the lengths first, which are read without the bodies.
    const same = database.prepare(
        `SELECT seq, received_at FROM (SELECT seq FROM pushes WHERE reference = ?1 AND seq < ?2 ORDER BY seq LIMIT ${REMEMBERED})
            CROSS JOIN pushes USING (seq) WHERE octet_length(body) = octet_length(?3) AND body = ?3
            ORDER BY received_at, seq LIMIT 1`
    );
    const finish = database.prepare('DELETE FROM ready WHERE seq IN (SELECT value FROM json_each(?))');
    const holds = new Map<string, Hold>();

    const isFree = (reference: string): boolean => (holds.get(reference)?.until ?? -Infinity) <= machine.elapsed();

    function* inOrderOfArrival(pageSize: number): Generator<JournalledPush> {
        let after = 0;
        for (let full = true; full;) {
            const page = reading.inOrder(after, pageSize);
            yield* page;
            full = page.length === pageSize;
            after = page.at(-1)?.seq ?? after;
        }
    }

    function withFirst(push: JournalledPush): JournalledPush {
        try {
            const row = same.get(push.reference, push.seq, push.body);
            return row === undefined ? push : { ...push, first: arrival(row) };
        } catch (error) {
            if (isDamage(error)) {
                return push;
            }
            throw error;
        }
    }

    /** Whether a call may be handed out as one that has not been refused. One that was takes its new pushes along. */
    function isReady(reference: string, someDeferred: boolean): boolean {
        if (someDeferred && deferral.isDeferred(reference)) {
            deferral.takeAlong(reference);
            return false;
        }
        return isFree(reference);
    }

    /** Adds what else waits for these calls behind a sequence number, until there is no room left in bytes. */
    function addLater(calls: ReadonlyMap<string, JournalledPush[]>, after: number, room: number): void {
        let left = room;
        for (const push of reading.ofCalls([...calls.keys()], after)) {
            if (left <= 0) {
                return;
            }
            calls.get(push.reference)?.push(push);
            left -= push.body.length;
        }
    }

    /** The calls that have waited longest without having been refused, each with what waits for it. */
    function readyCalls({ limit, mostBytes }: ClaimRequest): Candidate[] {
        const someDeferred = deferral.inUse();
        const calls = new Map<string, JournalledPush[]>();
        let last = 0;
        let bytes = 0;
        for (const push of inOrderOfArrival(limit)) {
            const known = calls.get(push.reference);
            if (bytes >= mostBytes || (known === undefined && calls.size === limit)) {
                break;
            }
            const call = known ?? (isReady(push.reference, someDeferred) ? [] : undefined);
            if (call !== undefined) {
                calls.set(push.reference, call);
                call.push(push);
                bytes += push.body.length;
            }
            last = push.seq;
        }
        addLater(calls, last, mostBytes - bytes);
        return [...calls].map(([reference, pushes]) => {
            const [{ receivedAt: place } = { receivedAt: 0 }] = pushes;
            return { reference, place, attempts: 0, pushes };
        });
    }

    function deferredCalls({ limit, mostBytes }: ClaimRequest, now: number): Candidate[] {
        let bytes = 0;
        return deferral
            .due(now, limit + holds.size)
            .filter(({ reference }) => isFree(reference))
            .slice(0, limit)
            .map(({ reference, dueAt: place, attempts }) => {
                deferral.takeAlong(reference);
                const pushes: JournalledPush[] = [];
                for (const push of deferral.pushesOf(reference)) {
                    pushes.push(push);
                    bytes += push.body.length;
                    if (bytes >= mostBytes) {
                        break;
                    }
                }
                return { reference, place, attempts, pushes };
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
            case 'returned':
                if (deferred) {
                    deferral.defer({ reference, attempts: settlement.attempts, dueAt: settlement.place });
                }
                break;
            case 'retry':
                deferral.defer({ reference, attempts: settlement.attempts, dueAt: now + settlement.pause });
        }
        return [];
    }

    function candidates(request: ClaimRequest, now: number): Candidate[] {
        try {
            return forgettableTransaction(database, () =>
                [...deferredCalls(request, now), ...readyCalls(request)]
                    .sort((one, other) => one.place - other.place)
                    .slice(0, request.limit)
            );
        } catch (error) {
            if (reading.buryUnreadable()) {
                return candidates(request, now);
            }
            throw error;
        }
    }

    return {
        claim(request) {
            const now = machine.now();
            const calls = candidates(request, now);
            const [first] = calls;
            // What is from later than now shows that the clock was set back; it has waited long enough.
            const isFresh = first !== undefined && first.place > now - request.partialAfter && first.place <= now;
            if (first === undefined || (calls.length < request.limit && isFresh)) {
                return [];
            }
            const claim = randomUUID();
            const until = machine.elapsed() + request.lease;
            return calls.map((call) => {
                holds.set(call.reference, { claim, until });
                return { ...call, claim, pushes: call.pushes.map(withFirst) };
            });
        },
        settle(settlements) {
            const held = settlements.filter(({ reference, claim }) => holds.get(reference)?.claim === claim);
            // What Salesforce holds already may be sent once more.
            forgettableTransaction(database, () => {
                const now = machine.now();
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
