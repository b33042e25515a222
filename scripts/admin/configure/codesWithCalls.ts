import type { Connection } from '@jsforce/jsforce-node';
import { queryCount, soqlText } from '../org/rows.ts';

/** Of the codes those behind which calls are kept; '' for calls without a code, which are the default server's. */
export async function readCodesWithCalls(connection: Connection, codes: readonly string[]): Promise<Set<string>> {
    const kept = await Promise.all(
        [...new Set(['', ...codes])].map(async (code) => {
            const where = code
                ? `Call_Reference__c LIKE ${soqlText(`${code}:%`)}`
                : `Server_Code__c = 'default' OR Server_Code__c = null`;
            return (await queryCount(connection, `SELECT Id FROM ConVox_Call__c WHERE ${where} LIMIT 1`)) > 0
                ? [code]
                : [];
        })
    );
    return new Set(kept.flat());
}
