import type { DatabaseSync } from 'node:sqlite';
import type { ReplaySelection } from './journal.ts';
import { transaction } from './sqliteSchema.ts';
import { DEAD, WAITING } from './states.ts';

export interface SqliteReplay {
    /** Notes which pushes are to wait again, without holding up anybody who writes. */
    readonly beginReplay: (selection: ReplaySelection) => void;
    /** Makes the pushes of some calls wait again; returns how many, undefined when no call is left. */
    readonly replayStep: (now: number) => number | undefined;
}

const CALLS_A_STEP = 1000;

const AFTER_DEAD = `
SELECT pushes.reference, pushes.seq FROM pushes JOIN
    (SELECT reference, min(seq) AS first FROM pushes
        WHERE state = ${DEAD} AND (?1 IS NULL OR seq IN (SELECT value FROM json_each(?1))) GROUP BY reference) AS dead
    ON dead.reference = pushes.reference AND pushes.seq >= dead.first
WHERE pushes.state <> ${WAITING}`;

const SINCE = `SELECT reference, seq FROM pushes WHERE received_at >= ?1 AND state <> ${WAITING}`;

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

    function step(now: number): number | undefined {
        if (database.prepare('SELECT 1 FROM temp.replay LIMIT 1').get() === undefined) {
            return undefined;
        }
        const calls = `SELECT DISTINCT reference FROM temp.replay ORDER BY reference LIMIT ${CALLS_A_STEP}`;
        return transaction(database, () => {
            // What was settled since the replay began goes along, or older values would win over it.
            const { changes } = database
                .prepare(
                    `UPDATE pushes SET state = ${WAITING}, reason = NULL WHERE state <> ${WAITING} AND (
                        seq IN (SELECT seq FROM temp.replay WHERE reference IN (${calls}))
                        OR (seq > ?1 AND reference IN (${calls})))`
                )
                .run(newest);
            database
                .prepare(
                    `INSERT INTO waiting (reference, due_at) SELECT reference, ?1 FROM (${calls}) WHERE true ON CONFLICT DO NOTHING`
                )
                .run(now);
            database.exec(`DELETE FROM temp.replay WHERE reference IN (${calls})`);
            return Number(changes);
        });
    }

    return { beginReplay: begin, replayStep: step };
}
