import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSqliteJournal } from './sqliteJournal.ts';
import { forgettableTransaction, openJournalFile, transaction } from './sqliteSchema.ts';

const folder = mkdtempSync(join(tmpdir(), 'schema-'));
let database: DatabaseSync;

beforeEach(() => {
    database = openJournalFile(join(folder, `${Math.random()}.sqlite`));
});

afterEach(() => database.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As a gateway of that time left it: a settled push, one that was claimed and had been refused, and a dead letter. */
const FORMAT_1 = `
PRAGMA auto_vacuum = INCREMENTAL;
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
) STRICT;
INSERT INTO pushes VALUES
    (1, 'R1', 11, 'form', 'n=1', 1, NULL), (3, 'R1', 13, 'form', 'n=3', 0, NULL),
    (5, 'R2', 15, 'form', 'n=5', 2, 'STRING_TOO_LONG');
INSERT INTO waiting VALUES ('R1', 99, 3, 'a claim');
INSERT INTO quarantine VALUES (1, 10, 'POST', '', x'00', 'rubbish');
PRAGMA user_version = 1;`;

const ofPush = 'reference TEXT NOT NULL, received_at INTEGER NOT NULL, shape TEXT NOT NULL, body TEXT NOT NULL';
/** As a gateway of that time left it: a settled push, one that waits, one that is put off, and a dead letter. */
const FORMAT_2 = `
PRAGMA auto_vacuum = INCREMENTAL;
CREATE TABLE pushes (seq INTEGER PRIMARY KEY AUTOINCREMENT, ${ofPush}) STRICT;
CREATE TABLE ready (seq INTEGER PRIMARY KEY, reference TEXT NOT NULL) STRICT;
CREATE INDEX ready_reference ON ready (reference);
CREATE TABLE deferred (reference TEXT PRIMARY KEY, due_at INTEGER NOT NULL, attempts INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX deferred_due ON deferred (due_at);
CREATE TABLE deferred_pushes (seq INTEGER PRIMARY KEY, ${ofPush}) STRICT;
CREATE INDEX deferred_pushes_reference ON deferred_pushes (reference);
CREATE TABLE dead_letters (seq INTEGER PRIMARY KEY, ${ofPush}, reason TEXT NOT NULL) STRICT;
CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    received_at INTEGER NOT NULL,
    method TEXT NOT NULL,
    content_type TEXT NOT NULL,
    body BLOB NOT NULL,
    reason TEXT NOT NULL
) STRICT;
INSERT INTO pushes VALUES (1, 'R1', 11, 'form', 'n=1'), (3, 'R1', 13, 'form', 'n=1');
INSERT INTO ready VALUES (3, 'R1');
INSERT INTO deferred_pushes VALUES (4, 'R3', 14, 'json', '{"n":4}');
INSERT INTO deferred VALUES ('R3', 99, 2);
INSERT INTO dead_letters VALUES (5, 'R2', 15, 'form', 'n=5', 'STRING_TOO_LONG');
INSERT INTO quarantine VALUES (1, 10, 'POST', '', x'00', 'rubbish');
PRAGMA user_version = 2;`;

const pragma = (name: string): unknown => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
const FULL = 2;

test('a commit waits for the disk', () => {
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(FULL);
});

test('after what may be forgotten, commits wait again', () => {
    let during: unknown;
    forgettableTransaction(database, () => (during = pragma('synchronous')));
    expect(during).toBe(1);
    expect(pragma('synchronous')).toBe(FULL);
    expect(() =>
        forgettableTransaction(database, () => {
            throw new Error('no');
        })
    ).toThrow('no');
    expect(pragma('synchronous')).toBe(FULL);
});

test('what fails leaves nothing behind', () => {
    const add = (): void => database.exec("INSERT INTO ready (seq, reference) VALUES (1, 'R1')");
    expect(() =>
        transaction(database, () => {
            add();
            throw new Error('no');
        })
    ).toThrow('no');
    expect(database.prepare('SELECT count(*) AS n FROM ready').get()).toEqual({ n: 0 });
    transaction(database, add);
    expect(database.prepare('SELECT count(*) AS n FROM ready').get()).toEqual({ n: 1 });
});

test('a file of a newer gateway is left alone', () => {
    const file = join(folder, 'newer.sqlite');
    const newer = openJournalFile(file);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect(() => openJournalFile(file)).toThrow('was written by a newer gateway (format 99');
});

test('a file of the first format keeps what waits, what was given up and what is settled', () => {
    const file = join(folder, 'first.sqlite');
    const first = new DatabaseSync(file);
    first.exec(FORMAT_1);
    first.close();
    expect(() => openJournalFile(file, false)).toThrow('has the format of an older gateway');
    const opened = openJournalFile(file);
    const all = (table: string): unknown => opened.prepare(`SELECT * FROM ${table} ORDER BY seq`).all();
    const push = (seq: number, reference: string): object => {
        return { seq, reference, received_at: 10 + seq, shape: 'form', body: `n=${seq}`, server: '' };
    };
    expect(all('pushes')).toEqual([push(1, 'R1'), push(3, 'R1')]);
    expect(all('ready')).toEqual([{ seq: 3, reference: 'R1' }]);
    expect(all('dead_letters')).toEqual([{ ...push(5, 'R2'), reason: 'STRING_TOO_LONG' }]);
    expect(opened.prepare('SELECT id, reason FROM quarantine').all()).toEqual([{ id: 1, reason: 'rubbish' }]);
    opened.exec("INSERT INTO pushes (reference, received_at, shape, body) VALUES ('R3', 1, 'form', '')");
    expect(opened.prepare('SELECT max(seq) AS newest FROM pushes').get()).toEqual({ newest: 6 });
    opened.close();
    openJournalFile(file, false).close();
});

test.each([
    ['second', FORMAT_2],
    ['third', `${FORMAT_2} CREATE INDEX pushes_reference ON pushes (reference); PRAGMA user_version = 3;`]
])('a journal of the %s format hands out every push that waits, and knows which came before', async (name, content) => {
    const file = join(folder, `${name}.sqlite`);
    const older = new DatabaseSync(file);
    older.exec(content);
    older.close();
    expect(() => openJournalFile(file, false)).toThrow('has the format of an older gateway');
    const journal = createSqliteJournal({ file });
    await expect(journal.counts()).resolves.toMatchObject({ waiting: 2, dead: 1, quarantined: 1 });
    const calls = await journal.claim({ limit: 9, mostBytes: 9999, lease: 1000, partialAfter: 0 });
    expect(calls).toMatchObject([
        { reference: 'R1', pushes: [{ seq: 3, body: 'n=1', first: { seq: 1, receivedAt: 11 } }] },
        { reference: 'R3', attempts: 2, pushes: [{ seq: 4, shape: 'json', body: '{"n":4}' }] }
    ]);
    await expect(journal.replay({ deadLetters: 'all' })).resolves.toBe(1);
    await expect(journal.counts()).resolves.toMatchObject({ dead: 0 });
    await journal.close();
});
