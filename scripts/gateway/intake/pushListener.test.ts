import { connect } from 'node:net';
import { listenOn } from '../../node/listen.ts';
import type { Listening } from '../../node/listen.ts';
import { createHttpServer } from '../httpServer.ts';
import type { Answer } from './envelope.ts';
import { accepted, rejected } from './envelope.ts';
import { createPushListener } from './pushListener.ts';
import type { ReceivedRequest } from './callStatusIntake.ts';

let server: Listening;
let received: ReceivedRequest[];
let take: () => Promise<Answer>;

beforeEach(async () => {
    received = [];
    take = () => Promise.resolve(accepted('stored'));
    const takePush = createPushListener({
        turnAway: ({ headers }) => (headers['access-token'] === 'wrong' ? rejected(401, 'not you') : undefined),
        take(request) {
            received.push(request);
            return take();
        },
        failed: () => rejected(500, 'Unexpected error')
    });
    server = await listenOn(createHttpServer({ takePush, fetch: () => new Response('by the routes') }));
});

afterEach(() => server.close());

async function send(path: string, init: RequestInit): Promise<string> {
    const response = await fetch(server.url + path, init);
    return `${response.status} ${await response.text()}`;
}

const STORED = '200 {"status":"success","message":"stored"}';

test('a plain push is taken with its body and its type, as often as a connection brings one', async () => {
    const large = 'a'.repeat(65_536);
    for (const body of ['MOBILE_NO=1', '', large]) {
        const headers = { 'content-type': 'text/plain' };
        await expect(send('/call-status', { method: 'POST', headers, body })).resolves.toBe(STORED);
        const { method, contentType, read } = received.at(-1) ?? {};
        expect({ method, contentType, ok: read?.ok, text: Buffer.from(read?.bytes ?? []).toString() }).toEqual({
            method: 'POST',
            contentType: 'text/plain',
            ok: true,
            text: body
        });
    }
});

test.each<[string, string, RequestInit]>([
    ['another method', '/call-status', { method: 'PUT', body: 'a=1' }],
    ['a GET', '/call-status?a=1', {}],
    ['a query beside a body', '/call-status?a=1', { method: 'POST', body: 'b=1' }],
    ['a compressed body', '/call-status', { method: 'POST', body: 'x', headers: { 'content-encoding': 'gzip' } }],
    ['a body that is too large', '/call-status', { method: 'POST', body: 'a'.repeat(65_537) }],
    ['another path', '/pop', { method: 'POST', body: 'a=1' }]
])('%s is left to the routes', async (_, path, init) => {
    await expect(send(path, init)).resolves.toBe('200 by the routes');
    expect(received).toEqual([]);
});

test('who is turned away is not even read', async () => {
    const answer = await send('/call-status', { method: 'POST', headers: { 'access-token': 'wrong' }, body: 'a=1' });
    expect(answer).toBe('401 {"status":"error","message":"not you"}');
    expect(received).toEqual([]);
});

test('what goes wrong inside is answered, too', async () => {
    take = () => Promise.reject(new Error('unforeseen'));
    await expect(send('/call-status', { method: 'POST', body: 'a=1' })).resolves.toMatch(/^500 .*Unexpected error/);
});

test('a body that breaks off is taken as that', async () => {
    const taken = new Promise<void>((resolve) => {
        take = () => {
            resolve();
            return Promise.resolve(rejected(400, 'broken off'));
        };
    });
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => {
        socket.write('POST /call-status HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\nMOBILE', () =>
            socket.destroy()
        );
    });
    await taken;
    expect(received).toMatchObject([{ read: { ok: false, lost: 'broken off' } }]);
});
