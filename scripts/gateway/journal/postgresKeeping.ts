import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import type { Chosen, DeadLetter, JournalCounts, Page, QuarantinedPush, RejectedPush, Retention } from './journal.ts';
import { ROW_BYTES } from './postgresSize.ts';
import type { UsedBytes } from './postgresSize.ts';
import { deadLetter, quarantinedPush } from './rows.ts';
import { DEAD, KEPT_IN_QUARANTINE, SETTLED, WAITING } from './states.ts';

const COUNTS = `
SELECT (SELECT count(*) FROM pushes WHERE state = ${WAITING}) AS waiting,
    (SELECT min(received_at) FROM pushes WHERE state = ${WAITING}) AS oldest,
    (SELECT count(*) FROM pushes WHERE state = ${DEAD}) AS dead,
    (SELECT count(*) FROM quarantine) AS quarantined,
    pg_total_relation_size('pushes') + pg_total_relation_size('waiting') + pg_total_relation_size('quarantine') AS bytes`;

const REMOVE_SETTLED = `
DELETE FROM pushes WHERE seq IN
    (SELECT seq FROM pushes WHERE state = ${SETTLED} AND received_at < $1 ORDER BY received_at LIMIT $2)
RETURNING ${ROW_BYTES} AS bytes`;

const REMOVE_DEAD = `
DELETE FROM pushes WHERE seq IN
    (SELECT seq FROM pushes WHERE state = ${DEAD} AND received_at < $1 ORDER BY seq LIMIT $2)
RETURNING ${ROW_BYTES} AS bytes`;

const REMOVE_QUARANTINED = `
DELETE FROM quarantine WHERE id IN (SELECT id FROM quarantine WHERE received_at < $1 ORDER BY id LIMIT $2)
RETURNING 0 AS bytes`;

const bigint = z.coerce.number();
const counts = z.object({
    waiting: bigint,
    oldest: bigint.nullable(),
    dead: bigint,
    quarantined: bigint,
    bytes: bigint
});

export async function readCounts(client: PoolClient): Promise<JournalCounts> {
    const { rows } = await client.query(COUNTS);
    const { oldest, ...numbers } = counts.parse(rows[0]);
    return { ...numbers, oldestWaitingAt: oldest ?? undefined };
}

export async function pruneOnce(pool: Pool, retention: Retention, used: UsedBytes): Promise<number> {
    const { settledBefore, quarantinedBefore, deadBefore, mostBytes, step } = retention;
    const removed = async (text: string, before: number): Promise<number> => {
        const { rows } = await pool.query(text, [before, step]);
        return forget(rows, used);
    };
    const old =
        (await removed(REMOVE_SETTLED, settledBefore)) +
        (await removed(REMOVE_QUARANTINED, quarantinedBefore)) +
        (await removed(REMOVE_DEAD, deadBefore));
    const tooMuch = old === 0 && (await used.bytes()) > mostBytes;
    return tooMuch ? removed(REMOVE_SETTLED, Number.MAX_SAFE_INTEGER) : old;
}

function forget(rows: readonly unknown[], used: UsedBytes): number {
    const removed = z.array(z.object({ bytes: bigint })).parse(rows);
    used.add(-removed.reduce((sum, { bytes }) => sum + bytes, 0));
    return removed.length;
}

export async function deleteDeadLetters(pool: Pool, chosen: Chosen, used: UsedBytes): Promise<number> {
    const text = `DELETE FROM pushes WHERE state = ${DEAD} AND ($1::bigint[] IS NULL OR seq = ANY($1)) RETURNING ${ROW_BYTES} AS bytes`;
    const { rows } = await pool.query(text, [chosen === 'all' ? null : chosen]);
    return forget(rows, used);
}

export async function deleteQuarantined(pool: Pool, chosen: Chosen): Promise<number> {
    const text = 'DELETE FROM quarantine WHERE $1::bigint[] IS NULL OR id = ANY($1)';
    return (await pool.query(text, [chosen === 'all' ? null : chosen])).rowCount ?? 0;
}

/** Within a transaction. Whoever holds the call has lost it: its settlement names a claim that is no more. */
export async function skipCall(client: PoolClient, reference: string, reason: string): Promise<number> {
    await client.query('DELETE FROM waiting WHERE reference = $1', [reference]);
    const text = `UPDATE pushes SET state = ${DEAD}, reason = $2 WHERE reference = $1 AND state = ${WAITING}`;
    return (await client.query(text, [reference, reason])).rowCount ?? 0;
}

export async function readDeadLetters(pool: Pool, { after, limit }: Page): Promise<DeadLetter[]> {
    const text = `SELECT * FROM pushes WHERE state = ${DEAD} AND seq > $1 ORDER BY seq LIMIT $2`;
    return (await pool.query(text, [after, limit])).rows.map(deadLetter);
}

/** Returns how many older requests had to make room. */
export async function quarantineRequest(pool: Pool, rejected: RejectedPush): Promise<number> {
    const { receivedAt, method, contentType, body, reason, server = '' } = rejected;
    const { rowCount } = await pool.query(
        `WITH kept AS (
            INSERT INTO quarantine (received_at, method, content_type, body, reason, server)
            VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
        )
        DELETE FROM quarantine WHERE id <= (SELECT id FROM kept) - ${KEPT_IN_QUARANTINE}`,
        [receivedAt, method, contentType, body, reason, server]
    );
    return rowCount ?? 0;
}

export async function readQuarantine(pool: Pool, { after, limit }: Page): Promise<QuarantinedPush[]> {
    const text = 'SELECT * FROM quarantine WHERE id > $1 ORDER BY id LIMIT $2';
    return (await pool.query(text, [after, limit])).rows.map(quarantinedPush);
}
