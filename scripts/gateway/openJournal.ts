import { existsSync } from 'node:fs';
import type { JournalEnvironment } from './env.ts';
import type { JournalAccess } from './forwarding/journalAccess.ts';
import type { Journal } from './journal/journal.ts';
import { openPostgresJournal } from './journal/postgresJournal.ts';
import { openSqliteJournal } from './journal/sqliteJournal.ts';
import type { Log } from './log.ts';

export interface OwnedJournal {
    readonly journal: Journal;
    /** For the thread that forwards. */
    readonly access: JournalAccess;
}

const isPostgres = (location: string): boolean => /^postgres(ql)?:\/\//.test(location);

/**
 * Opens the journal that the environment names, for the process that forwards from it.
 * @param died told when the journal can no longer be used and has to be opened anew
 */
export async function openOwnJournal(
    { location, mostBytes }: JournalEnvironment,
    log: Log,
    died: (error: Error) => void
): Promise<OwnedJournal> {
    if (isPostgres(location)) {
        const connectionLost = (): void => log({ level: 'warn', event: 'connection to the journal lost' });
        const journal = await openPostgresJournal({ url: location, mostBytes, connectionLost });
        return { journal, access: { postgres: location } };
    }
    const journal = await openSqliteJournal({ file: location, mostBytes, died });
    return { journal, access: { port: journal.connect() } };
}

/**
 * Opens the journal for a command that looks in.
 * Rejects when there is none: who mistypes a file's name must not be told of an empty journal.
 */
export async function openJournalToLookIn({ location, mostBytes }: JournalEnvironment): Promise<Journal> {
    if (isPostgres(location)) {
        return openPostgresJournal({ url: location, mostBytes });
    }
    if (!existsSync(location)) {
        throw new Error(`There is no journal ${location}: check GATEWAY_JOURNAL`);
    }
    return openSqliteJournal({ file: location, mostBytes, owner: false });
}
