import { existsSync } from 'node:fs';
import { filtersOf, wordsOfProcess } from '../admin/configure/dashboardFilters.ts';
import { dashboardFor, FILTERED_DASHBOARDS } from '../admin/configure/packagedDashboards.ts';
import { root } from '../admin/root.ts';
import { rootOf } from '../local/metadata/readMetadata.ts';
import type { Org, OrgOptions } from '../local/org/org.ts';
import { createOrg } from '../local/org/org.ts';
import { emptyOrg } from '../sample/org/emptyOrg.ts';
import { seedOrg } from '../sample/org/seedOrg.ts';
import { give } from '../sample/org/seedUsers.ts';
import { HISTORY_DAYS, planHistory } from '../sample/history/planHistory.ts';
import { createTravellingClock } from '../sample/history/travellingClock.ts';
import { writeHistory } from '../sample/history/writeHistory.ts';

/** Where the contact centre and its ConVox server are. */
export const TIME_ZONE = 'Asia/Kolkata';

const DAY = 24 * 3_600_000;

/** What a new org holds beside people and customers. */
export interface Contents {
    /** Nothing that an administrator sets up. */
    readonly empty?: boolean;
    /** A month of calls. */
    readonly history?: boolean;
}

/**
 * Opens the org; a new one gets the sample set-up, and a month of calls when it is to have a history. The history is
 * lived through with the org's clock set back, so that flows of the clock run in it as well.
 */
export async function openSeededOrg(options: OrgOptions, { empty = false, history = false }: Contents): Promise<Org> {
    const { clock: present, database } = options;
    const clock = createTravellingClock(present);
    const isPast = history && !existsSync(database);
    if (isPast) {
        clock.travelTo(new Date(present().getTime() - HISTORY_DAYS * DAY));
    }
    const org = await createOrg({ ...options, clock: clock.now });
    if (org.isNew) {
        seedOrg(org);
    }
    if (org.isNew && empty) {
        emptyOrg(org);
    } else if (org.isNew) {
        give(org, org.users.admin.id, 'ConVox_Administrators');
    }
    if (isPast) {
        await writeHistory(org, planHistory(present(), TIME_ZONE), clock, TIME_ZONE);
    }
    filterDashboards(org);
    return org;
}

/** As `configure` would: the local org keeps no dashboard but the package's from one start to the next. */
function filterDashboards({ analytics, store }: Org): void {
    const userIds = store.find({ object: 'ConVox_Agent__c' }).map((row) => row['User__c'] ?? null);
    const filters = filtersOf({
        process: store
            .find({ object: 'ConVox_Process__c' })
            .map((row) => wordsOfProcess(String(row['Name']), String(row['Process_Code__c']))),
        agent: userIds.flatMap((id) => String(store.get('User', String(id))?.['Name'] ?? []))
    });
    for (const path of FILTERED_DASHBOARDS) {
        analytics.takeDashboard(path, rootOf(path, dashboardFor(root, path, filters)));
    }
}
