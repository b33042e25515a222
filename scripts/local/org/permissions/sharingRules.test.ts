import type { Org } from '../org.ts';
import type { FieldValues } from '../records.ts';
import { metadataFolder, objectFiles, permissionSetFile } from '../../metadata/testing/metadataFolder.ts';
import type { RestClient } from '../testing/testOrg.ts';
import { at, createTestOrg, idIn, restClient } from '../testing/testOrg.ts';

const xml = (root: string, content: string): string =>
    `<${root} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${root}>`;
const rule = (level: string, to: string, from = '<allInternalUsers/>'): string =>
    `<sharingOwnerRules><fullName>Rule</fullName><accessLevel>${level}</accessLevel><label>Rule</label>` +
    `<sharedTo><group>${to}</group></sharedTo><sharedFrom>${from}</sharedFrom></sharingOwnerRules>`;
const byValue = (field: string, operation: string, value: string, level = 'Read'): string =>
    `<sharingCriteriaRules><fullName>By_Value</fullName><accessLevel>${level}</accessLevel><label>By Value</label>` +
    '<sharedTo><allInternalUsers/></sharedTo><criteriaItems>' +
    `<field>${field}</field><operation>${operation}</operation><value>${value}</value></criteriaItems>` +
    '<includeRecordsOwnedByAll>true</includeRecordsOwnedByAll></sharingCriteriaRules>';
const sharingRules = (object: string, rules: string): Record<string, string> => ({
    [`main/desk/sharingRules/${object}.sharingRules-meta.xml`]: xml('SharingRules', rules)
});

const everything =
    '<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit>' +
    '<allowRead>true</allowRead><object>Note__c</object></objectPermissions>';
const files = {
    ...Object.fromEntries(
        Object.entries(objectFiles('Note__c', '<label>Name</label><type>Text</type>', {})).map(([path, content]) => [
            path,
            content.replace('</CustomObject>', '<sharingModel>Private</sharingModel></CustomObject>')
        ])
    ),
    ...permissionSetFile('Worker', everything),
    'main/desk/groups/Night_Shift.group-meta.xml': xml('Group', '<name>Night Shift</name>')
};

let org: Org;

function insert(object: string, values: FieldValues): string {
    const [result] = org.store.create(object, [values], org.users.admin);
    if (!result?.success) {
        throw new Error(`The org refused ${JSON.stringify(values)}`);
    }
    return result.id;
}

const idOf = (object: string): string => String(org.store.find({ object })[0]?.['Id']);

function addUser(name: string): RestClient {
    const username = `${name}@sunrise.example`;
    const AssigneeId = insert('User', { Username: username, LastName: name, Alias: name, Email: username });
    insert('PermissionSetAssignment', { AssigneeId, PermissionSetId: idOf('PermissionSet') });
    return restClient(org, name);
}

describe('in an org that starts,', () => {
    afterEach(() => org.close());

    test.each([
        ['Read', 400],
        ['Edit', 204]
    ])(
        'a rule to %s opens the rows of all users to the members of its group, and no further',
        async (level, edited) => {
            const rules = sharingRules('Note__c', rule(level, 'Night_Shift'));
            org = await createTestOrg({ forceApp: metadataFolder({ ...files, ...rules }) });
            const [asha, ravi] = [addUser('asha'), addUser('ravi')];
            const id = idIn(await asha('POST', '/sobjects/Note__c', { Name: 'Private' }));
            const path = `/sobjects/Note__c/${id}`;

            expect((await ravi('GET', path)).status).toBe(404);
            insert('GroupMember', { GroupId: idOf('Group'), UserOrGroupId: org.users.find('ravi')?.id ?? null });

            expect((await ravi('GET', path)).status).toBe(200);
            expect((await ravi('PATCH', path, { Name: 'Ours' })).status).toBe(edited);
            expect((await ravi('PATCH', path, { OwnerId: org.users.find('ravi')?.id ?? '' })).status).toBe(400);
            expect((await ravi('DELETE', path)).status).toBe(400);
            expect(org.store.get('Note__c', id)).toMatchObject({
                OwnerId: org.users.find('asha')?.id,
                IsDeleted: false
            });
        }
    );

    test.each([
        ['Read', 400],
        ['Edit', 204]
    ])('a rule by values to %s opens the rows that have them to everybody', async (level, edited) => {
        const rules = sharingRules('Note__c', byValue('Name', 'equals', 'Ours', level));
        org = await createTestOrg({ forceApp: metadataFolder({ ...files, ...rules }) });
        const [asha, ravi] = [addUser('asha'), addUser('ravi')];
        const mine = idIn(await asha('POST', '/sobjects/Note__c', { Name: 'Mine' }));
        const ours = idIn(await asha('POST', '/sobjects/Note__c', { Name: 'Ours' }));

        expect((await ravi('GET', `/sobjects/Note__c/${mine}`)).status).toBe(404);
        expect((await ravi('GET', `/sobjects/Note__c/${ours}`)).status).toBe(200);
        expect(at((await ravi('GET', '/query?q=SELECT+Name+FROM+Note__c')).body, 'totalSize')).toBe(1);
        expect((await ravi('PATCH', `/sobjects/Note__c/${ours}`, { Name: 'Ours' })).status).toBe(edited);
        expect((await ravi('DELETE', `/sobjects/Note__c/${ours}`)).status).toBe(400);
    });

    test('a share to a group counts for its members', async () => {
        org = await createTestOrg({ forceApp: metadataFolder(files) });
        const [asha, ravi] = [addUser('asha'), addUser('ravi')];
        const ParentId = idIn(await asha('POST', '/sobjects/Note__c', { Name: 'Private' }));
        org.store.create('Note__Share', [{ ParentId, UserOrGroupId: idOf('Group'), AccessLevel: 'Read' }], {
            ...org.users.admin,
            systemContext: true
        });
        insert('GroupMember', { GroupId: idOf('Group'), UserOrGroupId: org.users.find('ravi')?.id ?? null });

        expect(at((await ravi('GET', '/query?q=SELECT+Name+FROM+Note__c')).body, 'totalSize')).toBe(1);
    });
});

describe('stops the start:', () => {
    test.each([
        ['a group that is not there', sharingRules('Note__c', rule('Read', 'Day_Shift')), 'Day_Shift'],
        ['an object that is not there', sharingRules('Gone__c', rule('Read', 'Night_Shift')), 'Gone__c'],
        ['a level that is none', sharingRules('Note__c', rule('All', 'Night_Shift')), 'access level All'],
        [
            'rows of some owners only',
            sharingRules('Note__c', rule('Read', 'Night_Shift', '<group>Night_Shift</group>')),
            'some owners only'
        ],
        ['rules for guests', sharingRules('Note__c', '<sharingGuestRules/>'), 'sharingGuestRules'],
        [
            'criteria about a field that is not there',
            sharingRules('Note__c', byValue('Gone__c', 'equals', 'x')),
            'Gone__c'
        ],
        ['criteria of another kind', sharingRules('Note__c', byValue('Name', 'contains', 'x')), 'otherwise than'],
        ['criteria with several values', sharingRules('Note__c', byValue('Name', 'equals', 'x,y')), 'otherwise than']
    ])('%s', async (_problem, rules, what) => {
        await expect(createTestOrg({ forceApp: metadataFolder({ ...files, ...rules }) })).rejects.toThrow(what);
    });
});
