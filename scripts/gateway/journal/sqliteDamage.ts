import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { errorText } from '../systemError.ts';

const CORRUPT = 11;
const NO_DATABASE = 26;

const sqliteError = z.object({ errcode: z.number() });

/**
 * What is wrong with a journal file, in SQLite's words; undefined while it is whole. Reads all of the file, and changes nothing:
 * a gateway may be using it.
 * @param thorough whether the indexes are held against the tables, too
 * @throws SQLite's error for what says nothing about the file's content
 */
export function damageOf(file: string, thorough: boolean): string | undefined {
    const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
    try {
        const row = database.prepare(thorough ? 'PRAGMA integrity_check(1)' : 'PRAGMA quick_check(1)').get();
        const [said] = Object.values(row ?? {});
        return said === 'ok' ? undefined : String(said);
    } catch (error) {
        if (isDamage(error)) {
            return errorText(error);
        }
        throw error;
    } finally {
        database.close();
    }
}

/** Whether an error of SQLite says that the file's content is not what was written. */
export function isDamage(error: unknown): boolean {
    const code = (sqliteError.safeParse(error).data?.errcode ?? 0) & 0xff;
    return code === CORRUPT || code === NO_DATABASE;
}

/** Whether a file is there that holds nothing at all: a gateway writes its tables when it makes one. */
export function isEmptied(file: string): boolean {
    return existsSync(file) && statSync(file).size === 0;
}

/** Whether whoever wrote the file last had no time to close it: SQLite then removes what is beside it. */
export function wasCutOff(file: string): boolean {
    return existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
}

/** The error of a gateway or command that meets a damaged journal. */
export function damagedJournal(file: string, damage: string): Error {
    return new Error(
        `The journal ${file} is damaged: ${damage}. See "A journal that is damaged" in scripts/gateway/README.md`
    );
}
