import { agentActions } from '#agent-action';
import type { CallControlSettings } from '../gateway/callControl/callControlRoute.ts';
import type { ServerSettings } from '../gateway/serverSettings.ts';
import type { Org } from '../local/org/org.ts';
import { listen } from '../node/listen.ts';
import { AGENT_ASHA, AGENT_RAVI } from '../sample/org/callers.ts';
import { insertRows } from '../sample/org/insertRows.ts';
import { insertProcesses } from '../sample/org/insertProcesses.ts';
import { createConvox } from '../simulator/app.ts';
import type { Convox, ConvoxOptions } from '../simulator/app.ts';
import { createCallNumbers } from '../simulator/call.ts';
import { sampleAgents } from '../simulator/sampleServer.ts';
import { SIMULATED_KEY } from '../simulator/settings.ts';
import type { ConvoxAgent, DialectName } from '../simulator/settings.ts';

/**
 * Another ConVox server that reports to the same org: of another generation, in another time zone. Ravi works there, under the
 * id that Asha has at the first, in processes of the same names.
 */
export const secondServer = {
    code: 'austin',
    name: 'ConVox Austin',
    dialect: 'rest',
    timeZone: 'America/Chicago',
    agentCode: AGENT_ASHA
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
    /** What the gateway knows of the first server. */
    readonly first: Omit<ServerSettings, 'code' | 'isDefault'> & { readonly callControl: CallControlSettings };
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
        ...whereThereAreTwo(startedAt, atSecondServer),
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
    return port === undefined ? simulated : { ...simulated, ...whereThereAreTwo(startedAt, others) };
}

const isRavi = ({ code }: ConvoxAgent): boolean => code === AGENT_RAVI;
const others = sampleAgents.filter((agent) => !isRavi(agent));
const atSecondServer = sampleAgents.filter(isRavi).map((agent) => ({ ...agent, code: secondServer.agentCode }));

/** Each has agents of its own, and both count alike, so that every call has a namesake at the other. */
function whereThereAreTwo(startedAt: Date, agents: readonly ConvoxAgent[]): Pick<ConvoxOptions, 'agents' | 'numbers'> {
    return { agents, numbers: createCallNumbers(() => startedAt) };
}

/** What an administrator does for it: its record, its agent, and its processes. */
function setUp({ store, users }: Pick<Org, 'store' | 'users'>, dialect: DialectName): void {
    const { code, name, timeZone, agentCode } = secondServer;
    const org = { store, users };
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
    const [serverId = ''] = insertRows(org, 'ConVox_Server__c', [row]);
    const [agent] = store.find({ object: 'ConVox_Agent__c', where: where('Agent_Code__c', AGENT_RAVI) });
    const values = { Server__c: serverId, Agent_Code__c: agentCode };
    store.update('ConVox_Agent__c', [{ id: String(agent?.['Id']), values }], users.admin);
    insertProcesses(org, serverId);
}
