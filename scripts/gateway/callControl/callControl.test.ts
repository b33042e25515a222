import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readReply } from '#contract';
import { replyCases } from '../../../force-app/main/contract/lwc/convoxContract/__tests__/data/replies.ts';
import { createGateway } from '../app.ts';
import type { Gateway, GatewayOptions } from '../app.ts';
import type { CallControlSettings } from './callControlRoute.ts';
import type { LogEntry } from '../log.ts';

const KEY = 'a-key-of-the-test';
const NUMBER = '9876543201';

interface Received {
    readonly method: string | undefined;
    readonly url: string | undefined;
    readonly headers: IncomingMessage['headers'];
    readonly body: string;
}

let convox: Server;
let origin: string;
let received: Received[];
let answer: (response: ServerResponse) => void;
let logged: LogEntry[];
let gateway: Gateway;

beforeEach(async () => {
    received = [];
    logged = [];
    answer = (response) =>
        response
            .writeHead(200, { 'content-type': 'text/html; charset=ISO-8859-1', 'set-cookie': 'PHPSESSID=1' })
            .end('EC000 ok');
    convox = createServer((request, response) => {
        let body = '';
        request.on('data', (chunk: Buffer) => (body += chunk.toString()));
        request.on('end', () => {
            received.push({ method: request.method, url: request.url, headers: request.headers, body });
            answer(response);
        });
    });
    await new Promise<void>((resolve) => convox.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(convox.address() as AddressInfo).port}`;
    gateway = gatewayTo(origin);
});

afterEach(async () => {
    await gateway.close();
    convox.closeAllConnections();
    await new Promise((resolve) => convox.close(resolve));
    expect(JSON.stringify(logged)).not.toContain(NUMBER);
    expect(JSON.stringify(logged)).not.toContain(KEY);
});

function control(server: string, timeout = 10_000): CallControlSettings {
    return {
        origin: server,
        keys: ['an-earlier-key-of-it', KEY],
        scripts: ['callcontrol_api.php', 'bridge.php'],
        timeout
    };
}

function gatewayTo(server: string, timeout?: number, changes: Partial<GatewayOptions> = {}): Gateway {
    return createGateway({
        secrets: ['a-secret-of-the-test'],
        timeZone: 'Asia/Kolkata',
        lightningOrigin: 'https://example.lightning.force.com',
        salesforce: { loginUrl: 'https://unused.example', clientId: '', clientSecret: '', timeout: 1 },
        callControl: control(server, timeout),
        log: (entry) => logged.push(entry),
        ...changes
    });
}

const PATH = '/ConVoxCCS/Agent/callcontrol_api.php';
const FORM = 'application/x-www-form-urlencoded';
const query = `ACTION=CLOSE&agent_id=AG_ASHA&convoxid=4543201&disposition=SALE&mobile_number=${NUMBER}`;

async function command(path: string, init: RequestInit = {}, key = KEY): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('X-ConVox-Gateway-Key', key);
    return gateway.fetch(new Request(`https://gateway.example${path}`, { ...init, headers }));
}

test('a GET goes to ConVox with its query and nothing else, and its answer comes back as plain text', async () => {
    const response = await command(`${PATH}?${query}`, {
        headers: { cookie: 'a=1', connection: 'x-hop', 'x-hop': '1' }
    });
    expect(response.status).toBe(200);
    expect([...response.headers]).toEqual([['content-type', 'text/plain']]);
    expect(await response.text()).toBe('ACCEPTED EC000 EC000 ok');
    expect(received).toMatchObject([{ method: 'GET', url: `${PATH}?${query}`, body: '' }]);
    expect(Object.keys(received[0]?.headers ?? {}).toSorted()).toEqual(['accept', 'connection', 'host', 'user-agent']);
});

test('a form POST goes to the dial script byte by byte', async () => {
    await command('/ConVoxCCS/Agent/bridge.php', { method: 'POST', body: query, headers: { 'content-type': FORM } });
    expect(received).toMatchObject([
        { method: 'POST', url: '/ConVoxCCS/Agent/bridge.php', body: query, headers: { 'content-type': FORM } }
    ]);
});

test.each(replyCases.filter(({ httpStatus, wordsOfSuccess }) => httpStatus >= 200 && wordsOfSuccess === undefined))(
    'a ConVox that answers $httpStatus with $name is $outcome, under 200 and with its own words',
    async ({ text, httpStatus, outcome, code }) => {
        answer = (response) => response.writeHead(httpStatus, { 'content-type': 'application/json' }).end(text);
        const response = await command(`${PATH}?${query}`);
        const said = await response.text();
        expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain']);
        expect(readReply(said, 200)).toMatchObject({ outcome, code });
        expect(said.split(' ', 2)).toEqual([outcome.toUpperCase(), code || '-']);
        expect(said).toContain(
            httpStatus === 204 || (httpStatus >= 300 && httpStatus < 400) ? '' : text.replace('\ufeff', '')
        );
    }
);

test.each<[string, string, string]>([
    ['a wrong key', 'another-key', 'REFUSED - Invalid or missing access token: the command was not sent'],
    ['no key', '', 'REFUSED - Invalid or missing access token: the command was not sent'],
    ['the older of two keys', 'an-earlier-key-of-it', 'ACCEPTED EC000 EC000 ok']
])('%s is answered as it should be', async (_, key, said) => {
    expect(await (await command(`${PATH}?${query}`, {}, key)).text()).toBe(said);
    expect(received).toHaveLength(said.startsWith('ACCEPTED') ? 1 : 0);
});

test.each(['admin.php', '..%2f..%2fetc%2fpasswd', 'http:%2f%2fevil.example', 'callcontrol_api.php%00'])(
    'the script %s is not forwarded to',
    async (script) => {
        const response = await command(`/ConVoxCCS/Agent/${script}?${query}`);
        expect(await response.text()).toMatch(/^REFUSED - |^\{"status":"error"/);
        expect(received).toEqual([]);
    }
);

test('the host that a request names does not matter', async () => {
    await gateway.fetch(
        new Request(`http://evil.example${PATH}?${query}`, { headers: { 'X-ConVox-Gateway-Key': KEY } })
    );
    expect(received[0]?.headers.host).toBe(new URL(origin).host);
});

test('a ConVox that does not answer is given up, and asked once', async () => {
    answer = () => undefined;
    await gateway.close();
    gateway = gatewayTo(origin, 300);
    const response = await command(`${PATH}?${query}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('UNKNOWN - ConVox did not answer in time: the command may have arrived');
    expect(received).toHaveLength(1);
});

test('a ConVox that breaks off is asked once, and may have the command', async () => {
    answer = (response) => response.destroy();
    const response = await command(`${PATH}?${query}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('UNKNOWN - The answer of ConVox was lost: the command may have arrived');
    expect(received).toHaveLength(1);
});

test('a ConVox that wants to speak another protocol gave no answer', async () => {
    answer = (response) =>
        response.socket?.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    const response = await command(`${PATH}?${query}`);
    expect(await response.text()).toBe('UNKNOWN - The answer of ConVox was lost: the command may have arrived');
});

test('HEAD commands nothing', async () => {
    expect((await command(`${PATH}?${query}`, { method: 'HEAD' })).status).toBe(405);
    expect(received).toEqual([]);
});

test('an answer in Latin-1 is read as what it means', async () => {
    answer = (response) =>
        response
            .writeHead(200, { 'content-type': 'text/html; charset=ISO-8859-1' })
            .end(Buffer.from('Zoë is busy', 'latin1'));
    expect(await (await command(`${PATH}?${query}`)).text()).toBe('UNKNOWN - Zoë is busy');
});

test.each<[string, Partial<GatewayOptions>, string]>([
    [
        'from elsewhere',
        { callControl: { ...control(''), allowed: ['10.0.0.0/8'] } },
        'This address may not use the gateway'
    ],
    ['too many', { sources: { allowed: [], proxies: [], rate: { perSecond: 0.001, burst: 1 } } }, 'Too many requests']
])('commands that are %s are turned away in plain text', async (_, changes, reason) => {
    await gateway.close();
    gateway = gatewayTo(origin, 10_000, changes);
    await command(`${PATH}?${query}`);
    const response = await command(`${PATH}?${query}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(`REFUSED - ${reason}: the command was not sent`);
    expect(received.length).toBeLessThanOrEqual(1);
});

test('a ConVox that redirects is not followed', async () => {
    answer = (response) => response.writeHead(302, { location: 'http://evil.example/' }).end();
    const response = await command(`${PATH}?${query}`);
    expect(await response.text()).toBe('UNKNOWN - ConVox redirects: check its address');
    expect(response.headers.get('location')).toBeNull();
});

test('an answer that does not end is cut off', async () => {
    answer = (response) => response.writeHead(200).end('x'.repeat(100_000));
    const response = await command(`${PATH}?${query}`);
    expect(await response.text()).toBe('UNKNOWN - The answer of ConVox was too large: the command may have arrived');
});

const DIAL = `ACTION=CALL&user=AG_ASHA&phone_number=${NUMBER}&refno=SF_000001`;

test('a server of another dialect gets its own request, and what it calls the new call comes back in the sheet’s names', async () => {
    answer = (response) =>
        response.end(
            JSON.stringify({
                STATUS: 'CL000',
                MESSAGE: 'Call requested',
                LEAD_ID: '1',
                CALL_HIT_REFERENCE_NUMBER: '17'
            })
        );
    await gateway.close();
    const callControl = { ...control(origin), dialect: 'webService' as const, accessKey: 'a-key-of-convox' };
    gateway = gatewayTo(origin, 10_000, { callControl });
    const response = await command('/ConVoxCCS/Agent/bridge.php', {
        method: 'POST',
        body: DIAL,
        headers: { 'content-type': FORM }
    });
    expect(await response.text()).toBe(
        'ACCEPTED CL000 {"STATUS":"CL000","MESSAGE":"Call requested","CONVOXID":"1","CALL_REFERENCE_ID":"17"}'
    );
    expect(received).toMatchObject([
        {
            method: 'POST',
            url: '/ConVoxCCS/External/external_dialer.php',
            headers: { access_token: 'a-key-of-convox', 'content-type': 'application/json' },
            body: JSON.stringify({ action: 'CALL', refno: 'SF_000001', user: 'AG_ASHA', phone_number: NUMBER })
        }
    ]);
    expect(JSON.stringify(logged)).not.toContain('a-key-of-convox');
});

test('nobody listening is said in words', async () => {
    await gateway.close();
    gateway = gatewayTo('http://127.0.0.1:1');
    const response = await command(`${PATH}?${query}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('REFUSED - ConVox cannot be reached: the command was not sent');
});
