import type { Org } from '../org.ts';
import type { ActingUser } from '../records.ts';
import { metadataFolder, objectFiles, permissionSetFile } from '../../metadata/testing/metadataFolder.ts';
import type { RestClient } from '../testing/testOrg.ts';
import { at, createTestOrg, idIn, restClient } from '../testing/testOrg.ts';

const rights = (object: string, more = ''): string =>
    '<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit>' +
    `<allowRead>true</allowRead>${more}<object>${object}</object></objectPermissions>`;

const text = '<label>Name</label><type>Text</type>';
const note = '<type>Lookup</type><referenceTo>Note__c</referenceTo><relationshipName>Copies</relationshipName>';
const mayWriteNote =
    '<fieldPermissions><editable>true</editable><field>Copy__c.Note__c</field><readable>true</readable></fieldPermissions>';
const files = {
    ...withSharing('Note__c', 'Private', {}),
    ...withSharing('Rule__c', 'Read', {}),
    ...withSharing('Copy__c', 'ReadWrite', { Note__c: note }),
    ...permissionSetFile('Worker', [mayWriteNote, rights('Note__c'), rights('Rule__c'), rights('Copy__c')].join('')),
    ...permissionSetFile('Reader', rights('Note__c', '<viewAllRecords>true</viewAllRecords>')),
    ...permissionSetFile('Keeper', rights('Note__c', '<modifyAllRecords>true</modifyAllRecords>'))
};

function withSharing(name: string, model: string, fields: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(
        Object.entries(objectFiles(name, text, fields)).map(([path, xml]) => [
            path,
            xml.replace('</CustomObject>', `<sharingModel>${model}</sharingModel></CustomObject>`)
        ])
    );
}

let org: Org;
let asha: RestClient;
let ravi: RestClient;
let noteId: string;

beforeEach(async () => {
    org = await createTestOrg({ forceApp: metadataFolder(files) });
    addUser('asha', 'Worker');
    addUser('ravi', 'Worker');
    asha = restClient(org, 'asha');
    ravi = restClient(org, 'ravi');
    noteId = idIn(await asha('POST', '/sobjects/Note__c', { Name: 'Private' }));
});
afterEach(() => org.close());

function addUser(name: string, permissionSet: string): ActingUser {
    const { store, users } = org;
    const username = `${name}@sunrise.example`;
    const values = { Username: username, LastName: name, Alias: name, Email: username };
    const [user] = store.create('User', [values], users.admin);
    const where = { field: 'Name', operator: 'eq', value: permissionSet } as const;
    const [set] = store.find({ object: 'PermissionSet', where });
    const assignment = { AssigneeId: user?.success ? user.id : null, PermissionSetId: set?.['Id'] ?? null };
    store.create('PermissionSetAssignment', [assignment], users.admin);
    return userNamed(name);
}

function userNamed(name: string): ActingUser {
    const found = org.users.acting(name);
    if (!found) {
        throw new Error(`There is no user ${name}`);
    }
    return found;
}

async function namesSeenBy(client: RestClient, object: string): Promise<unknown> {
    const { body } = await client('GET', `/query?q=SELECT+Name+FROM+${object}`);
    return at(body, 'totalSize');
}

describe('of a private object', () => {
    test('a row of somebody else is in no answer of any API', async () => {
        const graphql = await ravi('POST', '/graphql', {
            query: '{ uiapi { query { Note__c { totalCount edges { node { Id } } } } } }'
        });

        expect(await namesSeenBy(asha, 'Note__c')).toBe(1);
        expect(await namesSeenBy(ravi, 'Note__c')).toBe(0);
        expect((await ravi('GET', `/sobjects/Note__c/${noteId}`)).status).toBe(404);
        expect((await ravi('GET', `/ui-api/records/${noteId}?fields=Note__c.Name`)).status).toBe(404);
        expect((await ravi('GET', `/composite/sobjects/Note__c?ids=${noteId}&fields=Name`)).body).toEqual([null]);
        expect(at(graphql.body, 'data.uiapi.query.Note__c')).toEqual({ totalCount: 0, edges: [] });
    });

    test('a row of somebody else can be neither changed nor deleted nor looked up to', async () => {
        const collection = await ravi('PATCH', '/composite/sobjects', {
            records: [{ attributes: { type: 'Note__c' }, id: noteId, Name: 'Mine' }]
        });

        expect((await ravi('PATCH', `/sobjects/Note__c/${noteId}`, { Name: 'Mine' })).status).toBe(404);
        expect((await ravi('DELETE', `/sobjects/Note__c/${noteId}`)).status).toBe(404);
        expect(at(collection.body, '0.errors.0.statusCode')).toBe('INVALID_CROSS_REFERENCE_KEY');
        expect((await ravi('POST', '/sobjects/Copy__c', { Note__c: noteId })).body).toMatchObject([
            { errorCode: 'INVALID_CROSS_REFERENCE_KEY' }
        ]);
        expect(org.store.get('Note__c', noteId)).toMatchObject({ Name: 'Private', IsDeleted: false });
    });

    test('what a row in sight says about a row out of sight is blank', async () => {
        const copyId = idIn(await asha('POST', '/sobjects/Copy__c', { Note__c: noteId }));
        const query = `/query?q=SELECT+Note__r.Name+FROM+Copy__c+WHERE+Id='${copyId}'`;

        expect(at((await asha('GET', query)).body, 'records.0.Note__r.Name')).toBe('Private');
        expect(at((await ravi('GET', query)).body, 'records.0.Note__r')).toBeNull();
    });

    test.each([
        ['Read', 200, 400],
        ['Edit', 200, 204]
    ])('a share to %s opens the row as far as it says', async (AccessLevel, readStatus, editStatus) => {
        const share = { ParentId: noteId, UserOrGroupId: userNamed('ravi').id, AccessLevel };
        org.store.create('Note__Share', [share], { ...org.users.admin, systemContext: true });

        expect((await ravi('GET', `/sobjects/Note__c/${noteId}`)).status).toBe(readStatus);
        expect((await ravi('PATCH', `/sobjects/Note__c/${noteId}`, { Name: 'Ours' })).status).toBe(editStatus);
        expect((await ravi('DELETE', `/sobjects/Note__c/${noteId}`)).status).toBe(400);
    });

    test('a new owner takes the row and ends its shares', async () => {
        const raviId = userNamed('ravi').id;
        const share = { ParentId: noteId, UserOrGroupId: addUser('tara', 'Worker').id, AccessLevel: 'Read' };
        org.store.create('Note__Share', [share], { ...org.users.admin, systemContext: true });

        expect((await asha('PATCH', `/sobjects/Note__c/${noteId}`, { OwnerId: raviId })).status).toBe(204);
        expect(await namesSeenBy(asha, 'Note__c')).toBe(0);
        expect(await namesSeenBy(ravi, 'Note__c')).toBe(1);
        expect(await namesSeenBy(restClient(org, 'tara'), 'Note__c')).toBe(0);
    });

    test('who views all reads and who modifies all changes the rows of others', async () => {
        addUser('reader', 'Reader');
        addUser('keeper', 'Keeper');
        const [reader, keeper] = [restClient(org, 'reader'), restClient(org, 'keeper')];

        expect(await namesSeenBy(reader, 'Note__c')).toBe(1);
        expect((await reader('PATCH', `/sobjects/Note__c/${noteId}`, { Name: 'Seen' })).status).toBe(400);
        expect((await keeper('PATCH', `/sobjects/Note__c/${noteId}`, { Name: 'Kept' })).status).toBe(204);
        expect((await keeper('DELETE', `/sobjects/Note__c/${noteId}`)).status).toBe(204);
    });

    test('system context reaches every row, unless it runs with sharing', () => {
        const system = { ...userNamed('ravi'), systemContext: true };

        expect(org.store.visibleTo(system).count({ object: 'Note__c' })).toBe(1);
        expect(org.store.visibleTo({ ...system, withSharing: true }).count({ object: 'Note__c' })).toBe(0);
    });
});

test('of a public read-only object everybody reads all rows and changes none but their own', async () => {
    const ruleId = idIn(await asha('POST', '/sobjects/Rule__c', { Name: 'Known' }));

    expect(await namesSeenBy(ravi, 'Rule__c')).toBe(1);
    expect((await ravi('PATCH', `/sobjects/Rule__c/${ruleId}`, { Name: 'Changed' })).status).toBe(400);
    expect((await asha('PATCH', `/sobjects/Rule__c/${ruleId}`, { Name: 'Changed' })).status).toBe(204);
});

test('a user cannot share what others own by writing a share', async () => {
    const share = { ParentId: noteId, UserOrGroupId: userNamed('ravi').id, AccessLevel: 'Edit' };

    expect((await ravi('POST', '/sobjects/Note__Share', share)).status).toBe(400);
});
