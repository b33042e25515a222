import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';

const VERSION = 4;

const BY_REFERENCE = 'CREATE INDEX pushes_reference ON pushes (reference, seq);';

const SERVER = "server text NOT NULL DEFAULT ''";

const AGENTS = `
CREATE TABLE agents (
    server text NOT NULL,
    agent text NOT NULL,
    agent_code text NOT NULL,
    state text NOT NULL,
    since bigint NOT NULL,
    source text NOT NULL,
    detail text NOT NULL,
    told boolean NOT NULL DEFAULT false,
    PRIMARY KEY (server, agent)
);
CREATE INDEX agents_since ON agents (since);
CREATE INDEX agents_untold ON agents (since) WHERE NOT told;`;

const TABLES = `
CREATE TABLE pushes (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reference text NOT NULL,
    received_at bigint NOT NULL,
    shape text NOT NULL,
    body text NOT NULL,
    state smallint NOT NULL DEFAULT 0,
    reason text,
    ${SERVER}
);
${BY_REFERENCE}
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
    reason text NOT NULL,
    ${SERVER}
);
${AGENTS}
CREATE TABLE journal (version integer NOT NULL);
INSERT INTO journal VALUES (${VERSION});`;

const ADD_SERVER = `
ALTER TABLE pushes ADD COLUMN ${SERVER};
ALTER TABLE quarantine ADD COLUMN ${SERVER};`;

const CARRIED_OVER = `${AGENTS} UPDATE journal SET version = ${VERSION};`;

/** What carries the tables of an older format over. */
const STEPS = new Map([
    [1, `DROP INDEX pushes_waiting; ${BY_REFERENCE} ${ADD_SERVER} ${CARRIED_OVER}`],
    [2, ADD_SERVER + CARRIED_OVER],
    [3, CARRIED_OVER]
]);

/** Milliseconds since 1970. The journal's clock is the database's, one for all gateways, unless a test gives another. */
export type JournalClock = (() => number) | undefined;

/** The journal's clock in SQL; the parameter of that number is what the clock of a test says, or null. */
export const nowBy = (parameter: number): string =>
    `coalesce($${parameter}::bigint, (extract(epoch FROM statement_timestamp()) * 1000)::bigint)`;

/** Any number that no other program uses on this database: gateways that start together make the tables once. */
const LOCK = 4_807_525;

/**
 * Makes the journal's tables in the schema, once.
 * Rejects with the database's error, or for tables that a newer gateway made.
 */
export async function preparePostgres(pool: Pool, schema: string): Promise<void> {
    await inTransaction(pool, async (client) => {
        await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
        const name = client.escapeIdentifier(schema);
        await client.query(`CREATE SCHEMA IF NOT EXISTS ${name}; SET LOCAL search_path = ${name}`);
        const { rows: tables } = await client.query("SELECT to_regclass('journal') AS found");
        if (z.object({ found: z.string().nullable() }).parse(tables[0]).found === null) {
            await client.query(TABLES);
        }
        const { rows } = await client.query('SELECT version FROM journal');
        const { version } = z.object({ version: z.number() }).parse(rows[0]);
        if (version > VERSION) {
            throw new Error(`The journal was made by a newer gateway (format ${version}, this one has ${VERSION})`);
        }
        const step = STEPS.get(version);
        if (step !== undefined) {
            await client.query(step);
        }
    });
}

/** Runs the work in one transaction; whatever it throws undoes all of it. */
export async function inTransaction<Result>(
    pool: Pool,
    work: (client: PoolClient) => Promise<Result>
): Promise<Result> {
    const client = await pool.connect();
    let broken = false;
    // A server that restarts breaks connections off; without a listener that would end the process.
    const lost = (): void => {
        broken = true;
    };
    client.on('error', lost);
    try {
        await client.query('BEGIN');
        const result = await work(client);
        await client.query('COMMIT');
        return result;
    } catch (error) {
        await client.query('ROLLBACK').catch(() => (broken = true));
        throw error;
    } finally {
        client.off('error', lost);
        client.release(broken);
    }
}

/** Milliseconds that what a monitor asks for waits for a table that somebody holds. */
const LOCK_TIMEOUT = 1000;

/** As `inTransaction`, for work that had better fail than wait for somebody who holds a table. */
export function withoutWaiting<Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    return inTransaction(pool, async (client) => {
        await client.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT}`);
        return work(client);
    });
}
