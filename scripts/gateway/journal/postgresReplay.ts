import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import type { ReplaySelection } from './journal.ts';
import { nowBy } from './postgresSchema.ts';
import type { JournalClock } from './postgresSchema.ts';
import { DEAD, WAITING } from './states.ts';

/** Pushes that arrive for the calls of a step wait for it, so a step takes milliseconds. */
const CALLS_A_STEP = 200;
/** Milliseconds that a step waits for a call that somebody works on, before it starts anew. */
const LOCK_TIMEOUT = 2000;
const MOST_TRIES = 30;

const AFTER_DEAD = `
SELECT pushes.reference, pushes.seq FROM pushes JOIN
    (SELECT reference, min(seq) AS first FROM pushes
        WHERE state = ${DEAD} AND ($1::bigint[] IS NULL OR seq = ANY($1)) GROUP BY reference) AS dead
    ON dead.reference = pushes.reference AND pushes.seq >= dead.first
WHERE pushes.state <> ${WAITING}`;

const SINCE = `SELECT reference, seq FROM pushes WHERE received_at >= $1::bigint AND state <> ${WAITING}`;

// Listed before the pushes change, and in everybody's order; a call that somebody holds is locked until they are done.
const LIST = `
INSERT INTO waiting (reference, due_at) SELECT reference, ${nowBy(2)} FROM unnest($1::text[]) AS given (reference)
ORDER BY reference ON CONFLICT (reference) DO UPDATE SET due_at = waiting.due_at`;

// Joined by number, which has an index: a replay of some pushes must not read all of them again and again.
const WAIT_AGAIN = `
UPDATE pushes SET state = ${WAITING}, reason = NULL FROM replay
WHERE replay.reference = ANY($1) AND pushes.seq = replay.seq AND pushes.state <> ${WAITING}`;

// What was settled since the replay began goes along, or older values would win over it.
const TAKE_ALONG = `
UPDATE pushes SET state = ${WAITING}, reason = NULL
WHERE seq > $2::bigint AND reference = ANY($1) AND state <> ${WAITING}`;

/** Sends again in short steps, call by call: a call whose older pushes waited alone would move back. */
export async function replayPushes(
    pool: Pool,
    selection: ReplaySelection,
    clock: JournalClock,
    progress: (count: number) => void
): Promise<number> {
    // The list of what is to wait belongs to one connection.
    const client = await pool.connect();
    const onError = (): void => undefined;
    client.on('error', onError);
    try {
        const newest = await begin(client, selection);
        let count = 0;
        for (
            let calls = await callsAfter(client, '');
            calls.length > 0;
            calls = await callsAfter(client, calls.at(-1) ?? '')
        ) {
            count += await patientStep(client, calls, newest, clock);
            progress(count);
        }
        return count;
    } finally {
        client.off('error', onError);
        // Whatever is left of the list goes with the connection.
        client.release(true);
    }
}

async function begin(client: PoolClient, selection: ReplaySelection): Promise<number> {
    // Reading the whole journal may take longer than a push may.
    await client.query('SET statement_timeout = 0');
    await client.query('CREATE TEMP TABLE replay (reference text, seq bigint)');
    if ('since' in selection) {
        await client.query(`INSERT INTO replay ${SINCE}`, [selection.since]);
    } else {
        const { deadLetters } = selection;
        await client.query(`INSERT INTO replay ${AFTER_DEAD}`, [deadLetters === 'all' ? null : [...deadLetters]]);
    }
    await client.query('CREATE INDEX ON replay (reference); ANALYZE replay');
    const { rows } = await client.query('SELECT coalesce(max(seq), 0) AS newest FROM pushes');
    // From here on, each step is a few calls of many, whatever the statistics say of the tables.
    await client.query(`SET enable_seqscan = off; SET lock_timeout = ${LOCK_TIMEOUT}`);
    return z.object({ newest: z.coerce.number() }).parse(rows[0]).newest;
}

async function callsAfter(client: PoolClient, last: string): Promise<string[]> {
    const { rows } = await client.query(
        `SELECT DISTINCT reference FROM replay WHERE reference > $1 ORDER BY reference LIMIT ${CALLS_A_STEP}`,
        [last]
    );
    return z
        .array(z.object({ reference: z.string() }))
        .parse(rows)
        .map(({ reference }) => reference);
}

const lockError = z.object({ code: z.enum(['55P03', '40P01']) });

async function patientStep(
    client: PoolClient,
    calls: readonly string[],
    newest: number,
    clock: JournalClock
): Promise<number> {
    for (let tries = 1; ; tries += 1) {
        try {
            return await step(client, calls, newest, clock);
        } catch (error) {
            if (tries === MOST_TRIES || !lockError.safeParse(error).success) {
                throw error;
            }
        }
    }
}

async function step(
    client: PoolClient,
    calls: readonly string[],
    newest: number,
    clock: JournalClock
): Promise<number> {
    await client.query('BEGIN');
    try {
        await client.query(LIST, [calls, clock?.()]);
        const { rowCount: listed } = await client.query(WAIT_AGAIN, [calls]);
        const { rowCount: later } = await client.query(TAKE_ALONG, [calls, newest]);
        await client.query('COMMIT');
        return (listed ?? 0) + (later ?? 0);
    } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
    }
}
