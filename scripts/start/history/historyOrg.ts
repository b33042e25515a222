import type { Org } from '../../org/org.ts';
import { FORCE_APP } from '../../org/testing/testOrg.ts';
import { openSeededOrg } from '../seededOrg.ts';

/** A Tuesday, 17:00 in India. */
export const HISTORY_NOW = new Date('2026-03-10T11:30:00.000Z');

/** An org in memory with the month of calls that `npm start` begins with, at that moment. */
export function openHistoryOrg(now = HISTORY_NOW): Promise<Org> {
    return openSeededOrg(
        {
            forceApp: FORCE_APP,
            database: ':memory:',
            clock: () => now,
            credentials: { ConVox: { url: 'http://127.0.0.1:9', parameters: { GatewayKey: 'made-up-for-tests' } } }
        },
        true
    );
}
