import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { JournalledPush } from './journal.ts';
import { pushFromTuple } from './rows.ts';
import { isDamage } from './sqliteDamage.ts';
import { PUSH_COLUMNS, transaction } from './sqliteSchema.ts';

/** Reads what waits, of a file that is damaged everything but what cannot be read. */
export interface SqliteReading {
    /** The first ones behind a sequence number. */
    readonly inOrder: (after: number, limit: number) => readonly JournalledPush[];
    /** Everything of these calls behind a sequence number. */
    readonly ofCalls: (references: readonly string[], after: number) => Iterable<JournalledPush>;
    /**
     * Makes dead letters, without their words, of what could not be read so far; returns whether there was any. SQLite
     * commits no transaction that met a damaged page: this is for after it.
     */
    readonly buryUnreadable: () => boolean;
}

const noteRow = z.object({ seq: z.int(), reference: z.string() });

export function createSqliteReading(database: DatabaseSync, now: () => number): SqliteReading {
    const columns = 'seq, pushes.reference, received_at, shape, body, server';
    const inOrder = database.prepare(
        `SELECT ready.${columns} FROM ready JOIN pushes USING (seq) WHERE ready.seq > ? ORDER BY ready.seq LIMIT ?`
    );
    inOrder.setReturnArrays(true);
    // The numbers are put in order before any body is read: one call may have more waiting than fits into memory.
    const ofCalls = database.prepare(
        `WITH later AS MATERIALIZED (
            SELECT seq FROM ready WHERE reference IN (SELECT value FROM json_each(?)) AND seq > ? ORDER BY seq
        )
        SELECT pushes.${columns} FROM later CROSS JOIN pushes USING (seq)`
    );
    ofCalls.setReturnArrays(true);
    const one = database.prepare(`SELECT ${PUSH_COLUMNS} FROM pushes WHERE seq = ?`);
    one.setReturnArrays(true);
    const notes = 'SELECT seq, reference FROM ready WHERE';
    const notesInOrder = database.prepare(`${notes} seq > ? ORDER BY seq LIMIT ?`);
    const notesOfCalls = database.prepare(
        `${notes} reference IN (SELECT value FROM json_each(?)) AND seq > ? ORDER BY seq`
    );
    const bury = database.prepare(
        `INSERT OR REPLACE INTO dead_letters (${PUSH_COLUMNS}, reason) VALUES (?, ?, ?, 'form', '', '', 'UNREADABLE')`
    );
    const forget = database.prepare('DELETE FROM ready WHERE seq = ?');

    let unreadable: z.infer<typeof noteRow>[] = [];

    function readable(row: unknown): JournalledPush[] {
        const note = noteRow.parse(row);
        try {
            return [pushFromTuple(one.get(note.seq))];
        } catch (error) {
            throwUnlessDamaged(error);
            unreadable.push(note);
            return [];
        }
    }

    return {
        inOrder(after, limit) {
            try {
                return inOrder.all(after, limit).map(pushFromTuple);
            } catch (error) {
                throwUnlessDamaged(error);
                return notesInOrder.all(after, limit).flatMap(readable);
            }
        },
        *ofCalls(references, after) {
            const given = JSON.stringify(references);
            let last = after;
            try {
                for (const row of ofCalls.iterate(given, after)) {
                    const push = pushFromTuple(row);
                    yield push;
                    last = push.seq;
                }
            } catch (error) {
                throwUnlessDamaged(error);
                for (const note of notesOfCalls.all(given, last)) {
                    yield* readable(note);
                }
            }
        },
        buryUnreadable() {
            const buried = unreadable;
            unreadable = [];
            if (buried.length > 0) {
                transaction(database, () =>
                    buried.forEach(({ seq, reference }) => {
                        bury.run(seq, reference, now());
                        forget.run(seq);
                    })
                );
            }
            return buried.length > 0;
        }
    };
}

/** A page that cannot be read, or a row that is none. */
function throwUnlessDamaged(error: unknown): void {
    if (!isDamage(error) && !(error instanceof z.ZodError)) {
        throw error;
    }
}
