import { agentActions } from '#agent-action';
import type { CallControlSettings } from '../gateway/callControl/callControlRoute.ts';
import type { ServerSettings } from '../gateway/serverSettings.ts';
import type { Org } from '../local/org/org.ts';
import { listen } from '../node/listen.ts';
import { AGENT_RAVI } from '../sample/org/callers.ts';
import { insertRows } from '../sample/org/insertRows.ts';
import { createConvox } from '../simulator/app.ts';
import type { Convox, ConvoxOptions } from '../simulator/app.ts';
import { createCallNumbers } from '../simulator/call.ts';
import { sampleAgents } from '../simulator/sampleServer.ts';
import { SIMULATED_KEY } from '../simulator/settings.ts';
import type { DialectName } from '../simulator/settings.ts';

/** Another ConVox server that reports to the same org: of another generation, in another time zone, with an agent of its own. */
export const secondServer = {
    code: 'austin',
    name: 'ConVox Austin',
    dialect: 'rest',
    timeZone: 'America/Chicago',
    agentCode: AGENT_RAVI
} as const;

/** Nothing is there where only one server was asked for. */
export interface SecondServer {
    readonly convox: Convox | undefined;
    readonly url: string | undefined;
    /** Both servers, as the gateway's file of servers has them. */
    readonly ofGateway: readonly ServerSettings[];
    close(): Promise<void>;
}

export interface SecondServerOptions {
    readonly org: Pick<Org, 'store' | 'users'>;
    readonly dialect: DialectName | undefined;
    /** How the gateway sends commands to the first server, and that server's time zone. */
    readonly first: { readonly callControl: CallControlSettings; readonly timeZone: string };
    /** What this one sends with its statuses. */
    readonly statusSecret: string;
    /** As the first server is simulated. */
    readonly simulated: ConvoxOptions;
    /** From when on both count their calls. */
    readonly startedAt: Date;
}

/** Starts it at that port, and sets it up in the org and for the gateway; does nothing without a port. */
export async function startSecondServer(
    port: number | undefined,
    { org, dialect = secondServer.dialect, first, statusSecret, simulated, startedAt }: SecondServerOptions
): Promise<SecondServer> {
    if (port === undefined) {
        return { convox: undefined, url: undefined, ofGateway: [], close: () => Promise.resolve() };
    }
    const { code, timeZone } = secondServer;
    setUp(org, dialect);
    const convox = createConvox({
        ...simulated,
        salesforce: { ...simulated.salesforce, server: code, statusSecret },
        ...whereThereAreTwo(startedAt, (agent) => agent === secondServer.agentCode),
        dialect,
        timeZone
    });
    const listening = await listen(convox.app, { port });
    const callControl = { ...first.callControl, origin: listening.url, dialect, accessKey: SIMULATED_KEY };
    return {
        convox,
        url: listening.url,
        ofGateway: [
            { code: 'mumbai', isDefault: true, ...first },
            { code, isDefault: false, timeZone, secrets: [statusSecret], callControl }
        ],
        async close() {
            convox.close();
            await convox.settled();
            await listening.close();
        }
    };
}

/** How the first server is simulated where there is, or will be, the second. */
export function besideSecondServer(port: number | undefined, simulated: ConvoxOptions, startedAt: Date): ConvoxOptions {
    return port === undefined
        ? simulated
        : { ...simulated, ...whereThereAreTwo(startedAt, (agent) => agent !== secondServer.agentCode) };
}

/** Each has agents of its own, and both count alike, so that every call has a namesake at the other. */
function whereThereAreTwo(
    startedAt: Date,
    isOwn: (agentCode: string) => boolean
): Pick<ConvoxOptions, 'agents' | 'numbers'> {
    return { agents: sampleAgents.filter(({ code }) => isOwn(code)), numbers: createCallNumbers(() => startedAt) };
}

/** What an administrator does for it: its record, and the server of its agent. */
function setUp({ store, users }: Pick<Org, 'store' | 'users'>, dialect: DialectName): void {
    const { code, name, timeZone, agentCode } = secondServer;
    const where = (field: string, value: string) => ({ field, operator: 'eq', value }) as const;
    const [known] = store.find({ object: 'ConVox_Server__c', where: where('Code__c', code) });
    if (known !== undefined) {
        return;
    }
    const row = {
        Name: name,
        Code__c: code,
        Dialect__c: dialect,
        Time_Zone__c: timeZone,
        Phone_Keys_Filled__c: true,
        Supports__c: dialect === 'sheet' ? null : agentActions.join(', ')
    };
    const [serverId = ''] = insertRows({ store, users }, 'ConVox_Server__c', [row]);
    const [agent] = store.find({ object: 'ConVox_Agent__c', where: where('Agent_Code__c', agentCode) });
    store.update('ConVox_Agent__c', [{ id: String(agent?.['Id']), values: { Server__c: serverId } }], users.admin);
}
