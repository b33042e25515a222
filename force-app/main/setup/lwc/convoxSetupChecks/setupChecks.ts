import { callChecks } from './callChecks.ts';
import type { CheckGroup, GatewayState, Rights } from './check.ts';
import { labels } from './labels.ts';
import { peopleChecks } from './peopleChecks.ts';
import { keyChecks, processChecks } from './rowChecks.ts';
import { serverChecks } from './serverChecks.ts';
import type { SetupFacts } from './setupFacts.ts';

/**
 * Everything that the assistant knows to ask, in the order in which an installation is made.
 * @param gateway undefined until it was asked
 * @param rights undefined until they were read
 * @param userId who looks: only an agent can take a pop
 * @param now milliseconds on this computer's clock
 */
export function setupChecks(
    facts: SetupFacts,
    gateway: GatewayState | undefined,
    rights: Rights | undefined,
    userId: string,
    now: number
): CheckGroup[] {
    return [
        { id: 'server', heading: labels.serverHeading, checks: serverChecks(facts, gateway, now) },
        { id: 'processes', heading: labels.processesHeading, checks: processChecks(facts) },
        { id: 'people', heading: labels.peopleHeading, checks: peopleChecks(facts, rights) },
        { id: 'customers', heading: labels.customersHeading, checks: keyChecks(facts) },
        { id: 'calls', heading: labels.callsHeading, checks: callChecks(facts, userId) }
    ];
}
