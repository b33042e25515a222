import type { Org } from '../org.ts';
import { deskPackage, metadataFolder } from '../../metadata/testing/metadataFolder.ts';
import type { RestClient } from '../testing/testOrg.ts';
import { at, createTestOrg, restClient } from '../testing/testOrg.ts';

let org: Org;
let call: RestClient;

beforeEach(async () => {
    org = await createTestOrg({ forceApp: metadataFolder(deskPackage()) });
    call = restClient(org, 'admin');
});
afterEach(() => org.close());

const attributes = { type: 'Ticket__c' };

test('an upsert of a collection answers one result a record, in order', async () => {
    await call('POST', '/sobjects/Ticket__c', { Key__c: 'known' });
    const { status, body } = await call('PATCH', '/composite/sobjects/Ticket__c/Key__c', {
        allOrNone: false,
        records: [
            { attributes, Key__c: 'known', Subject__c: 'Door' },
            { attributes, Key__c: 'bad', State__c: 'Open' },
            { attributes, Key__c: 'new' }
        ]
    });

    expect(status).toBe(200);
    expect(body).toMatchObject([
        { success: true, created: false, errors: [] },
        {
            success: false,
            errors: [
                {
                    statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
                    message: expect.stringContaining('Open'),
                    fields: ['State__c']
                }
            ]
        },
        { success: true, created: true, errors: [] }
    ]);
});

test('with allOrNone one bad record rolls all back', async () => {
    const { body } = await call('PATCH', '/composite/sobjects/Ticket__c/Key__c', {
        allOrNone: true,
        records: [
            { attributes, Key__c: 'good' },
            { attributes, Key__c: 'bad', State__c: 'Open' }
        ]
    });

    expect(body).toMatchObject([
        { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
        { success: false, errors: [{ statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' }] }
    ]);
    expect(org.store.count({ object: 'Ticket__c' })).toBe(0);
});

test('records of several types are created, updated, read and deleted together', async () => {
    const created = await call('POST', '/composite/sobjects', {
        records: [
            { attributes: { type: 'Team__c' }, Code__c: 'A' },
            { attributes, Key__c: 'one' },
            { attributes, Key__c: 'two' }
        ]
    });
    const [team, one, two] = ['0.id', '1.id', '2.id'].map((path) => String(at(created.body, path)));
    const updated = await call('PATCH', '/composite/sobjects', { records: [{ attributes, id: one, Team__c: team }] });
    const read = await call('GET', `/composite/sobjects/Ticket__c?ids=${one},${two},${team}&fields=Key__c,Team__c`);
    const deleted = await call('DELETE', `/composite/sobjects?ids=${one},${two},nonsense`);

    expect(updated.body).toMatchObject([{ id: one, success: true }]);
    expect(read.body).toMatchObject([{ Key__c: 'one', Team__c: team }, { Key__c: 'two' }, null]);
    expect(deleted.body).toMatchObject([
        { success: true },
        { success: true },
        { errors: [{ statusCode: 'MALFORMED_ID' }] }
    ]);
});

test('a collection holds at most 200 records of one type for an upsert', async () => {
    const many = Array.from({ length: 201 }, (_item, index) => ({ attributes, Key__c: `K${index}` }));

    expect(await call('PATCH', '/composite/sobjects/Ticket__c/Key__c', { records: many })).toMatchObject({
        status: 400,
        body: [{ message: expect.stringContaining('200') }]
    });
    expect(
        await call('PATCH', '/composite/sobjects/Ticket__c/Key__c', { records: [{ attributes: { type: 'Team__c' } }] })
    ).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_TYPE' }] });
});
