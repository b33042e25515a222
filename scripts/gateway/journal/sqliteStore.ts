import type { DatabaseSync } from 'node:sqlite';
import { JournalFull } from './journal.ts';
import type { Push } from './journal.ts';
import { transaction } from './sqliteSchema.ts';

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
}

/** Bytes left on the disk for forwarding when pushes no longer fit: a settlement is written too. */
export const RESERVE = 64 * 1024 ** 2;

/** Takes pushes into an open file; everything is synchronous and one transaction each. */
export function createSqliteStore(database: DatabaseSync, { mostBytes, freeBytes }: SqliteStoreLimits): SqliteStore {
    const pageSize = Number(database.prepare('PRAGMA page_size').get()?.page_size);
    const pages = database.prepare('PRAGMA page_count');
    const freePages = database.prepare('PRAGMA freelist_count');
    const add = database.prepare(
        'INSERT INTO pushes (reference, received_at, shape, body, server) VALUES (?, ?, ?, ?, ?)'
    );
    const enqueue = database.prepare('INSERT INTO ready (seq, reference) VALUES (?, ?)');

    function bytes(): number {
        return (Number(pages.get()?.page_count) - Number(freePages.get()?.freelist_count)) * pageSize;
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
        for (const { reference, receivedAt, shape, body, server = '' } of pushes) {
            const { lastInsertRowid } = add.run(reference, receivedAt, shape, body, server);
            enqueue.run(lastInsertRowid, reference);
        }
    }

    return {
        insert,
        probe() {
            requireRoom();
            const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
            transaction(database, () => database.exec(`PRAGMA user_version = ${version}`));
        },
        append: (pushes) => transaction(database, () => insert(pushes))
    };
}
