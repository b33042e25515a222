import { z } from 'zod';
import { listen, listenOn } from '../../node/listen.ts';
import type { Listening } from '../../node/listen.ts';
import { createGateway } from '../app.ts';
import type { Gateway, GatewayOptions } from '../app.ts';
import { createHttpServer } from '../httpServer.ts';
import { secretMark } from './secretMark.ts';

const KEY = 'a-key-of-the-test';
const SECRET = 'a-secret-of-convox';
const VOICE = 'https://voice.example.com';
const NOW = '2026-11-22T05:40:00.000Z';

let convox: Listening;
let asked: string[];
let first: Response;
let opened: { gateway: Gateway; edge: Listening }[];

beforeEach(async () => {
    asked = [];
    first = new Response('no such page', { status: 404 });
    opened = [];
    convox = await listen({
        fetch(request) {
            asked.push(`${request.method} ${new URL(request.url).pathname}`);
            return Promise.resolve(first);
        }
    });
});

afterEach(async () => {
    for (const { edge, gateway } of opened) {
        await edge.close();
        await gateway.close();
    }
    await convox.close();
});

async function open(settings: Partial<GatewayOptions>): Promise<Listening> {
    const gateway = createGateway({
        secrets: [SECRET],
        timeZone: 'Asia/Kolkata',
        lightningOrigin: 'https://example.lightning.force.com',
        salesforce: { loginUrl: 'https://unused.example', clientId: '', clientSecret: '', timeout: 1 },
        clock: () => new Date(NOW),
        log: () => undefined,
        ...settings
    });
    const edge = await listenOn(createHttpServer(gateway));
    opened.push({ gateway, edge });
    return edge;
}

const callControl = () => ({ origin: convox.url, keys: [KEY], scripts: ['callcontrol_api.php'] });

const told = z.object({ servers: z.array(z.record(z.string(), z.unknown())) });

async function ask({ url }: Listening, key = KEY): Promise<string> {
    const answer = await fetch(`${url}/report`, { headers: { 'X-ConVox-Gateway-Key': key } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain']);
    return answer.text();
}

const report = async (edge: Listening): Promise<unknown> => JSON.parse(await ask(edge));
const serversOf = async (edge: Listening) => told.parse(await report(edge)).servers;

it('tells whoever has the key of commands what an administrator wants to know', async () => {
    const edge = await open({ callControl: callControl() });

    await expect(report(edge)).resolves.toEqual({
        gateway: expect.stringMatching(/^\d+\.\d+\.\d+/),
        status: 'ok',
        reasons: [],
        at: NOW,
        startedAt: NOW,
        waiting: 0,
        oldestSeconds: 0,
        deadLetters: 0,
        servers: [
            {
                code: 'default',
                isDefault: true,
                timeZone: 'Asia/Kolkata',
                dialect: 'sheet',
                answers: true,
                keys: [secretMark(KEY)],
                secrets: [secretMark(SECRET)]
            }
        ]
    });
});

it('asks a ConVox server for its first page, and not again for ten seconds', async () => {
    const edge = await open({ callControl: callControl() });

    await report(edge);
    await report(edge);

    expect(asked).toEqual(['GET /']);
});

it('tells each server by its code, and which of them does not answer', async () => {
    const gone = await listen({ fetch: () => Promise.resolve(new Response()) });
    await gone.close();
    const edge = await open({
        servers: [
            {
                code: 'mumbai',
                isDefault: true,
                timeZone: 'Asia/Kolkata',
                recordings: VOICE,
                callControl: callControl()
            },
            {
                code: 'austin',
                isDefault: false,
                timeZone: 'America/Chicago',
                callControl: { ...callControl(), origin: gone.url, dialect: 'rest' }
            },
            { code: 'silent', isDefault: false, timeZone: 'Asia/Dhaka' }
        ]
    });

    await expect(serversOf(edge)).resolves.toEqual([
        {
            code: 'mumbai',
            isDefault: true,
            timeZone: 'Asia/Kolkata',
            dialect: 'sheet',
            answers: true,
            recordings: VOICE,
            keys: [secretMark(KEY)],
            secrets: [secretMark(SECRET)]
        },
        {
            code: 'austin',
            isDefault: false,
            timeZone: 'America/Chicago',
            dialect: 'rest',
            answers: false,
            keys: [secretMark(KEY)],
            secrets: [secretMark(SECRET)]
        },
        { code: 'silent', isDefault: false, timeZone: 'Asia/Dhaka', secrets: [secretMark(SECRET)] }
    ]);
});

it.each([
    [200, true],
    [302, true],
    [401, true],
    [404, true],
    [500, true],
    [502, false],
    [503, false],
    [504, false],
    [522, false]
])('takes %i for an answer of ConVox: %s', async (status, answers) => {
    first = new Response('a page', { status });
    const edge = await open({ callControl: callControl() });

    await expect(serversOf(edge)).resolves.toMatchObject([{ answers }]);
});

it('tells when a server pushed last', async () => {
    const edge = await open({ callControl: callControl() });
    await fetch(`${edge.url}/call-status`, {
        method: 'POST',
        headers: { 'access-token': 'a-secret-of-convox' },
        body: new URLSearchParams('CALL_REFERENCE_ID=17&MOBILE_NO=9876543201&CALL_STATUS=Connected')
    });

    await expect(serversOf(edge)).resolves.toMatchObject([{ lastPushAt: expect.stringMatching(/^\d{4}-/) }]);
});

it('tells nothing of a last forward before there is one', async () => {
    await expect(report(await open({ callControl: callControl() }))).resolves.not.toHaveProperty('lastForwardAt');
});

it('tells nothing to a wrong key, in words that the assistant shows', async () => {
    const edge = await open({ callControl: callControl() });

    await expect(ask(edge, 'another-key')).resolves.toBe('REFUSED - Invalid or missing access token');
    expect(asked).toEqual([]);
});

it('has no report where no command is taken: nobody has a key for it', async () => {
    const { url } = await open({});

    const answer = await fetch(`${url}/report`, { headers: { 'X-ConVox-Gateway-Key': KEY } });

    expect(answer.status).toBe(404);
});
