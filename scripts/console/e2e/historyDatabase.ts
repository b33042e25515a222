import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORCE_APP } from '../../org/testing/testOrg.ts';
import { openSeededOrg } from '../../start/seededOrg.ts';

let written: Promise<string> | undefined;

/**
 * SQLite file of an org with a month of calls, written at the first call and gone with the process.
 * @param now the moment that the month ends at, the same for every call
 */
export function historyDatabase(now: Date): Promise<string> {
    written ??= write(now);
    return written;
}

async function write(now: Date): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'history-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const database = join(folder, 'org.sqlite');
    const credentials = { ConVox: { url: 'http://127.0.0.1:9', parameters: { GatewayKey: 'made-up-for-tests' } } };
    const org = await openSeededOrg({ forceApp: FORCE_APP, database, clock: () => now, credentials }, true);
    await org.close();
    return database;
}
