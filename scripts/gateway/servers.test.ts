import { callFields } from '#call-record';
import { createGateway } from './app.ts';
import type { Gateway } from './app.ts';
import type { ServerSettings } from './serverSettings.ts';
import { createHttpServer } from './httpServer.ts';
import { createSqliteJournal } from './journal/sqliteJournal.ts';
import type { Journal } from './journal/journal.ts';
import type { LogEntry } from './log.ts';
import type { CallUpsert } from './salesforce/salesforceCalls.ts';
import { ownName } from './serverKey.ts';
import { listen, listenOn } from '../node/listen.ts';
import type { Listening } from '../node/listen.ts';

const SECRET = 'a-secret-of-all-of-them';
const OWN_SECRET = 'a-secret-of-austin-alone';
const KEY = 'a-key-of-the-test';

interface Received {
    readonly path: string;
    readonly body: string;
}

let received: Received[];
let convox: Listening;
let servers: readonly ServerSettings[];
let stored: CallUpsert[];
let logged: LogEntry[];
let journal: Journal;
let gateway: Gateway;
let edge: Listening;

beforeEach(async () => {
    received = [];
    stored = [];
    logged = [];
    convox = await listen({
        async fetch(request) {
            received.push({ path: new URL(request.url).pathname, body: await request.text() });
            return Response.json({ STATUS: 'EC000', MESSAGE: 'Closed', LEAD_ID: '1', CALL_HIT_REFERENCE_NUMBER: '17' });
        }
    });
    const callControl = { origin: convox.url, keys: [KEY], scripts: ['callcontrol_api.php'] };
    servers = [
        { code: 'mumbai', isDefault: true, timeZone: 'Asia/Kolkata', callControl },
        {
            code: 'austin',
            isDefault: false,
            timeZone: 'America/Chicago',
            secrets: [OWN_SECRET],
            callControl: { ...callControl, dialect: 'webService', accessKey: 'a-key-of-convox' }
        }
    ];
    journal = createSqliteJournal({ file: ':memory:' });
    gateway = createGateway({
        secrets: [SECRET],
        timeZone: 'Asia/Kolkata',
        servers,
        lightningOrigin: 'https://example.lightning.force.com',
        salesforce: { loginUrl: 'https://unused.example', clientId: '', clientSecret: '', timeout: 1 },
        journal,
        calls: {
            upsert(batch) {
                stored.push(...batch);
                return Promise.resolve({
                    outcome: 'answered',
                    rows: batch.map(() => ({ outcome: 'stored', created: true }))
                });
            }
        },
        clock: () => new Date('2026-11-22T05:40:00.000Z'),
        log: (entry) => logged.push(entry)
    });
    edge = await listenOn(createHttpServer(gateway));
});

afterEach(async () => {
    await edge.close();
    await gateway.close();
    await convox.close();
});

function push(path: string, secret: string, form: string): Promise<Response> {
    return fetch(edge.url + path, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { 'access-token': secret }
    });
}

const CALL = 'CALL_REFERENCE_ID=17&MOBILE_NO=9876543201&CALL_DATE=2026-11-22 10:00:00&CALL_STATUS=Connected';
const startOf = ({ fields }: CallUpsert): unknown => fields.Started_At__c;

test('calls of two servers under one reference are two rows, each with the time of its server', async () => {
    await push('/call-status', SECRET, CALL);
    await push('/servers/mumbai/call-status', SECRET, CALL);
    await push('/servers/austin/call-status', OWN_SECRET, CALL);
    await gateway.flushed();
    const starts = Object.fromEntries(stored.map((call) => [call.reference, startOf(call)]));
    expect(starts).toEqual({ '17': '2026-11-22T04:30:00.000Z', 'austin:17': '2026-11-22T16:00:00.000Z' });
});

test.each([
    ['/call-status', OWN_SECRET, 401],
    ['/servers/austin/call-status', SECRET, 401],
    ['/servers/austin/call-status', OWN_SECRET, 200],
    ['/servers/delhi/call-status', SECRET, 404]
])('a push to %s with %s is answered %i', async (path, secret, status) => {
    expect((await push(path, secret, CALL)).status).toBe(status);
});

test.each([
    ['17', '17'],
    ['delhi:17', 'delhi:17'],
    ['austin:17', 'default:austin:17'],
    ['austin:', 'default:austin:'],
    ['default:austin:17', 'default:default:austin:17']
])('the reference %s of the default server is the row %s, never another server’s', async (reference, key) => {
    const said = CALL.replace('=17', `=${reference}`);
    expect((await push('/call-status', SECRET, said)).status).toBe(200);
    await gateway.flushed();
    expect(stored.map((call) => call.reference)).toEqual([key]);
    const query = `Agent_ID=AG_ASHA&Caller_Id=9876543201&CallReferenceID=${reference}&ConvoxID=1`;
    const response = await fetch(`${edge.url}/pop?${query}`, { redirect: 'manual' });
    expect(new URL(response.headers.get('location') ?? '').searchParams.get('c__CallReferenceID')).toBe(key);
    expect(ownName(undefined, key)).toBe(reference);
});

const named = (call: CallUpsert | undefined): unknown[] =>
    [callFields.reference, callFields.agentCode, callFields.processName].map((field) => call?.fields[field]);

test.each([
    ['/call-status', SECRET, ['17', '1001', 'SALES']],
    ['/servers/mumbai/call-status', SECRET, ['17', '1001', 'SALES']],
    ['/servers/austin/call-status', OWN_SECRET, ['austin:17', 'austin:1001', 'austin:SALES']]
])('of a status at %s call, agent and process are its server’s', async (path, secret, expected) => {
    await push(path, secret, `${CALL}&USER_ID=1001&PROCESS_NAME=SALES&CALL_DURATION=60`);
    await gateway.flushed();
    expect(stored.map(named)).toEqual([expected]);
    expect(String(stored[0]?.fields[callFields.agentLegs])).toContain(expected[1]);
});

test('agents who had a call one after the other are told apart by their keys', async () => {
    await push('/servers/austin/call-status', OWN_SECRET, `${CALL}&USER_ID=1001&CALL_DURATION=20`);
    await push('/servers/austin/call-status', OWN_SECRET, `${CALL}&USER_ID=1002&CALL_DURATION=60&DISPOSITION=SALE`);
    await gateway.flushed();
    expect(stored.at(-1)?.fields).toMatchObject({
        [callFields.agentCode]: 'austin:1002',
        [callFields.earlierAgents]: 'austin:1001, 20 s'
    });
});

test('a process of the default server is not taken for another server’s', async () => {
    await push('/call-status', SECRET, `${CALL}&PROCESS_NAME=austin:SALES`);
    await gateway.flushed();
    expect(named(stored[0])).toEqual(['17', undefined, 'default:austin:SALES']);
});

test.each([
    ['/pop', ['17', '1001', 'SALES']],
    ['/servers/mumbai/pop', ['17', '1001', 'SALES']],
    ['/servers/austin/pop', ['austin:17', 'austin:1001', 'austin:SALES']]
])('a pop at %s opens the call, agent and process %s', async (path, names) => {
    const query = 'Agent_ID=1001&Caller_Id=9876543201&CallReferenceID=17&ConvoxID=1&Process=SALES';
    const response = await fetch(`${edge.url}${path}?${query}`, { redirect: 'manual' });
    const { searchParams } = new URL(response.headers.get('location') ?? '');
    expect(['CallReferenceID', 'AgentID', 'Process'].map((name) => searchParams.get(`c__${name}`))).toEqual(names);
    expect(response.headers.get('cache-control')).toBe('no-store');
});

const CLOSE = 'ACTION=CLOSE&agent_id=AG_ASHA&convoxid=1&disposition=SALE&mobile_number=9876543201&set_followUp=N';

test.each([
    ['', '/ConVoxCCS/Agent/callcontrol_api.php', 'ACCEPTED EC000 {"STATUS":"EC000","MESSAGE":"Closed"'],
    ['/servers/mumbai', '/ConVoxCCS/Agent/callcontrol_api.php', 'ACCEPTED EC000 {"STATUS":"EC000","MESSAGE":"Closed"'],
    ['/servers/default', '/ConVoxCCS/Agent/callcontrol_api.php', 'ACCEPTED EC000 {"STATUS":"EC000","MESSAGE":"Closed"'],
    [
        '/servers/austin',
        '/ConVoxCCS/External/external_dialer.php',
        'ACCEPTED EC000 {"STATUS":"EC000","MESSAGE":"Closed","CONVOXID":"1","CALL_REFERENCE_ID":"austin:17"}'
    ]
])('a command below "%s" goes to %s', async (below, path, answer) => {
    const address = `${edge.url}${below}/ConVoxCCS/Agent/callcontrol_api.php?${CLOSE}&CallReferenceID=austin:17`;
    const response = await fetch(address, { headers: { 'X-ConVox-Gateway-Key': KEY } });
    expect(await response.text()).toContain(answer);
    expect(received.map((request) => request.path)).toEqual([path]);
});

const NONE = 'The address does not name a server as the gateway does: codes of servers are small letters and digits';

test.each([
    ['delhi', undefined],
    ['AUSTIN', NONE],
    ['austin-2', NONE],
    ['%3Cb%3E', NONE]
])(
    'whoever addresses the server %s reads that the gateway does not have it, each in its own form',
    async (code, wrong) => {
        const below = `${edge.url}/servers/${code}`;
        const command = await fetch(`${below}/ConVoxCCS/Agent/callcontrol_api.php?${CLOSE}`);
        expect(await command.text()).toBe(
            `REFUSED - ${wrong ?? 'The gateway takes no commands for the server delhi'}. The command was not sent`
        );
        expect(received).toEqual([]);
        const pop = await fetch(`${below}/pop?Agent_ID=1001`);
        expect([pop.status, pop.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8']);
        const page = await pop.text();
        expect(page).toContain(`${wrong ?? 'Its address is of the server delhi, which the gateway does not have'}.`);
        expect(page).toContain(code === 'delhi' ? 'इसका पता सर्वर delhi का है' : 'छोटे अक्षर और अंक होते हैं');
        const status = await push(`/servers/${code}/call-status`, SECRET, CALL);
        await expect(status.json()).resolves.toEqual({
            status: 'error',
            message: wrong ?? 'The gateway does not have the server delhi, which the address names'
        });
    }
);

test('metrics and health say what came from whom', async () => {
    await push('/call-status', SECRET, CALL);
    await push('/servers/austin/call-status', OWN_SECRET, CALL);
    await fetch(`${edge.url}/servers/austin/ConVoxCCS/Agent/callcontrol_api.php?${CLOSE}`, {
        headers: { 'X-ConVox-Gateway-Key': KEY }
    });
    const metrics = await (await fetch(`${edge.url}/metrics`)).text();
    expect(metrics).toContain('convox_pushes_accepted_total{server="mumbai"} 1');
    expect(metrics).toContain('convox_pushes_accepted_total{server="austin"} 1');
    expect(metrics).toContain('convox_call_control_total{outcome="answered",server="austin"} 1');
    await expect((await fetch(`${edge.url}/health`)).json()).resolves.toMatchObject({
        servers: { mumbai: { lastPushAt: expect.any(String) as unknown }, austin: { lastCommand: 'answered' } }
    });
});

test('what waits of a server that is set up no more is a dead letter that says so', async () => {
    await journal.append([
        { reference: 'delhi:17', receivedAt: 1, shape: 'form', body: CALL, server: 'delhi' },
        { reference: '18', receivedAt: 1, shape: 'form', body: CALL }
    ]);
    await gateway.flushed();
    expect(stored.map(({ reference }) => reference)).toEqual(['18']);
    await expect(journal.deadLetters({ after: 0, limit: 9 })).resolves.toMatchObject([
        { reference: 'delhi:17', reason: 'The server delhi is not set up' }
    ]);
});

test('a running gateway takes over new keys of its servers, but no other zone and no other server', () => {
    const change = (changed: readonly ServerSettings[]): void =>
        gateway.change({ secrets: [SECRET], lightningOrigin: 'https://example.lightning.force.com', servers: changed });
    const [mumbai] = servers;
    expect(() => change(servers.map((server) => ({ ...server, secrets: ['another-secret-of-all'] })))).not.toThrow();
    for (const wrong of [mumbai ? [mumbai] : [], servers.map((server) => ({ ...server, timeZone: 'UTC' }))]) {
        expect(() => change(wrong)).toThrow('hold only after a new start');
    }
});

test('a server that does not take the default one’s key is told in the log, at start and when it becomes so', () => {
    const told = (): unknown[] =>
        logged.filter(({ event }) => event.includes('key of the default')).map((one) => one['server']);
    expect(told()).toEqual([]);
    const [mumbai, austin] = servers;
    const callControl = { origin: convox.url, keys: ['another-key-of-the-test'], scripts: [] };
    const changed = mumbai && austin ? [mumbai, { ...austin, callControl }] : [];
    gateway.change({ secrets: [SECRET], lightningOrigin: 'https://example.lightning.force.com', servers: changed });
    expect(told()).toEqual(['austin']);
});

test('other extra fields wait for a new start, wherever the file names them', async () => {
    const extra = { parameter: 'TIER', field: 'Tier__c', place: 'line 7' };
    const settings = { secrets: [SECRET], lightningOrigin: 'https://example.lightning.force.com', servers };
    const filling = createGateway({
        ...settings,
        timeZone: 'Asia/Kolkata',
        salesforce: { loginUrl: 'https://unused.example', clientId: '', clientSecret: '', timeout: 1 },
        extraFields: [extra],
        forward: () => ({
            state: () => ({ troubles: [] }),
            flushed: () => Promise.resolve(),
            stop: () => Promise.resolve()
        }),
        log: () => undefined
    });
    expect(() => filling.change({ ...settings, extraFields: [{ ...extra, place: 'line 9' }] })).not.toThrow();
    for (const extraFields of [[], [{ ...extra, field: 'Level__c' }]]) {
        expect(() => filling.change({ ...settings, extraFields })).toThrow('Other extra fields hold only');
    }
    await filling.close();
});
