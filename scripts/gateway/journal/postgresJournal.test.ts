import { describeJournal } from './journalContract.ts';
import { openPostgresJournal } from './postgresJournal.ts';
import type { Journal, Push } from './journal.ts';
import { postgresPrograms, startPrivatePostgres } from './privatePostgres.ts';
import type { PrivatePostgres } from './privatePostgres.ts';

// Threads and databases start slowly on a machine that is busy.
jest.setTimeout(30_000);

const programs = postgresPrograms();
let postgres: PrivatePostgres | undefined;
let schemas = 0;

if (programs === undefined) {
    process.stdout.write(
        'Skipped: the journal in PostgreSQL, because PostgreSQL is not installed (apt install postgresql)\n'
    );
}

beforeAll(async () => {
    postgres = programs === undefined ? undefined : await startPrivatePostgres(programs);
}, 30_000);

afterAll(() => postgres?.stop());

function open(schema: string, mostBytes?: number): Promise<Journal> {
    return openPostgresJournal({ url: postgres?.url ?? '', schema, ...(mostBytes ? { mostBytes } : {}) });
}

const NOW = 1_795_000_000_000;
const claim = { limit: 200, now: NOW, leaseUntil: NOW + 1000, partialBefore: NOW };

function push(reference: string, body: string): Push {
    return { reference, receivedAt: NOW, shape: 'form', body };
}

(programs === undefined ? describe.skip : describe)('in PostgreSQL', () => {
    describeJournal((mostBytes) => {
        schemas += 1;
        return open(`journal_${schemas}`, mostBytes);
    });

    test('gateways that start together make the tables once, and none gets the call of another', async () => {
        const journals = await Promise.all(Array.from({ length: 3 }, () => open('shared')));
        await Promise.all(
            journals.map((journal, from) =>
                Promise.all(Array.from({ length: 200 }, (_, index) => journal.append([push(`R${index}`, `n=${from}`)])))
            )
        );
        const claims = (await Promise.all(journals.map((journal) => journal.claim({ ...claim, limit: 80 })))).flat();
        expect(new Set(claims.map(({ reference }) => reference)).size).toBe(claims.length);
        await Promise.all(journals.map((journal) => journal.close()));
    });

    test('pushes that arrive while their calls are settled are neither lost nor settled unsent', async () => {
        const [writer, forwarder] = await Promise.all([open('race'), open('race')]);
        const sent = new Set<string>();
        let writing = true;
        const forwarding = (async () => {
            while (writing || (await forwarder.counts()).waiting > 0) {
                const calls = await forwarder.claim({ ...claim, limit: 5, leaseUntil: Number.MAX_SAFE_INTEGER });
                calls.forEach(({ pushes }) => pushes.forEach(({ body }) => sent.add(body)));
                await forwarder.settle(
                    calls.map(({ reference, claim: name, pushes }) => ({
                        reference,
                        claim: name,
                        seqs: pushes.map(({ seq }) => seq),
                        outcome: 'settled'
                    })),
                    NOW
                );
            }
        })();
        const bodies = Array.from({ length: 600 }, (_, index) => `n=${index}`);
        for (let start = 0; start < bodies.length; start += 20) {
            const group = bodies.slice(start, start + 20);
            await Promise.all(group.map((body, index) => writer.append([push(`R${index % 3}`, body)])));
        }
        writing = false;
        await forwarding;
        expect(sent.size).toBe(bodies.length);
        await Promise.all([writer.close(), forwarder.close()]);
    });
});
