import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createConsole } from '../local/console/app.ts';
import { createConvox } from '../simulator/app.ts';
import type { Convox } from '../simulator/app.ts';
import type { ConvoxSettings, ConvoxTimes, DialectName } from '../simulator/settings.ts';
import { createGateway } from '../gateway/app.ts';
import { createHttpServer } from '../gateway/httpServer.ts';
import type { PushListener } from '../gateway/intake/pushListener.ts';
import { createSqliteJournal } from '../gateway/journal/sqliteJournal.ts';
import { listen, listenOn } from '../node/listen.ts';
import type { Listening } from '../node/listen.ts';
import type { ApiClient, Org, OrgLogEntry } from '../local/org/org.ts';
import { deferredApp } from './deferredApp.ts';
import { playRecordings } from './playedRecordings.ts';
import { besideSecondServer, startSecondServer } from './secondServer.ts';
import { openSeededOrg, TIME_ZONE } from './seededOrg.ts';
import { partFolders, usualPartsAnd } from '../local/metadata/packageParts.ts';
import type { PackagePart } from '../local/metadata/packageParts.ts';

export const root = join(import.meta.dirname, '..', '..');

export interface StackOptions {
    /** SQLite file of the local org, or `:memory:`. */
    readonly database: string;
    /** Folder of the built console page. */
    readonly assets: string;
    /** Ports to serve at; 0 takes a free one. */
    readonly ports: {
        readonly console: number;
        readonly convox: number;
        readonly gateway: number;
        readonly org: number;
        /** Recordings of the calls, by https with a certificate that no browser knows; none are heard when left out. */
        readonly recordings?: number;
        /** Another ConVox server, at which one of the agents works; one server alone when left out. */
        readonly austin?: number;
    };
    /** What the server at `ports.austin` speaks; REST when left out. */
    readonly austinSpeaks?: DialectName;
    readonly clock?: () => Date;
    /** SQLite file of the gateway's journal; in memory when left out. */
    readonly journal?: string;
    /** How long a flow waits for ConVox, in milliseconds; 10,000 as on the platform when left out. */
    readonly calloutTimeout?: number;
    readonly convoxTimes?: Partial<ConvoxTimes>;
    /** Numbers that the simulated servers refuse, or whose rows for a list they take without an answer. */
    readonly convoxNumbers?: Partial<Pick<ConvoxSettings, 'doNotCall' | 'lostRows'>>;
    readonly log?: (entry: OrgLogEntry) => void;
    /** Forgets what the files of an earlier stack hold, once it is sure that no other stack is running. */
    readonly fresh?: boolean;
    /** Nothing is set up in a new org. */
    readonly empty?: boolean;
    /** Lets open console pages load themselves again when `reloadConsole` is called. */
    readonly liveReload?: boolean;
    /** Parts of the product beside the usual ones. */
    readonly parts?: readonly PackagePart['name'][];
    /** Gives a new org a month of calls to look back on. */
    readonly history?: boolean;
}

export interface Stack {
    readonly org: Org;
    readonly convox: Convox;
    /** The other ConVox server, where there are two. */
    readonly austin: Convox | undefined;
    readonly urls: {
        readonly console: string;
        readonly convox: string;
        readonly austin: string | undefined;
        readonly gateway: string;
        readonly org: string;
        readonly recordings?: string;
    };
    /** Signs a program in to the org's API as the administrator (OAuth client credentials). */
    readonly apiClient: ApiClient;
    /** Signs a program in as the gateway does. */
    readonly gatewayClient: ApiClient;
    /** What the org sends the gateway with every command: an administrator enters it at the principal. */
    readonly gatewayKey: string;
    /** What ConVox sends with every Call Status: the `$SECRET` of the hand-over sheet's samples. */
    readonly statusSecret: string;
    /** The other server's, where there are two. */
    readonly austinSecret: string;
    /** Tells every open console page to load itself again. */
    reloadConsole(): void;
    close(): Promise<void>;
}

/** A push is in the org at once, so that people see the record change; a real gateway waits for a fuller batch. */
const FLUSH_AFTER_MILLISECONDS = 100;

/** How long the gateway may still send what waits when everything stops. */
const DRAIN_MILLISECONDS = 1000;

/** How often asynchronous flow paths are looked after; the platform runs them within seconds. */
const ASYNC_PATHS_EVERY_MILLISECONDS = 250;

/**
 * Starts the four servers of one installation in this process: the local org, the console that an agent works in, a
 * ConVox server, and the gateway between them. Their secrets are made anew each time.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
    const clock = options.clock ?? (() => new Date());
    const secret = (): string => randomBytes(24).toString('base64url');
    const statusSecret = secret();
    const austinSecret = secret();
    const gatewayKey = secret();
    const apiClient = { clientId: 'developer', clientSecret: secret(), username: 'admin' };
    const gatewayClient = { clientId: 'convox-gateway', clientSecret: secret(), username: 'integration' };
    const apps = { console: deferredApp(), convox: deferredApp(), gateway: deferredApp(), org: deferredApp() };
    const listening: Listening[] = [];
    const serve = async (starting: Promise<Listening>): Promise<string> => {
        const server = await starting;
        listening.push(server);
        return server.url;
    };
    const { ports } = options;
    let takePush: PushListener = () => false;
    const gatewayServer = createHttpServer({
        fetch: (request, bindings) => apps.gateway.fetch(request, bindings),
        takePush: (incoming, outgoing) => takePush(incoming, outgoing)
    });
    const urls = {
        console: await serve(listen(apps.console, { port: ports.console })),
        convox: await serve(listen(apps.convox, { port: ports.convox })),
        gateway: await serve(listenOn(gatewayServer, { port: ports.gateway })),
        org: await serve(listen(apps.org, { port: ports.org }))
    };
    if (options.fresh === true) {
        forget(options.database);
        forget(options.journal ?? ':memory:');
    }

    const org = await openSeededOrg(
        {
            forceApp: partFolders(root, usualPartsAnd(...(options.parts ?? []))),
            database: options.database,
            clock,
            credentials: { ConVox: { url: urls.gateway, parameters: { GatewayKey: gatewayKey } } },
            ...(options.calloutTimeout === undefined ? {} : { calloutTimeoutMilliseconds: options.calloutTimeout }),
            ...(options.log === undefined ? {} : { log: options.log }),
            apiClients: [gatewayClient, apiClient]
        },
        options
    );
    const { servers, ...played } = await playRecordings(org, ports.recordings);
    listening.push(...servers);
    const startedAt = clock();
    const simulated = {
        salesforce: {
            lightningOrigin: urls.console,
            gatewayOrigin: urls.gateway,
            statusHeader: 'Access-Token',
            statusSecret,
            statusFormat: 'form' as const
        },
        clock,
        ...options.convoxNumbers,
        ...(options.convoxTimes === undefined ? {} : { times: options.convoxTimes })
    };
    const convox = createConvox(besideSecondServer(ports.austin, simulated, startedAt));
    const callControl = { origin: urls.convox, keys: [gatewayKey], scripts: ['callcontrol_api.php', 'bridge.php'] };
    const second = await startSecondServer(ports.austin, {
        org,
        dialect: options.austinSpeaks,
        first: { callControl, timeZone: TIME_ZONE, ...played },
        statusSecret: austinSecret,
        simulated,
        startedAt
    });
    const gateway = createGateway({
        secrets: [statusSecret],
        timeZone: TIME_ZONE,
        lightningOrigin: urls.console,
        salesforce: {
            loginUrl: urls.org,
            clientId: gatewayClient.clientId,
            clientSecret: gatewayClient.clientSecret,
            timeout: 10_000
        },
        journal: createSqliteJournal({ file: options.journal ?? ':memory:' }),
        forwarding: { flushAfter: FLUSH_AFTER_MILLISECONDS },
        callControl,
        servers: second.ofGateway,
        clock,
        log: (entry) => {
            if (entry.level !== 'info') {
                options.log?.({
                    level: entry.level === 'warn' ? 'warning' : 'error',
                    message: `gateway: ${entry.event}`
                });
            }
        }
    });

    apps.org.use(org);
    apps.convox.use(convox.app);
    apps.gateway.use(gateway);
    takePush = gateway.takePush;
    const console = createConsole({ org, assets: options.assets, liveReload: options.liveReload ?? false });
    apps.console.use(console);

    let settling = Promise.resolve();
    const asyncPaths = setInterval(() => {
        settling = settling.then(() => org.settle());
    }, ASYNC_PATHS_EVERY_MILLISECONDS);
    return {
        org,
        convox,
        austin: second.convox,
        urls: { ...urls, ...played, austin: second.url },
        gatewayKey,
        statusSecret,
        austinSecret,
        apiClient,
        gatewayClient,
        reloadConsole: () => console.reload(),
        async close() {
            clearInterval(asyncPaths);
            convox.close();
            await convox.settled();
            await second.close();
            await Promise.all(listening.map((server) => server.close()));
            await settling;
            await gateway.close(DRAIN_MILLISECONDS);
            await org.close();
        }
    };
}

/** A file of SQLite and those that it keeps beside it. */
function forget(file: string): void {
    if (file !== ':memory:') {
        for (const part of ['', '-wal', '-shm', '.lock']) {
            rmSync(file + part, { force: true });
        }
    }
}
