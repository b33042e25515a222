import { fillIn } from 'c/convoxText';
import { check } from './check.ts';
import type { Check, Rights } from './check.ts';
import { labels as callLabels } from './callLabels.ts';
import { labels } from './labels.ts';
import { labels as kinds } from './orgSetLabels.ts';
import { ORG_SETS } from './orgSets.ts';
import type { OrgSet } from './orgSets.ts';
import { PERMISSION_SETS } from './setupPages.ts';

/** The org's own permission sets are there. What is missing is spelled out, to be made in Setup. */
export function orgRights({ ids }: Rights): Check {
    const missing = ORG_SETS.filter(({ name }) => !ids.has(name));
    const names = missing.map(({ name }) => name).join(', ');
    return {
        ...check(
            'orgRights',
            labels.orgRightsClaim,
            missing.length === 0 ? 'yes' : 'no',
            missing.length === 0
                ? fillIn(kinds.byName, ORG_SETS.length, callLabels.callersClaim, callLabels.commandClaim)
                : fillIn(labels.notInOrg, names),
            labels.orgRightsMend,
            [{ label: labels.goPermissionSets, action: { does: 'go', url: PERMISSION_SETS } }]
        ),
        steps: missing.map(inWords)
    };
}

function inWords(set: OrgSet): string {
    const parts = [
        [kinds.read, set.read],
        [kinds.change, set.change],
        [kinds.fields, set.fields],
        [kinds.tabs, set.tabs.map((tab) => tab.replace('standard-', ''))],
        [kinds.system, set.system],
        [kinds.principals, set.principals]
    ] as const;
    const given = parts.flatMap(([label, of]) => (of.length === 0 ? [] : fillIn(label, of.join(', '))));
    return `${set.name}: ${given.join('; ')}`;
}
