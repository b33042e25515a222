import { CALLS_PATH, createSalesforceCalls } from './salesforceCalls.ts';
import type { CallUpsert } from './salesforceCalls.ts';
import { startStandInOrg } from './standInOrg.ts';
import type { StandInOrg } from './standInOrg.ts';

const one: CallUpsert = { reference: 'R1', fields: { Call_Reference__c: 'R1', ConVox_Status__c: 'Connected' } };
const two: CallUpsert = { reference: 'R2', fields: { Call_Reference__c: 'R2' } };

let org: StandInOrg;

beforeEach(async () => {
    org = await startStandInOrg();
});

afterEach(() => org.close());

function calls(timeout = 2000): ReturnType<typeof createSalesforceCalls> {
    return createSalesforceCalls({ loginUrl: org.url, clientId: 'client', clientSecret: 'secret', timeout });
}

function rowError(statusCode: string, fields: string[] = []): object {
    return { success: false, errors: [{ statusCode, message: 'about 9876543201', fields }] };
}

const row = { id: 'a00000000000001AAA', success: true, errors: [], created: false };
const stored = { outcome: 'stored', created: true };

test('a batch is one composite upsert by the call reference, after one login', async () => {
    await expect(calls().upsert([one, two])).resolves.toEqual({ outcome: 'answered', rows: [stored, stored] });
    expect(org.received.map(({ method, path }) => `${method} ${path}`)).toEqual([
        'POST /services/oauth2/token',
        `PATCH ${CALLS_PATH}`
    ]);
    expect(org.received[0]?.body).toBe('grant_type=client_credentials&client_id=client&client_secret=secret');
    expect(org.received[1]?.authorization).toBe('Bearer token-1');
    expect(JSON.parse(org.received[1]?.body ?? '')).toEqual({
        allOrNone: false,
        records: [
            { attributes: { type: 'ConVox_Call__c' }, Call_Reference__c: 'R1', ConVox_Status__c: 'Connected' },
            { attributes: { type: 'ConVox_Call__c' }, Call_Reference__c: 'R2' }
        ]
    });
});

test('the token is kept for the next batches, and concurrent first batches share one login', async () => {
    const sink = calls();
    await Promise.all([sink.upsert([one]), sink.upsert([two])]);
    await sink.upsert([one]);
    expect(org.received.filter(({ path }) => path === '/services/oauth2/token')).toHaveLength(1);
});

test('a session that ran out is renewed and the batch sent again, once', async () => {
    org.answers.push(() => Response.json([{ errorCode: 'INVALID_SESSION_ID', message: 'expired' }], { status: 401 }));
    await expect(calls().upsert([one])).resolves.toEqual({ outcome: 'answered', rows: [stored] });
    expect(org.received.map(({ authorization }) => authorization)).toEqual([
        null,
        'Bearer token-1',
        null,
        'Bearer token-2'
    ]);
});

test('a session that is refused twice is a matter of configuration, not a loop', async () => {
    const refused = (): Response => Response.json([{ errorCode: 'INVALID_SESSION_ID', message: '' }], { status: 401 });
    org.answers.push(refused, refused);
    await expect(calls().upsert([one])).resolves.toEqual({
        outcome: 'misconfigured',
        reason: 'Salesforce answered INVALID_SESSION_ID'
    });
});

test.each<[string, string, object]>([
    ['STRING_TOO_LONG', 'refused', { fields: ['Queue__c'] }],
    ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'refused', { fields: ['Queue__c'] }],
    ['UNABLE_TO_LOCK_ROW', 'retry', {}],
    ['DUPLICATE_VALUE', 'retry', {}],
    ['INSUFFICIENT_ACCESS_OR_READONLY', 'misconfigured', { fields: ['Queue__c'] }]
])('a row with %s is %s, the other one stored, and no message of Salesforce is kept', async (code, outcome, more) => {
    org.answers.push(() => Response.json([rowError(code, ['Queue__c']), row]));
    await expect(calls().upsert([one, two])).resolves.toEqual({
        outcome: 'answered',
        rows: [
            { outcome, code, ...more },
            { outcome: 'stored', created: false }
        ]
    });
});

test('a text that is no valid Unicode does not spoil the batch', async () => {
    await calls().upsert([{ reference: 'R1', fields: { Call_Reference__c: 'R1', Remarks__c: 'half \ud83d' } }]);
    expect(JSON.parse(org.received.at(-1)?.body ?? '')).toMatchObject({ records: [{ Remarks__c: 'half \ufffd' }] });
});

test('what the org has used of its requests comes with every answer', async () => {
    const headers = { 'Sforce-Limit-Info': 'api-usage=14000/15000; per-app-api-usage=17/250(appName=Other)' };
    org.answers.push(
        () => Response.json([row], { headers }),
        () => new Response('', { status: 503, headers })
    );
    const usage = { used: 14_000, allowed: 15_000 };
    await expect(calls().upsert([one])).resolves.toMatchObject({ outcome: 'answered', usage });
    await expect(calls().upsert([one])).resolves.toMatchObject({ outcome: 'unavailable', usage });
});

test.each<[string, () => Response]>([
    ['HTTP 503', () => new Response('down', { status: 503 })],
    ['a page instead of JSON', () => new Response('<html>')],
    ['too few results', () => Response.json([])],
    [
        'an exhausted allowance',
        () => Response.json([{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: '' }], { status: 403 })
    ]
])('%s means later', async (_, answer) => {
    org.answers.push(answer);
    await expect(calls().upsert([one, two])).resolves.toMatchObject({ outcome: 'unavailable' });
});

test('a request to slow down says for how long', async () => {
    org.answers.push(() => new Response('slow down', { status: 429, headers: { 'retry-after': '17' } }));
    await expect(calls().upsert([one])).resolves.toMatchObject({ outcome: 'unavailable', retryAfterSeconds: 17 });
});

test('a request that Salesforce cannot read is told from one that it does not allow', async () => {
    org.answers.push(() => Response.json([{ errorCode: 'JSON_PARSER_ERROR', message: '' }], { status: 400 }));
    await expect(calls().upsert([one])).resolves.toMatchObject({ outcome: 'unreadable' });
});

test.each<[number, string]>([
    [404, 'NOT_FOUND'],
    [400, 'INVALID_FIELD'],
    [403, 'INSUFFICIENT_ACCESS']
])('a whole request refused with %i %s waits for someone to change the configuration', async (status, errorCode) => {
    org.answers.push(() => Response.json([{ errorCode, message: '' }], { status }));
    await expect(calls().upsert([one])).resolves.toEqual({
        outcome: 'misconfigured',
        reason: `Salesforce answered ${errorCode}`,
        mayBeOfCalls: true,
        saysTooMuch: false
    });
});

const refusal = (status: number, errorCode: string): (() => Response) => {
    return () => Response.json([{ errorCode, message: '' }], { status });
};

test.each<[string, boolean, boolean, () => Response | Promise<Response>]>([
    ['an internal error', true, false, refusal(500, 'UNKNOWN_EXCEPTION')],
    ['an id that is none', true, false, refusal(400, 'MALFORMED_ID')],
    ['a connection that broke', true, false, () => Promise.reject(new Error('no answer'))],
    ['a proxy that gave up', true, true, () => new Response('', { status: 504 })],
    ['a limit', true, true, refusal(500, 'APEX_CPU_LIMIT_EXCEEDED')],
    ['no answer', true, true, () => new Promise<Response>(() => {})],
    ['an overload', false, false, () => new Response('', { status: 503 })],
    ['too many requests', false, false, () => new Response('', { status: 429 })],
    ['an exhausted allowance', false, false, refusal(403, 'REQUEST_LIMIT_EXCEEDED')]
])('%s may be owed to the calls: %s, and says so: %s', async (_, mayBeOfCalls, saysTooMuch, answer) => {
    org.answers.push(answer);
    await expect(calls(300).upsert([one, two])).resolves.toMatchObject({ mayBeOfCalls, saysTooMuch });
});

test('what a gateway gives up and what no login was had for is not owed to the calls', async () => {
    const ended = new AbortController();
    org.answers.push(() => {
        ended.abort();
        return new Promise<Response>(() => {});
    });
    const sink = calls();
    await expect(sink.upsert([one], ended.signal)).resolves.toMatchObject({ mayBeOfCalls: false });
    org.logins.push(() => new Response('', { status: 500 }));
    const outcome = await calls().upsert([one]);
    expect(outcome).toMatchObject({ outcome: 'unavailable' });
    expect(outcome).not.toHaveProperty('mayBeOfCalls');
});

test('an answer that does not come in time means later', async () => {
    org.answers.push(() => new Promise<Response>(() => {}));
    await expect(calls(100).upsert([one])).resolves.toMatchObject({ outcome: 'unavailable' });
});

test('an answer that breaks off half way means later', async () => {
    org.answers.push(
        () =>
            new Response(
                new ReadableStream({
                    start(controller) {
                        controller.enqueue(new TextEncoder().encode('[{"id":'));
                        controller.close();
                    }
                }),
                { headers: { 'content-length': '900' } }
            )
    );
    await expect(calls(300).upsert([one])).resolves.toMatchObject({ outcome: 'unavailable' });
});

test('nobody listening means later, and the next batch tries the login anew', async () => {
    const sink = calls();
    const { url } = org;
    await org.close();
    await expect(sink.upsert([one])).resolves.toMatchObject({ outcome: 'unavailable' });
    org = await startStandInOrg();
    expect(org.url).not.toBe(url);
});

test('a refused login names the reason that OAuth gives', async () => {
    org.logins.push(() => Response.json({ error: 'invalid_client', error_description: 'secret' }, { status: 400 }));
    const result = await calls().upsert([one]);
    expect(result).toMatchObject({ outcome: 'misconfigured' });
    expect(JSON.stringify(result)).toMatch(/refused the login: invalid_client\. Check the client id/);
});

test('a login after a failed one is tried anew', async () => {
    org.logins.push(() => new Response('', { status: 503 }));
    const sink = calls();
    await expect(sink.upsert([one])).resolves.toMatchObject({ outcome: 'unavailable' });
    await expect(sink.upsert([one])).resolves.toEqual({ outcome: 'answered', rows: [stored] });
});

test('an empty batch asks nothing, a batch above 200 is a mistake of the caller', async () => {
    await expect(calls().upsert([])).resolves.toEqual({ outcome: 'answered', rows: [] });
    await expect(calls().upsert(Array.from({ length: 201 }, () => one))).rejects.toThrow('at most 200');
    expect(org.received).toEqual([]);
});
