import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { DeadLetter, JournalledPush, QuarantinedPush } from './journal.ts';

const shape = z.enum(['form', 'json']);

const pushRow = z.object({
    seq: z.number(),
    reference: z.string(),
    received_at: z.number(),
    shape,
    body: z.string(),
    reason: z.string().nullable()
});

const quarantineRow = z.object({
    id: z.number(),
    received_at: z.number(),
    method: z.string(),
    content_type: z.string(),
    body: z.instanceof(Uint8Array),
    reason: z.string()
});

export function journalledPush(row: unknown): JournalledPush {
    const { seq, reference, received_at: receivedAt, shape: form, body } = pushRow.parse(row);
    return { seq, reference, receivedAt, shape: form, body };
}

export function deadLetter(row: unknown): DeadLetter {
    return { ...journalledPush(row), reason: pushRow.parse(row).reason ?? '' };
}

export function quarantinedPush(row: unknown): QuarantinedPush {
    const { id, received_at: receivedAt, method, content_type: contentType, body, reason } = quarantineRow.parse(row);
    return { id, receivedAt, method, contentType, body, reason };
}

/** Runs the work in one transaction; whatever it throws undoes all of it. */
export function transaction<Result>(database: DatabaseSync, work: () => Result): Result {
    database.exec('BEGIN IMMEDIATE');
    try {
        const result = work();
        database.exec('COMMIT');
        return result;
    } catch (error) {
        // A full disk can have ended the transaction already.
        if (database.isTransaction) {
            database.exec('ROLLBACK');
        }
        throw error;
    }
}
