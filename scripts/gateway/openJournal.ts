import { existsSync } from 'node:fs';
import type { JournalEnvironment } from './env.ts';
import type { Journal } from './journal/journal.ts';
import { openPostgresJournal } from './journal/postgresJournal.ts';
import { openSqliteJournal } from './journal/sqliteJournal.ts';
import type { SqliteJournalOptions } from './journal/sqliteJournal.ts';
import type { Log } from './log.ts';

/**
 * Opens the journal that the environment names.
 * @param owner whether this process forwards from it; false for a command that looks in
 */
export function openJournal({ location, mostBytes }: JournalEnvironment, owner: boolean, log: Log): Promise<Journal> {
    return /^postgres(ql)?:\/\//.test(location)
        ? openPostgresJournal({
              url: location,
              mostBytes,
              connectionLost: () => log({ level: 'warn', event: 'connection to the journal lost' })
          })
        : openFile({ file: location, mostBytes, owner });
}

/** An administrator who mistypes the file's name must not be told of an empty journal. */
async function openFile(options: SqliteJournalOptions): Promise<Journal> {
    if (options.owner === false && !existsSync(options.file)) {
        throw new Error(`There is no journal ${options.file}: check GATEWAY_JOURNAL`);
    }
    return openSqliteJournal(options);
}
