import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogEntry } from '../log.ts';
import { JournalFull } from './journal.ts';
import type { Journal } from './journal.ts';
import { pruneAll, pruningWhenFull, startPruning } from './retention.ts';
import { openSqliteBackend } from './sqliteBackend.ts';
import type { SqliteBackend } from './sqliteBackend.ts';
import { openSqliteJournal } from './sqliteJournal.ts';

const folder = mkdtempSync(join(tmpdir(), 'retention-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MEGABYTE = 1024 ** 2;
const NOW = 1_795_000_000_000;

function bytesOnDisk(): number {
    return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/** What forwarding and pruning need of a journal, without a thread. */
function asynchronous(backend: SqliteBackend): Pick<Journal, 'append' | 'claim' | 'settle' | 'prune'> {
    const soon = <Result>(work: () => Result): Promise<Result> => Promise.resolve().then(work);
    return {
        append: (pushes) => soon(() => backend.append(pushes)),
        claim: (request) => soon(() => backend.claim(request)),
        settle: (settlements) => soon(() => backend.settle(settlements)),
        prune: (retention) => soon(() => backend.prune(retention))
    };
}

/** A shift's work: pushes arrive, are forwarded, and are kept as settled. */
async function work(journal: Journal, turn: number): Promise<void> {
    const body = 'x'.repeat(4000);
    const pushes = Array.from({ length: 250 }, (_, index) => ({
        reference: `R${turn}-${index}`,
        receivedAt: NOW + turn,
        shape: 'form' as const,
        body
    }));
    await journal.append(pushes);
    const calls = await journal.claim({ limit: 250, mostBytes: 100 * MEGABYTE, lease: 1e9, partialAfter: 0 });
    await journal.settle(
        calls.map(({ reference, claim, pushes: held }) => ({
            reference,
            claim,
            seqs: held.map(({ seq }) => seq),
            outcome: 'settled' as const
        }))
    );
}

test('a journal through which fifty megabytes go stays within its size, on disk too', async () => {
    const journal = await openSqliteJournal({ file: join(folder, 'soak.sqlite'), mostBytes: 12 * MEGABYTE });
    const settings = { keep: Number.MAX_SAFE_INTEGER, keepDead: Number.MAX_SAFE_INTEGER, mostBytes: 12 * MEGABYTE };
    const sizes: number[] = [];
    for (let turn = 0; turn < 50; turn += 1) {
        await work(journal, turn);
        await pruneAll(journal, settings, NOW + turn);
        sizes.push(bytesOnDisk());
    }
    const { waiting } = await journal.counts();
    await journal.close();
    expect(waiting).toBe(0);
    // The file, and the write-ahead log beside it with its limit of 16 megabytes.
    expect(Math.max(...sizes)).toBeLessThan(30 * MEGABYTE);
    expect(Math.max(...sizes.slice(25))).toBeLessThanOrEqual(Math.max(...sizes.slice(0, 25)) + MEGABYTE);
});

test('a disk that is short gets back what Salesforce holds, and the journal takes pushes again', async () => {
    const file = join(folder, 'short.sqlite');
    const others = 66 * MEGABYTE;
    let disk = Infinity;
    const bytesOf = (name: string): number => statSync(name, { throwIfNoEntry: false })?.size ?? 0;
    const backend = openSqliteBackend(
        { file, mostBytes: 10_000 * MEGABYTE, owner: true },
        { freeBytes: () => disk - others - bytesOf(file) - bytesOf(`${file}-wal`) }
    );
    const journal: Journal = { ...(await openSqliteJournal({ file: ':memory:' })), ...asynchronous(backend) };
    for (let turn = 0; turn < 12; turn += 1) {
        await work(journal, turn);
    }
    disk = others + 64 * MEGABYTE + bytesOf(file);
    await expect(work(journal, 12)).rejects.toBeInstanceOf(JournalFull);
    const settings = { keep: Number.MAX_SAFE_INTEGER, keepDead: Number.MAX_SAFE_INTEGER, mostBytes: 10_000 * MEGABYTE };
    await expect(pruneAll(journal, settings, NOW)).resolves.toBeGreaterThan(1000);
    await work(journal, 13);
    expect(bytesOf(file)).toBeLessThan(3 * MEGABYTE);
    backend.close();
});

test('what a clock dated ahead does not keep what is old', async () => {
    const journal = await openSqliteJournal({ file: ':memory:' });
    await work(journal, 3_600_000);
    await work(journal, 0);
    await work(journal, 5000);
    const settings = { keep: 1000, keepDead: 1000, mostBytes: Number.MAX_SAFE_INTEGER };
    await expect(pruneAll(journal, settings, NOW + 5500)).resolves.toBe(500);
    await journal.close();
});

test('what is old goes whatever the size, everything of it', async () => {
    const journal = await openSqliteJournal({ file: ':memory:' });
    for (let turn = 0; turn < 10; turn += 1) {
        await work(journal, turn);
    }
    const settings = { keep: 1000, keepDead: 1000, mostBytes: Number.MAX_SAFE_INTEGER };
    await expect(pruneAll(journal, settings, NOW)).resolves.toBe(0);
    await expect(pruneAll(journal, settings, NOW + 2000)).resolves.toBe(2500);
    await journal.close();
});

test('pruning starts at once, does not overlap, and says what it removed or why it failed', async () => {
    const logged: LogEntry[] = [];
    const answers: (() => Promise<number>)[] = [
        () => Promise.resolve(7),
        () => Promise.resolve(0),
        () => Promise.reject(new Error('disk I/O error'))
    ];
    let asked = 0;
    const journal = await openSqliteJournal({ file: ':memory:' });
    const pruned: Journal = {
        ...journal,
        prune() {
            asked += 1;
            return (answers.shift() ?? (() => Promise.resolve(0)))();
        }
    };
    const pruning = startPruning(pruned, { keep: 1, keepDead: 1, mostBytes: 1 }, (entry) => logged.push(entry));
    await Promise.all([pruning.prune(), pruning.prune()]);
    expect(asked).toBe(2);
    await pruning.prune();
    pruning.stop();
    expect(logged).toEqual([
        { level: 'info', event: 'journal pruned', removed: 7 },
        { level: 'error', event: 'journal not pruned', reason: 'disk I/O error' }
    ]);
    await journal.close();
});

test('a journal that is full makes room, and still refuses the push that found it full', async () => {
    const journal = await openSqliteJournal({ file: ':memory:' });
    let failure: Error = new JournalFull('full');
    let pruned = 0;
    const guarded = pruningWhenFull({ ...journal, append: () => Promise.reject(failure) }, () => {
        pruned += 1;
        return Promise.resolve();
    });
    await expect(guarded.append([])).rejects.toBe(failure);
    failure = new Error('disk I/O error');
    await expect(guarded.append([])).rejects.toBe(failure);
    expect(pruned).toBe(1);
    await journal.close();
});
