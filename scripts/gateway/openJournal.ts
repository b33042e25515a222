import { existsSync, statSync } from 'node:fs';
import type { JournalEnvironment } from './env.ts';
import type { JournalAccess } from './forwarding/journalAccess.ts';
import type { Journal } from './journal/journal.ts';
import { openPostgresJournal } from './journal/postgresJournal.ts';
import { damagedJournal, damageOf, isEmptied, wasCutOff } from './journal/sqliteDamage.ts';
import { openSqliteJournal } from './journal/sqliteJournal.ts';
import type { Log } from './log.ts';

export interface OwnedJournal {
    readonly journal: Journal;
    /** For the thread that forwards. */
    readonly access: JournalAccess;
}

/** Bytes of a journal that is read before pushes are taken: a second or two of a disk. */
const CHECKED_AT_START = 512 * 1024 ** 2;

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
    checkAtStart(location, log);
    const journal = await openSqliteJournal({ file: location, mostBytes, died });
    return { journal, access: { port: journal.connect() } };
}

/** What a power failure may have done to the file is found before it takes pushes that it may lose. */
function checkAtStart(file: string, log: Log): void {
    if (isEmptied(file)) {
        log({ level: 'error', event: 'journal file was empty, what it held is gone', file });
    } else if (wasCutOff(file) && existsSync(file)) {
        if (statSync(file).size > CHECKED_AT_START) {
            log({ level: 'warn', event: 'journal not checked after a crash: it is large, run gateway check', file });
            return;
        }
        const damage = damageOf(file, false);
        if (damage !== undefined) {
            throw damagedJournal(file, damage);
        }
    }
}

/**
 * Reads all of a journal file, also while a gateway runs.
 * @throws Error that says what is wrong with it
 */
export function checkJournal({ location }: JournalEnvironment, print: (line: string) => void): void {
    if (isPostgres(location)) {
        throw new Error('PostgreSQL checks a journal by its own pg_amcheck');
    }
    mustExist(location);
    if (isEmptied(location)) {
        throw new Error(`The journal ${location} is empty: what it held is gone. Restore the backup`);
    }
    const damage = damageOf(location, true);
    if (damage !== undefined) {
        throw damagedJournal(location, damage);
    }
    print(`The journal ${location} is whole`);
}

function mustExist(file: string): void {
    if (!existsSync(file)) {
        throw new Error(`There is no journal ${file}: check GATEWAY_JOURNAL`);
    }
}

/**
 * Opens the journal for a command that looks in.
 * Rejects when there is none: who mistypes a file's name must not be told of an empty journal.
 */
export async function openJournalToLookIn({ location, mostBytes }: JournalEnvironment): Promise<Journal> {
    if (isPostgres(location)) {
        return openPostgresJournal({ url: location, mostBytes });
    }
    mustExist(location);
    return openSqliteJournal({ file: location, mostBytes, owner: false });
}
