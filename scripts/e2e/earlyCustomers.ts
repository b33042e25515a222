import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../local/org/store/database.ts';
import { PRODUCT } from '../local/org/testing/testOrg.ts';
import { openSeededOrg } from '../start/seededOrg.ts';

export const EARLY_CUSTOMERS = 250;

/** SQLite file of an org with customers who were saved before the package came: they have numbers and no phone keys. */
export async function earlyCustomersDatabase(): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'early-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const database = join(folder, 'org.sqlite');
    const yesterday = new Date(Date.now() - 24 * 3_600_000);
    const org = await openSeededOrg({ forceApp: PRODUCT, database, clock: () => yesterday, credentials: {} }, {});
    const people = Array.from({ length: EARLY_CUSTOMERS }, (_, index) => ({
        LastName: `Early ${index}`,
        // The last number cannot be read: it never gets a key, and keeps nothing from being done.
        MobilePhone: index + 1 < EARLY_CUSTOMERS ? `+91 90000 ${String(index).padStart(5, '0')}` : 'ask at the desk'
    }));
    org.store.create('Contact', people, org.users.admin);
    await org.close();
    const file = openDatabase(database);
    const saved = new Date(yesterday.getTime() - 1000).toISOString();
    const set = '"ConVox_Mobile_Key__c" = NULL, "LastModifiedDate" = ?';
    file.run(`UPDATE "Contact" SET ${set} WHERE "LastName" LIKE 'Early %'`, [saved]);
    file.close();
    return database;
}
