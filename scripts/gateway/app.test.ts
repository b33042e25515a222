import { encodeCallStatus, encodeScreenPop } from '#contract';
import type { CallStatus, ScreenPop } from '#contract';
import { createGateway } from './app.ts';
import type { CallSink, CallUpsert, StoreResult } from './callSink.ts';
import type { LogEntry } from './log.ts';

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
let result: StoreResult;

beforeEach(() => {
    stored = [];
    logged = [];
    result = { outcome: 'stored', created: true };
});

afterEach(() => {
    const text = JSON.stringify(logged);
    expect(text).not.toContain(NUMBER);
    expect(text).not.toContain(SECRET);
});

const sink: CallSink = {
    store(batch) {
        stored.push(...batch);
        return Promise.resolve(batch.map(() => result));
    }
};

function ask(path: string, init: RequestInit = {}): Promise<Response> {
    const gateway = createGateway({
        secrets: ['an-earlier-secret-of-the-test', SECRET],
        secretHeader: 'X-ConVox-Token',
        timeZone: 'Asia/Kolkata',
        lightningOrigin: LIGHTNING,
        salesforce: { loginUrl: 'https://unused.example', clientId: '', clientSecret: '', timeout: 1 },
        sink,
        clock: () => new Date('2026-11-22T05:40:00.000Z'),
        log: (entry) => logged.push(entry)
    });
    return Promise.resolve(gateway.fetch(new Request(`http://gateway.example${path}`, init)));
}

function push(
    body: string,
    type: string,
    headers: Record<string, string> = { 'access-token': SECRET }
): Promise<Response> {
    return ask('/call-status', { method: 'POST', body, headers: { ...headers, 'content-type': type } });
}

const FORM = 'application/x-www-form-urlencoded';

test.each<[string, () => Promise<Response>]>([
    ['a POST form', () => push(form, FORM)],
    ['a POST form with a charset', () => push(form, `${FORM}; charset=UTF-8`)],
    ['POST JSON', () => push(json, 'application/json')],
    ['POST JSON as text/plain', () => push(json, 'text/plain')],
    ['a GET query', () => ask(`/call-status?${form}`, { headers: { 'access-token': SECRET } })]
])('a push as %s is stored, and only then answered in the envelope of ConVox', async (_, send) => {
    const response = await send();
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

test('the raw payload keeps every value of a repeated name', async () => {
    await push(`${form}&note=one&note=two`, FORM);
    expect(JSON.parse(String(stored[0]?.fields.Status_Payload__c))).toMatchObject({
        MOBILE_NO: NUMBER,
        'FOLLOWUP TIME': '',
        note: ['one', 'two']
    });
});

test('numbers and nulls of JSON are read as the texts they stand for', async () => {
    const body = { ...Object.fromEntries(parameters), CALL_DURATION: 95, LIST_ID: null, extra: { a: 1 } };
    await push(JSON.stringify(body), 'application/json');
    expect(stored[0]?.fields.Duration_Seconds__c).toBe(95);
    expect(stored[0]?.fields).not.toHaveProperty('List_ID__c');
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
    ['a JSON array', '[1]', 'application/json'],
    ['a multipart form', '--x', 'multipart/form-data; boundary=x'],
    ['an empty body', '', FORM],
    ['a body without a number', 'CALL_REFERENCE_ID=1', FORM]
])('%s is answered 400 in words', async (_, body, type) => {
    const response = await push(body, type);
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/^\{"status":"error","message":"[\w: ,/-]{10,}"\}$/);
    expect(stored).toEqual([]);
});

test('a refusal names the field, not its value', async () => {
    const response = await push(form.replace('1795346571010000', `${NUMBER}`.repeat(9)), FORM);
    expect(await response.json()).toEqual({ status: 'error', message: 'Invalid parameters: callReference: tooLong' });
});

test.each<[string, StoreResult, number, string | null]>([
    ['later', { outcome: 'unavailable', reason: 'Salesforce cannot be reached', retryAfterSeconds: 5 }, 503, '5'],
    ['never', { outcome: 'refused', code: 'STRING_TOO_LONG', fields: ['Queue__c'] }, 500, null],
    ['after a repair', { outcome: 'misconfigured', reason: 'Salesforce refused the login' }, 500, null]
])('a push that can be stored %s is answered so', async (_, outcome, httpStatus, retryAfter) => {
    result = outcome;
    const response = await push(form, FORM);
    expect(response.status).toBe(httpStatus);
    expect(response.headers.get('retry-after')).toBe(retryAfter);
    expect(await response.json()).toMatchObject({ status: 'error' });
});

test('a body above 64 kB is refused unread', async () => {
    const response = await push(`${form}&remarks=${'x'.repeat(70_000)}`, FORM);
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
                body: new URLSearchParams([...encodeScreenPop(pop, 'post'), ['returnUrl', 'https://evil.example']])
            })
    ]
])('a pop by %s goes to the Lightning page with the known parameters alone', async (_, send) => {
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

test('health needs no secret, other paths are named in the refusal', async () => {
    expect(await (await ask('/health')).json()).toEqual({ status: 'ok' });
    expect((await ask('/nothing')).status).toBe(404);
});
