import path from 'node:path';
import { createExternalServices } from './createExternalServices.ts';
import type { ExternalServicesOptions } from './createExternalServices.ts';
import { CalloutFault } from './externalServices.ts';
import type { TestServer } from './testServer.ts';
import { openTestServer } from './testServer.ts';

const PACKAGE = path.resolve(import.meta.dirname, '../../../../force-app');

let server: TestServer;
beforeEach(async () => {
    server = await openTestServer();
});
afterEach(() => server.close());

function packageServices(options: Partial<ExternalServicesOptions> = {}) {
    return createExternalServices({
        forceApp: PACKAGE,
        credentials: { ConVox: { url: `${server.url}/`, parameters: { GatewayKey: 'test-key' } } },
        ...options
    });
}

function texts(values: Readonly<Record<string, string | null>>) {
    return new Map(Object.entries(values).map(([name, value]) => [name, { dataType: 'text', value } as const]));
}

/** Who calls; these services ask nobody's permission. */
const AGENT = { id: '005000000000001AAA', username: 'agent', systemContext: false };

const CLOSE = { ACTION: 'CLOSE', agent_id: 'AG ASHA', convoxid: '100&1', disposition: 'SALE', callback_date: null };

async function close(options: Partial<ExternalServicesOptions> = {}, inputs: Record<string, string | null> = CLOSE) {
    const services = await packageServices(options);
    const outputs = await services.call('ConVoxSheet.closeCallByPost', texts(inputs), AGENT);
    return Object.fromEntries([...outputs].map(([name, { value }]) => [name, value]));
}

test('form parameters make a form body; what has no value is left out', async () => {
    await close();
    expect(server.received).toMatchObject([
        {
            method: 'POST',
            url: '/ConVoxCCS/Agent/callcontrol_api.php',
            body: 'ACTION=CLOSE&agent_id=AG+ASHA&convoxid=100%261&disposition=SALE'
        }
    ]);
    expect(server.received[0]?.headers).toMatchObject({
        'content-type': expect.stringContaining('application/x-www-form-urlencoded') as string,
        accept: 'text/plain, text/html',
        'x-convox-gateway-key': 'test-key'
    });
});

test('query parameters go into the address, path parameters into their place', async () => {
    const services = await packageServices();
    await services.call('ConVoxSheet.closeCallByGet', texts(CLOSE), AGENT);
    await services.call(
        'ConVoxSheet.dialByGet',
        texts({ script: 'a/b.php', ACTION: 'CALL', user: 'AG_ASHA', phone_number: '9876543210' }),
        AGENT
    );
    expect(server.received.map(({ url }) => url)).toEqual([
        '/ConVoxCCS/Agent/callcontrol_api.php?ACTION=CLOSE&agent_id=AG+ASHA&convoxid=100%261&disposition=SALE',
        '/ConVoxCCS/Agent/a%2Fb.php?ACTION=CALL&user=AG_ASHA&phone_number=9876543210'
    ]);
    await expect(
        services.call('ConVoxSheet.dialByGet', texts({ script: '..', ACTION: 'CALL' }), AGENT)
    ).rejects.toThrow('cannot stand in the path');
});

test.each([
    [200, 'text/plain', 'done', { responseCode: 200, '200': 'done' }],
    [200, 'text/html; charset=UTF-8', '<b>done</b>', { responseCode: 200, '200': '<b>done</b>' }],
    [
        200,
        'text/plain; charset=ISO-8859-1',
        Buffer.from('Ungültig', 'latin1'),
        { responseCode: 200, '200': 'Ungültig' }
    ],
    [201, 'text/plain', 'made', { responseCode: 201, default: 'made' }],
    [400, 'text/plain', '{"STATUS":"EC001"}', { responseCode: 400, '400Exc': '{"STATUS":"EC001"}' }],
    [409, 'text/plain', 'taken', { responseCode: 409, defaultExc: 'taken' }],
    [302, 'text/plain', '', { responseCode: 302, defaultExc: '' }]
])('HTTP %s with %s %j becomes %j', async (status, type, body, expected) => {
    server.respondWith((response) =>
        response.writeHead(status, { 'Content-Type': type, Location: '/elsewhere' }).end(body)
    );
    expect(await close()).toEqual(expected);
});

test.each([400, 409])('HTTP %i can be made to fault, as one page of the documentation has it', async (status) => {
    server.respondWith((response) => response.writeHead(status).end('EC001'));
    await expect(close({ errorStatus: 'fault' })).rejects.toThrow(`HTTP status ${status}`);
});

test.each([
    ['an undeclared content type', 'image/png', 'x', 'content type image/png'],
    ['JSON, which is no text', 'application/json', '{"STATUS":"EC000"}', 'content type application/json']
])('%s is a fault', async (_name, type, body, message) => {
    server.respondWith((response) => response.writeHead(200, { 'Content-Type': type }).end(body));
    await expect(close()).rejects.toThrow(message);
});

test('an answer that does not come in time is a fault', async () => {
    server.respondWith(() => undefined);
    await expect(close({ timeoutMilliseconds: 50 })).rejects.toThrow('Read timed out after 50 ms');
});

test('a server that cannot be reached is a fault that names no address', async () => {
    const failure = await close({
        credentials: { ConVox: { url: 'http://127.0.0.1:1', parameters: { GatewayKey: 'k' } } }
    }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CalloutFault);
    expect(String(failure)).toMatch(/Unable to connect to the endpoint|connection/i);
    expect(String(failure)).not.toContain('127.0.0.1');
});

test('a connection that breaks off is a fault of its own: the request may have arrived', async () => {
    server.respondWith((response) => response.destroy());
    await expect(close()).rejects.toThrow('The connection broke off');
});

test.each([
    ['nothing was entered', {}, 'an admin enters the real one in Setup'],
    [
        'the key is missing',
        { ConVox: { url: 'http://127.0.0.1:1', parameters: {} } },
        '"GatewayKey" of external credential "ConVox" has no value'
    ]
])('when %s, the fault tells the admin', async (_name, credentials, message) => {
    await expect(close({ credentials })).rejects.toThrow(message);
    expect(server.received).toEqual([]);
});

test('a required input without a value is refused before anything is sent', async () => {
    await expect(close({}, { ...CLOSE, disposition: null })).rejects.toThrow(
        'Missing required input parameter: disposition'
    );
    expect(server.received).toEqual([]);
});

test('an action lists its inputs and outputs', async () => {
    const { actions } = await packageServices();
    const action = actions.get('ConVoxSheet.closeCallByPost');
    expect(action?.outputs.map(({ name }) => name)).toEqual([
        'responseCode',
        '200',
        ...[400, 401, 403, 404, 500, 502, 503].map((code) => `${code}Exc`),
        'default',
        'defaultExc'
    ]);
    expect(action?.inputs.filter(({ required }) => required).map(({ name }) => name)).toEqual([
        'ACTION',
        'agent_id',
        'convoxid',
        'disposition'
    ]);
});
