import { Connection } from '@jsforce/jsforce-node';
import { join } from 'node:path';
import { AGENT_ASHA, KNOWN_CALLER_NUMBER } from '../sample/org/callers.ts';
import { seedOrg } from '../sample/org/seedOrg.ts';
import { createOrg } from '../local/org/org.ts';
import type { Org } from '../local/org/org.ts';
import { createConvox } from '../simulator/app.ts';
import type { Convox } from '../simulator/app.ts';
import { createManualTime } from '../simulator/manualTime.ts';
import type { ManualTime } from '../simulator/manualTime.ts';
import { listen, listenOn } from '../node/listen.ts';
import type { Listening } from '../node/listen.ts';
import { createGateway } from './app.ts';
import type { Gateway } from './app.ts';
import { createHttpServer } from './httpServer.ts';
import { partFolders } from '../local/metadata/packageParts.ts';

const SECRET = 'a-secret-of-the-test';
const client = { clientId: 'convox-gateway', clientSecret: 'secret-of-the-client', username: 'integration' };

let org: Org;
let orgServer: Listening;
let gateway: Gateway;
let gatewayServer: Listening;
let convox: Convox;
let time: ManualTime;

beforeEach(async () => {
    time = createManualTime('2026-11-22T05:30:00.000Z');
    org = await createOrg({
        forceApp: partFolders(join(import.meta.dirname, '..', '..')),
        database: ':memory:',
        clock: time.clock,
        credentials: { ConVox: { url: 'http://127.0.0.1:1', parameters: { GatewayKey: SECRET } } },
        apiClients: [client]
    });
    seedOrg(org);
    orgServer = await listen(org);
    gateway = createGateway({
        secrets: [SECRET],
        timeZone: 'Asia/Kolkata',
        lightningOrigin: 'https://example.lightning.force.com',
        salesforce: {
            loginUrl: orgServer.url,
            clientId: client.clientId,
            clientSecret: client.clientSecret,
            timeout: 5000
        },
        clock: time.clock,
        log: () => undefined
    });
    gatewayServer = await listenOn(createHttpServer(gateway));
    convox = createConvox({
        clock: time.clock,
        timers: time.timers,
        salesforce: {
            lightningOrigin: 'https://example.lightning.force.com',
            gatewayOrigin: gatewayServer.url,
            statusHeader: 'Access-Token',
            statusSecret: SECRET,
            statusFormat: 'form'
        }
    });
});

afterEach(async () => {
    convox.close();
    await gatewayServer.close();
    await gateway.close();
    await orgServer.close();
    await org.close();
});

function liveCall(scenario: string): string {
    const start = convox.start(scenario, { agent: AGENT_ASHA, answer: true });
    time.pass(1000);
    time.pass(60_000);
    return start.ok ? start.call.reference : start.message;
}

async function closed(disposition: string): Promise<void> {
    const convoxId = convox.switchboard.line(AGENT_ASHA)?.agent.call?.convoxId ?? '';
    const followUp = { date: '2026-12-01', hours: '11', minutes: '30' };
    convox.switchboard.act(AGENT_ASHA, { type: 'close', convoxId, disposition, followUp });
    time.pass(1000);
    await convox.settled();
    await gateway.flushed();
}

test('a call that ConVox pushes is one complete record, read back by another Salesforce client', async () => {
    const reference = liveCall('knownCaller');
    await closed('CALLBACK');
    expect(convox.log.entries.at(-1)).toMatchObject({ kind: 'status', status: 200 });

    const salesforce = new Connection({
        version: '66.0',
        oauth2: { loginUrl: orgServer.url, clientId: client.clientId, clientSecret: client.clientSecret }
    });
    await salesforce.authorize({ grant_type: 'client_credentials' });
    const { records } = await salesforce.query(
        'SELECT Call_Reference__c, Customer_Number__c, Agent_Code__c, Status__c, Disposition__c, Follow_Up_At__c, ' +
            'Started_At__c, Duration_Seconds__c, Direction__c FROM ConVox_Call__c'
    );
    expect(records).toMatchObject([
        {
            Call_Reference__c: reference,
            Customer_Number__c: KNOWN_CALLER_NUMBER,
            Agent_Code__c: AGENT_ASHA,
            Status__c: 'Disposed',
            Disposition__c: 'CALLBACK',
            Follow_Up_At__c: '2026-12-01T06:00:00.000+0000',
            Started_At__c: '2026-11-22T05:30:00.000+0000',
            Duration_Seconds__c: 60,
            Direction__c: 'Inbound'
        }
    ]);
});

test.each([
    ['pushTwice', 2],
    ['pushBeforePop', 2]
])('%s leaves one record after %i pushes, the later one winning', async (scenario, count) => {
    liveCall(scenario);
    await convox.settled();
    time.pass(2000);
    await closed('SALE');
    const statuses = convox.log.entries.filter(({ kind }) => kind === 'status').map(({ status }) => status);
    expect(statuses).toEqual(Array.from({ length: count }, () => 200));
    expect(org.store.find({ object: 'ConVox_Call__c' })).toMatchObject([
        { Disposition__c: 'SALE', Status__c: 'Disposed' }
    ]);
});

test('a missed call is a record without an agent', async () => {
    convox.start('missed');
    time.pass(10_000);
    await convox.settled();
    await gateway.flushed();
    expect(org.store.find({ object: 'ConVox_Call__c' })).toMatchObject([
        { Status__c: 'Not Connected', Agent_Code__c: null, Duration_Seconds__c: 0, Ring_Seconds__c: 6 }
    ]);
});

test('a caller who withholds the number is a record that says so', async () => {
    liveCall('withheldNumber');
    await closed('SALE');
    expect(org.store.find({ object: 'ConVox_Call__c' })).toMatchObject([
        { Customer_Number__c: 'anonymous', Data_Quality__c: 'numberWithoutKey' }
    ]);
});

test('while the org is down, ConVox is told that its push is safe, and it is', async () => {
    await orgServer.close();
    liveCall('knownCaller');
    await closed('SALE');
    expect(convox.log.entries.at(-1)).toMatchObject({ kind: 'status', status: 200 });
    const health = await gateway.fetch(new Request('http://gateway.example/health'));
    expect(await health.json()).toMatchObject({ status: 'degraded', journal: { waiting: 1 } });
    orgServer = await listen(org);
});

describe('what an agent does', () => {
    const asha = () => {
        const where = { field: 'Agent_Code__c', operator: 'eq', value: AGENT_ASHA } as const;
        const [row] = org.store.find({ object: 'ConVox_Agent__c', where });
        return ['State__c', 'State_Detail__c', 'State_Since__c', 'State_Source__c'].map((field) => row?.[field]);
    };
    const push = (query: string, init: RequestInit = {}): Promise<Response> =>
        fetch(`${gatewayServer.url}/agent-state${query}`, { headers: { 'access-token': SECRET }, ...init });

    test('is pushed by GET or POST, and the newest is on the agent’s record', async () => {
        const pushed = await push(`?agent_id=${AGENT_ASHA}&state=BREAK&break_name=Tea&since=2026-11-22+10:50:00`);
        expect(pushed.status).toBe(200);
        await gateway.flushed();
        expect(asha()).toEqual(['Break', 'Tea', '2026-11-22T05:20:00.000Z', 'ConVox']);

        const headers = { 'access-token': SECRET, 'content-type': 'application/json' };
        const body = JSON.stringify([
            { agent_id: AGENT_ASHA, state: 'ONCALL', since: '2026-11-22 10:40:00' },
            { agent_id: 'AG_NOBODY', state: 'IDLE' }
        ]);
        expect((await push('', { method: 'POST', headers, body })).status).toBe(200);
        await gateway.flushed();
        expect(asha()).toEqual(['Break', 'Tea', '2026-11-22T05:20:00.000Z', 'ConVox']);
        expect(org.store.find({ object: 'ConVox_Agent__c' })).toHaveLength(2);
    });

    test('is known from the status of a call that ended: wrap-up since its end, until its disposition is there', async () => {
        const status = (disposition: string): Promise<Response> => {
            const body = new URLSearchParams({
                CALL_REFERENCE_ID: 'R1',
                MOBILE_NO: KNOWN_CALLER_NUMBER,
                USER_ID: AGENT_ASHA,
                CALL_STATUS: 'Connected',
                CALL_DATE: '2026-11-22T10:50:00',
                CALL_DURATION: '60',
                PROCESS_NAME: 'SUPPORT',
                DISPOSITION: disposition
            });
            return fetch(`${gatewayServer.url}/call-status`, {
                method: 'POST',
                headers: { 'access-token': SECRET },
                body
            });
        };
        await status('');
        await gateway.flushed();
        expect(asha()).toEqual(['Wrap-Up', 'SUPPORT', '2026-11-22T05:21:00.000Z', 'Call Status']);
        await status('SALE');
        await gateway.flushed();
        expect(asha()).toEqual(['Unknown', null, '2026-11-22T05:21:00.000Z', 'Call Status']);
    });

    test('is known from a pop that passes, too', async () => {
        const pop = new URLSearchParams({
            Agent_ID: AGENT_ASHA,
            Caller_Id: KNOWN_CALLER_NUMBER,
            CallReferenceID: 'R1',
            DID: '4040123400',
            ConvoxID: '1',
            Process: 'SUPPORT',
            TypeOfCall: 'Inbound call'
        });
        await fetch(`${gatewayServer.url}/pop?${pop.toString()}`, { redirect: 'manual' });
        await gateway.flushed();
        expect(asha()).toEqual(['Talking', null, '2026-11-22T05:30:00.000Z', 'Pop']);
    });

    test.each([
        ['without the key', '?agent_id=AG_ASHA&state=IDLE', { headers: {} }, 401],
        ['that says nothing', '?agent_id=AG_ASHA', {}, 400],
        ['whose JSON is none', '', { method: 'POST', body: '{' }, 400]
    ])('a push %s is refused', async (_, query, init, status) => {
        expect((await push(query, init)).status).toBe(status);
        await gateway.flushed();
        expect(asha()[0]).toBeNull();
    });
});
