import type { Org } from '../org.ts';
import type { FieldValues } from '../records.ts';
import {
    deskPackage,
    metadataFolder,
    permissionSetFile,
    permissionSetGroupFile
} from '../../metadata/testing/metadataFolder.ts';
import type { RestClient } from '../testing/testOrg.ts';
import { at, createTestOrg, restClient } from '../testing/testOrg.ts';

const mayRead = (object: string): string =>
    `<objectPermissions><allowRead>true</allowRead><object>${object}</object></objectPermissions>`;
const files = {
    ...deskPackage(),
    ...permissionSetFile('Teams', mayRead('Team__c')),
    ...permissionSetFile('Tickets', mayRead('Ticket__c')),
    ...permissionSetGroupFile('Clerks', ['Tickets']),
    ...permissionSetGroupFile('Leads', ['Teams', 'Tickets'])
};

let org: Org;
let userId: string;
let clerk: RestClient;

beforeEach(async () => {
    org = await createTestOrg({ forceApp: metadataFolder(files) });
    const username = 'clerk@sunrise.example';
    userId = insert('User', { Username: username, LastName: 'Clerk', Alias: 'clerk', Email: username });
    clerk = restClient(org, 'clerk');
});
afterEach(() => org.close());

function insert(object: string, values: FieldValues): string {
    const [result] = org.store.create(object, [values], org.users.admin);
    if (!result?.success) {
        throw new Error(`The org refused ${JSON.stringify(values)}: ${JSON.stringify(result)}`);
    }
    return result.id;
}

function idOf(object: string, field: string, name: string): string {
    const [found] = org.store.find({ object, where: { field, operator: 'eq', value: name } });
    return String(found?.['Id']);
}

const assignGroup = (name: string): string =>
    insert('PermissionSetAssignment', {
        AssigneeId: userId,
        PermissionSetGroupId: idOf('PermissionSetGroup', 'DeveloperName', name)
    });

async function visible(): Promise<string[]> {
    const { body } = await clerk('GET', '/sobjects');
    const objects = at(body, 'sobjects');
    return (Array.isArray(objects) ? objects : [])
        .map((object: unknown) => String(at(object, 'name')))
        .filter((name) => name.endsWith('__c'))
        .toSorted();
}

test('who has a group has the permission sets in it, until the group is taken away', async () => {
    expect(await visible()).toEqual([]);
    const clerks = assignGroup('Clerks');
    expect(await visible()).toEqual(['Ticket__c']);
    assignGroup('Leads');
    expect(await visible()).toEqual(['Team__c', 'Ticket__c']);

    org.store.delete(
        'PermissionSetAssignment',
        org.store.find({ object: 'PermissionSetAssignment' }).map(({ Id }) => String(Id)),
        org.users.admin
    );
    expect(clerks).toMatch(/^0Pa/);
    expect(await visible()).toEqual([]);
});

test('a permission set that an administrator adds to a group counts for everybody who has the group', async () => {
    assignGroup('Clerks');
    insert('PermissionSetGroupComponent', {
        PermissionSetGroupId: idOf('PermissionSetGroup', 'DeveloperName', 'Clerks'),
        PermissionSetId: idOf('PermissionSet', 'Name', 'Teams')
    });
    expect(await visible()).toEqual(['Team__c', 'Ticket__c']);
});

test('groups and their members can be queried by the names of the sets', async () => {
    const admin = restClient(org, 'admin');
    const soql =
        "SELECT PermissionSetGroup.DeveloperName, PermissionSetGroup.Status FROM PermissionSetGroupComponent WHERE PermissionSet.Name = 'Teams'";
    const { body } = await admin('GET', `/query?q=${encodeURIComponent(soql)}`);
    expect(at(body, 'records')).toMatchObject([{ PermissionSetGroup: { DeveloperName: 'Leads', Status: 'Updated' } }]);
});

test.each([
    ['a permission set that does not exist', permissionSetGroupFile('Lost', ['Gone']), 'Gone'],
    [
        'muted permissions',
        permissionSetGroupFile('Quiet', ['Teams'], '<mutingPermissionSets>Hush</mutingPermissionSets>'),
        'mutes permissions'
    ]
])('a group with %s stops the start', async (_problem, group, what) => {
    await expect(createTestOrg({ forceApp: metadataFolder({ ...files, ...group }) })).rejects.toThrow(what);
});
