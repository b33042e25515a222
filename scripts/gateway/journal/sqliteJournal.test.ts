import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeJournal } from './journalContract.ts';
import { clock } from './journalSamples.ts';
import { openSqliteJournal } from './sqliteJournal.ts';

const folder = mkdtempSync(join(tmpdir(), 'journal-'));
let files = 0;

function newFile(): string {
    files += 1;
    return join(folder, `${files}.sqlite`);
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('in a file', () => {
    describeJournal((mostBytes) =>
        openSqliteJournal({ file: newFile(), now: () => clock.now, ...(mostBytes ? { mostBytes } : {}) })
    );
});

describe('in memory', () => {
    describeJournal((mostBytes) =>
        openSqliteJournal({ file: ':memory:', now: () => clock.now, ...(mostBytes ? { mostBytes } : {}) })
    );
});

const push = { reference: 'R1', receivedAt: 1, shape: 'form', body: 'a=1' } as const;
const claim = { limit: 10, mostBytes: 1_000_000, lease: 1_000_000, partialAfter: 0 };

test('what was appended and claimed is waiting when the file is opened again', async () => {
    const file = newFile();
    const first = await openSqliteJournal({ file });
    await first.append([push]);
    await first.claim(claim);
    await first.close();
    const second = await openSqliteJournal({ file });
    await expect(second.claim(claim)).resolves.toHaveLength(1);
    await second.close();
});

test('a second gateway on the same file is refused, an administrator is not', async () => {
    const file = newFile();
    const gateway = await openSqliteJournal({ file });
    await gateway.append([push]);
    await expect(openSqliteJournal({ file })).rejects.toThrow('belongs to a gateway that is running');
    const visitor = await openSqliteJournal({ file, owner: false });
    await expect(visitor.counts()).resolves.toMatchObject({ waiting: 1 });
    await visitor.close();
    await gateway.close();
    await (await openSqliteJournal({ file })).close();
});

test.each([
    ['each of another call', (index: number) => `R${index}`],
    ['all of one call', () => 'R1']
])(
    'of a file with a damaged page everything else is handed out, %s, and what is lost is a dead letter',
    async (_, of) => {
        const file = newFile();
        const written = await openSqliteJournal({ file });
        await written.append(
            Array.from({ length: 500 }, (_unused, index) => ({
                ...push,
                reference: of(index),
                body: `n=${index}&${'x'.repeat(300)}`
            }))
        );
        await written.close();
        const content = readFileSync(file);
        const page = Math.floor(content.indexOf('n=250&x') / 4096) * 4096;
        writeFileSync(file, content.fill(0xab, page, page + 4096));
        const damaged = await openSqliteJournal({ file });
        const read = new Set<string>();
        for (let counts = await damaged.counts(); counts.waiting > 0; counts = await damaged.counts()) {
            const calls = await damaged.claim(claim);
            calls.forEach(({ pushes }) => pushes.forEach(({ body }) => read.add(body)));
            const outcome = 'settled';
            await damaged.settle(
                calls.map(({ pushes, ...call }) => ({ ...call, outcome, seqs: pushes.map(({ seq }) => seq) }))
            );
        }
        const { dead } = await damaged.counts();
        expect(dead).toBeGreaterThan(0);
        expect(dead).toBeLessThan(20);
        expect(read.size + dead).toBe(500);
        await expect(damaged.deadLetters({ after: 0, limit: 1 })).resolves.toMatchObject([{ reason: 'UNREADABLE' }]);
        await damaged.close();
    }
);

test('a file that is no journal is refused in words', async () => {
    const file = newFile();
    writeFileSync(file, 'nothing of the kind, and long enough not to be taken for an empty one'.repeat(100));
    const died = jest.fn();
    await expect(openSqliteJournal({ file, owner: false, died })).rejects.toThrow('not a database');
    expect(died).toHaveBeenCalledTimes(1);
});

test('a closed journal says so', async () => {
    const journal = await openSqliteJournal({ file: newFile() });
    await journal.close();
    await expect(journal.counts()).rejects.toThrow('The journal is closed');
});

test('a file is private, whatever its name and age, and its other names do not make other owners', async () => {
    const file = newFile();
    writeFileSync(file, '', { mode: 0o644 });
    const gateway = await openSqliteJournal({ file });
    await gateway.append([push]);
    const alias = newFile();
    symlinkSync(file, alias);
    await expect(openSqliteJournal({ file: alias })).rejects.toThrow('belongs to a gateway that is running');
    for (const name of ['', '-wal', '-shm', '.lock']) {
        expect(statSync(file + name).mode & 0o777).toBe(0o600);
    }
    await gateway.close();
});

test('what is deleted cannot be read in the file', async () => {
    const file = newFile();
    const journal = await openSqliteJournal({ file });
    await journal.append(Array.from({ length: 500 }, () => ({ ...push, body: 'MOBILE_NO=9876543201' })));
    const claimed = await journal.claim({ ...claim, mostBytes: 1_000_000 });
    await journal.settle(
        claimed.map((call) => ({
            reference: call.reference,
            claim: call.claim,
            seqs: call.pushes.map(({ seq }) => seq),
            outcome: 'settled'
        }))
    );
    await journal.prune({ now: 2, settledBefore: 2, quarantinedBefore: 0, deadBefore: 0, mostBytes: 0, step: 1000 });
    await journal.close();
    expect(readFileSync(file, 'latin1')).not.toContain('9876543201');
});
