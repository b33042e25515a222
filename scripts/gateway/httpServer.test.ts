import { connect } from 'node:net';
import { listenOn } from '../node/listen.ts';
import type { Listening } from '../node/listen.ts';
import { createHttpServer } from './httpServer.ts';
import { accepted } from './intake/envelope.ts';
import { createPushListener } from './intake/pushListener.ts';

let server: Listening;
let isStopping: boolean;

beforeEach(async () => {
    isStopping = false;
    const takePush = createPushListener({
        turnAway: () => undefined,
        take: () => Promise.resolve(accepted('stored')),
        failed: () => accepted('never')
    });
    const fetch = ({ url }: Request): Response => new Response(new URL(url).pathname);
    server = await listenOn(createHttpServer({ takePush, fetch, isStopping: () => isStopping }));
});

afterEach(() => server.close());

/** Everything that comes back until the server closes the connection. */
function exchange(sent: string): Promise<string> {
    return new Promise((resolve, reject) => {
        let received = '';
        connect(Number(new URL(server.url).port), '127.0.0.1', function (this: ReturnType<typeof connect>) {
            this.write(sent);
        })
            .on('data', (chunk: Buffer) => (received += chunk.toString()))
            .on('error', reject)
            .on('close', () => resolve(received));
    });
}

const CLOSE = 'Connection: close\r\n';

test.each<[string, number, string]>([
    ['a push without a host', 400, 'POST /call-status HTTP/1.1\r\nContent-Length: 3\r\n\r\na=1'],
    ['a GET without a host', 400, 'GET /health HTTP/1.1\r\n\r\n'],
    ['a host that is none', 400, `GET /health HTTP/1.1\r\nHost: a b\r\n${CLOSE}\r\n`],
    ['a backslash in the path', 400, `GET /health\\x HTTP/1.1\r\nHost: x\r\n${CLOSE}\r\n`],
    ['an expectation', 417, 'POST /call-status HTTP/1.1\r\nHost: x\r\nExpect: x\r\nContent-Length: 3\r\n\r\na=1'],
    ['no HTTP', 400, 'rubbish\r\n\r\n'],
    ['too long a head', 431, `GET /call-status?${'a'.repeat(90_000)} HTTP/1.1\r\nHost: x\r\n\r\n`]
])('%s is refused in the envelope', async (_, status, sent) => {
    const answer = await exchange(sent);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer.toLowerCase()).toContain('content-type: application/json');
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toEqual({
        status: 'error',
        message: expect.stringMatching(/\w{3}/)
    });
});

const ID = '4bf92f3577b34da6a3ce929d0e0e4736';

test.each([
    ['the name that a proxy gave it', ID, ID],
    ['a new one, when it came without', undefined, expect.stringMatching(/^[0-9a-f]{32}$/)],
    [
        'a new one, when it came with something that could be a number',
        '9876543201',
        expect.stringMatching(/^[0-9a-f]{32}$/)
    ]
])('every answer carries the name of its request: %s', async (_, given, expected) => {
    const headers = given === undefined ? {} : { 'x-request-id': given };
    const pushed = await fetch(`${server.url}/call-status`, { method: 'POST', body: 'a=1', headers });
    const asked = await fetch(`${server.url}/health`, { headers });
    expect([pushed, asked].map((answer) => answer.headers.get('x-request-id'))).toEqual([expected, expected]);
});

test('connections are kept for longer than the proxies keep theirs', async () => {
    const { headers } = await fetch(`${server.url}/call-status`, { method: 'POST', body: 'a=1' });
    const seconds = Number(/timeout=(\d+)/.exec(headers.get('keep-alive') ?? '')?.[1]);
    // Caddy's default; nginx has 60 seconds.
    expect(seconds).toBeGreaterThan(120);
});

test.each([
    ['a push', 'POST /call-status HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na=1'],
    ['anything else', 'GET /health HTTP/1.1\r\nHost: x\r\n\r\n']
])('a gateway that stops answers %s and closes its connection', async (_, sent) => {
    isStopping = true;
    const answer = await exchange(sent);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer.toLowerCase()).toContain('connection: close');
});
