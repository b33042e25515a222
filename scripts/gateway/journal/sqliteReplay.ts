import type { DatabaseSync } from 'node:sqlite';
import type { ReplaySelection } from './journal.ts';
import { PUSH_COLUMNS, transaction } from './sqliteSchema.ts';

export interface SqliteReplay {
    /** Notes which pushes are to wait again, without holding up anybody who writes. */
    readonly beginReplay: (selection: ReplaySelection) => void;
    /** Makes the pushes of some calls wait again; returns how many, undefined when no call is left. */
    readonly replayStep: () => number | undefined;
}

const CALLS_A_STEP = 1000;

/** Everything that does not wait: settled, or given up. */
const DONE = `(
SELECT reference, seq, received_at FROM pushes WHERE seq NOT IN (SELECT seq FROM ready)
UNION ALL SELECT reference, seq, received_at FROM dead_letters)`;

const AFTER_DEAD = `
SELECT done.reference, done.seq FROM ${DONE} AS done JOIN
    (SELECT reference, min(seq) AS first FROM dead_letters
        WHERE ?1 IS NULL OR seq IN (SELECT value FROM json_each(?1)) GROUP BY reference) AS dead
    ON dead.reference = done.reference AND done.seq >= dead.first`;

const SINCE = `SELECT reference, seq FROM ${DONE} WHERE received_at >= ?1`;

/** Sends again in short steps, call by call: a call whose older pushes waited alone would move back. */
export function createSqliteReplay(database: DatabaseSync): SqliteReplay {
    // Of this connection alone, so that filling it locks nobody out.
    database.exec('PRAGMA temp_store = FILE');

    let newest = 0;

    function begin(selection: ReplaySelection): void {
        database.exec('DROP TABLE IF EXISTS temp.replay; CREATE TEMP TABLE replay (reference TEXT, seq INTEGER)');
        if ('since' in selection) {
            database.prepare(`INSERT INTO temp.replay ${SINCE}`).run(selection.since);
        } else {
            const { deadLetters } = selection;
            database
                .prepare(`INSERT INTO temp.replay ${AFTER_DEAD}`)
                .run(deadLetters === 'all' ? null : JSON.stringify(deadLetters));
        }
        database.exec('CREATE INDEX temp.replay_reference ON replay (reference)');
        newest = Number(database.prepare('SELECT max(seq) AS newest FROM pushes').get()?.newest);
    }

    function step(): number | undefined {
        if (database.prepare('SELECT 1 FROM temp.replay LIMIT 1').get() === undefined) {
            return undefined;
        }
        const calls = `(SELECT DISTINCT reference FROM temp.replay ORDER BY reference LIMIT ${CALLS_A_STEP})`;
        // What was settled since the replay began goes along, or older values would win over it.
        const again = `(seq IN (SELECT seq FROM temp.replay WHERE reference IN ${calls})
            OR (seq > ${newest} AND reference IN ${calls}))`;
        return transaction(database, () => {
            database.exec(`
                INSERT INTO pushes (${PUSH_COLUMNS}) SELECT ${PUSH_COLUMNS} FROM dead_letters WHERE ${again};
                DELETE FROM dead_letters WHERE ${again}`);
            const { changes } = database
                .prepare(
                    `INSERT OR IGNORE INTO ready (seq, reference) SELECT seq, reference FROM pushes WHERE ${again}`
                )
                .run();
            database.exec(`DELETE FROM temp.replay WHERE reference IN ${calls}`);
            return Number(changes);
        });
    }

    return { beginReplay: begin, replayStep: step };
}
