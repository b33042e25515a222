import type { KeysState } from 'c/convoxKeyFilling';
import { fillIn } from 'c/convoxText';
import { check, lookedUp } from './check.ts';
import type { Check, Fix } from './check.ts';
import { labels as healthLabels } from './healthLabels.ts';
import { labels } from './labels.ts';
import type { SetupFacts } from './setupFacts.ts';
import { FLOWS } from './setupPages.ts';

export function processChecks({ processes, dispositions }: SetupFacts): Check[] {
    const without = processes.filter(({ id }) => !dispositions.some(({ processId }) => processId === id));
    const isComplete = dispositions.length > 0 && without.length === 0;
    return [
        check(
            'processes',
            labels.processesClaim,
            processes.length > 0 ? 'yes' : 'no',
            String(processes.length),
            labels.processesMend,
            [{ label: labels.enterProcesses, action: { does: 'enter', what: 'processes' } }]
        ),
        check(
            'dispositions',
            labels.dispositionsClaim,
            isComplete ? 'yes' : 'no',
            without.length > 0
                ? fillIn(labels.noneFor, without.map(({ code }) => code).join(', '))
                : String(dispositions.length),
            labels.dispositionsMend,
            [{ label: labels.enterDispositions, action: { does: 'enter', what: 'dispositions' } }]
        )
    ];
}

/** Nothing without Apex activates a flow, and nothing but the clock starts a scheduled one: Setup has the switch. */
const FILL_AT_NIGHT: Fix = { label: healthLabels.goFlows, action: { does: 'go', url: FLOWS } };

/** Callers are found by keys; customers saved before the package came have none. */
export function keysFilled({ servers }: SetupFacts, keys: KeysState | undefined): Check {
    if (keys === undefined) {
        return servers.length > 0
            ? lookedUp('keys', labels.keysClaim, healthLabels.counting)
            : check('keys', labels.keysClaim, 'open', healthLabels.countedLater);
    }
    const { contacts, leads, accounts, refused, isFilling } = keys;
    const [firstRefused] = refused;
    const unmarked = servers.filter(({ arePhoneKeysFilled }) => !arePhoneKeysFilled);
    const isFilled = contacts + leads + accounts + refused.length === 0;
    const markings = unmarked.map(({ id, name }): Fix => ({
        label: fillIn(labels.markFilled, name),
        action: { does: 'update', id, fields: { Phone_Keys_Filled__c: true } }
    }));
    const counts = fillIn(labels.unkeyed, contacts, leads, accounts);
    return check(
        'keys',
        labels.keysClaim,
        isFilled && unmarked.length === 0 ? 'yes' : 'no',
        firstRefused
            ? [counts, fillIn(labels.keysRefused, refused.length, firstRefused.id, firstRefused.reason)].join(' · ')
            : counts,
        isFilled ? labels.keysMark : labels.keysMend,
        isFilled ? markings : isFilling ? [] : [{ label: labels.fillKeys, action: { does: 'fill' } }, FILL_AT_NIGHT]
    );
}
