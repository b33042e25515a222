import type { Org } from '../org.ts';
import { seedOrg } from '../../../sample/org/seedOrg.ts';
import { deskPackage, metadataFolder } from '../../metadata/testing/metadataFolder.ts';
import { CLIENT, createTestOrg, restClient } from '../testing/testOrg.ts';

let org: Org;

beforeAll(async () => {
    org = await createTestOrg();
    seedOrg(org);
});
afterAll(() => org.close());

function token(form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    return org.fetch(
        new Request('http://org.test/services/oauth2/token', {
            method: 'POST',
            headers,
            body: new URLSearchParams(form)
        })
    );
}

test('client credentials are exchanged for a session of the run-as user', async () => {
    const response = await token({
        grant_type: 'client_credentials',
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret
    });
    const body: unknown = await response.json();
    const authorization = `Bearer ${String(Reflect.get(Object(body), 'access_token'))}`;
    const userinfo = await org.fetch(
        new Request('http://org.test/services/oauth2/userinfo', { headers: { authorization } })
    );

    expect(response.status).toBe(200);
    expect(body).toMatchObject({ instance_url: 'http://org.test', token_type: 'Bearer' });
    expect(await userinfo.json()).toMatchObject({ preferred_username: 'integration@sunrise.example' });
});

test('client credentials are taken from basic authentication too', async () => {
    const basic = Buffer.from(`${CLIENT.clientId}:${CLIENT.clientSecret}`).toString('base64');

    expect((await token({ grant_type: 'client_credentials' }, { authorization: `Basic ${basic}` })).status).toBe(200);
});

test.each([
    [{ grant_type: 'client_credentials', client_id: CLIENT.clientId, client_secret: 'wrong' }, 'invalid_client'],
    [{ grant_type: 'client_credentials' }, 'invalid_client'],
    [{ grant_type: 'password' }, 'unsupported_grant_type']
])('the token request %j is refused with %s', async (form, error) => {
    const response = await token(form);

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error });
});

test.each([undefined, 'Bearer ', 'Bearer wrong', 'Basic abc'])(
    'a request with authorization %j is not let in',
    async (authorization) => {
        const response = await org.fetch(
            new Request('http://org.test/services/data/v66.0/limits', {
                headers: authorization ? { authorization } : {}
            })
        );

        expect(response.status).toBe(401);
        expect(await response.json()).toEqual([
            { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }
        ]);
    }
);

test('a revoked session and one of a deactivated user are over', async () => {
    const own = await createTestOrg({ forceApp: metadataFolder(deskPackage()) });
    const { admin } = own.users;
    own.store.create(
        'User',
        [{ Username: 'temp@sunrise.example', LastName: 'Temp', Alias: 'temp', Email: 'temp@sunrise.example' }],
        admin
    );
    const [revoked, deactivated] = [own.openSession('temp'), own.openSession('temp')];
    const status = async (bearer: string): Promise<number> =>
        (
            await own.fetch(
                new Request('http://org.test/services/data/v66.0/limits', {
                    headers: { authorization: `Bearer ${bearer}` }
                })
            )
        ).status;
    await own.fetch(
        new Request('http://org.test/services/oauth2/revoke', {
            method: 'POST',
            body: new URLSearchParams({ token: revoked })
        })
    );

    expect([await status(revoked), await status(deactivated)]).toEqual([401, 200]);
    own.store.update('User', [{ id: own.users.find('temp')?.id ?? '', values: { IsActive: false } }], admin);
    expect(await status(deactivated)).toBe(401);
    expect(() => own.openSession('temp')).toThrow('no active user temp');
    await own.close();
});

test('every answer carries the use of the API, and limits tells the rest', async () => {
    const call = restClient(org, 'asha.verma');
    const first = await call('GET', '/limits');
    const failed = await call('GET', '/nothing');

    expect(first.headers.get('Sforce-Limit-Info')).toMatch(/^api-usage=\d+\/15000$/);
    expect(failed.headers.get('Sforce-Limit-Info')).toMatch(/^api-usage=\d+\/15000$/);
    expect(first.body).toMatchObject({ DailyApiRequests: { Max: 15_000, Remaining: expect.any(Number) } });
});

test('versions and resources are listed; other versions are refused by number', async () => {
    const versions = await org.fetch(new Request('http://org.test/services/data'));
    const call = restClient(org, 'asha.verma');

    expect(await versions.json()).toMatchObject([{ version: '66.0', url: '/services/data/v66.0' }]);
    expect((await call('GET', '')).body).toMatchObject({ sobjects: '/services/data/v66.0/sobjects' });
    const token50 = org.openSession('asha.verma');
    const old = await org.fetch(
        new Request('http://org.test/services/data/v50.0/limits', { headers: { authorization: `Bearer ${token50}` } })
    );
    expect([old.status, await old.text()]).toEqual([404, expect.stringContaining('50.0')]);
});

test('long results come in pages', async () => {
    const own = await createTestOrg({ forceApp: metadataFolder(deskPackage()) });
    const rows = Array.from({ length: 450 }, (_item, index) => ({ Key__c: `K${index}` }));
    own.store.create('Ticket__c', rows, own.users.admin);
    const call = restClient(own, 'admin');
    const options = { 'Sforce-Query-Options': 'batchSize=200' };
    const sizes: unknown[] = [];
    let path = '/query?q=SELECT+Key__c+FROM+Ticket__c';
    for (let page = 0; page < 3; page += 1) {
        const { body } = await call('GET', path, undefined, options);
        sizes.push(Reflect.get(Reflect.get(Object(body), 'records'), 'length'), Reflect.get(Object(body), 'done'));
        path = String(Reflect.get(Object(body), 'nextRecordsUrl')).replace('/services/data/v66.0', '');
    }

    expect(sizes).toEqual([200, false, 200, false, 50, true]);
    expect(await call('GET', '/query/01gNothing-200')).toMatchObject({
        status: 400,
        body: [{ errorCode: 'INVALID_QUERY_LOCATOR' }]
    });
    expect(await call('GET', '/query?q=SELECT')).toMatchObject({
        status: 400,
        body: [{ errorCode: 'MALFORMED_QUERY' }]
    });
    await own.close();
});

test('every request is noted with its kind', async () => {
    const call = restClient(org, 'asha.verma');
    const before = org.requests.length;
    await call('POST', '/graphql', { query: '{ uiapi { query { Contact { totalCount } } } }' });
    await call('GET', '/query?q=SELECT+Id+FROM+Contact');

    expect(org.requests.slice(before)).toMatchObject([
        { method: 'POST', path: '/services/data/v66.0/graphql', kind: 'graphql', status: 200, ms: expect.any(Number) },
        { method: 'GET', kind: 'query' }
    ]);
});
