import { popTemplate } from 'c/convoxPopAddress';
import type { ServerFacts, SetupFacts } from 'c/convoxSetupChecks';
import { fillIn } from 'c/convoxText';
import { labels } from './labels.ts';

const LIGHTNING = '.lightning.force.com';

const ADDRESS = /^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/;

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
 * What the hand-over sheet leaves open and this org knows, one value a line under what it is, and each server by itself: its
 * engineer enters its own addresses and words. The sheet itself is the guides': it is the same for everybody.
 */
export function handOver(facts: SetupFacts, origin: string, gateway: string): string {
    return [
        [labels.salesforce, origin, ...otherAddresses(origin)].join('\n'),
        ...facts.servers.map((server) => ofServer(server, facts, origin, gateway)),
        ...unreadText(facts)
    ].join('\n\n');
}

/** A list that ends early looks whole. */
function unreadText({ unread: { processes, dispositions, agents } }: SetupFacts): string[] {
    const left = processes + dispositions + agents;
    return left === 0 ? [] : [fillIn(labels.unread, left)];
}

/** What has to be entered before there is anything to hand over; '' when nothing has. */
export function firstToDo({ servers }: SetupFacts, gateway: string): string {
    return servers.length === 0 ? labels.firstServer : ADDRESS.test(gateway) ? '' : labels.firstGateway;
}

function ofServer(
    { name, timeZone, code, isDefault }: ServerFacts,
    { processes, dispositions, agents, servers }: SetupFacts,
    origin: string,
    gateway: string
): string {
    const server = isDefault ? '' : code;
    const others = servers.filter((one) => !one.isDefault && one.code !== '').map((one) => one.code.toLowerCase());
    // ConVox says and is told its own words: what stands before them is Salesforce's.
    const own = (key: string): string[] => {
        const [, before = '', word = ''] = /^(.+?):(.+)$/.exec(key) ?? [];
        const owner = others.includes(before.toLowerCase()) ? before.toLowerCase() : '';
        return owner === server.toLowerCase() ? [owner === '' ? key : word] : [];
    };
    const codesOf = (processId: string): string =>
        dispositions
            .filter((one) => one.processId === processId)
            .map((one) => one.code)
            .join(', ');
    const base = server === '' ? gateway : `${gateway}/servers/${server}`;
    return [
        [labels.servers, `${name}: ${timeZone}`],
        [labels.pop, `${popTemplate(origin)}${server === '' ? '' : `&c__ConVoxServer=${server}`}`],
        [labels.gatewayPop, `${base}/pop`],
        [labels.status, `${base}/call-status`],
        [
            labels.processes,
            ...processes.flatMap(({ id, code: process }) => own(process).map((word) => `${word}: ${codesOf(id)}`))
        ],
        [labels.agents, agents.flatMap((agent) => own(agent.code)).join(', ')]
    ]
        .map((part) => part.join('\n'))
        .join('\n\n');
}
