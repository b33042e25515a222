import { connect } from 'node:net';
import { listenOn } from '../node/listen.ts';
import type { Listening } from '../node/listen.ts';
import { createGateway } from './app.ts';
import type { Gateway } from './app.ts';
import { createHttpServer } from './httpServer.ts';
import type { LogEntry } from './log.ts';

const SECRET = 'a-secret-of-the-test';
const ID = '4bf92f3577b34da6a3ce929d0e0e4736';

let gateway: Gateway;
let server: Listening;
let logged: LogEntry[];

beforeEach(async () => {
    logged = [];
    gateway = createGateway({
        secrets: [SECRET],
        timeZone: 'Asia/Kolkata',
        lightningOrigin: 'https://example.lightning.force.com',
        salesforce: { loginUrl: 'https://unused.example', clientId: '', clientSecret: '', timeout: 1 },
        calls: {
            upsert: (batch) =>
                Promise.resolve({ outcome: 'answered', rows: batch.map(() => ({ outcome: 'stored', created: true })) })
        },
        log: (entry) => logged.push(entry)
    });
    server = await listenOn(createHttpServer(gateway));
});
afterEach(async () => {
    await server.close();
    await gateway.close();
});

function push(body: string, secret = SECRET): Promise<Response> {
    const headers = { 'access-token': secret, 'content-type': 'application/x-www-form-urlencoded', 'x-request-id': ID };
    return fetch(`${server.url}/call-status`, { method: 'POST', body, headers });
}

const metrics = async (): Promise<string> => (await fetch(`${server.url}/metrics`)).text();

test('requests are counted by route and status with their duration, pushes with their bytes and their way to the disk', async () => {
    await (await push('MOBILE_NO=9876543201&CALL_REFERENCE_ID=R1')).text();
    await (await push('nothing')).text();
    await (await fetch(`${server.url}/callers/9876543201`)).text();
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => {
        const head = `POST /call-status HTTP/1.1\r\nHost: x\r\nAccess-Token: ${SECRET}\r\nContent-Length: 500`;
        socket.write(`${head}\r\n\r\nMOBILE`, () => socket.destroy());
    });
    const counted = 'convox_http_request_seconds_count{route="call-status",status="0"} 1';
    while (!(await metrics()).includes(counted));
    const text = await metrics();
    for (const line of [
        'convox_http_request_seconds_count{route="call-status",status="200"} 1',
        'convox_http_request_seconds_count{route="call-status",status="400"} 1',
        'convox_http_request_seconds_count{route="other",status="404"} 1',
        'convox_push_bytes_total 41',
        'convox_journal_append_seconds_count 1',
        'convox_forwarding_troubles 0',
        'convox_forwarding_paused_until_seconds 0'
    ]) {
        expect(text).toContain(line);
    }
    expect(text).toMatch(/convox_gateway_build_info\{version="\d+\.\d+\.\d+",node="\d+\.\d+\.\d+"\} 1/);
    expect(text).not.toContain('9876543201');
});

test('a refusal is logged with where it came from, and what was kept aside with the name of its request', async () => {
    await push('nothing', 'another-secret-of-it');
    await push('nothing');
    expect(logged).toMatchObject([
        { event: 'request refused', reason: 'not authenticated', source: '127.0.0.1', request: ID },
        { event: 'push put into quarantine', request: ID }
    ]);
});
