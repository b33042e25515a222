import { existsSync } from 'node:fs';
import type { Org, OrgOptions } from '../local/org/org.ts';
import { createOrg } from '../local/org/org.ts';
import { seedOrg } from '../sample/org/seedOrg.ts';
import { HISTORY_DAYS, planHistory } from '../sample/history/planHistory.ts';
import { createTravellingClock } from '../sample/history/travellingClock.ts';
import { writeHistory } from '../sample/history/writeHistory.ts';

/** Where the contact centre and its ConVox server are. */
export const TIME_ZONE = 'Asia/Kolkata';

const DAY = 24 * 3_600_000;

/**
 * Opens the org; a new one gets the sample set-up, and a month of calls when it is to have a history. The history is
 * lived through with the org's clock set back, so that flows of the clock run in it as well.
 */
export async function openSeededOrg(options: OrgOptions, hasHistory: boolean): Promise<Org> {
    const { clock: present, database } = options;
    const clock = createTravellingClock(present);
    const isPast = hasHistory && !existsSync(database);
    if (isPast) {
        clock.travelTo(new Date(present().getTime() - HISTORY_DAYS * DAY));
    }
    const org = await createOrg({ ...options, clock: clock.now });
    if (org.isNew) {
        seedOrg(org);
    }
    if (isPast) {
        await writeHistory(org, planHistory(present(), TIME_ZONE), clock, TIME_ZONE);
    }
    return org;
}
