import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';

export type SqlRow = Record<string, SQLOutputValue>;

/** The org's SQLite file. Everything is synchronous: one save is one unbroken run of statements. */
export interface Database {
    all(sql: string, parameters?: readonly SQLInputValue[]): SqlRow[];
    run(sql: string, parameters?: readonly SQLInputValue[]): void;
    /** Nested calls are savepoints. Anything thrown rolls its own level back and is thrown on. */
    transaction<Result>(work: () => Result): Result;
    /**
     * Runs the action once the outermost transaction is committed, at once when there is none.
     * It is forgotten when a transaction around it is rolled back.
     */
    onCommit(action: () => void): void;
    close(): void;
}

/** Opens or creates the file; `:memory:` keeps everything in memory. */
export function openDatabase(file: string): Database {
    const sqlite = new DatabaseSync(file);
    sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;');
    const statements = new Map<string, StatementSync>();
    const prepare = (sql: string): StatementSync => {
        const known = statements.get(sql);
        if (known) {
            return known;
        }
        const statement = sqlite.prepare(sql);
        statements.set(sql, statement);
        return statement;
    };
    let depth = 0;
    let afterCommit: (() => void)[] = [];

    function transaction<Result>(work: () => Result): Result {
        const savepoint = `level_${depth}`;
        const pendingBefore = afterCommit.length;
        sqlite.exec(depth === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT ${savepoint}`);
        depth += 1;
        let result: Result;
        try {
            result = work();
        } catch (error) {
            depth -= 1;
            afterCommit.length = pendingBefore;
            sqlite.exec(depth === 0 ? 'ROLLBACK' : `ROLLBACK TO ${savepoint}; RELEASE ${savepoint}`);
            throw error;
        }
        depth -= 1;
        sqlite.exec(depth === 0 ? 'COMMIT' : `RELEASE ${savepoint}`);
        if (depth === 0) {
            const actions = afterCommit;
            afterCommit = [];
            actions.forEach((action) => action());
        }
        return result;
    }

    return {
        all: (sql, parameters = []) => prepare(sql).all(...parameters),
        run: (sql, parameters = []) => void prepare(sql).run(...parameters),
        transaction,
        onCommit: (action) => {
            if (depth === 0) {
                action();
            } else {
                afterCommit.push(action);
            }
        },
        close: () => sqlite.close()
    };
}
