import { chmodSync, closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const VERSION = 5;

const SERVER = "server TEXT NOT NULL DEFAULT ''";
const PUSH = `reference TEXT NOT NULL, received_at INTEGER NOT NULL, shape TEXT NOT NULL, body TEXT NOT NULL, ${SERVER}`;

/** Of a push, in every table that holds one; `pushFromTuple` reads them in this order. */
export const PUSH_COLUMNS = 'seq, reference, received_at, shape, body, server';

const BY_REFERENCE = 'CREATE INDEX pushes_reference ON pushes (reference);';

// A push is written once, at the end of `pushes`, and noted in `ready`; when Salesforce holds it, only the note goes. So
// everything in `pushes` before the first note is settled. What Salesforce did not take is moved out of the way: to
// `deferred_pushes` while its call waits for another attempt, to `dead_letters` for good. Both are rare.
const TABLES = `
CREATE TABLE pushes (seq INTEGER PRIMARY KEY AUTOINCREMENT, ${PUSH}) STRICT;
${BY_REFERENCE}
CREATE TABLE ready (seq INTEGER PRIMARY KEY, reference TEXT NOT NULL) STRICT;
CREATE INDEX ready_reference ON ready (reference);
CREATE TABLE deferred (reference TEXT PRIMARY KEY, due_at INTEGER NOT NULL, attempts INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX deferred_due ON deferred (due_at);
CREATE TABLE deferred_pushes (seq INTEGER PRIMARY KEY, ${PUSH}) STRICT;
CREATE INDEX deferred_pushes_reference ON deferred_pushes (reference);
CREATE TABLE dead_letters (seq INTEGER PRIMARY KEY, ${PUSH}, reason TEXT NOT NULL) STRICT;`;

const QUARANTINE = `
CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    received_at INTEGER NOT NULL,
    method TEXT NOT NULL,
    content_type TEXT NOT NULL,
    body BLOB NOT NULL,
    reason TEXT NOT NULL,
    ${SERVER}
) STRICT;`;

// Of each agent the newest news, told to Salesforce or not.
const AGENTS = `
CREATE TABLE agents (
    server TEXT NOT NULL,
    agent TEXT NOT NULL,
    agent_code TEXT NOT NULL,
    state TEXT NOT NULL,
    since INTEGER NOT NULL,
    source TEXT NOT NULL,
    detail TEXT NOT NULL,
    told INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (server, agent)
) STRICT, WITHOUT ROWID;
CREATE INDEX agents_since ON agents (since);
CREATE INDEX agents_untold ON agents (since) WHERE told = 0;`;

const addServer = (...tables: string[]): string =>
    tables.map((table) => `ALTER TABLE ${table} ADD COLUMN ${SERVER};`).join('\n');

const ADD_SERVER = addServer('pushes', 'deferred_pushes', 'dead_letters', 'quarantine');

const COLUMNS_OF_FORMAT_1 = 'seq, reference, received_at, shape, body';

// Format 1 kept the state in the push itself. Attempts are counted anew.
const FROM_FORMAT_1 = `
DROP INDEX pushes_waiting; DROP INDEX pushes_settled; DROP INDEX pushes_dead; DROP TABLE waiting;
ALTER TABLE pushes RENAME TO format_1;
${TABLES}
INSERT INTO pushes (${COLUMNS_OF_FORMAT_1}) SELECT ${COLUMNS_OF_FORMAT_1} FROM format_1;
INSERT INTO ready (seq, reference) SELECT seq, reference FROM format_1 WHERE state = 0;
INSERT INTO dead_letters (${COLUMNS_OF_FORMAT_1}, reason)
    SELECT ${COLUMNS_OF_FORMAT_1}, coalesce(reason, '') FROM format_1 WHERE state = 2;
DELETE FROM pushes WHERE seq IN (SELECT seq FROM dead_letters);
DROP TABLE format_1;
${addServer('quarantine')}`;

const STEPS = new Map([
    [0, TABLES + QUARANTINE + AGENTS],
    [1, FROM_FORMAT_1 + AGENTS],
    [2, BY_REFERENCE + ADD_SERVER + AGENTS],
    [3, ADD_SERVER + AGENTS],
    [4, AGENTS]
]);

/**
 * Opens or creates a journal file. A commit is on disk when it returns: WAL with synchronous=FULL.
 * @param owner whether a file of an older format may be carried over: the gateway that wrote it may be running
 * @throws Error for a file of a newer format, for one of an older format to who does not own it, and SQLite's own for one
 * that is none
 */
export function openJournalFile(file: string, owner = true): DatabaseSync {
    if (owner && file !== ':memory:') {
        makePrivate(file);
    }
    const database = new DatabaseSync(file, { timeout: 5000 });
    // Only takes effect in a new file, and has to come first.
    database.exec('PRAGMA auto_vacuum = INCREMENTAL');
    database.exec('PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON');
    database.exec('PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 2000; PRAGMA journal_size_limit = 16777216');
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
    if (version > VERSION) {
        database.close();
        throw new Error(
            `The journal ${file} was written by a newer gateway (format ${version}, this one has ${VERSION})`
        );
    }
    if (!owner && version > 0 && version < VERSION) {
        database.close();
        throw new Error(
            `The journal ${file} has the format of an older gateway: start this one once, which carries it over`
        );
    }
    const step = STEPS.get(version);
    if (step !== undefined) {
        transaction(database, () => database.exec(`${step} PRAGMA user_version = ${VERSION}`));
    }
    return database;
}

/** Customers' data is for the gateway's user alone. SQLite gives what it puts beside the file the same permissions. */
export function makePrivate(file: string): void {
    closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
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
