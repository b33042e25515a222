import type { DatabaseSync } from 'node:sqlite';
import { LONGEST_PAUSE } from './journal.ts';
import type { JournalledPush } from './journal.ts';
import { pushFromTuple } from './rows.ts';
import { PUSH_COLUMNS } from './sqliteSchema.ts';

export interface DeferredCall {
    readonly reference: string;
    readonly dueAt: number;
    readonly attempts: number;
}

/** Moves pushes that Salesforce did not take out of the way of the others, and back. Within a transaction of the caller. */
export interface SqliteDeferral {
    /** Whether any call at all is deferred. */
    readonly inUse: () => boolean;
    readonly isDeferred: (reference: string) => boolean;
    /** Calls whose time has come, the one that is due longest first. */
    readonly due: (now: number, limit: number) => DeferredCall[];
    /** In order of arrival. */
    readonly pushesOf: (reference: string) => Iterable<JournalledPush>;
    /** Puts a call off, with everything of it that waits. */
    readonly defer: (call: DeferredCall) => void;
    /** What has arrived for a deferred call since waits with it. */
    readonly takeAlong: (reference: string) => void;
    readonly settle: (reference: string, seqs: readonly number[], now: number) => void;
    readonly bury: (reference: string, seqs: readonly number[], reason: string, now: number) => void;
}

const GIVEN = '(SELECT value FROM json_each(?1))';

export function createSqliteDeferral(database: DatabaseSync): SqliteDeferral {
    const any = database.prepare('SELECT 1 FROM deferred LIMIT 1');
    const one = database.prepare('SELECT 1 FROM deferred WHERE reference = ?');
    const due = database.prepare(
        `SELECT reference, due_at, attempts FROM deferred WHERE due_at <= ?1 OR due_at > ?1 + ${LONGEST_PAUSE}
            ORDER BY due_at LIMIT ?2`
    );
    const pushes = database.prepare(`SELECT ${PUSH_COLUMNS} FROM deferred_pushes WHERE reference = ? ORDER BY seq`);
    pushes.setReturnArrays(true);
    const put = database.prepare('INSERT OR REPLACE INTO deferred (reference, due_at, attempts) VALUES (?, ?, ?)');
    const drop = database.prepare('DELETE FROM deferred WHERE reference = ?');
    const prepared = (...statements: string[]): ((...values: (string | null)[]) => void) => {
        const steps = statements.map((sql) => database.prepare(sql));
        return (...values) => steps.forEach((step) => step.run(...values));
    };
    const ofCall = '(SELECT seq FROM ready WHERE reference = ?1)';
    const putAside = prepared(
        `INSERT INTO deferred_pushes (${PUSH_COLUMNS}) SELECT ${PUSH_COLUMNS} FROM pushes WHERE seq IN ${ofCall}`,
        `DELETE FROM pushes WHERE seq IN ${ofCall}`,
        'DELETE FROM ready WHERE reference = ?1'
    );
    const putBack = prepared(
        `INSERT INTO pushes (${PUSH_COLUMNS}) SELECT ${PUSH_COLUMNS} FROM deferred_pushes WHERE seq IN ${GIVEN}`,
        `DELETE FROM deferred_pushes WHERE seq IN ${GIVEN}`
    );
    const buryFrom = (table: string): ReturnType<typeof prepared> =>
        prepared(
            `INSERT INTO dead_letters (${PUSH_COLUMNS}, reason) SELECT ${PUSH_COLUMNS}, ?2 FROM ${table} WHERE seq IN ${GIVEN}`
        );
    const buryReady = buryFrom('pushes');
    const buryDeferred = buryFrom('deferred_pushes');
    const forget = prepared(
        `DELETE FROM pushes WHERE seq IN ${GIVEN}`,
        `DELETE FROM ready WHERE seq IN ${GIVEN}`,
        `DELETE FROM deferred_pushes WHERE seq IN ${GIVEN}`
    );

    const isDeferred = (reference: string): boolean => one.get(reference) !== undefined;

    // What is left of the call has not been refused yet.
    function finish(reference: string, now: number): void {
        if (pushes.get(reference) === undefined) {
            drop.run(reference);
        } else {
            put.run(reference, now, 0);
        }
    }

    return {
        inUse: () => any.get() !== undefined,
        isDeferred,
        due: (now, limit) =>
            due.all(now, limit).map(({ reference, due_at: dueAt, attempts }) => ({
                reference: String(reference),
                dueAt: Number(dueAt),
                attempts: Number(attempts)
            })),
        *pushesOf(reference) {
            for (const row of pushes.iterate(reference)) {
                yield pushFromTuple(row);
            }
        },
        defer({ reference, dueAt, attempts }) {
            putAside(reference);
            // An administrator may have taken all of it away meanwhile.
            if (pushes.get(reference) !== undefined) {
                put.run(reference, dueAt, attempts);
            }
        },
        takeAlong: putAside,
        settle(reference, seqs, now) {
            putBack(JSON.stringify(seqs));
            finish(reference, now);
        },
        bury(reference, seqs, reason, now) {
            const given = JSON.stringify(seqs);
            buryReady(given, reason);
            buryDeferred(given, reason);
            forget(given);
            if (isDeferred(reference)) {
                finish(reference, now);
            }
        }
    };
}
