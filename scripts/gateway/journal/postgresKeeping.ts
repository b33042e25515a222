import type { Pool } from 'pg';
import { z } from 'zod';
import type { DeadLetter, JournalCounts, Page, QuarantinedPush, RejectedPush, Retention } from './journal.ts';
import { inTransaction } from './postgresSchema.ts';
import { deadLetter, quarantinedPush } from './rows.ts';
import { DEAD, KEPT_IN_QUARANTINE, SETTLED, WAITING } from './states.ts';

const COUNTS = `
SELECT (SELECT count(*) FROM pushes WHERE state = ${WAITING}) AS waiting,
    (SELECT min(received_at) FROM pushes WHERE state = ${WAITING}) AS oldest,
    (SELECT count(*) FROM pushes WHERE state = ${DEAD}) AS dead,
    (SELECT count(*) FROM quarantine) AS quarantined,
    pg_total_relation_size('pushes') + pg_total_relation_size('waiting') + pg_total_relation_size('quarantine') AS bytes`;

// A table keeps its size when rows go, so what is used is what the rows that are left take.
const USED = `SELECT coalesce(sum(octet_length(body) + 200), 0) AS bytes FROM pushes`;

const REMOVE_SETTLED = `
DELETE FROM pushes WHERE seq IN
    (SELECT seq FROM pushes WHERE state = ${SETTLED} AND received_at < $1 ORDER BY received_at LIMIT $2)`;

const REMOVE_QUARANTINED = `
DELETE FROM quarantine WHERE id IN (SELECT id FROM quarantine WHERE received_at < $1 ORDER BY id LIMIT $2)`;

// Listed before the pushes change, and in everybody's order; a call that somebody holds is locked until they are done.
const LIST_AGAIN = `
INSERT INTO waiting (reference, due_at) SELECT DISTINCT reference, $1::bigint FROM pushes WHERE $CONDITION ORDER BY reference
ON CONFLICT (reference) DO UPDATE SET due_at = waiting.due_at`;

// What came after a dead letter goes along, so that the later values win again.
const AFTER_DEAD = `EXISTS (
    SELECT 1 FROM pushes AS dead WHERE dead.state = ${DEAD} AND dead.reference = pushes.reference
    AND dead.seq <= pushes.seq AND ($2::bigint[] IS NULL OR dead.seq = ANY($2)))`;

const SINCE = 'received_at >= $2::bigint';

const bigint = z.coerce.number();
const counts = z.object({
    waiting: bigint,
    oldest: bigint.nullable(),
    dead: bigint,
    quarantined: bigint,
    bytes: bigint
});

export async function readCounts(pool: Pool): Promise<JournalCounts> {
    const { rows } = await pool.query(COUNTS);
    const { oldest, ...numbers } = counts.parse(rows[0]);
    return { ...numbers, oldestWaitingAt: oldest ?? undefined };
}

export async function usedBytes(pool: Pool): Promise<number> {
    const { rows } = await pool.query(USED);
    return z.object({ bytes: bigint }).parse(rows[0]).bytes;
}

export async function pruneOnce(pool: Pool, retention: Retention): Promise<number> {
    const { settledBefore, quarantinedBefore, mostBytes, step } = retention;
    const removed = async (text: string, before: number): Promise<number> =>
        (await pool.query(text, [before, step])).rowCount ?? 0;
    const old = (await removed(REMOVE_SETTLED, settledBefore)) + (await removed(REMOVE_QUARANTINED, quarantinedBefore));
    const tooMuch = old === 0 && (await usedBytes(pool)) > mostBytes;
    return tooMuch ? removed(REMOVE_SETTLED, Number.MAX_SAFE_INTEGER) : old;
}

export async function readDeadLetters(pool: Pool, { after, limit }: Page): Promise<DeadLetter[]> {
    const text = `SELECT * FROM pushes WHERE state = ${DEAD} AND seq > $1 ORDER BY seq LIMIT $2`;
    return (await pool.query(text, [after, limit])).rows.map(deadLetter);
}

export function replayDead(pool: Pool, ids: readonly number[] | 'all', now: number): Promise<number> {
    return waitAgain(pool, AFTER_DEAD, now, ids === 'all' ? null : [...ids]);
}

export function replayAllSince(pool: Pool, since: number, now: number): Promise<number> {
    return waitAgain(pool, SINCE, now, since);
}

function waitAgain(pool: Pool, condition: string, now: number, value: number | number[] | null): Promise<number> {
    return inTransaction(pool, async (client) => {
        await client.query(LIST_AGAIN.replace('$CONDITION', condition), [now, value]);
        const { rowCount } = await client.query(
            `UPDATE pushes SET state = ${WAITING}, reason = NULL WHERE ${condition.replaceAll('$2', '$1')}`,
            [value]
        );
        return rowCount ?? 0;
    });
}

export async function quarantineRequest(pool: Pool, rejected: RejectedPush): Promise<void> {
    const { receivedAt, method, contentType, body, reason } = rejected;
    await pool.query(
        `WITH kept AS (
            INSERT INTO quarantine (received_at, method, content_type, body, reason) VALUES ($1, $2, $3, $4, $5) RETURNING id
        )
        DELETE FROM quarantine WHERE id <= (SELECT id FROM kept) - ${KEPT_IN_QUARANTINE}`,
        [receivedAt, method, contentType, body, reason]
    );
}

export async function readQuarantine(pool: Pool, { after, limit }: Page): Promise<QuarantinedPush[]> {
    const text = 'SELECT * FROM quarantine WHERE id > $1 ORDER BY id LIMIT $2';
    return (await pool.query(text, [after, limit])).rows.map(quarantinedPush);
}
