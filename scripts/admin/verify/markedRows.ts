import type { Connection } from '@jsforce/jsforce-node';
import { z } from 'zod';
import { queryRows } from '../org/rows.ts';

/** What every row of the verification is called by, so that a crash leaves nothing that the next run does not find. */
export const MARK = 'CONVOX-VERIFY';

/** Where marks are looked for: object, the field that holds the mark, children first. */
const marked = [
    ['ConVox_Follow_Up__c', 'Origin_Call__r.Call_Reference__c'],
    ['ConVox_Command__c', 'Key__c'],
    ['ConVox_Call__c', 'Call_Reference__c'],
    ['Account', 'Name']
] as const;

/** Rows that checks write, and their removal. */
export interface MarkedRows {
    /** A key that no other run has: `CONVOX-VERIFY-<run>-<name>`. */
    key(name: string): string;
    /** Deletes every marked row of this and of earlier runs; returns how many there were. */
    remove(): Promise<number>;
}

const idRow = z.object({ Id: z.string() });
const deleted = z.array(
    z.object({ success: z.boolean(), errors: z.array(z.object({ message: z.string() })).default([]) })
);

export function createMarkedRows(connection: Connection, clock: () => Date): MarkedRows {
    const run = clock().getTime().toString(36).toUpperCase();
    return {
        key: (name) => `${MARK}-${run}-${name}`,
        remove: async () => {
            let count = 0;
            for (const [object, field] of marked) {
                const rows = await queryRows(
                    connection,
                    `SELECT Id FROM ${object} WHERE ${field} LIKE '${MARK}-%'`,
                    idRow
                );
                await deleteRows(
                    connection,
                    object,
                    rows.map(({ Id }) => Id)
                );
                count += rows.length;
            }
            return count;
        }
    };
}

async function deleteRows(connection: Connection, object: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) {
        return;
    }
    const results: unknown = await connection.sobject(object).destroy([...ids], { allowRecursive: true });
    const kept = deleted.parse(results).find(({ success }) => !success);
    if (kept) {
        throw new Error(
            `Rows of ${object} named ${MARK}-... could not be deleted: ${kept.errors.map(({ message }) => message).join('; ')}`
        );
    }
}
