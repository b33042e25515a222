import fc from 'fast-check';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { listenOn } from '../node/listen.ts';
import type { Listening } from '../node/listen.ts';
import { createGateway } from './app.ts';
import { createHttpServer } from './httpServer.ts';
import type { Gateway } from './app.ts';

const SECRET = 'a-secret-of-the-test';
const NUMBER = '9876543201';
const seed = Date.now() % 1_000_000;

let gateway: Gateway;
let server: Listening;
let logged: string[];

beforeAll(async () => {
    process.stdout.write(`Fuzzing with seed ${seed}\n`);
    logged = [];
    gateway = createGateway({
        secrets: [SECRET],
        timeZone: 'Asia/Kolkata',
        lightningOrigin: 'https://example.lightning.force.com',
        salesforce: { loginUrl: 'https://unused.example', clientId: '', clientSecret: '', timeout: 1 },
        callControl: { origin: 'http://127.0.0.1:1', keys: ['a-key-of-the-test'], scripts: ['bridge.php'] },
        calls: {
            upsert: (batch) =>
                Promise.resolve({ outcome: 'answered', rows: batch.map(() => ({ outcome: 'stored', created: true })) })
        },
        log: (entry) => logged.push(JSON.stringify(entry))
    });
    server = await listenOn(createHttpServer(gateway));
});

afterAll(async () => {
    await server.close();
    await gateway.flushed();
    const metrics = await (await gateway.fetch(new Request('http://gateway.example/metrics'))).text();
    await gateway.close();
    for (const text of [...logged, metrics]) {
        expect(text).not.toContain(NUMBER);
        expect(text).not.toContain(SECRET);
    }
});

async function ask(path: string, init: RequestInit): Promise<{ status: number; text: string }> {
    const response = await fetch(server.url + path, init);
    return { status: response.status, text: await response.text() };
}

/** Whatever comes in, the answer is one of these, in the envelope, and repeats nothing of it. */
async function expectSoundAnswer(init: RequestInit): Promise<void> {
    const headers = new Headers(init.headers);
    headers.set('access-token', SECRET);
    const { status, text } = await ask('/call-status', { method: 'POST', ...init, headers });
    expect([200, 400, 413]).toContain(status);
    expect(JSON.parse(text)).toMatchObject({ status: status === 200 ? 'success' : 'error' });
    expect(text).not.toContain(NUMBER);
    expect(text.length).toBeLessThan(400);
}

const types = fc.constantFrom(
    'application/x-www-form-urlencoded',
    'application/json',
    'application/json; charset=utf-16le',
    'text/plain; charset=iso-8859-1',
    'text/plain; charset=nothing-known',
    'multipart/form-data; boundary=x',
    'rubbish'
);
const encodings = fc.constantFrom('identity', 'gzip', 'br', 'gzip, gzip');
const names = fc.oneof(
    fc.constantFrom(
        'MOBILE_NO',
        'CALL_REFERENCE_ID',
        'CALL_DATE',
        'call date',
        'c__CALL_STATUS',
        '__proto__',
        'constructor'
    ),
    fc.string({ unit: 'binary', maxLength: 40 })
);
const values = fc.oneof(fc.constant(NUMBER), fc.string({ unit: 'binary', maxLength: 300 }));
const deep = fc.integer({ min: 1, max: 20_000 }).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`);
const runs = { numRuns: 150, seed };

test('any bytes of any type and encoding', async () => {
    const bodies = fc.uint8Array({ maxLength: 2000 });
    await fc.assert(
        fc.asyncProperty(bodies, types, encodings, fc.boolean(), async (bytes, type, encoding, zip) => {
            const body = zip ? new Uint8Array(gzipSync(bytes)) : new Uint8Array(bytes);
            await expectSoundAnswer({ body, headers: { 'content-type': type, 'content-encoding': encoding } });
        }),
        runs
    );
});

test('forms with any names and values, and with broken escapes', async () => {
    const escapes = fc.constantFrom('', '%', '%E', '%E9', '%zz', '%00', '%ED%A0%80', '&&==&');
    await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(names, values), { maxLength: 30 }), escapes, async (pairs, escape) => {
            const form = new URLSearchParams(pairs).toString();
            await expectSoundAnswer({ body: `MOBILE_NO=${NUMBER}${escape}&${form}` });
        }),
        runs
    );
});

test('JSON of any shape and depth', async () => {
    const json = fc.oneof(
        fc.jsonValue({ noUnicodeString: false }).map((value) => JSON.stringify(value)),
        fc
            .array(fc.dictionary(names, fc.oneof(values, fc.jsonValue())), { maxLength: 5 })
            .map((list) => JSON.stringify(list)),
        deep.map((nested) => `{"MOBILE_NO":"${NUMBER}","CALL_REFERENCE_ID":"1","x":${nested}}`),
        deep
    );
    await fc.assert(
        fc.asyncProperty(json, types, async (body, type) => {
            await expectSoundAnswer({ body, headers: { 'content-type': type } });
        }),
        runs
    );
});

test('names and values as long as a body may be', async () => {
    for (const body of [`${'k'.repeat(65_000)}=1`, `MOBILE_NO=${NUMBER}&CALL_REFERENCE_ID=${'9'.repeat(65_000)}`]) {
        await expectSoundAnswer({ body });
    }
    await expectSoundAnswer({ body: `{"MOBILE_NO":"${NUMBER}","${'k'.repeat(65_000)}":1}` });
    await expectSoundAnswer({ body: `MOBILE_NO=${NUMBER}&${'a=1&'.repeat(16_000)}` });
});

test('a pop with any parameters leads to the configured page or nowhere', async () => {
    await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(names, values), { maxLength: 10 }), async (pairs) => {
            const query = new URLSearchParams([
                ['AgentID', 'AG_ASHA'],
                ['CallerID', NUMBER],
                ['CallReferenceID', '1'],
                ...pairs
            ]);
            const response = await gateway.fetch(new Request(`http://gateway.example/pop?${query.toString()}`));
            expect([303, 400]).toContain(response.status);
            const location = response.headers.get('location');
            if (location !== null) {
                expect(location).toMatch(
                    /^https:\/\/example\.lightning\.force\.com\/lightning\/cmp\/c__convoxScreenPop\?/
                );
                expect(location).not.toMatch(/[\r\n]/);
            }
        }),
        runs
    );
});

test('a command with any path and query goes to no other script', async () => {
    await fc.assert(
        fc.asyncProperty(fc.webPath(), fc.webQueryParameters(), async (path, query) => {
            const headers = { 'x-convox-gateway-key': 'a-key-of-the-test' };
            const answer = await ask(`/ConVoxCCS/Agent${path}?${query}`, { headers });
            expect(`${answer.status} ${answer.text}`).toMatch(/^(404 |200 REFUSED - |200 UNKNOWN - )/);
        }),
        { ...runs, numRuns: 50 }
    );
});

describe('over a connection', () => {
    const head = `POST /call-status HTTP/1.1\r\nHost: x\r\nAccess-Token: ${SECRET}\r\n`;

    /** What comes back until the connection ends; '' when nothing does. */
    function exchange(text: string, breakOff: boolean): Promise<string> {
        const port = Number(new URL(server.url).port);
        return new Promise<string>((resolve) => {
            let answer = '';
            const socket = connect(port, '127.0.0.1', () => {
                socket.write(text, 'latin1', () => (breakOff ? socket.end() : undefined));
            });
            socket.setEncoding('utf8').on('data', (data: string) => {
                answer += data;
                if (data.endsWith('}')) {
                    socket.end();
                }
            });
            socket.on('error', () => resolve(answer));
            socket.on('close', () => resolve(answer));
        });
    }

    test.each<[string, string, RegExp]>([
        ['a body that breaks off', `${head}Content-Length: 500\r\n\r\nMOBILE_NO=${NUMBER}`, /^(HTTP\/1\.1 400 |$)/],
        ['a chunk without a length', `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, /^(HTTP\/1\.1 400 |$)/],
        ['a negative length', `${head}Content-Length: -1\r\n\r\n`, /^HTTP\/1\.1 400 /],
        ['two lengths', `${head}Content-Length: 1\r\nContent-Length: 2\r\n\r\na`, /^HTTP\/1\.1 400 /],
        [
            'a length and chunks',
            `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
            /^HTTP\/1\.1 400 /
        ],
        ['a header that is two', `${head}X-Injected: a\rb\r\n\r\n`, /^HTTP\/1\.1 400 /],
        ['too many headers', `${head}${'X-Long: 1\r\n'.repeat(10_000)}\r\n`, /^HTTP\/1\.1 431 /],
        [
            'another host',
            'GET //evil.example/call-status HTTP/1.1\r\nHost: \\\r\nConnection: close\r\n\r\n',
            /^HTTP\/1\.1 4\d\d /
        ],
        ['no HTTP at all', '\u0000\u0001\u0002\r\n\r\n', /^HTTP\/1\.1 400 /]
    ])('%s is refused, and the server lives on', async (_, text, expected) => {
        const answer = await exchange(text, /breaks|chunk /.test(_));
        expect(answer).toMatch(expected);
        expect(answer).not.toContain(NUMBER);
        expect(await exchange('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n', false)).toMatch(/^HTTP\/1\.1 200 /);
    });

    test('a push by GET may be as long as one by POST', async () => {
        const get = (length: number): Promise<string> =>
            exchange(
                `GET /call-status?MOBILE_NO=${NUMBER}&CALL_REFERENCE_ID=1&x=${'y'.repeat(length)} HTTP/1.1\r\n` +
                    `Host: x\r\nAccess-Token: ${SECRET}\r\n\r\n`,
                false
            );
        expect(await get(65_000)).toMatch(/^HTTP\/1\.1 200 /);
        expect(await get(66_000)).toMatch(/^HTTP\/1\.1 413 /);
    });

    test('random bytes after a good start crash nothing', async () => {
        await fc.assert(
            fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), async (text, asBody) => {
                const start = asBody ? `${head}Content-Length: ${text.length}\r\n\r\n` : 'GET /';
                const answer = await exchange(`${start}${text}\r\n\r\n`, true);
                expect(answer).not.toMatch(/^HTTP\/1\.1 5/);
            }),
            { ...runs, numRuns: 60 }
        );
    });
});
