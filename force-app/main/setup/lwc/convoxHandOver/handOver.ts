import { popTemplate } from 'c/convoxPopAddress';
import type { SetupFacts } from 'c/convoxSetupChecks';
import { labels } from './labels.ts';

const LIGHTNING = '.lightning.force.com';

/** The org's other addresses, which follow from that of Lightning. */
function otherAddresses(origin: string): string[] {
    if (!origin.endsWith(LIGHTNING)) {
        return [];
    }
    const domain = origin.slice(0, -LIGHTNING.length);
    const [name = '', ...kind] = domain.split('.');
    return [`${domain}.my.salesforce.com`, `${[`${name}--c`, ...kind].join('.')}.vf.force.com`];
}

/**
 * What the hand-over sheet leaves open and this org knows, one value a line under what it is. The sheet itself is the
 * guides': it is the same for everybody.
 */
export function handOver(
    { processes, dispositions, agents, servers }: SetupFacts,
    origin: string,
    gateway: string
): string {
    const codesOf = (processId: string): string =>
        dispositions
            .filter((one) => one.processId === processId)
            .map(({ code }) => code)
            .join(', ');
    return [
        [labels.salesforce, origin, ...otherAddresses(origin)],
        [labels.pop, popTemplate(origin)],
        [labels.gatewayPop, `${gateway}/pop`],
        [labels.status, `${gateway}/call-status`],
        [labels.servers, ...servers.map(({ name, timeZone }) => `${name}: ${timeZone}`)],
        [labels.processes, ...processes.map(({ id, code }) => `${code}: ${codesOf(id)}`)],
        [labels.agents, agents.map(({ code }) => code).join(', ')]
    ]
        .map((part) => part.join('\n'))
        .join('\n\n');
}
