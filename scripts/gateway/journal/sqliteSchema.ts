import { DatabaseSync } from 'node:sqlite';

const VERSION = 1;

// A call has a row in `waiting` as long as one of its pushes waits; a claim moves `due_at` to the end of its lease.
const TABLES = `
CREATE TABLE pushes (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    reference TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    shape TEXT NOT NULL,
    body TEXT NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    reason TEXT
) STRICT;
CREATE INDEX pushes_waiting ON pushes (reference, seq) WHERE state = 0;
CREATE INDEX pushes_settled ON pushes (received_at) WHERE state = 1;
CREATE INDEX pushes_dead ON pushes (seq) WHERE state = 2;
CREATE TABLE waiting (
    reference TEXT PRIMARY KEY,
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    claim TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX waiting_due ON waiting (due_at);
CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    received_at INTEGER NOT NULL,
    method TEXT NOT NULL,
    content_type TEXT NOT NULL,
    body BLOB NOT NULL,
    reason TEXT NOT NULL
) STRICT;`;

/**
 * Opens or creates a journal file. A commit is on disk when it returns: WAL with synchronous=FULL.
 * @throws Error for a file that a newer gateway wrote, and SQLite's own for one that is none
 */
export function openJournalFile(file: string): DatabaseSync {
    const database = new DatabaseSync(file, { timeout: 5000 });
    // Only takes effect in a new file, and has to come first.
    database.exec('PRAGMA auto_vacuum = INCREMENTAL');
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 2000; PRAGMA journal_size_limit = 16777216');
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
    if (version > VERSION) {
        database.close();
        throw new Error(
            `The journal ${file} was written by a newer gateway (format ${version}, this one has ${VERSION})`
        );
    }
    if (version === 0) {
        database.exec(`BEGIN IMMEDIATE; ${TABLES} PRAGMA user_version = ${VERSION}; COMMIT`);
    }
    return database;
}

/**
 * As `transaction`, for what may be forgotten when the power fails: it does not wait for the disk, only a process that
 * dies takes nothing with it. The next transaction that waits takes it along.
 */
export function forgettableTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
    database.exec('PRAGMA synchronous = NORMAL');
    try {
        return transaction(database, work);
    } finally {
        database.exec('PRAGMA synchronous = FULL');
    }
}

/** Runs the work in one transaction; whatever it throws undoes all of it. */
export function transaction<Result>(database: DatabaseSync, work: () => Result): Result {
    database.exec('BEGIN IMMEDIATE');
    try {
        const result = work();
        database.exec('COMMIT');
        return result;
    } catch (error) {
        // A full disk can have ended the transaction already.
        if (database.isTransaction) {
            database.exec('ROLLBACK');
        }
        throw error;
    }
}
