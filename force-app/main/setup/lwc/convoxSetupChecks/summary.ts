import { fillIn } from 'c/convoxText';
import type { CheckGroup } from './check.ts';
import { labels as healthLabels } from './healthLabels.ts';
import { labels } from './labels.ts';

/** All checks in one sentence. */
export function summaryOf(groups: readonly CheckGroup[]): string {
    const all = groups.flatMap(({ checks }) => checks);
    const wrong = all.filter(({ answer }) => answer === 'no');
    const open = all.filter(({ answer }) => answer === 'open').length;
    const [first] = wrong;
    if (first) {
        return fillIn(labels.toMend, wrong.length, first.claim);
    }
    // What is not known yet may be wrong.
    if (all.some(({ isLookedUp = false }) => isLookedUp)) {
        return healthLabels.looking;
    }
    return open > 0 ? fillIn(labels.toSee, open) : fillIn(labels.allWell, all.length);
}
