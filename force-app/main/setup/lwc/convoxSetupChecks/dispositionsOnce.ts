import { fillIn } from 'c/convoxText';
import { check } from './check.ts';
import type { Check } from './check.ts';
import { labels } from './onceLabels.ts';
import type { SetupFacts } from './setupFacts.ts';

/** Two that are one are offered to agents twice. A second is refused since; those from before stay. */
export function dispositionsOnce({ dispositions, doubles }: SetupFacts): Check {
    return check(
        'once',
        labels.claim,
        doubles.length > 0 ? 'no' : dispositions.length > 0 ? 'yes' : 'open',
        doubles.length > 0 ? doubles.map(({ shown }) => shown).join(', ') : String(dispositions.length),
        labels.mend,
        doubles
            .filter((double) => !double.hasOthersBelow)
            .map(({ id, shown }) => ({
                label: fillIn(labels.off, shown),
                action: { does: 'update', id, fields: { Is_Active__c: false } }
            }))
    );
}
