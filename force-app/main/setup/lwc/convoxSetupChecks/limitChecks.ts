import { fillIn } from 'c/convoxText';
import type { GatewayReport } from 'c/convoxGatewayReport';
import { check, lookedUp } from './check.ts';
import type { Check, Rights } from './check.ts';
import { labels as general } from './labels.ts';
import { labels } from './limitLabels.ts';
import { COMPANY_INFORMATION, PERMISSION_SETS, STORAGE } from './setupPages.ts';
import type { Arrival } from './arrivals.ts';
import type { SetupFacts } from './setupFacts.ts';

/** Where the gateway begins to send calls more slowly. */
const MOST_USED = 0.8;

/** The platform counts every record as this much of the data storage. */
const KILOBYTES_A_RECORD = 2;

const DAY = 24 * 60 * 60_000;

/** Whether the reports have what they count, and people who see them. */
export function reportChecks(facts: SetupFacts, rights: Rights | undefined, now: number): Check[] {
    return [areLookedThrough(facts, now), ...(rights?.fault ? [] : [areSeen(rights)])];
}

function areLookedThrough({ lastReconciled, lastStatus }: SetupFacts, now: number): Check {
    // Without calls in the last days there was nothing to look through.
    const isBehind = isFresh(lastStatus, now) && !isFresh(lastReconciled, now);
    return check(
        'reconciled',
        labels.reconciledClaim,
        lastReconciled === undefined ? 'open' : isBehind ? 'no' : 'yes',
        lastReconciled?.at ?? labels.nothingYet,
        labels.reconciledMend
    );
}

function isFresh(arrival: Arrival | undefined, now: number): boolean {
    return now - Date.parse(arrival?.moment ?? '') < 2 * DAY;
}

function areSeen(rights: Rights | undefined): Check {
    if (rights === undefined) {
        return lookedUp('managers', labels.managersClaim, general.askingRights);
    }
    const managers = rights.usersBySet.get('ConVox_Manager')?.size ?? 0;
    return check('managers', labels.managersClaim, managers > 0 ? 'yes' : 'no', String(managers), labels.managersMend, [
        { label: labels.goPermissionSets, action: { does: 'go', url: PERMISSION_SETS } }
    ]);
}

/** What the org allows. Only the gateway is told of requests; of storage nothing is, so it is worked out and looked up in Setup. */
export function limitChecks({ records }: SetupFacts, report: GatewayReport | undefined): Check[] {
    const { used, allowed } = report?.apiUsage ?? { used: 0, allowed: 0 };
    const storage = fillIn(labels.storage, records, Math.round((records * KILOBYTES_A_RECORD) / 1024));
    return [
        check(
            'allowance',
            labels.allowanceClaim,
            allowed === 0 ? 'open' : used / allowed >= MOST_USED ? 'no' : 'yes',
            [allowed === 0 ? labels.nothingYet : fillIn(labels.requests, used, allowed), storage].join(' · '),
            labels.allowanceMend,
            [
                { label: labels.goCompany, action: { does: 'go', url: COMPANY_INFORMATION } },
                { label: labels.goStorage, action: { does: 'go', url: STORAGE } }
            ]
        )
    ];
}
