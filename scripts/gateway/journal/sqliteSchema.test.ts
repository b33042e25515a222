import { mkdtempSync, rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgettableTransaction, openJournalFile, transaction } from './sqliteSchema.ts';

const folder = mkdtempSync(join(tmpdir(), 'schema-'));
let database: DatabaseSync;

beforeEach(() => {
    database = openJournalFile(join(folder, `${Math.random()}.sqlite`));
});

afterEach(() => database.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

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
    const add = (): void => database.exec("INSERT INTO waiting (reference, due_at) VALUES ('R1', 1)");
    expect(() =>
        transaction(database, () => {
            add();
            throw new Error('no');
        })
    ).toThrow('no');
    expect(database.prepare('SELECT count(*) AS n FROM waiting').get()).toEqual({ n: 0 });
    transaction(database, add);
    expect(database.prepare('SELECT count(*) AS n FROM waiting').get()).toEqual({ n: 1 });
});

test('a file of a newer gateway is left alone', () => {
    const file = join(folder, 'newer.sqlite');
    const newer = openJournalFile(file);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect(() => openJournalFile(file)).toThrow('was written by a newer gateway (format 99');
});
