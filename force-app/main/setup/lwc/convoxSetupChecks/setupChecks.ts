import { asFarAsRead } from './asFarAsRead.ts';
import { callChecks } from './callChecks.ts';
import type { Check, CheckGroup, Seen } from './check.ts';
import { dispositionsOnce } from './dispositionsOnce.ts';
import { healthChecks } from './healthChecks.ts';
import { labels as healthLabels } from './healthLabels.ts';
import { labels } from './labels.ts';
import { limitChecks, reportChecks } from './limitChecks.ts';
import { labels as limitLabels } from './limitLabels.ts';
import { peopleChecks } from './peopleChecks.ts';
import { keysFilled, processChecks } from './rowChecks.ts';
import { reportOf, serverChecks } from './serverChecks.ts';
import type { SetupFacts } from './setupFacts.ts';

/** Everything that the assistant knows to ask, in the order in which an installation is made. */
export function setupChecks(facts: SetupFacts, { gateway, rights, keys, userId, now }: Seen): CheckGroup[] {
    const read = (checks: readonly Check[]): Check[] => checks.map((check) => asFarAsRead(check, facts.unread));
    return [
        { id: 'server', heading: labels.serverHeading, checks: serverChecks(facts, { gateway, rights, userId, now }) },
        {
            id: 'processes',
            heading: labels.processesHeading,
            checks: read([...processChecks(facts), dispositionsOnce(facts)])
        },
        { id: 'people', heading: labels.peopleHeading, checks: read(peopleChecks(facts, rights)) },
        { id: 'customers', heading: labels.customersHeading, checks: [keysFilled(facts, keys)] },
        { id: 'calls', heading: labels.callsHeading, checks: callChecks(facts, userId) },
        {
            id: 'reports',
            heading: limitLabels.reportsHeading,
            checks: reportChecks(facts, rights, now)
        },
        { id: 'limits', heading: limitLabels.limitsHeading, checks: limitChecks(facts, reportOf(gateway)) },
        { id: 'health', heading: healthLabels.heading, checks: healthChecks(facts, reportOf(gateway), now) }
    ];
}
