import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { listen } from '../../node/listen.ts';
import { createOrg } from '../../local/org/org.ts';
import type { Org } from '../../local/org/org.ts';
import { seedOrg } from '../../sample/org/seedOrg.ts';
import { faultyOrg } from './faultyOrg.ts';
import { startKillableGateway } from './killableGateway.ts';
import type { KillableGateway } from './killableGateway.ts';
import { createRandom } from '../../node/seededRandom.ts';
import { makeStories } from './story.ts';
import type { CallStory } from './story.ts';
import { oneServer, startTwoServers } from './twoServers.ts';
import { partFolders } from '../../local/metadata/packageParts.ts';

export interface ChaosOptions {
    readonly seed: number;
    readonly pushes: number;
    readonly kills: number;
    /** A file of SQLite for one gateway, or a PostgreSQL address for several. */
    readonly journal: string;
    readonly gateways: number;
    /** Two servers of two dialects, with calls under the same references, and dials to both; one without commands when left out. */
    readonly twoServers?: boolean;
    readonly progress?: (line: string) => void;
}

export interface ChaosReport {
    readonly calls: number;
    readonly accepted: number;
    /** Requests that got no answer or none that was 200, and were sent again. */
    readonly repeated: number;
    readonly kills: number;
    readonly faults: Readonly<Record<string, number>>;
    /** What came of dials, by server and outcome. */
    readonly dials: Readonly<Record<string, number>>;
    readonly seconds: number;
    /** In words, one line each; empty when nothing is lost, doubled or wrong. */
    readonly wrong: readonly string[];
}

const SECRET = 'a-secret-of-the-chaos';
const CLIENTS = 32;
/** To each of two servers. */
const DIALS = 100;
/** Milliseconds after which a gateway gives a request to Salesforce up. */
const TIMEOUT = 1000;
/** Milliseconds, for each push and besides, within which everything has to be forwarded. */
const PATIENCE = { each: 20, besides: 60_000 };

/** Pushes while gateways are killed and Salesforce fails, waits until everything is forwarded, and compares the org. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
    const { seed, pushes, kills, journal, progress = () => undefined } = options;
    const started = performance.now();
    const org = await createOrg({
        forceApp: partFolders(join(import.meta.dirname, '..', '..', '..')),
        database: ':memory:',
        clock: () => new Date(),
        credentials: { ConVox: { url: 'http://127.0.0.1:1', parameters: { GatewayKey: SECRET } } },
        apiClients: [{ clientId: 'convox-gateway', clientSecret: SECRET, username: 'integration' }]
    });
    seedOrg(org);
    const faulty = faultyOrg(org, {
        seed: seed + 1,
        givenUpAfter: TIMEOUT,
        after: (milliseconds, work) => setTimeout(work, milliseconds)
    });
    const server = await listen(faulty);
    const convox = options.twoServers ? await startTwoServers(SECRET) : oneServer;
    const servers = convox.ofGateway;
    const settings = { journal, orgUrl: server.url, secret: SECRET, timeout: TIMEOUT, lease: 2 * TIMEOUT, servers };
    const gateways = await Promise.all(Array.from({ length: options.gateways }, () => startKillableGateway(settings)));
    try {
        const stories = makeStories(pushes, seed, convox.stories);
        const random = createRandom(seed + 2);
        const killAt = Array.from({ length: kills }, () => random.below(pushes)).toSorted((one, other) => one - other);
        const sender = createSender(gateways);
        let killing = Promise.resolve();
        let killed = 0;
        const dialling = convox.dial((turn) => gateways[turn % gateways.length]?.url ?? '', DIALS);
        await sender.sendAll(stories, (accepted) => {
            while (killed < kills && accepted >= (killAt[killed] ?? 0)) {
                const gateway = gateways[killed % gateways.length];
                killed += 1;
                const line = `${accepted} of ${pushes} accepted, kill ${killed} of ${kills}`;
                killing = killing.then(() => progress(line)).then(() => gateway?.killAndRestart());
            }
        });
        await killing;
        const dialled = await dialling;
        progress('everything accepted, waiting until it is forwarded');
        await forwarded(gateways, performance.now() + PATIENCE.besides + pushes * PATIENCE.each);
        await faulty.settled();
        await org.settle();
        return {
            calls: stories.length,
            accepted: sender.accepted(),
            repeated: sender.repeated(),
            kills: killed,
            faults: Object.fromEntries(faulty.faults),
            dials: dialled.outcomes,
            seconds: (performance.now() - started) / 1000,
            wrong: [...differences(org, stories), ...dialled.wrong]
        };
    } finally {
        await Promise.all(gateways.map((gateway) => gateway.end()));
        await convox.close();
        await server.close();
        await org.close();
    }
}

interface Sender {
    sendAll(stories: readonly CallStory[], acceptedNow: (count: number) => void): Promise<void>;
    accepted(): number;
    repeated(): number;
}

/** Sends a call's pushes one after the other and each until it is accepted, many calls at once, to any gateway. */
function createSender(gateways: readonly KillableGateway[]): Sender {
    let accepted = 0;
    let repeated = 0;
    let turn = 0;

    async function send(below: string, push: Readonly<Record<string, string>>): Promise<void> {
        for (;;) {
            turn += 1;
            const url = `${gateways[turn % gateways.length]?.url}${below}/call-status`;
            const json = turn % 3 === 0;
            const response = await fetch(url, {
                method: 'POST',
                headers: { 'access-token': SECRET, ...(json ? { 'content-type': 'application/json' } : {}) },
                body: json ? JSON.stringify(push) : new URLSearchParams(push)
            }).catch(() => undefined);
            await response?.arrayBuffer().catch(() => undefined);
            if (response?.status === 200) {
                return;
            }
            repeated += 1;
            await pause(20);
        }
    }

    return {
        accepted: () => accepted,
        repeated: () => repeated,
        async sendAll(stories, acceptedNow) {
            const queue = stories.values();
            const client = async (): Promise<void> => {
                for (const { below, pushes } of queue) {
                    for (const push of pushes) {
                        await send(below, push);
                        accepted += 1;
                        acceptedNow(accepted);
                    }
                }
            };
            await Promise.all(Array.from({ length: CLIENTS }, client));
        }
    };
}

const health = z.object({ journal: z.object({ waiting: z.number() }) });

async function forwarded(gateways: readonly KillableGateway[], until: number): Promise<void> {
    const [gateway] = gateways;
    for (;;) {
        const response = await fetch(`${gateway?.url}/health`);
        const text = await response.text();
        if (health.parse(JSON.parse(text)).journal.waiting === 0) {
            return;
        }
        if (performance.now() > until) {
            throw new Error(`Not everything was forwarded in time: ${text}`);
        }
        await pause(100);
    }
}

function differences(org: Org, stories: readonly CallStory[]): string[] {
    const records = org.store.find({ object: 'ConVox_Call__c' });
    const byReference = Map.groupBy(records, ({ Call_Reference__c: reference }) => String(reference));
    const wrong = stories.flatMap(({ key: reference, expected }) => {
        const found = byReference.get(reference) ?? [];
        const [record] = found;
        if (record === undefined || found.length > 1) {
            return [`${reference} is there ${found.length} times`];
        }
        return Object.entries(expected)
            .filter(([field, value]) => record[field] !== value)
            .map(([field, value]) => `${reference} ${field} is ${String(record[field])} instead of ${String(value)}`);
    });
    return records.length === stories.length
        ? wrong
        : [...wrong, `${records.length} calls instead of ${stories.length}`];
}
