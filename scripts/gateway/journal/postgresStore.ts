import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import { LONGEST_PAUSE, REMEMBERED } from './journal.ts';
import type { Arrival, ClaimedCall, ClaimRequest, JournalledPush, Push, Settlement } from './journal.ts';
import { inTransaction, nowBy } from './postgresSchema.ts';
import type { JournalClock } from './postgresSchema.ts';
import { arrival, journalledPush } from './rows.ts';
import { DEAD, SETTLED, WAITING } from './states.ts';

// The list of calls is locked in one order by everybody, so that gateways which append at once cannot wait for each other.
// A call that is listed already is locked too: whoever is settling it has to see this push, or this push that it is gone.
const APPEND = `
WITH incoming AS (
    SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $6::text[])
        WITH ORDINALITY AS incoming (reference, received_at, shape, body, server, place)
), kept AS (
    INSERT INTO pushes (reference, received_at, shape, body, server)
    SELECT reference, received_at, shape, body, server FROM incoming ORDER BY place
)
INSERT INTO waiting (reference, due_at)
SELECT reference, least(min(received_at), ${nowBy(5)}) FROM incoming GROUP BY reference ORDER BY reference
ON CONFLICT (reference) DO UPDATE SET due_at = waiting.due_at`;

// A gateway whose clock is ahead must not put its calls behind those of the others.
const DUE = `
SELECT reference, due_at, attempts, ${nowBy(2)} - due_at AS age FROM waiting
WHERE due_at <= ${nowBy(2)} OR due_at > ${nowBy(2)} + ${LONGEST_PAUSE}
ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED`;

const HOLD = `UPDATE waiting SET claim = $1, due_at = ${nowBy(4)} + $2 WHERE reference = ANY($3)`;

// The lengths are read first: one call may have more waiting than fits into memory.
const HELD = `
SELECT pushes.* FROM pushes JOIN (
    SELECT seq, sum(octet_length(body)) OVER (ORDER BY seq) - octet_length(body) AS before,
        row_number() OVER (PARTITION BY reference ORDER BY seq) AS place
    FROM pushes WHERE reference = ANY($1) AND state = ${WAITING}
) AS due USING (seq) WHERE due.before < $2 OR due.place = 1 ORDER BY seq`;

// The first push of the call with the same body, for each of those that are handed out.
const FIRST = `
SELECT DISTINCT ON (again.seq) again.seq AS again, first.seq, first.received_at
FROM pushes AS again CROSS JOIN LATERAL (
    SELECT seq, received_at, body FROM pushes AS earlier
    WHERE earlier.reference = again.reference AND earlier.seq < again.seq ORDER BY seq LIMIT ${REMEMBERED}
) AS first
WHERE again.seq = ANY($1::bigint[]) AND first.body = again.body
ORDER BY again.seq, first.received_at, first.seq`;

// By number, not up to one: another gateway may have committed an earlier number since the claim.
const FINISH = `
UPDATE pushes SET state = given.state, reason = given.reason
FROM unnest($1::bigint[], $2::text[], $3::uuid[], $4::smallint[], $5::text[])
    AS given (seq, reference, claim, state, reason)
JOIN waiting ON waiting.reference = given.reference AND waiting.claim = given.claim
WHERE pushes.seq = given.seq AND pushes.state = ${WAITING}`;

const REQUEUE = `
UPDATE waiting SET claim = NULL, due_at = coalesce(given.place, ${nowBy(6)} + given.pause), attempts = given.attempts
FROM unnest($1::text[], $2::uuid[], $3::integer[], $4::bigint[], $5::bigint[])
    AS given (reference, claim, attempts, pause, place)
WHERE waiting.reference = given.reference AND waiting.claim = given.claim`;

const DEQUEUE = `
DELETE FROM waiting USING unnest($1::text[], $2::uuid[]) AS given (reference, claim)
WHERE waiting.reference = given.reference AND waiting.claim = given.claim
AND NOT EXISTS (SELECT 1 FROM pushes WHERE pushes.reference = waiting.reference AND pushes.state = ${WAITING})`;

const LOCK = `
SELECT 1 FROM waiting JOIN unnest($1::text[]) AS given (reference) USING (reference)
ORDER BY reference FOR UPDATE OF waiting`;

const dueRow = z.object({
    reference: z.string(),
    due_at: z.coerce.number(),
    attempts: z.number(),
    age: z.coerce.number()
});

export async function appendPushes(
    client: Pool | PoolClient,
    pushes: readonly Push[],
    clock: JournalClock
): Promise<void> {
    await client.query({
        name: 'append',
        text: APPEND,
        values: [
            pushes.map(({ reference }) => reference),
            pushes.map(({ receivedAt }) => receivedAt),
            pushes.map(({ shape }) => shape),
            pushes.map(({ body }) => body),
            clock?.(),
            pushes.map(({ server = '' }) => server)
        ]
    });
}

export function claimCalls(pool: Pool, request: ClaimRequest, clock: JournalClock): Promise<ClaimedCall[]> {
    const { limit, mostBytes, lease, partialAfter } = request;
    return inTransaction(pool, async (client) => {
        const due = z.array(dueRow).parse((await client.query(DUE, [limit, clock?.()])).rows);
        const [first] = due;
        // What is from later than now shows that the clock was set back; it has waited long enough.
        const isFresh = first !== undefined && first.age < partialAfter && first.age >= 0;
        if (first === undefined || (due.length < limit && isFresh)) {
            return [];
        }
        const claim = randomUUID();
        const references = due.map(({ reference }) => reference);
        await client.query(HOLD, [claim, lease, references, clock?.()]);
        const { rows } = await client.query(HELD, [references, mostBytes]);
        const claimed = await firstOfEach(client, rows.map(journalledPush));
        const pushes = Map.groupBy(claimed, ({ reference }) => reference);
        return due.map(({ reference, attempts, due_at: place }) => ({
            reference,
            claim,
            attempts,
            place,
            pushes: pushes.get(reference) ?? []
        }));
    });
}

const againRow = z.object({ again: z.coerce.number() });

async function firstOfEach(client: PoolClient, pushes: readonly JournalledPush[]): Promise<JournalledPush[]> {
    const { rows } = await client.query(FIRST, [pushes.map(({ seq }) => seq)]);
    const arrivals = new Map<number, Arrival>(rows.map((row) => [againRow.parse(row).again, arrival(row)]));
    return pushes.map((push) => {
        const first = arrivals.get(push.seq);
        return first === undefined ? push : { ...push, first };
    });
}

export function settleCalls(pool: Pool, settlements: readonly Settlement[], clock: JournalClock): Promise<void> {
    const finished = settlements.filter(({ outcome }) => outcome === 'settled' || outcome === 'dead');
    const pushes = finished.flatMap((settlement) => settlement.seqs.map((seq) => ({ seq, settlement })));
    return inTransaction(pool, async (client) => {
        // A push that arrives meanwhile waits for this transaction, and then finds its call gone or queued again.
        await client.query(LOCK, [settlements.map(({ reference }) => reference)]);
        await client.query(FINISH, [
            pushes.map(({ seq }) => seq),
            pushes.map(({ settlement }) => settlement.reference),
            pushes.map(({ settlement }) => settlement.claim),
            pushes.map(({ settlement }) => (settlement.outcome === 'dead' ? DEAD : SETTLED)),
            pushes.map(({ settlement }) => (settlement.outcome === 'dead' ? settlement.reason : null))
        ]);
        await client.query(DEQUEUE, [finished.map(({ reference }) => reference), finished.map(({ claim }) => claim)]);
        // What is left of a finished call has not been refused yet.
        await client.query(REQUEUE, [
            settlements.map(({ reference }) => reference),
            settlements.map(({ claim }) => claim),
            settlements.map((settlement) => ('attempts' in settlement ? settlement.attempts : 0)),
            settlements.map((settlement) => ('pause' in settlement ? settlement.pause : 0)),
            settlements.map((settlement) => ('place' in settlement ? settlement.place : null)),
            clock?.()
        ]);
    });
}
