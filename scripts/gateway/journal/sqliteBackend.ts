import type { Push } from './journal.ts';
import { createSqliteKeeping } from './sqliteKeeping.ts';
import type { SqliteKeeping } from './sqliteKeeping.ts';
import { openJournalFile } from './sqliteSchema.ts';
import { createSqliteStore } from './sqliteStore.ts';
import type { SqliteStore } from './sqliteStore.ts';

export interface SqliteBackendOptions {
    /** Path, or `:memory:`. */
    readonly file: string;
    /** Size at which pushes are refused. */
    readonly mostBytes: number;
}

/** Everything the journal's thread does, by name. */
export interface SqliteBackend extends Omit<SqliteStore, 'insert'>, Omit<SqliteKeeping, 'release'> {
    readonly release: (id: number, pushes: readonly Push[]) => void;
    readonly close: () => void;
}

export function openSqliteBackend({ file, mostBytes }: SqliteBackendOptions): SqliteBackend {
    const database = openJournalFile(file);
    const store = createSqliteStore(database, mostBytes);
    const keeping = createSqliteKeeping(database);
    return {
        ...store,
        ...keeping,
        release: (id, pushes) => keeping.release(id, () => store.insert(pushes)),
        close: () => database.close()
    };
}
