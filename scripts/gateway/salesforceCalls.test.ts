import type { CallUpsert } from './callSink.ts';
import { CALLS_PATH, createSalesforceCalls } from './salesforceCalls.ts';
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

test('a batch is one composite upsert by the call reference, after one login', async () => {
    await expect(calls().store([one, two])).resolves.toEqual([
        { outcome: 'stored', created: true },
        { outcome: 'stored', created: true }
    ]);
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
    await Promise.all([sink.store([one]), sink.store([two])]);
    await sink.store([one]);
    expect(org.received.filter(({ path }) => path === '/services/oauth2/token')).toHaveLength(1);
});

test('a session that ran out is renewed and the batch sent again, once', async () => {
    org.answers.push(() => Response.json([{ errorCode: 'INVALID_SESSION_ID', message: 'expired' }], { status: 401 }));
    await expect(calls().store([one])).resolves.toEqual([{ outcome: 'stored', created: true }]);
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
    await expect(calls().store([one])).resolves.toEqual([
        { outcome: 'misconfigured', reason: 'Salesforce answered INVALID_SESSION_ID' }
    ]);
});

test('rows have results of their own, and no message of Salesforce is kept', async () => {
    org.answers.push(() => Response.json([rowError('STRING_TOO_LONG', ['Queue__c']), row]));
    await expect(calls().store([one, two])).resolves.toEqual([
        { outcome: 'refused', code: 'STRING_TOO_LONG', fields: ['Queue__c'] },
        { outcome: 'stored', created: false }
    ]);
});

test.each(['UNABLE_TO_LOCK_ROW', 'DUPLICATE_VALUE'])('a row that met %s is sent once more, alone', async (code) => {
    org.answers.push(() => Response.json([row, rowError(code)]));
    await expect(calls().store([one, two])).resolves.toEqual([
        { outcome: 'stored', created: false },
        { outcome: 'stored', created: true }
    ]);
    expect(JSON.parse(org.received.at(-1)?.body ?? '')).toMatchObject({ records: [{ Call_Reference__c: 'R2' }] });
});

test('a row that stays locked may go in later', async () => {
    const locked = (): Response => Response.json([rowError('UNABLE_TO_LOCK_ROW')]);
    org.answers.push(locked, locked);
    await expect(calls().store([one])).resolves.toMatchObject([{ outcome: 'unavailable', retryAfterSeconds: 5 }]);
});

test.each<[string, () => Response]>([
    ['HTTP 503', () => new Response('down', { status: 503 })],
    ['HTTP 429', () => new Response('slow down', { status: 429 })],
    ['a page instead of JSON', () => new Response('<html>')],
    ['too few results', () => Response.json([])],
    [
        'an exhausted allowance',
        () => Response.json([{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: '' }], { status: 403 })
    ]
])('%s means later', async (_, answer) => {
    org.answers.push(answer);
    await expect(calls().store([one, two])).resolves.toMatchObject([
        { outcome: 'unavailable', retryAfterSeconds: 60 },
        { outcome: 'unavailable', retryAfterSeconds: 60 }
    ]);
});

test.each<[number, string]>([
    [404, 'NOT_FOUND'],
    [400, 'INVALID_FIELD'],
    [403, 'INSUFFICIENT_ACCESS']
])('a whole request refused with %i %s waits for someone to change the configuration', async (status, errorCode) => {
    org.answers.push(() => Response.json([{ errorCode, message: '' }], { status }));
    await expect(calls().store([one])).resolves.toEqual([
        { outcome: 'misconfigured', reason: `Salesforce answered ${errorCode}` }
    ]);
});

test('an answer that does not come in time means later', async () => {
    org.answers.push(() => new Promise<Response>(() => {}));
    await expect(calls(100).store([one])).resolves.toMatchObject([{ outcome: 'unavailable' }]);
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
    await expect(calls(300).store([one])).resolves.toMatchObject([{ outcome: 'unavailable' }]);
});

test('nobody listening means later, and the next batch tries the login anew', async () => {
    const sink = calls();
    const { url } = org;
    await org.close();
    await expect(sink.store([one])).resolves.toMatchObject([{ outcome: 'unavailable' }]);
    org = await startStandInOrg();
    expect(org.url).not.toBe(url);
});

test('a refused login names the reason that OAuth gives', async () => {
    org.logins.push(() => Response.json({ error: 'invalid_client', error_description: 'secret' }, { status: 400 }));
    const [result] = await calls().store([one]);
    expect(result).toMatchObject({ outcome: 'misconfigured' });
    expect(JSON.stringify(result)).toMatch(/refused the login: invalid_client\. Check the client id/);
});

test('a login after a failed one is tried anew', async () => {
    org.logins.push(() => new Response('', { status: 503 }));
    const sink = calls();
    await expect(sink.store([one])).resolves.toMatchObject([{ outcome: 'unavailable' }]);
    await expect(sink.store([one])).resolves.toEqual([{ outcome: 'stored', created: true }]);
});

test('an empty batch asks nothing, a batch above 200 is a mistake of the caller', async () => {
    await expect(calls().store([])).resolves.toEqual([]);
    await expect(calls().store(Array.from({ length: 201 }, () => one))).rejects.toThrow('at most 200');
    expect(org.received).toEqual([]);
});
