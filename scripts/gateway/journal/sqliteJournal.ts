import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { MessagePort } from 'node:worker_threads';
import type { AgentNews } from '../agentStates/agentNews.ts';
import { createGroupCommit } from './groupCommit.ts';
import type { Forwardable, Journal, Push } from './journal.ts';
import { makePrivate } from './sqliteSchema.ts';
import { startSqliteHere, startSqliteThread, talkTo } from './sqliteThread.ts';

export interface SqliteJournalOptions {
    /** Path, or `:memory:`, which survives nothing. */
    readonly file: string;
    /** Size at which pushes are refused; 4 GiB when left out. */
    readonly mostBytes?: number;
    /**
     * Whether this process forwards from the file. Only one may, and a second one is refused. An administrator's command
     * looks in without owning it.
     */
    readonly owner?: boolean;
    /** The journal's clock instead of this machine's, for tests; without a thread then. */
    readonly now?: () => number;
    /** Told when the file's thread dies; the journal is of no use then. */
    readonly died?: (error: Error) => void;
}

export interface SqliteJournal extends Journal {
    /** A port to the file for a forwarder in a thread of its own: see `forwardableOver`. */
    connect(): MessagePort;
}

const LARGEST_GROUP = 512;
const MOST_WAITING = 10_000;
const DEFAULT_MOST_BYTES = 4 * 1024 ** 3;

/**
 * A journal in one SQLite file on a local disk. Its first call rejects when the file is no journal, or was written by a
 * newer gateway.
 * @throws Error when the file belongs to a running gateway
 */
export function createSqliteJournal(options: SqliteJournalOptions): SqliteJournal {
    const { mostBytes = DEFAULT_MOST_BYTES, owner = true, now, died = () => undefined } = options;
    const inMemory = options.file === ':memory:';
    // Two names of one file must not have two owners.
    const file = inMemory ? options.file : realPath(options.file);
    const lock = owner && !inMemory ? takeOwnership(file) : undefined;
    const backend = { file, mostBytes, owner };
    const thread =
        inMemory || now !== undefined
            ? startSqliteHere(backend, now === undefined ? {} : { now, elapsed: now })
            : startSqliteThread(backend, died);
    const appends = createGroupCommit<Push>((pushes) => thread.call('append', pushes), {
        largestGroup: LARGEST_GROUP,
        mostWaiting: MOST_WAITING
    });
    const noted = createGroupCommit<AgentNews>((news) => thread.call('noteAgents', news), {
        largestGroup: LARGEST_GROUP,
        mostWaiting: MOST_WAITING
    });
    return {
        connect: () => thread.connect(),
        append: (pushes) => appends.add(pushes),
        probe: () => thread.call('probe'),
        claim: (request) => thread.call('claim', request),
        settle: (settlements) => thread.call('settle', settlements),
        noteAgents: (news) => noted.add(news),
        untoldAgents: (limit) => thread.call('untoldAgents', limit),
        agentsTold: (news) => thread.call('agentsTold', news),
        counts: () => thread.call('counts'),
        prune: (retention) => thread.call('prune', retention),
        deadLetters: (page) => thread.call('deadLetters', page),
        deleteDeadLetters: (chosen) => thread.call('deleteDeadLetters', chosen),
        deleteQuarantined: (chosen) => thread.call('deleteQuarantined', chosen),
        skip: (reference, reason) => thread.call('skip', reference, reason),
        async replay(selection, progress = () => undefined) {
            await thread.call('beginReplay', selection);
            let count = 0;
            for (;;) {
                const step = await thread.call('replayStep');
                if (step === undefined) {
                    return count;
                }
                count += step;
                progress(count);
            }
        },
        quarantine: (rejected) => thread.call('quarantine', rejected),
        quarantined: (page) => thread.call('quarantined', page),
        release: (id, pushes) => thread.call('release', id, pushes),
        async close() {
            await Promise.all([appends.idle(), noted.idle()]);
            await thread.call('close');
            lock?.close();
        }
    };
}

/** What a forwarder needs of a journal, over a port that the journal gave. */
export function forwardableOver(port: MessagePort): Forwardable {
    const thread = talkTo(port);
    return {
        claim: (request) => thread.call('claim', request),
        settle: (settlements) => thread.call('settle', settlements),
        noteAgents: (news) => thread.call('noteAgents', news)
    };
}

/** As `createSqliteJournal`, and makes sure that the journal works. */
export async function openSqliteJournal(options: SqliteJournalOptions): Promise<SqliteJournal> {
    const journal = createSqliteJournal(options);
    await journal.counts();
    return journal;
}

/** Of a file that may not be there yet. */
function realPath(file: string): string {
    return existsSync(file) ? realpathSync(file) : join(realpathSync(dirname(file)), basename(file));
}

/** The operating system lets the lock go with the process, however it ends. */
function takeOwnership(file: string): DatabaseSync {
    makePrivate(`${file}.lock`);
    const lock = new DatabaseSync(`${file}.lock`);
    try {
        lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
        return lock;
    } catch {
        lock.close();
        throw new Error(`The journal ${file} belongs to a gateway that is running`);
    }
}
