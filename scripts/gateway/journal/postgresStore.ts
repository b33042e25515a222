import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import type { ClaimedCall, ClaimRequest, JournalledPush, Push, Settlement } from './journal.ts';
import { inTransaction } from './postgresSchema.ts';
import { journalledPush } from './rows.ts';
import { DEAD, SETTLED, WAITING } from './states.ts';

// The list of calls is locked in one order by everybody, so that gateways which append at once cannot wait for each other.
// A call that is listed already is locked too: whoever is settling it has to see this push, or this push that it is gone.
const APPEND = `
WITH incoming AS (
    SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[])
        WITH ORDINALITY AS incoming (reference, received_at, shape, body, place)
), kept AS (
    INSERT INTO pushes (reference, received_at, shape, body)
    SELECT reference, received_at, shape, body FROM incoming ORDER BY place
)
INSERT INTO waiting (reference, due_at)
SELECT reference, min(received_at) FROM incoming GROUP BY reference ORDER BY reference
ON CONFLICT (reference) DO UPDATE SET due_at = waiting.due_at`;

const DUE = `
SELECT reference, due_at, attempts FROM waiting WHERE due_at <= $1
ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED`;

// By number, not up to one: another gateway may have committed an earlier number since the claim.
const FINISH = `
UPDATE pushes SET state = given.state, reason = given.reason
FROM unnest($1::bigint[], $2::text[], $3::uuid[], $4::smallint[], $5::text[])
    AS given (seq, reference, claim, state, reason)
JOIN waiting ON waiting.reference = given.reference AND waiting.claim = given.claim
WHERE pushes.seq = given.seq AND pushes.state = ${WAITING}`;

const REQUEUE = `
UPDATE waiting SET claim = NULL, due_at = given.due_at, attempts = given.attempts
FROM unnest($1::text[], $2::uuid[], $3::bigint[], $4::integer[]) AS given (reference, claim, due_at, attempts)
WHERE waiting.reference = given.reference AND waiting.claim = given.claim`;

const DEQUEUE = `
DELETE FROM waiting USING unnest($1::text[], $2::uuid[]) AS given (reference, claim)
WHERE waiting.reference = given.reference AND waiting.claim = given.claim
AND NOT EXISTS (SELECT 1 FROM pushes WHERE pushes.reference = waiting.reference AND pushes.state = ${WAITING})`;

const LOCK = `
SELECT 1 FROM waiting JOIN unnest($1::text[]) AS given (reference) USING (reference)
ORDER BY reference FOR UPDATE OF waiting`;

const dueRow = z.object({ reference: z.string(), due_at: z.coerce.number(), attempts: z.number() });

export async function appendPushes(client: Pool | PoolClient, pushes: readonly Push[]): Promise<void> {
    await client.query({
        name: 'append',
        text: APPEND,
        values: [
            pushes.map(({ reference }) => reference),
            pushes.map(({ receivedAt }) => receivedAt),
            pushes.map(({ shape }) => shape),
            pushes.map(({ body }) => body)
        ]
    });
}

export function claimCalls(pool: Pool, request: ClaimRequest): Promise<ClaimedCall[]> {
    const { limit, now, leaseUntil, partialBefore } = request;
    return inTransaction(pool, async (client) => {
        const due = z.array(dueRow).parse((await client.query(DUE, [now, limit])).rows);
        if (due.length === 0 || (due.length < limit && (due[0]?.due_at ?? 0) > partialBefore)) {
            return [];
        }
        const claim = randomUUID();
        const references = due.map(({ reference }) => reference);
        await client.query('UPDATE waiting SET claim = $1, due_at = $2 WHERE reference = ANY($3)', [
            claim,
            leaseUntil,
            references
        ]);
        const { rows } = await client.query(
            `SELECT * FROM pushes WHERE reference = ANY($1) AND state = ${WAITING} ORDER BY seq`,
            [references]
        );
        const pushes = Map.groupBy(rows.map(journalledPush), ({ reference }: JournalledPush) => reference);
        return due.map(({ reference, attempts }) => ({
            reference,
            claim,
            attempts,
            pushes: pushes.get(reference) ?? []
        }));
    });
}

export function settleCalls(pool: Pool, settlements: readonly Settlement[], now: number): Promise<void> {
    const retried = settlements.filter((settlement) => settlement.outcome === 'retry');
    const finished = settlements.filter((settlement) => settlement.outcome !== 'retry');
    const pushes = finished.flatMap((settlement) => settlement.seqs.map((seq) => ({ seq, settlement })));
    const references = finished.map(({ reference }) => reference);
    const claims = finished.map(({ claim }) => claim);
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
        await client.query(DEQUEUE, [references, claims]);
        await client.query(REQUEUE, [references, claims, references.map(() => now), references.map(() => 0)]);
        await client.query(REQUEUE, [
            retried.map(({ reference }) => reference),
            retried.map(({ claim }) => claim),
            retried.map(({ dueAt }) => dueAt),
            retried.map(({ attempts }) => attempts)
        ]);
    });
}
