import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHistoryOrg } from '../sample/history/historyOrg.ts';

let written: Promise<string> | undefined;

/** SQLite file of the org with a month of calls, written at the first call and gone with the process. */
export function historyDatabase(): Promise<string> {
    written ??= write();
    return written;
}

async function write(): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'history-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const database = join(folder, 'org.sqlite');
    const org = await openHistoryOrg(database);
    await org.close();
    return database;
}
