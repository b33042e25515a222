import { openTestServer } from '../../local/org/externalServices/testServer.ts';
import type { TestServer } from '../../local/org/externalServices/testServer.ts';
import type { FieldValues } from '../../local/org/records.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

let server: TestServer;
let org: PackageOrg;
beforeAll(async () => {
    server = await openTestServer();
    const rule = {
        name: 'Not_Ravi',
        condition: 'AND(NOT(ISNEW()), LastName = "Ravi")',
        message: 'Nobody changes Ravi',
        field: undefined
    };
    org = await openPackageOrg({ convoxUrl: server.url, ownRules: { Contact: [rule] } });
});
afterAll(async () => {
    await server.close();
    org.close();
});

describe('asking the gateway', () => {
    const ask = () => org.engine.run('ConVox_Ask_Gateway', {}, org.admin);

    it('hands on what the gateway says, asked with the key of commands', async () => {
        server.received.length = 0;
        server.respondWith((response) =>
            response.writeHead(200, { 'Content-Type': 'text/plain' }).end('{"gateway":"0.1.0"}')
        );

        await expect(ask()).resolves.toMatchObject({ outputs: { answer: '{"gateway":"0.1.0"}' } });
        expect(server.received).toMatchObject([{ method: 'GET', url: '/report' }]);
    });

    it.each([
        ['an address without a gateway', 404],
        ['a proxy whose gateway is gone', 502]
    ])('says the status of %s, as an output or as a fault', async (_name, status) => {
        server.respondWith((response) => response.writeHead(status, { 'Content-Type': 'text/html' }).end('<p>no</p>'));

        const result = await ask();

        expect(JSON.stringify(result)).toContain(String(status));
    });

    it('says in the words of the platform that nobody answers', async () => {
        server.respondWith((response) => response.destroy());

        await expect(ask()).resolves.toMatchObject({ outputs: { fault: expect.stringMatching(/\w/) } });
    });
});

describe('rights', () => {
    it('are read, whoever has them by a set or by a group, and who of these left, and given', async () => {
        org.create('PermissionSet', { Name: 'ConVox_Agent', Label: 'ConVox Agent' });
        org.create('PermissionSet', { Name: 'ConVox_Manager', Label: 'ConVox Manager' });
        org.create('PermissionSet', { Name: 'Not_Ours', Label: 'Not ours' });
        const setId = org.create('PermissionSet', { Name: 'ConVox_Org_Rights', Label: 'ConVox Org Rights' });
        const groupId = org.create('PermissionSetGroup', { DeveloperName: 'ConVox_Agents', MasterLabel: 'Agents' });
        const group = { userId: org.admin.id, setId: '', groupId };
        const set = { userId: org.admin.id, setId, groupId: '' };
        const gone = org.create('User', {
            Username: 'gone@example.com',
            LastName: 'Gone',
            Email: 'gone@example.com',
            Alias: 'gone',
            IsActive: false,
            ProfileId: org.store.find({ object: 'User' })[0]?.['ProfileId'] ?? null
        });
        org.create('PermissionSetAssignment', { AssigneeId: gone, PermissionSetGroupId: groupId });

        for (const right of [group, set]) {
            await expect(org.engine.run('ConVox_Give_Right', right, org.admin)).resolves.toMatchObject({
                outputs: { fault: null }
            });
        }
        const read = await org.engine.run('ConVox_Read_Rights', {}, org.admin);

        expect(read).toMatchObject({
            outputs: {
                fault: null,
                sets: [{ Name: 'ConVox_Agent' }, { Name: 'ConVox_Manager' }, { Name: 'ConVox_Org_Rights' }],
                groups: [{ DeveloperName: 'ConVox_Agents' }],
                leftIds: [gone],
                assignments: [
                    { AssigneeId: gone, PermissionSetGroupId: group.groupId },
                    { AssigneeId: org.admin.id, PermissionSetGroupId: group.groupId },
                    { AssigneeId: org.admin.id, PermissionSetId: set.setId }
                ]
            }
        });
    });
});

describe('phone keys of customers from before the package', () => {
    const FILLERS = ['Contact', 'Lead', 'Account'].map((object) => `ConVox_${object}_Before_Save_Fill_Phone_Keys`);
    const early = (object: string, values: FieldValues): string => {
        FILLERS.forEach((flow) => org.engine.setActive(flow, false));
        const id = org.create(object, values);
        FILLERS.forEach((flow) => org.engine.setActive(flow, true));
        return id;
    };
    const fill = (objectName: string, ids: string[]) =>
        org.engine.run('ConVox_Fill_Phone_Keys', { objectName, ids }, org.admin);

    it.each([
        ['Contact', { LastName: 'Rao', HomePhone: '98765 43210' }, 'ConVox_Home_Key__c'],
        ['Lead', { LastName: 'Rao', Company: 'Sunrise', MobilePhone: '98765 43210' }, 'ConVox_Mobile_Key__c'],
        ['Account', { Name: 'Sunrise', Phone: '98765 43210' }, 'ConVox_Phone_Key__c']
    ])('are filled for %s %j', async (object, values, key) => {
        const ids = [early(object, values), early(object, values)];
        expect(org.read(object, ids[0] ?? '')[key]).toBeNull();

        await expect(fill(object, ids)).resolves.toMatchObject({ outputs: { fault: null } });
        expect(ids.map((id) => org.read(object, id)[key])).toEqual(['9876543210', '9876543210']);
    });

    it('say why they could not be filled', async () => {
        const ids = ['Rao', 'Ravi'].map((LastName) => early('Contact', { LastName, Phone: '98765 43210' }));

        await expect(fill('Contact', ids)).resolves.toMatchObject({
            outputs: { fault: expect.stringContaining('Nobody changes Ravi') }
        });
    });
});
