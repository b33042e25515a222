import { fillIn } from 'c/convoxText';
import { check } from './check.ts';
import type { Check, Fix } from './check.ts';
import { labels } from './labels.ts';
import type { SetupFacts } from './setupFacts.ts';

export function processChecks({ processes, dispositionProcesses }: SetupFacts): Check[] {
    const without = processes.filter(({ id }) => !dispositionProcesses.includes(id));
    const isComplete = dispositionProcesses.length > 0 && without.length === 0;
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
                : String(dispositionProcesses.length),
            labels.dispositionsMend,
            [{ label: labels.enterDispositions, action: { does: 'enter', what: 'dispositions' } }]
        )
    ];
}

/** Callers are found by keys; customers saved before the package came have none. */
export function keyChecks({ unkeyed, servers }: SetupFacts): Check[] {
    const { contacts, leads, accounts } = unkeyed;
    const unmarked = servers.filter(({ arePhoneKeysFilled }) => !arePhoneKeysFilled);
    const isFilled = contacts + leads + accounts === 0;
    const fixes = unmarked.map(({ id, name }): Fix => ({
        label: fillIn(labels.markFilled, name),
        action: { does: 'update', id, fields: { Phone_Keys_Filled__c: true } }
    }));
    return [
        check(
            'keys',
            labels.keysClaim,
            isFilled && unmarked.length === 0 ? 'yes' : 'no',
            fillIn(labels.unkeyed, contacts, leads, accounts),
            isFilled ? labels.keysMark : labels.keysMend,
            isFilled ? fixes : []
        )
    ];
}
