import type { Org } from '../org.ts';
import { deskPackage, metadataFolder, permissionSetFile } from '../../metadata/testing/metadataFolder.ts';
import type { RestClient } from '../testing/testOrg.ts';
import { at, createTestOrg, idIn, restClient } from '../testing/testOrg.ts';

const objectGrant = (object: string, create: boolean, edit: boolean): string =>
    `<objectPermissions><allowCreate>${create}</allowCreate><allowDelete>false</allowDelete><allowEdit>${edit}</allowEdit>` +
    `<allowRead>true</allowRead><object>${object}</object></objectPermissions>`;
const fieldGrant = (field: string, editable: boolean): string =>
    `<fieldPermissions><editable>${editable}</editable><field>${field}</field><readable>true</readable></fieldPermissions>`;

const files = {
    ...deskPackage(),
    ...permissionSetFile(
        'Clerk',
        fieldGrant('Ticket__c.Subject__c', true) +
            fieldGrant('Ticket__c.State__c', false) +
            objectGrant('Ticket__c', true, true)
    ),
    ...permissionSetFile('Reader', fieldGrant('Team__c.Region__c', false) + objectGrant('Team__c', false, false))
};

let org: Org;
let clerk: RestClient;

beforeEach(async () => {
    org = await createTestOrg({ forceApp: metadataFolder(files) });
    const { store, users } = org;
    const [user] = store.create(
        'User',
        [{ Username: 'clerk@sunrise.example', LastName: 'Clerk', Alias: 'clerk', Email: 'clerk@sunrise.example' }],
        users.admin
    );
    const sets = store.find({ object: 'PermissionSet' });
    store.create(
        'PermissionSetAssignment',
        sets.map((set) => ({ AssigneeId: user?.success ? user.id : null, PermissionSetId: set['Id'] ?? null })),
        users.admin
    );
    clerk = restClient(org, 'clerk');
});
afterEach(() => org.close());

test('required fields and granted fields can be written, others do not exist or are read-only', async () => {
    const ticket = (fields: object) => clerk('POST', '/sobjects/Ticket__c', { Key__c: 'K', ...fields });

    expect((await ticket({ Minutes__c: 1 })).body).toMatchObject([{ errorCode: 'INVALID_FIELD' }]);
    expect((await ticket({ State__c: 'Done' })).body).toMatchObject([
        { errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['State__c'] }
    ]);
    expect((await ticket({ Subject__c: 'Door' })).status).toBe(201);
    expect(org.store.find({ object: 'Ticket__c' })).toMatchObject([{ State__c: 'New', Zone__c: 'Asia/Kolkata' }]);
});

test('what may not be read is missing from every API', async () => {
    const id = idIn(await clerk('POST', '/sobjects/Ticket__c', { Key__c: 'K' }));
    const record = await clerk('GET', `/sobjects/Ticket__c/${id}`);
    const info = await clerk('GET', '/ui-api/object-info/Ticket__c');
    const soql = await clerk('GET', '/query?q=SELECT+Minutes__c+FROM+Ticket__c');
    const uiRecord = await clerk('GET', `/ui-api/records/${id}?fields=Ticket__c.Minutes__c`);
    const graphql = await clerk('POST', '/graphql', {
        query: '{ uiapi { query { Ticket__c { edges { node { State__c { value } Minutes__c { value } } } } } } }'
    });

    expect(record.body).toMatchObject({ Key__c: 'K', State__c: 'New' });
    expect(record.body).not.toHaveProperty('Minutes__c');
    expect(at(info.body, 'fields.Minutes__c')).toBeUndefined();
    expect(at(info.body, 'fields.State__c.updateable')).toBe(false);
    expect(soql.body).toMatchObject([{ errorCode: 'INVALID_FIELD' }]);
    expect(uiRecord.body).toMatchObject([{ errorCode: 'INVALID_FIELD' }]);
    expect(at(graphql.body, 'errors.0.extensions.ErrorType')).toBe('ValidationError');
});

test('an object without a grant is not there, one that may be read cannot be written', async () => {
    const [team] = org.store.create('Team__c', [{ Code__c: 'A' }], org.users.admin);
    const id = team?.success ? team.id : '';

    expect((await clerk('POST', '/sobjects/Team__c', { Code__c: 'B' })).body).toMatchObject([
        { errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY' }
    ]);
    expect((await clerk('PATCH', `/sobjects/Team__c/${id}`, { Name: 'x' })).body).toMatchObject([
        { errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }
    ]);
    expect((await clerk('DELETE', `/sobjects/Team__c/${id}`)).body).toMatchObject([
        { errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }
    ]);
    expect((await clerk('GET', '/query?q=SELECT+Name+FROM+Team__c')).status).toBe(200);
});

test('without its permission sets a user sees nothing of the package', async () => {
    const assignments = org.store.find({ object: 'PermissionSetAssignment' }).map((row) => String(row['Id']));
    org.store.delete('PermissionSetAssignment', assignments, org.users.admin);

    expect((await clerk('POST', '/sobjects/Ticket__c', { Key__c: 'K' })).status).toBe(404);
    expect((await clerk('POST', '/sobjects/Contact', { LastName: 'Nair' })).status).toBe(201);
});

test('system context and the administrator are not limited', () => {
    const clerkUser = org.users.acting('clerk');
    const asSystem = clerkUser ? [{ ...clerkUser, systemContext: true }, org.users.admin] : [];

    for (const [index, acting] of asSystem.entries()) {
        expect(org.store.create('Ticket__c', [{ Key__c: `K${index}`, Minutes__c: 5 }], acting)).toMatchObject([
            { success: true }
        ]);
    }
    expect(asSystem).toHaveLength(2);
});

test('a permission set that grants a field that does not exist stops the start', async () => {
    const broken = { ...files, ...permissionSetFile('Broken', fieldGrant('Ticket__c.Gone__c', true)) };

    await expect(createTestOrg({ forceApp: metadataFolder(broken) })).rejects.toThrow('Ticket__c.Gone__c');
});
