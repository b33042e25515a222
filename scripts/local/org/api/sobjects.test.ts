import type { Org } from '../org.ts';
import { deskPackage, metadataFolder } from '../../metadata/testing/metadataFolder.ts';
import type { RestClient } from '../testing/testOrg.ts';
import { at, createTestOrg, idIn, restClient } from '../testing/testOrg.ts';

let org: Org;
let call: RestClient;

beforeEach(async () => {
    org = await createTestOrg({ forceApp: metadataFolder(deskPackage()) });
    call = restClient(org, 'admin');
});
afterEach(() => org.close());

test('a record is created, read, updated and deleted', async () => {
    const created = await call('POST', '/sobjects/Ticket__c', { Key__c: 'K1', Due_At__c: '2026-03-02T10:00:00+05:30' });
    const id = idIn(created);

    expect(created).toMatchObject({ status: 201, body: { success: true, errors: [] } });
    expect((await call('GET', `/sobjects/Ticket__c/${id.slice(0, 15)}?fields=Name,Due_At__c`)).body).toEqual({
        attributes: { type: 'Ticket__c', url: `/services/data/v66.0/sobjects/Ticket__c/${id}` },
        Name: 'T-0001',
        Due_At__c: '2026-03-02T04:30:00.000+0000'
    });
    expect(await call('PATCH', `/sobjects/Ticket__c/${id}`, { Subject__c: 'Door' })).toMatchObject({
        status: 204,
        body: null
    });
    expect(await call('DELETE', `/sobjects/Ticket__c/${id}`)).toMatchObject({ status: 204 });
    expect(await call('GET', `/sobjects/Ticket__c/${id}`)).toMatchObject({
        status: 404,
        body: [{ errorCode: 'ENTITY_IS_DELETED' }]
    });
});

test('an upsert by external id answers 201 for a new record and 200 for a known one', async () => {
    const first = await call('PATCH', '/sobjects/Ticket__c/Key__c/K%201', { Subject__c: 'Door' });
    const second = await call('PATCH', '/sobjects/Ticket__c/Key__c/K%201', { Subject__c: 'Gate' });

    expect(first).toMatchObject({ status: 201, body: { success: true, created: true } });
    expect(second).toMatchObject({ status: 200, body: { id: idIn(first), success: true, created: false } });
    expect((await call('GET', '/sobjects/Ticket__c/Key__c/K%201')).body).toMatchObject({
        Key__c: 'K 1',
        Subject__c: 'Gate'
    });
});

test('an upsert whose key several records have answers 300 with their addresses', async () => {
    await call('POST', '/sobjects/Team__c', { Code__c: 'A', Region__c: 'West' });
    await call('POST', '/sobjects/Team__c', { Code__c: 'B', Region__c: 'West' });

    const answer = await call('PATCH', '/sobjects/Team__c/Region__c/West', { Name: 'x' });
    expect(answer.status).toBe(300);
    expect(answer.body).toEqual([
        expect.stringContaining('/sobjects/Team__c/'),
        expect.stringContaining('/sobjects/Team__c/')
    ]);
});

test('a parent can be named by its external id', async () => {
    const team = await call('POST', '/sobjects/Team__c', { Code__c: 'A' });
    const ticket = await call('POST', '/sobjects/Ticket__c', { Key__c: 'K', Team__r: { Code__c: 'a' } });

    expect((await call('GET', `/sobjects/Ticket__c/${idIn(ticket)}`)).body).toMatchObject({ Team__c: idIn(team) });
    expect(await call('POST', '/sobjects/Ticket__c', { Key__c: 'L', Team__r: { Code__c: 'none' } })).toMatchObject({
        status: 400,
        body: [{ errorCode: 'INVALID_FIELD' }]
    });
});

test.each([
    ['POST', '/sobjects/Ticket__c', {}, 400, 'REQUIRED_FIELD_MISSING'],
    ['POST', '/sobjects/Ticket__c', { Key__c: 'K', Gone__c: 1 }, 400, 'INVALID_FIELD'],
    ['POST', '/sobjects/Ticket__c', { Key__c: ['K'] }, 400, 'JSON_PARSER_ERROR'],
    ['POST', '/sobjects/Ticket__c', ['K'], 400, 'JSON_PARSER_ERROR'],
    ['POST', '/sobjects/Gone__c', {}, 404, 'NOT_FOUND'],
    ['GET', '/sobjects/Ticket__c/a015g0000000009AAA', undefined, 404, 'NOT_FOUND'],
    ['GET', '/sobjects/Ticket__c/Key__c/none', undefined, 404, 'NOT_FOUND'],
    ['PATCH', '/sobjects/Ticket__c/Key__c/K', { Key__c: 'K' }, 400, 'INVALID_FIELD'],
    ['PATCH', '/sobjects/Ticket__c/Subject__c/K', {}, 404, 'NOT_FOUND'],
    ['GET', '/search?q=x', undefined, 501, 'API_NOT_SUPPORTED']
])('%s %s with %j answers %i %s', async (method, path, body, status, errorCode) => {
    expect(await call(method, path, body)).toMatchObject({ status, body: [{ errorCode }] });
});

test('describe tells types, lengths, picklist values and relationships', async () => {
    const { body } = await call('GET', '/sobjects/Ticket__c/describe');
    const fields = at(body, 'fields');

    expect(at(body, 'keyPrefix')).toMatch(/^a0/);
    expect(fields).toEqual(
        expect.arrayContaining([
            expect.objectContaining({ name: 'Key__c', type: 'string', length: 12, externalId: true, nillable: false }),
            expect.objectContaining({
                name: 'State__c',
                type: 'picklist',
                restrictedPicklist: true,
                picklistValues: [
                    expect.objectContaining({ value: 'New', label: 'New!', defaultValue: true }),
                    expect.objectContaining({ value: 'Done' })
                ]
            }),
            expect.objectContaining({
                name: 'Team__c',
                type: 'reference',
                referenceTo: ['Team__c'],
                relationshipName: 'Team__r'
            }),
            expect.objectContaining({ name: 'Hours__c', calculated: true, createable: false })
        ])
    );
});

test.each(['updated', 'deleted', 'describe/layouts', 'describe/compactLayouts', 'quickActions', 'listviews'])(
    'what the platform has at %s is refused by name, not taken for a record',
    async (resource) => {
        expect(await call('GET', `/sobjects/Ticket__c/${resource}`)).toMatchObject({
            status: 501,
            body: [{ errorCode: 'API_NOT_SUPPORTED', message: expect.stringContaining(resource) }]
        });
    }
);

test.each(['/services/Soap/u/66.0', '/services/Soap/m/60.0', '/services/apexrest/hello', '/cometd/66.0'])(
    '%s is refused by name',
    async (path) => {
        const response = await org.fetch(new Request(`http://org.test${path}`, { method: 'POST' }));
        expect([response.status, await response.text()]).toEqual([501, expect.stringContaining(path)]);
    }
);

test.each([
    ['two slashes at the beginning', '//services/data'],
    ['a slash at the end', '/services/data/v66.0/sobjects/'],
    ['the version at which Salesforce CLI asks who signed in', '/services/data/v51.0/query?q=SELECT+Id+FROM+User']
])('an address with %s is taken', async (_what, path) => {
    const headers = { authorization: `Bearer ${org.openSession('admin')}` };
    expect((await org.fetch(new Request(`http://org.test${path}`, { headers }))).status).toBe(200);
});
