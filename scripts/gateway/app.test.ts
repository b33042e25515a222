import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { encodeCallStatus, encodeScreenPop } from '#contract';
import type { CallStatus, ScreenPop } from '#contract';
import { createGateway } from './app.ts';
import type { Gateway } from './app.ts';
import { createSqliteJournal } from './journal/sqliteJournal.ts';
import { JournalFull } from './journal/journal.ts';
import type { Journal } from './journal/journal.ts';
import type { LogEntry } from './log.ts';
import type { CallUpsert } from './salesforce/salesforceCalls.ts';

const SECRET = 'a-secret-of-the-test';
const NUMBER = '9876543201';
const LIGHTNING = 'https://example.lightning.force.com';

const status: CallStatus = {
    mobileNumber: NUMBER,
    agentCode: 'AG_ASHA',
    callMode: 'inbound',
    direction: 'Inbound',
    convoxStatus: 'Connected',
    connected: true,
    startedAt: '2026-11-22T05:30:00.000Z',
    durationSeconds: 95,
    queueName: 'SUPPORT_QUEUE',
    queueSeconds: 4,
    ringSeconds: 6,
    completedBy: 'agent',
    station: '2001',
    listId: '',
    did: '4040123400',
    convoxId: '4543201',
    callReference: '1795346571010000',
    disposition: 'SALE',
    disposition2: '',
    disposition3: '',
    remarks: '',
    dialerDisposition: 'ANSWERED',
    processName: 'SUPPORT',
    recordingFile: '',
    unknown: {},
    quality: []
};
const parameters = encodeCallStatus(status, { timeZone: 'Asia/Kolkata' });
const form = new URLSearchParams(parameters).toString();
const json = JSON.stringify(Object.fromEntries(parameters));

const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')));

type Body = NonNullable<RequestInit['body']>;

const pop: ScreenPop = {
    agentCode: 'AG_ASHA',
    callerNumber: NUMBER,
    callReference: '1795346571010000',
    did: '4040123400',
    convoxId: '4543201',
    process: 'SUPPORT',
    typeOfCall: 'Inbound call',
    direction: 'Inbound',
    unknown: {}
};

let stored: CallUpsert[];
let logged: LogEntry[];
let refuseWith: Error | undefined;
let gateway: Gateway;

beforeEach(() => {
    stored = [];
    logged = [];
    refuseWith = undefined;
    const kept = createSqliteJournal({ file: ':memory:' });
    const journal: Journal = {
        ...kept,
        append: (pushes) => (refuseWith === undefined ? kept.append(pushes) : Promise.reject(refuseWith)),
        probe: () => (refuseWith === undefined ? kept.probe() : Promise.reject(refuseWith)),
        quarantine: (rejected) => (refuseWith === undefined ? kept.quarantine(rejected) : Promise.reject(refuseWith))
    };
    gateway = createGateway({
        secrets: ['an-earlier-secret-of-the-test', SECRET],
        secretHeader: 'X-ConVox-Token',
        timeZone: 'Asia/Kolkata',
        lightningOrigin: LIGHTNING,
        salesforce: { loginUrl: 'https://unused.example', clientId: '', clientSecret: '', timeout: 1 },
        sources: { allowed: [], proxies: ['10.9.9.9'], rate: { perSecond: 1000, burst: 1000 } },
        popRate: { perSecond: 1, burst: 3 },
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
});

afterEach(async () => {
    const metrics = await (await ask('/metrics')).text();
    await gateway.close();
    for (const text of [JSON.stringify(logged), metrics]) {
        expect(text).not.toContain(NUMBER);
        expect(text).not.toContain(SECRET);
    }
});

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
    return gateway.fetch(new Request(`http://gateway.example${path}`, init));
}

function push(
    body: Body,
    type: string,
    headers: Record<string, string> = { 'access-token': SECRET }
): Promise<Response> {
    return ask('/call-status', { method: 'POST', body, headers: { ...headers, 'content-type': type } });
}

const FORM = 'application/x-www-form-urlencoded';
const SECRETLY = { 'access-token': SECRET };

function multipart(texts: Iterable<readonly [string, string]>): FormData {
    const body = new FormData();
    [...texts].forEach(([name, text]) => body.append(name, text));
    body.append('attachment', new Blob(['left out']), 'notes.txt');
    return body;
}

test.each<[string, () => Promise<Response>]>([
    ['a POST form', () => push(form, FORM)],
    ['a POST form with a charset', () => push(form, `${FORM}; charset=UTF-8`)],
    ['POST JSON', () => push(json, 'application/json')],
    ['POST JSON as text/plain', () => push(json, 'text/plain')],
    ['a JSON list', () => push(`[${json}]`, 'application/json')],
    ['a gzipped form', () => push(gzipSync(form), FORM, { 'access-token': SECRET, 'content-encoding': 'gzip' })],
    ['a deflated form', () => push(deflateSync(form), FORM, { 'access-token': SECRET, 'content-encoding': 'deflate' })],
    [
        'Brotli',
        () => push(brotliCompressSync(json), 'application/json', { 'access-token': SECRET, 'content-encoding': 'br' })
    ],
    [
        'a form deflated without a header',
        () => push(deflateRawSync(form), FORM, { 'access-token': SECRET, 'content-encoding': 'deflate' })
    ],
    ['a multipart form', () => ask('/call-status', { method: 'POST', body: multipart(parameters), headers: SECRETLY })],
    ['a form escaped for HTML', () => push(form.replaceAll('&', '&amp;'), FORM)],
    ['a GET query escaped for HTML', () => ask(`/call-status?${form.replaceAll('&', '&amp;')}`, { headers: SECRETLY })],
    ['a GET query', () => ask(`/call-status?${form}`, { headers: { 'access-token': SECRET } })]
])('a push as %s is answered in the envelope of ConVox and forwarded', async (_, send) => {
    const response = await send();
    await gateway.flushed();
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'success', message: 'Call status updated successfully' });
    expect(stored).toMatchObject([
        {
            reference: '1795346571010000',
            fields: {
                Call_Reference__c: '1795346571010000',
                Customer_Number__c: NUMBER,
                Agent_Code__c: 'AG_ASHA',
                Status__c: 'Disposed',
                Started_At__c: '2026-11-22T05:30:00.000Z',
                Duration_Seconds__c: 95,
                Status_Received_At__c: '2026-11-22T05:40:00.000Z'
            }
        }
    ]);
    expect(stored[0]?.fields).not.toHaveProperty('List_ID__c');
});

test('the raw payload is what ConVox sent, every push of the call in a line of its own', async () => {
    const sent = `${form}&note=one&note=two`;
    await push(sent, FORM);
    await push('{"CALL_REFERENCE_ID":"1795346571010000",\n"MOBILE_NO":"","crm_ticket":"T-77"}', 'application/json');
    await gateway.flushed();
    expect(stored[0]?.fields.Status_Payload__c).toBe(
        `«${sent}»\n«{"CALL_REFERENCE_ID":"1795346571010000", "MOBILE_NO":"","crm_ticket":"T-77"}»`
    );
});

test('numbers and nulls of JSON are read as the texts they stand for', async () => {
    const body = { ...Object.fromEntries(parameters), CALL_DURATION: 95, LIST_ID: null, extra: { a: 1 } };
    await push(JSON.stringify(body), 'application/json');
    await gateway.flushed();
    expect(stored[0]?.fields.Duration_Seconds__c).toBe(95);
    expect(stored[0]?.fields).not.toHaveProperty('List_ID__c');
});

test.each<[name: string, value: unknown, says: Record<string, unknown>]>([
    ['FOLLOWUP TIME', false, {}],
    ['FOLLOWUP TIME', 'soon', { Data_Quality__c: 'followUpUnreadable' }],
    [
        'FOLLOWUP TIME',
        { date: '2026-11-28 15:29:00.000000', timezone_type: 3, timezone: 'Asia/Kolkata' },
        { Follow_Up_At__c: '2026-11-28T09:59:00.000Z' }
    ],
    ['CALL_DATE', '20261121090500', { Started_At__c: '2026-11-21T03:35:00.000Z', Start_Hour__c: 9 }],
    ['CALL_DATE', 1_795_232_100, { Started_At__c: '2026-11-21T03:35:00.000Z', Start_Hour__c: 9 }],
    ['CALL_DATE', '21-Nov-2026 09:05:00 PM', { Started_At__c: '2026-11-21T15:35:00.000Z', Start_Hour__c: 21 }]
])('%s of %j in JSON is a row that says %j', async (name, value, says) => {
    const body = { ...Object.fromEntries(parameters), CALL_HOUR: undefined, CALL_MINUTE: undefined, [name]: value };
    await push(JSON.stringify(body), 'application/json');
    await gateway.flushed();
    expect(stored[0]?.fields).toMatchObject(says);
    for (const field of ['Data_Quality__c', 'Follow_Up_At__c'].filter((each) => !(each in says))) {
        expect(stored[0]?.fields).not.toHaveProperty(field);
    }
});

test.each<[string, Record<string, string>]>([
    ['Access-Token', { 'access-token': SECRET }],
    ['the older of two secrets', { 'access-token': 'an-earlier-secret-of-the-test' }],
    ['Authorization: Bearer', { authorization: `Bearer ${SECRET}` }],
    ['a header of its own', { 'x-convox-token': SECRET }]
])('%s opens the door', async (_, headers) => {
    expect((await push(form, FORM, headers)).status).toBe(200);
});

test.each<[string, Record<string, string>]>([
    ['no secret', {}],
    ['a wrong secret', { 'access-token': 'another-secret-here' }],
    ['a secret with more behind it', { 'access-token': `${SECRET}x` }],
    ['a secret with a mark behind it', { 'access-token': `${SECRET}\u0080` }],
    ['far too long a secret', { 'access-token': SECRET.repeat(400) }],
    ['a secret cut short', { 'access-token': SECRET.slice(0, -1) }],
    ['an empty secret', { 'access-token': '' }],
    ['the secret as Basic', { authorization: `Basic ${SECRET}` }]
])('%s is answered 401 and stores nothing', async (_, headers) => {
    const response = await push(form, FORM, headers);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ status: 'error', message: 'Invalid or missing access token' });
    expect(stored).toEqual([]);
});

test.each<[string, string, string]>([
    ['JSON that is none', '{"MOBILE_NO":', 'application/json'],
    ['a JSON list of numbers', '[1]', 'application/json'],
    ['an empty JSON list', '[]', 'application/json'],
    ['a list with one call that names nobody', `[${json},{}]`, 'application/json'],
    ['JSON nested too deeply', `{"MOBILE_NO":${'['.repeat(30_000)}${']'.repeat(30_000)}}`, 'application/json'],
    ['a multipart form', '--x', 'multipart/form-data; boundary=x'],
    ['an empty body', '', FORM],
    ['a body that names no call', `MOBILE_NO=${NUMBER}&USER_ID=AG_ASHA`, FORM],
    ['a body with semicolons', form.replaceAll('&', ';'), FORM],
    ['a reference that was not filled in', form.replace('1795346571010000', '<callreferenceno>'), FORM]
])('%s is answered 400 in words and kept in quarantine', async (_, body, type) => {
    const response = await push(body, type);
    expect(response.status).toBe(400);
    expect(await (await ask('/health')).json()).toMatchObject({ journal: { waiting: 0, quarantined: 1 } });
    expect(await response.text()).toMatch(/^\{"status":"error","message":"[\w: ,/&;-]{10,}"\}$/);
});

test('a refusal names the field, not its value', async () => {
    const tooLong = await push(form.replace('1795346571010000', `${NUMBER}`.repeat(9)), FORM);
    expect(await tooLong.json()).toMatchObject({ message: 'Invalid parameters: CALL_REFERENCE_ID is too long' });
    const nobody = await push('CALL_DATE=2026-11-22&DISPOSITION=SALE', FORM);
    expect(await nobody.json()).toEqual({
        status: 'error',
        message: 'Invalid parameters: CALL_REFERENCE_ID is missing, MOBILE_NO is missing'
    });
});

test('numbers of JSON that JavaScript would round are calls of their own', async () => {
    const references = ['1573204600.1000', '1573204600.10000', '20261120090512345', '20261120090512346'];
    await push(`{"MOBILE_NO":${NUMBER},"CALL_REFERENCE_ID":${references[0]}}`, 'application/json');
    const list = references.slice(1).map((reference) => `{"MOBILE_NO":${NUMBER},"CALL_REFERENCE_ID":${reference}}`);
    await push(`[${list.join()}]`, 'application/json');
    await gateway.flushed();
    expect(stored.map(({ fields }) => fields.Call_Reference__c).sort()).toEqual([...references].sort());
});

test.each<[string, string, Error]>([
    ['a push to a full journal', form, new JournalFull('full')],
    ['a push while the disk fails', form, new Error('disk I/O error')],
    ['a malformed push while the disk fails', 'nothing', new Error('disk I/O error')]
])('%s is to be sent again later', async (_, body, error) => {
    refuseWith = error;
    const response = await push(body, FORM);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('30');
    expect(await response.json()).toMatchObject({ status: 'error' });
});

test('a gateway that drains has forwarded the earlier pushes, and takes more until it is closed', async () => {
    await push(form, FORM);
    await gateway.drain(1000);
    expect(stored).toHaveLength(1);
    expect((await push(form, FORM)).status).toBe(200);
    const health = await ask('/health/ready');
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({ reasons: ['The gateway is stopping'], journal: { waiting: 1 } });
});

test('a gateway that is closed takes no more pushes', async () => {
    await gateway.close();
    const response = await push(form, FORM);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('10');
});

test.each<[string, string, string, Body]>([
    [
        'UTF-8 without saying so',
        'text/plain',
        'Zoë नमस्ते',
        JSON.stringify({ MOBILE_NO: NUMBER, CALL_REFERENCE_ID: '1', remarks: 'Zoë नमस्ते' })
    ],
    [
        'Latin-1 without saying so',
        'text/plain',
        'Zoë',
        Buffer.from(`{"MOBILE_NO":"${NUMBER}","CALL_REFERENCE_ID":"1","remarks":"Zoë"}`, 'latin1')
    ],
    [
        'Latin-1 that says so',
        'application/json; charset=ISO-8859-1',
        'Zoë',
        Buffer.from(`{"MOBILE_NO":"${NUMBER}","CALL_REFERENCE_ID":"1","remarks":"Zoë"}`, 'latin1')
    ],
    [
        'UTF-8 that says Latin-1, as PHP does',
        'application/json; charset=ISO-8859-1',
        'Zoë नमस्ते',
        JSON.stringify({ MOBILE_NO: NUMBER, CALL_REFERENCE_ID: '1', remarks: 'Zoë नमस्ते' })
    ],
    [
        'UTF-16 that says so',
        'application/json; charset=utf-16le',
        'Zoë नमस्ते',
        Buffer.from(JSON.stringify({ MOBILE_NO: NUMBER, CALL_REFERENCE_ID: '1', remarks: 'Zoë नमस्ते' }), 'utf16le')
    ],
    ['Latin-1 behind percent signs', FORM, 'Zoë & co', `MOBILE_NO=${NUMBER}&CALL_REFERENCE_ID=1&remarks=Zo%EB+%26+co`],
    ['UTF-8 behind percent signs', FORM, 'Zoë', `MOBILE_NO=${NUMBER}&CALL_REFERENCE_ID=1&remarks=Zo%C3%AB`]
])('%s is read as what it means', async (_, type, remarks, body) => {
    expect((await push(body, type)).status).toBe(200);
    await gateway.flushed();
    expect(stored).toMatchObject([{ fields: { Remarks__c: remarks } }]);
});

test.each<[string, Body, Record<string, string>]>([
    ['plain', `${form}&remarks=${'x'.repeat(70_000)}`, {}],
    ['inside gzip', gzipSync(`${form}&remarks=${'x'.repeat(9_000_000)}`), { 'content-encoding': 'gzip' }]
])('a body above 64 kB, %s, is refused', async (_, body, headers) => {
    const response = await push(body, FORM, { 'access-token': SECRET, ...headers });
    expect(response.status).toBe(413);
    expect(stored).toEqual([]);
});

test.each<[string, () => Promise<Response>]>([
    ['GET', () => ask(`/pop?${new URLSearchParams(encodeScreenPop(pop, 'get')).toString()}`)],
    [
        'POST',
        () =>
            ask('/pop', {
                method: 'POST',
                body: new URLSearchParams(encodeScreenPop(pop, 'post'))
            })
    ],
    ['POST of a multipart form', () => ask('/pop', { method: 'POST', body: multipart(encodeScreenPop(pop, 'post')) })],
    [
        'POST of JSON',
        () => ask('/pop', { method: 'POST', body: JSON.stringify(Object.fromEntries(encodeScreenPop(pop, 'post'))) })
    ],
    [
        'GET escaped for HTML',
        () => ask(`/pop?${new URLSearchParams(encodeScreenPop(pop, 'get')).toString().replaceAll('&', '&amp;')}`)
    ]
])('a pop by %s goes to the Lightning page', async (_, send) => {
    const response = await send();
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(
        `${LIGHTNING}/lightning/cmp/c__convoxScreenPop?c__AgentID=AG_ASHA&c__CallerID=${NUMBER}` +
            '&c__CallReferenceID=1795346571010000&c__DID=4040123400&c__ConvoxID=4543201&c__Process=SUPPORT' +
            '&c__TypeOfCall=Inbound+call'
    );
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
});

test.each<[query: string, c__: Record<string, string>]>([
    ['Process=S%FCd', { Process: 'Süd' }],
    ['Process=S%C3%BCd', { Process: 'Süd' }],
    ['Campaign=DIWALI&queue=', { Campaign: 'DIWALI' }],
    ['Campaign=Z%FCri%26x', { Campaign: 'Züri&x' }],
    ['process_name=SALES&lead_id=7', { Process: 'SALES', ConvoxID: '7' }],
    ['ConvoxID=7+1', { ConvoxID: '7+1' }]
])('a pop with %s brings it to the page', async (query, brought) => {
    const response = await ask(`/pop?agent_id=AG_ASHA&call_hit_reference_number=R1&${query}`);
    const { searchParams } = new URL(response.headers.get('location') ?? '');
    const expected = { AgentID: 'AG_ASHA', CallReferenceID: 'R1', ...brought };
    expect(Object.fromEntries(searchParams)).toEqual(
        Object.fromEntries(Object.entries(expected).map(([name, value]) => [`c__${name}`, value]))
    );
});

test('numbers of a pop by JSON stay the characters that were sent', async () => {
    const body = '{"AgentID":"AG_ASHA","CallReferenceID":1234567890123456789,"ConvoxID":1573204600.1000}';
    const response = await ask('/pop', { method: 'POST', body });
    expect(Object.fromEntries(new URL(response.headers.get('location') ?? '').searchParams)).toEqual({
        c__AgentID: 'AG_ASHA',
        c__CallReferenceID: '1234567890123456789',
        c__ConvoxID: '1573204600.1000'
    });
});

test('an address that would be too long for proxies keeps what the sheet knows', async () => {
    const many = Array.from({ length: 12 }, (_, index) => [`x${index}`, 'ह'.repeat(100)]);
    const body = JSON.stringify({ ...Object.fromEntries(many), ...Object.fromEntries(encodeScreenPop(pop, 'post')) });
    const location = (await ask('/pop', { method: 'POST', body })).headers.get('location') ?? '';
    expect(location.length).toBeLessThanOrEqual(8000);
    expect(location).toContain('c__TypeOfCall=Inbound+call&c__x0=');
});

test.each(['//evil.example', 'https://evil.example/?', '\r\nX-Injected: 1', '"><script>alert(1)</script>', '&c__x=1#'])(
    'whatever the process is called, %j stays a value on the configured host',
    async (process) => {
        const response = await ask(
            `/pop?${new URLSearchParams(encodeScreenPop({ ...pop, process }, 'get')).toString()}`
        );
        const location = new URL(response.headers.get('location') ?? '');
        expect(location.origin).toBe(LIGHTNING);
        expect(location.pathname).toBe('/lightning/cmp/c__convoxScreenPop');
        expect(location.searchParams.get('c__x')).toBeNull();
        expect(response.headers.get('x-injected')).toBeNull();
    }
);

test('a pop that names no agent is explained on a page without the values it came with', async () => {
    const response = await ask('/pop?CallerID=<script>alert(1)</script>');
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).not.toContain('alert(1)');
});

test.each<[string, () => Promise<Response>]>([
    ['GET', () => ask(`/pop?agentid=AG_ASHA&x=${'%E9a'.repeat(1200)}`)],
    ['POST', () => ask('/pop', { method: 'POST', body: new URLSearchParams({ x: 'é'.repeat(1000) }) })],
    [
        'POST inside gzip',
        () =>
            ask('/pop', {
                method: 'POST',
                body: gzipSync(`x=${'a'.repeat(5000)}`),
                headers: { 'content-encoding': 'gzip', 'content-type': FORM }
            })
    ]
])('a pop above 4 kB by %s is refused before it is understood', async (_, send) => {
    const response = await send();
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('larger than 4096 bytes');
});

const POP_KEY = 'a-pop-key-of-the-test';

test.each<[what: string, popKey: Record<string, string>, popKeys: string[] | undefined, status: number]>([
    ['no key, where none is asked for', {}, undefined, 303],
    ['a key, where none is asked for', { PopKey: 'whatever it is' }, undefined, 303],
    ['no key', {}, [POP_KEY], 403],
    ['an empty key', { PopKey: '' }, [POP_KEY], 403],
    ['a part of the key', { PopKey: POP_KEY.slice(1) }, [POP_KEY], 403],
    ['more than the key', { PopKey: `${POP_KEY}x` }, [POP_KEY], 403],
    ['the key', { PopKey: POP_KEY }, [POP_KEY], 303],
    ['the key behind c__', { c__PopKey: POP_KEY }, [POP_KEY], 303],
    ['the key under another spelling', { pop_key: POP_KEY }, [POP_KEY], 303],
    ['a wrong and the right key', { 'Pop Key': 'wrong', POPKEY: POP_KEY }, [POP_KEY], 303],
    ['the former key', { PopKey: POP_KEY }, ['the-key-that-follows', POP_KEY], 303]
])('a pop with %s', async (_, popKey, popKeys, status) => {
    gateway.change({ secrets: [SECRET], lightningOrigin: LIGHTNING, ...(popKeys && { popKeys }) });
    const parameters = new URLSearchParams([...encodeScreenPop(pop, 'post'), ...Object.entries(popKey)]);
    for (const response of [
        await ask('/pop', { method: 'POST', body: parameters }),
        await ask(`/pop?${parameters.toString()}`)
    ]) {
        expect(response.status).toBe(status);
        expect(response.headers.get('location') ?? '').not.toMatch(/key/i);
        const page = await response.text();
        expect(page.includes('PopKey is missing or wrong')).toBe(status === 403);
        expect(page).not.toContain(POP_KEY);
    }
});

test('who sends too many pops is turned away, and pushes of the same source are not', async () => {
    const statuses = await Promise.all(Array.from({ length: 5 }, async () => (await ask('/pop')).status));
    expect(statuses).toEqual([400, 400, 400, 429, 429]);
    expect((await push(form, FORM)).status).toBe(200);
});

test.each([
    ['PUT', '/call-status'],
    ['DELETE', '/call-status'],
    ['PUT', '/pop']
])('%s %s is answered 405 with what is allowed', async (method, path) => {
    const response = await ask(path, { method, headers: SECRETLY });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, POST');
});

test('HEAD pushes nothing', async () => {
    const response = await ask(`/call-status?${form}`, { method: 'HEAD', headers: { 'access-token': SECRET } });
    expect(response.status).toBe(405);
    expect(await (await ask('/health')).json()).toMatchObject({ journal: { waiting: 0, quarantined: 0 } });
});

test('a body that breaks off is answered 400 and not kept', async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new Error('reset')) });
    const response = await ask('/call-status', {
        method: 'POST',
        body,
        duplex: 'half',
        headers: { 'access-token': SECRET, 'content-type': FORM }
    });
    expect(response.status).toBe(400);
    expect(await (await ask('/health')).json()).toMatchObject({ journal: { waiting: 0, quarantined: 0 } });
});

test('a gateway that cannot store pushes is not ready, and says why', async () => {
    refuseWith = new JournalFull('The disk of the journal has less than 1 bytes left');
    const response = await ask('/health/ready');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
        status: 'not ready',
        reasons: ['Pushes cannot be stored: The disk of the journal has less than 1 bytes left']
    });
});

test.each<[string, string, Record<string, string>, boolean]>([
    ['this machine', '127.0.0.1', {}, true],
    ['a private network', '10.1.2.3', {}, true],
    ['the internet', '203.0.113.7', {}, false],
    ['a proxy on this machine that is not known as one', '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, false],
    ['this machine through a known proxy', '10.9.9.9', { 'x-forwarded-for': '127.0.0.1' }, true],
    ['the internet through a known proxy', '10.9.9.9', { 'x-forwarded-for': '203.0.113.7' }, false]
])('from %s, metrics and reasons are told or not', async (_, remoteAddress, headers, told) => {
    const bindings = { incoming: { socket: { remoteAddress }, headers } };
    const from = (path: string): Response | Promise<Response> =>
        gateway.fetch(new Request(`http://gateway.example${path}`), bindings);
    expect((await from('/metrics')).status).toBe(told ? 200 : 403);
    const health: unknown = await (await from('/health/ready')).json();
    expect(health).toEqual(
        told ? expect.objectContaining({ status: 'ok', reasons: [], version }) : { status: 'ok', version }
    );
});

test('what is not known yet is not counted as 0', async () => {
    const metrics = await (await ask('/metrics')).text();
    expect(metrics).toContain('convox_salesforce_requests_left Nan');
    expect(metrics).toContain('convox_journal_waiting 0');
});

test('health needs no secret, other paths are named in the refusal', async () => {
    expect(await (await ask('/health/live')).json()).toEqual({ status: 'ok', version });
    expect(await (await ask('/health')).json()).toMatchObject({ status: 'ok', reasons: [] });
    expect((await ask('/nothing')).status).toBe(404);
});
