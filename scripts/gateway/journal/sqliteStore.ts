import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { JournalFull } from './journal.ts';
import type { ClaimedCall, ClaimRequest, Push, Settlement } from './journal.ts';
import { journalledPush } from './rows.ts';
import { forgettableTransaction, transaction } from './sqliteSchema.ts';
import { DEAD, SETTLED, WAITING } from './states.ts';

export interface SqliteStoreLimits {
    /** Size at which pushes are refused. */
    readonly mostBytes: number;
    /** Bytes of the disk that are free for the journal; undefined where there is no disk. */
    readonly freeBytes: () => number | undefined;
}

export interface SqliteStore {
    /** Commits to the disk without changing anything; throws as `append` would. */
    readonly probe: () => void;
    readonly append: (pushes: readonly Push[]) => void;
    /** As `append`, within a transaction that the caller has begun. */
    readonly insert: (pushes: readonly Push[]) => void;
    readonly claim: (request: ClaimRequest) => ClaimedCall[];
    readonly settle: (settlements: readonly Settlement[], now: number) => void;
    /** Lets every claim of an earlier process go. For the one process that owns the file, when it starts. */
    readonly releaseClaims: (now: number) => void;
}

/** Left for forwarding when pushes no longer fit: a claim and a settlement are written too. */
const RESERVE = 64 * 1024 ** 2;

/** The journal's daily work over an open file; everything is synchronous and one transaction each. */
export function createSqliteStore(database: DatabaseSync, { mostBytes, freeBytes }: SqliteStoreLimits): SqliteStore {
    const pageSize = Number(database.prepare('PRAGMA page_size').get()?.page_size);
    const pages = database.prepare('PRAGMA page_count');
    const freePages = database.prepare('PRAGMA freelist_count');
    const add = database.prepare('INSERT INTO pushes (reference, received_at, shape, body) VALUES (?, ?, ?, ?)');
    const enqueue = database.prepare('INSERT INTO waiting (reference, due_at) VALUES (?, ?) ON CONFLICT DO NOTHING');
    const due = database.prepare(
        'SELECT reference, due_at, attempts FROM waiting WHERE due_at <= ? ORDER BY due_at LIMIT ?'
    );
    const take = database.prepare('UPDATE waiting SET claim = ?, due_at = ? WHERE reference = ?');
    const pushesOf = database.prepare(`SELECT * FROM pushes WHERE reference = ? AND state = ${WAITING} ORDER BY seq`);
    const claimed = database.prepare('SELECT 1 FROM waiting WHERE reference = ? AND claim = ?');
    const finish = database.prepare(`UPDATE pushes SET state = ?, reason = ? WHERE seq = ? AND state = ${WAITING}`);
    const leftover = database.prepare(`SELECT 1 FROM pushes WHERE reference = ? AND state = ${WAITING} LIMIT 1`);
    const dequeue = database.prepare('DELETE FROM waiting WHERE reference = ?');
    const requeue = database.prepare('UPDATE waiting SET claim = NULL, due_at = ?, attempts = ? WHERE reference = ?');
    const release = database.prepare('UPDATE waiting SET claim = NULL, due_at = ? WHERE claim IS NOT NULL');

    function bytes(): number {
        return (Number(pages.get()?.page_count) - Number(freePages.get()?.freelist_count)) * pageSize;
    }

    function settleOne(settlement: Settlement, now: number): void {
        const { reference, claim, seqs } = settlement;
        if (claimed.get(reference, claim) === undefined) {
            return;
        }
        if (settlement.outcome === 'retry') {
            requeue.run(settlement.dueAt, settlement.attempts, reference);
            return;
        }
        const dead = settlement.outcome === 'dead';
        seqs.forEach((seq) => finish.run(dead ? DEAD : SETTLED, dead ? settlement.reason : null, seq));
        if (leftover.get(reference) === undefined) {
            dequeue.run(reference);
        } else {
            requeue.run(now, 0, reference);
        }
    }

    function requireRoom(): void {
        if (bytes() >= mostBytes) {
            throw new JournalFull(`The journal has reached its ${mostBytes} bytes`);
        }
        if ((freeBytes() ?? Infinity) < RESERVE) {
            throw new JournalFull(`The disk of the journal has less than ${RESERVE} bytes left`);
        }
    }

    function insert(pushes: readonly Push[]): void {
        requireRoom();
        for (const { reference, receivedAt, shape, body } of pushes) {
            add.run(reference, receivedAt, shape, body);
            enqueue.run(reference, receivedAt);
        }
    }

    return {
        insert,
        probe() {
            requireRoom();
            const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
            transaction(database, () => database.exec(`PRAGMA user_version = ${version}`));
        },
        append: (pushes) => transaction(database, () => insert(pushes)),
        claim({ limit, now, leaseUntil, partialBefore }) {
            const calls = due.all(now, limit);
            const isPartial = calls.length < limit;
            if (calls.length === 0 || (isPartial && Number(calls[0]?.due_at) > partialBefore)) {
                return [];
            }
            const claim = randomUUID();
            // A claim ends with the process anyway.
            return forgettableTransaction(database, () =>
                calls.map(({ reference, attempts }) => {
                    take.run(claim, leaseUntil, reference ?? null);
                    return {
                        reference: String(reference),
                        claim,
                        attempts: Number(attempts),
                        pushes: pushesOf.all(reference ?? null).map(journalledPush)
                    };
                })
            );
        },
        settle(settlements, now) {
            // What Salesforce holds already may be sent once more.
            forgettableTransaction(database, () => settlements.forEach((settlement) => settleOne(settlement, now)));
        },
        releaseClaims(now) {
            release.run(now);
        }
    };
}
