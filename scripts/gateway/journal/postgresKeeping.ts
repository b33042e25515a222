import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import type { DeadLetter, JournalCounts, Page, QuarantinedPush, RejectedPush, Retention } from './journal.ts';
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
    const { settledBefore, quarantinedBefore, mostBytes, step } = retention;
    const removed = async (text: string, before: number): Promise<number> => {
        const { rows } = await pool.query(text, [before, step]);
        used.add(
            -z
                .array(z.object({ bytes: bigint }))
                .parse(rows)
                .reduce((sum, { bytes }) => sum + bytes, 0)
        );
        return rows.length;
    };
    const old = (await removed(REMOVE_SETTLED, settledBefore)) + (await removed(REMOVE_QUARANTINED, quarantinedBefore));
    const tooMuch = old === 0 && (await used.bytes()) > mostBytes;
    return tooMuch ? removed(REMOVE_SETTLED, Number.MAX_SAFE_INTEGER) : old;
}

export async function readDeadLetters(pool: Pool, { after, limit }: Page): Promise<DeadLetter[]> {
    const text = `SELECT * FROM pushes WHERE state = ${DEAD} AND seq > $1 ORDER BY seq LIMIT $2`;
    return (await pool.query(text, [after, limit])).rows.map(deadLetter);
}

/** Returns how many older requests had to make room. */
export async function quarantineRequest(pool: Pool, rejected: RejectedPush): Promise<number> {
    const { receivedAt, method, contentType, body, reason } = rejected;
    const { rowCount } = await pool.query(
        `WITH kept AS (
            INSERT INTO quarantine (received_at, method, content_type, body, reason) VALUES ($1, $2, $3, $4, $5) RETURNING id
        )
        DELETE FROM quarantine WHERE id <= (SELECT id FROM kept) - ${KEPT_IN_QUARANTINE}`,
        [receivedAt, method, contentType, body, reason]
    );
    return rowCount ?? 0;
}

export async function readQuarantine(pool: Pool, { after, limit }: Page): Promise<QuarantinedPush[]> {
    const text = 'SELECT * FROM quarantine WHERE id > $1 ORDER BY id LIMIT $2';
    return (await pool.query(text, [after, limit])).rows.map(quarantinedPush);
}
