import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Push } from './journal.ts';
import type { Machine } from './machine.ts';
import { createSqliteAgents } from './sqliteAgents.ts';
import type { SqliteAgents } from './sqliteAgents.ts';
import { createSqliteClaims } from './sqliteClaims.ts';
import type { SqliteClaims } from './sqliteClaims.ts';
import { createSqliteKeeping } from './sqliteKeeping.ts';
import type { SqliteKeeping } from './sqliteKeeping.ts';
import { createSqliteReplay } from './sqliteReplay.ts';
import type { SqliteReplay } from './sqliteReplay.ts';
import { openJournalFile } from './sqliteSchema.ts';
import { createSqliteStore } from './sqliteStore.ts';
import type { SqliteStore } from './sqliteStore.ts';

export interface SqliteBackendOptions {
    /** Path, or `:memory:`. */
    readonly file: string;
    /** Size at which pushes are refused. */
    readonly mostBytes: number;
    /** Whether this process forwards from the file. */
    readonly owner: boolean;
}

/** Everything the journal's thread does, by name. */
export interface SqliteBackend
    extends Omit<SqliteStore, 'insert'>, SqliteClaims, SqliteAgents, Omit<SqliteKeeping, 'release'>, SqliteReplay {
    readonly release: (id: number, pushes: readonly Push[]) => void;
    readonly close: () => void;
}

export function openSqliteBackend(
    { file, mostBytes, owner }: SqliteBackendOptions,
    machine: Partial<Machine> = {}
): SqliteBackend {
    const { now = Date.now, elapsed = () => performance.now(), freeBytes = () => freeBytesBeside(file) } = machine;
    const database = openJournalFile(file, owner);
    const store = createSqliteStore(database, { mostBytes, freeBytes });
    const keeping = createSqliteKeeping(database, freeBytes);
    return {
        ...store,
        ...createSqliteClaims(database, { now, elapsed }),
        ...createSqliteAgents(database),
        ...keeping,
        ...createSqliteReplay(database),
        release: (id, pushes) => keeping.release(id, () => store.insert(pushes)),
        close: () => database.close()
    };
}

function freeBytesBeside(file: string): number | undefined {
    if (file === ':memory:') {
        return undefined;
    }
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize;
}
