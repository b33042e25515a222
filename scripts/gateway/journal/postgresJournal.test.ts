import { Pool } from 'pg';
import { z } from 'zod';
import { describeJournal } from './journalContract.ts';
import { clock, NOW } from './journalSamples.ts';
import { openPostgresJournal } from './postgresJournal.ts';
import type { PostgresJournalOptions } from './postgresJournal.ts';
import type { Journal, Push } from './journal.ts';
import { postgresPrograms, startPrivatePostgres } from './privatePostgres.ts';
import type { PrivatePostgres } from './privatePostgres.ts';

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

function open(schema: string, options: Partial<PostgresJournalOptions> = {}): Promise<Journal> {
    return openPostgresJournal({ url: postgres?.url ?? '', schema, ...options });
}

const claim = { limit: 200, mostBytes: 1_000_000, lease: 1000, partialAfter: 0 };

function push(reference: string, body: string): Push {
    return { reference, receivedAt: NOW, shape: 'form', body };
}

/** As a gateway of that time left it: a settled push, the same one waiting again, one that was refused twice, a dead letter. */
const FORMAT_1 = `
CREATE SCHEMA first;
SET search_path = first;
CREATE TABLE pushes (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reference text NOT NULL,
    received_at bigint NOT NULL,
    shape text NOT NULL,
    body text NOT NULL,
    state smallint NOT NULL DEFAULT 0,
    reason text
);
CREATE INDEX pushes_waiting ON pushes (reference, seq) WHERE state = 0;
CREATE INDEX pushes_settled ON pushes (received_at) WHERE state = 1;
CREATE INDEX pushes_dead ON pushes (seq) WHERE state = 2;
CREATE TABLE waiting (
    reference text PRIMARY KEY,
    due_at bigint NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    claim uuid
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01);
CREATE INDEX waiting_due ON waiting (due_at);
CREATE TABLE quarantine (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    received_at bigint NOT NULL,
    method text NOT NULL,
    content_type text NOT NULL,
    body bytea NOT NULL,
    reason text NOT NULL
);
CREATE TABLE journal (version integer NOT NULL);
INSERT INTO journal VALUES (1);
INSERT INTO pushes (reference, received_at, shape, body, state, reason) VALUES
    ('R1', 11, 'form', 'n=1', 1, NULL), ('R1', 12, 'form', 'n=1', 0, NULL),
    ('R3', 13, 'json', '{"n":3}', 0, NULL), ('R2', 14, 'form', 'n=4', 2, 'STRING_TOO_LONG');
INSERT INTO waiting VALUES ('R1', 12, 0, NULL), ('R3', 13, 2, NULL);
INSERT INTO quarantine (received_at, method, content_type, body, reason) VALUES (10, 'POST', '', '', 'rubbish');`;

/** As the gateways of that time left it. */
const FORMAT_2 = FORMAT_1.replaceAll('first', 'second')
    .replace(/CREATE INDEX pushes_waiting .*/, 'CREATE INDEX pushes_reference ON pushes (reference, seq);')
    .replace('INTO journal VALUES (1)', 'INTO journal VALUES (2)');

(programs === undefined ? describe.skip : describe)('in PostgreSQL', () => {
    describeJournal((mostBytes) => {
        schemas += 1;
        return open(`journal_${schemas}`, { now: () => clock.now, ...(mostBytes ? { mostBytes } : {}) });
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
                const calls = await forwarder.claim({ ...claim, limit: 5, lease: 600_000 });
                calls.forEach(({ pushes }) => pushes.forEach(({ body }) => sent.add(body)));
                await forwarder.settle(
                    calls.map(({ reference, claim: name, pushes }) => ({
                        reference,
                        claim: name,
                        seqs: pushes.map(({ seq }) => seq),
                        outcome: 'settled'
                    }))
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

    test('commits wait for the disk, whatever the database’s default', async () => {
        const pool = new Pool({ connectionString: postgres?.url ?? '' });
        await pool.query('ALTER DATABASE postgres SET synchronous_commit = off');
        const journal = await open('durable');
        await pool.query('ALTER DATABASE postgres RESET synchronous_commit');
        await pool.query(`
            CREATE TABLE durable.seen (setting text);
            CREATE FUNCTION durable.see() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN INSERT INTO durable.seen VALUES (current_setting('synchronous_commit')); RETURN NEW; END $$;
            CREATE TRIGGER see BEFORE INSERT ON durable.pushes FOR EACH ROW EXECUTE FUNCTION durable.see()`);
        await journal.append([push('R1', 'n=1')]);
        await expect(pool.query('SELECT setting FROM durable.seen')).resolves.toMatchObject({
            rows: [{ setting: 'on' }]
        });
        await journal.close();
        await pool.end();
    });

    test('a call that another gateway is working on is passed over, not waited for', async () => {
        const journal = await open('passed');
        await journal.append([push('R1', 'n=1'), push('R2', 'n=2')]);
        const pool = new Pool({ connectionString: postgres?.url ?? '' });
        const other = await pool.connect();
        await other.query("BEGIN; SELECT 1 FROM passed.waiting WHERE reference = 'R1' FOR UPDATE");
        await expect(journal.claim(claim)).resolves.toMatchObject([{ reference: 'R2' }]);
        await other.query('ROLLBACK');
        await expect(journal.claim(claim)).resolves.toMatchObject([{ reference: 'R1' }]);
        other.release();
        await pool.end();
        await journal.close();
    });

    test('a replay reads the journal a few times, however many steps it takes', async () => {
        const journal = await open('large');
        const pool = new Pool({ connectionString: postgres?.url ?? '' });
        await pool.query(`
            INSERT INTO large.pushes (reference, received_at, shape, body, state)
            SELECT 'R' || number, ${NOW} + number, 'form', 'n=' || number, 1
            FROM generate_series(0, 29999) AS number;
            ANALYZE large.pushes`);
        const scans = async (): Promise<number> => {
            const text = "SELECT seq_scan FROM pg_stat_all_tables WHERE schemaname = 'large' AND relname = 'pushes'";
            return z.tuple([z.object({ seq_scan: z.coerce.number() })]).parse((await pool.query(text)).rows)[0]
                .seq_scan;
        };
        const before = await scans();
        let steps = 0;
        await expect(journal.replay({ since: NOW + 22_000 }, () => (steps += 1))).resolves.toBe(8000);
        expect(steps).toBeGreaterThan(10);
        // A connection reports what it did when it ends.
        while (
            (await pool.query("SELECT 1 FROM pg_stat_activity WHERE query LIKE '%replay%' AND pid <> pg_backend_pid()"))
                .rows.length > 0
        );
        expect((await scans()) - before).toBeLessThan(steps / 4);
        await expect(journal.counts()).resolves.toMatchObject({ waiting: 8000 });
        await pool.end();
        await journal.close();
    }, 30_000);

    test('a gateway whose clock is an hour ahead does not put its calls behind those of the others', async () => {
        const journal = await open('ahead');
        await journal.append([{ ...push('R1', 'n=1'), receivedAt: Date.now() + 3_600_000 }]);
        await expect(journal.claim(claim)).resolves.toMatchObject([{ reference: 'R1' }]);
        await journal.close();
    });

    test.each([
        ['first', FORMAT_1],
        ['second', FORMAT_2]
    ])(
        'a journal of the %s format hands out every push that waits, and one of a newer gateway is left alone',
        async (name, content) => {
            const pool = new Pool({ connectionString: postgres?.url ?? '' });
            await pool.query(content);
            // Gateways of the new version start together, and again.
            const journals = await Promise.all([open(name), open(name)]);
            const [journal] = journals;
            await expect(journal.counts()).resolves.toMatchObject({ waiting: 2, dead: 1, quarantined: 1 });
            await expect(journal.claim(claim)).resolves.toMatchObject([
                { reference: 'R1', pushes: [{ seq: 2, body: 'n=1', first: { seq: 1, receivedAt: 11 } }] },
                { reference: 'R3', attempts: 2, pushes: [{ seq: 3, shape: 'json', body: '{"n":3}' }] }
            ]);
            await expect(journal.replay({ deadLetters: 'all' })).resolves.toBe(1);
            await Promise.all(journals.map((one) => one.close()));
            await pool.query(`UPDATE ${name}.journal SET version = 99`);
            await expect(open(name)).rejects.toThrow('made by a newer gateway (format 99');
            await pool.end();
        }
    );

    test('a monitor does not wait for a table that somebody holds', async () => {
        const journal = await open('locked');
        const pool = new Pool({ connectionString: postgres?.url ?? '' });
        const other = await pool.connect();
        await other.query('BEGIN; LOCK TABLE locked.journal, locked.pushes');
        await expect(journal.probe()).rejects.toThrow('lock timeout');
        await expect(journal.counts()).rejects.toThrow('lock timeout');
        await other.query('ROLLBACK');
        await expect(journal.probe()).resolves.toBeUndefined();
        other.release();
        await pool.end();
        await journal.close();
    });

    test('a database that restarts breaks one request, not the gateway', async () => {
        const journal = await open('restarted');
        await journal.append([push('R1', 'n=1')]);
        const pool = new Pool({ connectionString: postgres?.url ?? '' });
        await pool.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
        await pool.end();
        await journal.append([push('R1', 'n=2')]).catch(() => journal.append([push('R1', 'n=2')]));
        await expect(journal.claim(claim)).resolves.toMatchObject([{ pushes: [{ body: 'n=1' }, { body: 'n=2' }] }]);
        await journal.close();
    });
});
