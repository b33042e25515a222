import type { DatabaseSync } from 'node:sqlite';
import type { Chosen, DeadLetter, JournalCounts, Page, QuarantinedPush, RejectedPush, Retention } from './journal.ts';
import { deadLetter, quarantinedPush } from './rows.ts';
import { isDamage } from './sqliteDamage.ts';
import { PUSH_COLUMNS, transaction } from './sqliteSchema.ts';
import { RESERVE } from './sqliteStore.ts';
import { KEPT_IN_QUARANTINE } from './states.ts';

export interface SqliteKeeping {
    readonly counts: () => JournalCounts;
    readonly prune: (retention: Retention) => number;
    readonly deadLetters: (page: Page) => DeadLetter[];
    readonly deleteDeadLetters: (chosen: Chosen) => number;
    readonly skip: (reference: string, reason: string) => number;
    readonly deleteQuarantined: (chosen: Chosen) => number;
    readonly quarantine: (rejected: RejectedPush) => number;
    readonly quarantined: (page: Page) => QuarantinedPush[];
    readonly release: (id: number, append: () => void) => void;
}

const OLDEST = `
SELECT min(received_at) AS received_at FROM (
    SELECT received_at FROM pushes WHERE seq = (SELECT min(seq) FROM ready)
    UNION ALL SELECT received_at FROM deferred_pushes WHERE seq = (SELECT min(seq) FROM deferred_pushes))`;

/** Free bytes of the disk below which settled pushes go, whatever their age: above the reserve, or pushes would be refused first. */
const SHORT_OF_DISK = 2 * RESERVE;

/**
 * What an administrator asks of the journal: counts, retention, dead letters, quarantine.
 * @param freeBytes of the journal's disk; undefined where there is none
 */
export function createSqliteKeeping(database: DatabaseSync, freeBytes: () => number | undefined): SqliteKeeping {
    const number = (sql: string, name: string): number => Number(database.prepare(sql).get()?.[name]);
    const pageSize = number('PRAGMA page_size', 'page_size');
    const usedBytes = (): number =>
        (number('PRAGMA page_count', 'page_count') - number('PRAGMA freelist_count', 'freelist_count')) * pageSize;
    // Before the first push that waits, all are settled. They are in order of arrival: none but the first ones can be old.
    // Those that a clock dated ahead are as old as the first one after them that it did not.
    const removeSettled = database.prepare(
        `DELETE FROM pushes WHERE seq IN
            (SELECT seq FROM pushes WHERE seq < coalesce((SELECT min(seq) FROM ready), ${Number.MAX_SAFE_INTEGER}) ORDER BY seq LIMIT ?2)
            AND (received_at < ?1 OR seq < (SELECT CASE WHEN received_at < ?1 THEN seq END FROM pushes
                WHERE received_at <= ?3 ORDER BY seq LIMIT 1))`
    );
    const removeQuarantined = database.prepare(
        'DELETE FROM quarantine WHERE id IN (SELECT id FROM quarantine WHERE received_at < ? ORDER BY id LIMIT ?)'
    );
    const removeDead = database.prepare(
        'DELETE FROM dead_letters WHERE seq IN (SELECT seq FROM dead_letters WHERE received_at < ? ORDER BY seq LIMIT ?)'
    );
    const keep = database.prepare(
        'INSERT INTO quarantine (received_at, method, content_type, body, reason, server) VALUES (?, ?, ?, ?, ?, ?)'
    );
    const forget = database.prepare('DELETE FROM quarantine WHERE id <= ?');

    const isShortOfDisk = (): boolean => (freeBytes() ?? Infinity) < SHORT_OF_DISK;

    function remove(table: string, key: string, chosen: Chosen): number {
        const given = chosen === 'all' ? null : JSON.stringify(chosen);
        const sql = `DELETE FROM ${table} WHERE ?1 IS NULL OR ${key} IN (SELECT value FROM json_each(?1))`;
        return Number(database.prepare(sql).run(given).changes);
    }

    /** Of a push on a damaged page nobody knows; the next claim makes a dead letter of it. */
    function oldestWaiting(): number | undefined {
        try {
            const oldest = database.prepare(OLDEST).get()?.received_at ?? undefined;
            return oldest === undefined ? undefined : Number(oldest);
        } catch (error) {
            if (isDamage(error)) {
                return undefined;
            }
            throw error;
        }
    }

    function giveBackToDisk(): void {
        database.exec('PRAGMA incremental_vacuum');
        if (isShortOfDisk()) {
            // The file shrinks only when the log goes into it, and the log takes room itself.
            database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
        }
    }

    return {
        counts() {
            const oldest = oldestWaiting();
            return {
                waiting: number(
                    'SELECT (SELECT count(*) FROM ready) + (SELECT count(*) FROM deferred_pushes) AS n',
                    'n'
                ),
                oldestWaitingAt: oldest,
                dead: number('SELECT count(*) AS n FROM dead_letters', 'n'),
                quarantined: number('SELECT count(*) AS n FROM quarantine', 'n'),
                bytes: number('PRAGMA page_count', 'page_count') * pageSize
            };
        },
        prune({ now, settledBefore, quarantinedBefore, deadBefore, mostBytes, step }) {
            const removed = transaction(database, () => {
                const old =
                    Number(removeSettled.run(settledBefore, step, now).changes) +
                    Number(removeQuarantined.run(quarantinedBefore, step).changes) +
                    Number(removeDead.run(deadBefore, step).changes);
                const tooMuch = old === 0 && (usedBytes() > mostBytes || isShortOfDisk());
                return tooMuch ? Number(removeSettled.run(Number.MAX_SAFE_INTEGER, step, now).changes) : old;
            });
            if (removed > 0 || isShortOfDisk()) {
                giveBackToDisk();
            }
            return removed;
        },
        deadLetters: ({ after, limit }) =>
            database
                .prepare('SELECT * FROM dead_letters WHERE seq > ? ORDER BY seq LIMIT ?')
                .all(after, limit)
                .map(deadLetter),
        deleteDeadLetters: (chosen) => remove('dead_letters', 'seq', chosen),
        deleteQuarantined: (chosen) => remove('quarantine', 'id', chosen),
        skip: (reference, reason) =>
            transaction(database, () => {
                const waiting = `${PUSH_COLUMNS}, ?2 FROM pushes WHERE seq IN (SELECT seq FROM ready WHERE reference = ?1)`;
                const deferred = `${PUSH_COLUMNS}, ?2 FROM deferred_pushes WHERE reference = ?1`;
                const moved = [waiting, deferred].map(
                    (rows) =>
                        database
                            .prepare(`INSERT INTO dead_letters (${PUSH_COLUMNS}, reason) SELECT ${rows}`)
                            .run(reference, reason).changes
                );
                for (const rows of [
                    'pushes WHERE seq IN (SELECT seq FROM ready WHERE reference = ?1)',
                    'ready WHERE reference = ?1',
                    'deferred_pushes WHERE reference = ?1',
                    'deferred WHERE reference = ?1'
                ]) {
                    database.prepare(`DELETE FROM ${rows}`).run(reference);
                }
                return moved.reduce<number>((sum, changes) => sum + Number(changes), 0);
            }),
        quarantine({ receivedAt, method, contentType, body, reason, server = '' }) {
            return transaction(database, () => {
                const { lastInsertRowid } = keep.run(receivedAt, method, contentType, body, reason, server);
                return Number(forget.run(Number(lastInsertRowid) - KEPT_IN_QUARANTINE).changes);
            });
        },
        quarantined: ({ after, limit }) =>
            database
                .prepare('SELECT * FROM quarantine WHERE id > ? ORDER BY id LIMIT ?')
                .all(after, limit)
                .map(quarantinedPush),
        release(id, append) {
            transaction(database, () => {
                const { changes } = database.prepare('DELETE FROM quarantine WHERE id = ?').run(id);
                if (changes === 0) {
                    throw new Error(`Nothing in quarantine has the number ${id}`);
                }
                append();
            });
        }
    };
}
