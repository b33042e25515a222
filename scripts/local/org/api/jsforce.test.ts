import { Connection } from '@jsforce/jsforce-node';
import type { Listening } from '../../../node/listen.ts';
import { listen } from '../../../node/listen.ts';
import type { Org } from '../org.ts';
import { seedOrg } from '../../../sample/org/seedOrg.ts';
import { CLIENT, createTestOrg } from '../testing/testOrg.ts';

let org: Org;
let server: Listening;
let connection: Connection;

beforeAll(async () => {
    org = await createTestOrg({ apiClients: [{ ...CLIENT, username: 'admin' }] });
    seedOrg(org);
    server = await listen(org);
    const { clientId, clientSecret } = CLIENT;
    connection = new Connection({
        loginUrl: server.url,
        instanceUrl: server.url,
        version: '66.0',
        oauth2: { clientId, clientSecret, loginUrl: server.url }
    });
    await connection.authorize({ grant_type: 'client_credentials' });
});
afterAll(async () => {
    await server.close();
    await org.close();
});

test('jsforce logs in with client credentials as the run-as user', async () => {
    expect(connection.accessToken).toBeTruthy();
    expect(await connection.identity()).toMatchObject({ username: 'admin@sunrise.example' });
    expect(connection.userInfo?.id).toBe(org.users.admin.id);
});

test('jsforce creates, reads, updates and deletes a record', async () => {
    const contacts = connection.sobject('Contact');
    const created = await contacts.create({ LastName: 'Menon', Phone: '+91 90000 00077' });
    const id = created.id ?? '';

    expect(created).toMatchObject({ success: true });
    expect(await contacts.retrieve(id)).toMatchObject({ Name: 'Menon', ConVox_Phone_Key__c: '9000000077' });
    expect(await contacts.update({ Id: id, FirstName: 'Asha' })).toMatchObject({ success: true });
    expect(await contacts.retrieve(id)).toMatchObject({ Name: 'Asha Menon' });
    expect(await contacts.destroy(id)).toMatchObject({ success: true });
    await expect(contacts.retrieve(id)).rejects.toMatchObject({ errorCode: 'ENTITY_IS_DELETED' });
});

test('jsforce creates, updates and deletes several records in one request each', async () => {
    const accounts = connection.sobject('Account');
    const created = await accounts.create([{ Name: 'One' }, { Phone: '1' }, { Name: 'Two' }]);

    expect(created).toMatchObject([
        { success: true },
        { success: false, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', fields: ['Name'] }] },
        { success: true }
    ]);
    const ids = created.flatMap((result) => (result.success ? [result.id] : []));
    expect(await accounts.update(ids.map((Id) => ({ Id, Phone: '90000 00078' })))).toMatchObject([
        { success: true },
        { success: true }
    ]);
    expect(await accounts.destroy(ids)).toMatchObject([{ success: true }, { success: true }]);
});

test('jsforce upserts by external id, one record or many', async () => {
    const calls = connection.sobject('ConVox_Call__c');
    const one = await calls.upsert({ Call_Reference__c: 'REF-1', Status__c: 'In Progress' }, 'Call_Reference__c');
    const many = await calls.upsert(
        [
            { Call_Reference__c: 'REF-1', Status__c: 'Ended' },
            { Call_Reference__c: 'REF-2', Status__c: 'Not Connected' }
        ],
        'Call_Reference__c'
    );

    expect(one).toMatchObject({ success: true });
    expect(many).toMatchObject([
        { success: true, created: false },
        { success: true, created: true }
    ]);
});

test('jsforce queries with SOQL, its own query builder and aggregates', async () => {
    const shared = await connection.query(
        "SELECT Name, Account.Name FROM Contact WHERE ConVox_Phone_Key__c = '9876543202' OR ConVox_Mobile_Key__c = '9876543202' ORDER BY Name"
    );
    const built = await connection
        .sobject('Lead')
        .find({ ConVox_Phone_Key__c: '9876543221' }, ['Id', 'Name', 'Company']);
    const count = await connection.query<{ agents: number }>('SELECT COUNT(Id) agents FROM ConVox_Agent__c');

    expect(shared.records).toMatchObject([
        { Name: 'Rajesh Gupta', Account: { Name: 'Brightpath Schools' } },
        { Name: 'Sunita Gupta', Account: null }
    ]);
    expect(built).toMatchObject([{ Name: 'Neha Bansal', Company: 'Bansal Sweets' }]);
    expect(count.records).toMatchObject([{ agents: 2 }]);
});

test('jsforce describes objects and reports limits', async () => {
    const described = await connection.describe('ConVox_Call__c');
    const all = await connection.describeGlobal();
    const limits = await connection.limits();

    expect(described.fields.map((field) => field.name)).toContain('Call_Reference__c');
    expect(all.sobjects.map((object) => object.name)).toContain('ConVox_Command__c');
    expect(limits['DailyApiRequests']?.Max).toBe(15_000);
    expect(connection.limitInfo.apiUsage?.limit).toBe(15_000);
});

test('jsforce gets the org’s words when a query is refused', async () => {
    await expect(connection.query('SELECT Gone__c FROM Contact')).rejects.toMatchObject({
        errorCode: 'INVALID_FIELD',
        message: expect.stringContaining('Gone__c')
    });
});
