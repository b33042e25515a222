import { Pool } from 'pg';
import type { AgentNews } from '../agentStates/agentNews.ts';
import { createGroupCommit } from './groupCommit.ts';
import { JournalFull } from './journal.ts';
import type { Journal, Push } from './journal.ts';
import { markAgentsTold, noteAgents, readUntoldAgents } from './postgresAgents.ts';
import {
    deleteDeadLetters,
    deleteQuarantined,
    pruneOnce,
    quarantineRequest,
    readCounts,
    readDeadLetters,
    readQuarantine,
    skipCall
} from './postgresKeeping.ts';
import { replayPushes } from './postgresReplay.ts';
import { inTransaction, preparePostgres, withoutWaiting } from './postgresSchema.ts';
import { BYTES_BESIDES, createUsedBytes } from './postgresSize.ts';
import { appendPushes, claimCalls, settleCalls } from './postgresStore.ts';

export interface PostgresJournalOptions {
    /** `postgresql://user:password@host:port/database`, or '' for libpq's PG* variables. */
    readonly url: string;
    /** Schema of the journal's tables; `convox_gateway` when left out. */
    readonly schema?: string;
    /** Size at which pushes are refused; 16 GiB when left out. */
    readonly mostBytes?: number;
    /** The journal's clock instead of the database's, for tests. */
    readonly now?: () => number;
    /** Told when a connection that nobody uses breaks off. */
    readonly connectionLost?: (error: Error) => void;
}

const LARGEST_GROUP = 500;
const MOST_WAITING = 10_000;
const DEFAULT_MOST_BYTES = 16 * 1024 ** 3;
const STATEMENT_TIMEOUT = 30_000;

/**
 * A journal in PostgreSQL that several gateways share; any of them may die, its claims end with their lease.
 * Rejects when the database cannot be reached, or its tables are a newer gateway's.
 */
export async function openPostgresJournal(options: PostgresJournalOptions): Promise<Journal> {
    const { url, schema = 'convox_gateway', mostBytes = DEFAULT_MOST_BYTES, now: clock } = options;
    const pool = new Pool({
        ...(url === '' ? {} : { connectionString: url }),
        max: 6,
        connectionTimeoutMillis: 5000,
        statement_timeout: STATEMENT_TIMEOUT,
        // A server that turns it off would acknowledge pushes that are not on disk.
        options: `-c search_path=${schema} -c synchronous_commit=on`
    });
    pool.on('error', options.connectionLost ?? (() => undefined));
    try {
        await preparePostgres(pool, schema);
    } catch (error) {
        await pool.end();
        throw error;
    }
    const used = createUsedBytes(pool);

    async function requireRoom(): Promise<void> {
        if ((await used.bytes()) >= mostBytes) {
            throw new JournalFull(`The journal has reached its ${mostBytes} bytes`);
        }
    }

    const appends = createGroupCommit<Push>(
        async (pushes) => {
            await requireRoom();
            await appendPushes(pool, pushes, clock);
            used.add(pushes.reduce((sum, { body }) => sum + Buffer.byteLength(body) + BYTES_BESIDES, 0));
        },
        { largestGroup: LARGEST_GROUP, mostWaiting: MOST_WAITING }
    );
    const noted = createGroupCommit<AgentNews>((news) => noteAgents(pool, news), {
        largestGroup: LARGEST_GROUP,
        mostWaiting: MOST_WAITING
    });
    return {
        noteAgents: (news) => noted.add(news),
        untoldAgents: (limit) => readUntoldAgents(pool, limit),
        agentsTold: (news) => markAgentsTold(pool, news),
        append: (pushes) => appends.add(pushes),
        async probe() {
            await requireRoom();
            await withoutWaiting(pool, (client) => client.query('UPDATE journal SET version = version'));
        },
        claim: (request) => claimCalls(pool, request, clock),
        settle: (settlements) => settleCalls(pool, settlements, clock),
        counts: () => withoutWaiting(pool, readCounts),
        prune: (retention) => pruneOnce(pool, retention, used),
        deadLetters: (page) => readDeadLetters(pool, page),
        replay: (selection, progress = () => undefined) => replayPushes(pool, selection, clock, progress),
        deleteDeadLetters: (chosen) => deleteDeadLetters(pool, chosen, used),
        deleteQuarantined: (chosen) => deleteQuarantined(pool, chosen),
        skip: (reference, reason) => inTransaction(pool, (client) => skipCall(client, reference, reason)),
        quarantine: (rejected) => quarantineRequest(pool, rejected),
        quarantined: (page) => readQuarantine(pool, page),
        release: (id, pushes) =>
            inTransaction(pool, async (client) => {
                const { rowCount } = await client.query('DELETE FROM quarantine WHERE id = $1', [id]);
                if (rowCount === 0) {
                    throw new Error(`Nothing in quarantine has the number ${id}`);
                }
                await appendPushes(client, pushes, clock);
            }),
        async close() {
            await Promise.all([appends.idle(), noted.idle()]);
            await pool.end();
        }
    };
}
