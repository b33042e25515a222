import type { Org } from '../../local/org/org.ts';
import { PRODUCT } from '../../local/org/testing/testOrg.ts';
import { openSeededOrg } from '../../start/seededOrg.ts';

/** A Tuesday, 17:00 in India. */
export const HISTORY_NOW = new Date('2026-03-10T11:30:00.000Z');

/** An org with the month of calls that `npm start` begins with, at that moment; in memory unless a file is named. */
export function openHistoryOrg(database = ':memory:'): Promise<Org> {
    return openSeededOrg(
        {
            forceApp: PRODUCT,
            database,
            clock: () => HISTORY_NOW,
            credentials: { ConVox: { url: 'http://127.0.0.1:9', parameters: { GatewayKey: 'made-up-for-tests' } } }
        },
        { history: true }
    );
}
