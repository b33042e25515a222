import type { TestServer } from '../../local/org/externalServices/testServer.ts';
import { openTestServer } from '../../local/org/externalServices/testServer.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

let server: TestServer;
let org: PackageOrg;

beforeEach(async () => {
    server = await openTestServer();
    server.respondWith((response) =>
        response.writeHead(200, { 'Content-Type': 'text/plain' }).end('{"STATUS":"EC000"}')
    );
    org = await openPackageOrg({ convoxUrl: server.url });
    org.create('ConVox_Server__c', { Name: 'Main', Dialect__c: 'sheet', Is_Default__c: true });
});

afterEach(async () => {
    org.close();
    await server.close();
});

const close = (key: string) => ({
    Type__c: 'Close',
    Key__c: key,
    Status__c: 'Requested',
    Agent_Code__c: 'AG_ASHA',
    ConVox_ID__c: key,
    Disposition__c: 'SALE',
    Mobile_Number__c: '9876543201',
    Set_Follow_Up__c: 'N'
});

test('a requested command is sent after the commit, once', async () => {
    const id = org.create('ConVox_Command__c', close('one'));
    expect(server.received).toEqual([]);
    expect(await org.engine.runDueAsync()).toBe(1);
    expect(org.read('ConVox_Command__c', id)['Status__c']).toBe('Accepted');
    org.update('ConVox_Command__c', id, { Error__c: 'Looked at' });
    expect(await org.engine.runDueAsync()).toBe(0);
    expect(server.received).toHaveLength(1);
});

test('a command that is only created waits for somebody to send it', async () => {
    org.create('ConVox_Command__c', { ...close('created'), Status__c: 'Created' });
    expect(await org.engine.runDueAsync()).toBe(0);
});

test('a server that does not answer leaves an unknown result and no retry', async () => {
    server.respondWith((response) => response.destroy());
    const id = org.create('ConVox_Command__c', close('down'));
    await org.engine.runDueAsync();
    expect(org.read('ConVox_Command__c', id)['Status__c']).toBe('Unknown');
    org.pass(240);
    expect(await org.engine.runDueAsync()).toBe(0);
    expect(org.log).toEqual([]);
    expect(server.received).toHaveLength(1);
});

test('of 200 commands requested in one save 100 are sent, the others are unknown, none is sent twice', async () => {
    const rows = Array.from({ length: 200 }, (_unused, index) => close(`bulk-${index}`));
    org.store.create('ConVox_Command__c', rows, org.admin);
    await org.engine.runDueAsync();
    const statuses = Map.groupBy(org.column('ConVox_Command__c', 'Status__c'), (status) => status);
    expect(Object.fromEntries([...statuses].map(([status, all]) => [status, all.length]))).toEqual({
        Accepted: 100,
        Unknown: 100
    });
    org.pass(240);
    await org.engine.runDueAsync();
    expect(new Set(server.received.map(({ body }) => new URLSearchParams(body).get('convoxid'))).size).toBe(100);
    expect(server.received).toHaveLength(100);
});

test('an accepted close writes its disposition to the call', async () => {
    const call = org.create('ConVox_Call__c', { Call_Reference__c: 'REF-1', Status__c: 'Ended' });
    org.create('ConVox_Command__c', { ...close('for-call'), Call__c: call });
    await org.engine.runDueAsync();
    expect(org.read('ConVox_Call__c', call)).toMatchObject({ Disposition__c: 'SALE', Status__c: 'Disposed' });
});

test('a refused close leaves the call as it is', async () => {
    server.respondWith((response) => response.writeHead(200, { 'Content-Type': 'text/plain' }).end('EC003'));
    const call = org.create('ConVox_Call__c', { Call_Reference__c: 'REF-1', Status__c: 'Ended' });
    const id = org.create('ConVox_Command__c', { ...close('refused'), Call__c: call });
    await org.engine.runDueAsync();
    expect(org.read('ConVox_Call__c', call)).toMatchObject({ Disposition__c: null, Status__c: 'Ended' });
    expect(org.read('ConVox_Command__c', id)).toMatchObject({ Status__c: 'Refused', Reply_Code__c: 'EC003' });
});
