import { listKey, writeResults } from '#list-upload';
import type { TestServer } from '../../local/org/externalServices/testServer.ts';
import { openTestServer } from '../../local/org/externalServices/testServer.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

let server: TestServer;
let org: PackageOrg;
beforeAll(async () => {
    server = await openTestServer();
});
beforeEach(async () => {
    server.received.length = 0;
    org = await openPackageOrg({ convoxUrl: server.url });
});
afterEach(() => org.close());
afterAll(() => server.close());

const NUMBERS = ['9876543201', '9876543202', '9876543203', '9876543204'];

const entry = (number: string, values: object = {}): string =>
    org.create('ConVox_List_Entry__c', {
        Key__c: listKey('a0S', 'SALES', '1001', number),
        Process_Name__c: 'SALES',
        List_ID__c: '1001',
        Batch_ID__c: 'B1',
        Phone_Number__c: number,
        Columns__c: 'Asha||Pune',
        Status__c: 'Sending',
        Sent_At__c: '2026-03-02T10:00:00Z',
        ...values
    });

const answer = (status: number, body: string): void =>
    server.respondWith((response) => response.writeHead(status, { 'content-type': 'text/plain' }).end(body));

const send = () =>
    org.engine.run(
        'ConVox_Send_List_Rows',
        { batchId: 'B1', server: 'default', process: 'SALES', listId: '1001' },
        org.admin
    );

const known = (id: string): unknown[] => {
    const row = org.read('ConVox_List_Entry__c', id);
    return [row['Status__c'], row['Reply__c']];
};

test('the rows of a batch go together, once, and each learns what became of it', async () => {
    const ids = NUMBERS.map((number) => entry(number));
    entry('9876543209', { Batch_ID__c: 'B2' });
    const [one = '', two = '', three = '', left = ''] = ids;
    answer(
        200,
        writeResults([
            { id: one, outcome: 'accepted', code: 'DU000', words: '1 inserted' },
            { id: two, outcome: 'refused', code: 'CL001', words: 'number: not as ConVox takes it' },
            { id: left, outcome: 'waiting', code: '', words: 'The row was not sent: ConVox is slow' }
        ])
    );
    await send();
    expect(ids.map(known)).toEqual([
        ['Accepted', 'ACCEPTED DU000 1 inserted'],
        ['Refused', 'REFUSED CL001 number: not as ConVox takes it'],
        ['Unknown', expect.anything()],
        ['Waiting', 'WAITING - The row was not sent: ConVox is slow']
    ]);
    const [request] = server.received;
    expect(request?.url).toBe('/servers/default/ConVoxCCS/Agent/callcontrol_api.php');
    const said = new URLSearchParams(request?.body);
    expect(Object.fromEntries(said)).toEqual({
        ACTION: 'DataUpload',
        process: 'SALES',
        list_id: '1001',
        batch_id: 'B1',
        rows: [one, two, three, left].map((id, index) => `${id}|${NUMBERS[index]}|Asha||Pune~`).join('')
    });
    await send();
    expect(server.received).toHaveLength(1);
});

const send404 = 'The address of the gateway takes no lists: HTTP status 404';

test.each<[body: string, status: number, expected: string, nothingWent: string]>([
    ['REFUSED - The gateway takes no commands', 200, 'Waiting', 'REFUSED - The gateway takes no commands'],
    ['Not found', 404, 'Waiting', send404],
    ['', 403, 'Waiting', 'The address of the gateway takes no lists: HTTP status 403'],
    ['<html>', 200, 'Unknown', ''],
    ['', 500, 'Unknown', ''],
    ['', 502, 'Unknown', '']
])(
    'an answer "%s" under %i leaves all rows %s, and none is sent again by itself',
    async (body, status, expected, why) => {
        const ids = NUMBERS.map((number) => entry(number));
        answer(status, body);
        const { outputs } = await send();
        expect(ids.map((id) => known(id)[0])).toEqual(NUMBERS.map(() => expected));
        expect(outputs['nothingWent']).toBe(why);
        await send();
        expect(server.received).toHaveLength(1);
    }
);

test('a gateway that breaks off leaves all rows unknown', async () => {
    server.respondWith((response) => response.destroy());
    const id = entry('9876543201');
    const { outputs } = await send();
    expect(known(id)).toEqual(['Unknown', outputs['failure']]);
    expect(outputs['failure']).toBeTruthy();
});

test('a gateway that nobody can connect to leaves all rows waiting', async () => {
    const closed = await openTestServer();
    await closed.close();
    org.close();
    org = await openPackageOrg({ convoxUrl: closed.url });
    const id = entry('9876543201');
    const { outputs } = await send();
    expect(known(id)[0]).toBe('Waiting');
    expect(outputs['nothingWent']).toContain('Unable to connect');
});

test('a 404 that faults leaves all rows waiting', async () => {
    org.close();
    org = await openPackageOrg({ convoxUrl: server.url, errorStatus: 'fault' });
    answer(404, '');
    const id = entry('9876543201');
    const { outputs } = await send();
    expect(known(id)[0]).toBe('Waiting');
    expect(outputs['nothingWent']).toContain('HTTP status 404');
});

test('the rows of a batch that wait are marked, and nothing else is sent', async () => {
    const waiting = entry('9876543201', { Status__c: 'Waiting' });
    const other = entry('9876543202', { Status__c: 'Waiting', Batch_ID__c: 'B2' });
    const refused = entry('9876543203', { Status__c: 'Refused' });
    await send();
    expect(server.received).toHaveLength(0);
    const outputs = await org.engine.run('ConVox_Begin_List_Rows', { batchId: 'B1' }, org.admin);
    expect(outputs).toMatchObject({ outputs: { begun: 'yes', rows: `${waiting};` } });
    expect([waiting, other, refused].map((id) => known(id)[0])).toEqual(['Sending', 'Waiting', 'Refused']);
});

test.each(['Contact', 'Lead'])(
    'whoever got Do Not Call since the press waits, a %s as well, and is named',
    async (object) => {
        const barred = org.create(object, {
            LastName: 'Nair',
            DoNotCall: true,
            ...(object === 'Lead' && { Company: 'Lotus' })
        });
        const marked = entry('9876543201', { Status__c: 'Waiting' });
        const left = entry('9876543202', { Status__c: 'Waiting', [`${object}__c`]: barred });
        const { outputs } = await org.engine.run('ConVox_Begin_List_Rows', { batchId: 'B1' }, org.admin);
        expect(outputs['rows']).toBe(`${marked};!${left};`);
        expect([marked, left].map((id) => known(id)[0])).toEqual(['Sending', 'Waiting']);
    }
);

test('a number is handed to a list once', () => {
    entry('9876543201');
    expect(() => entry('9876543201', { Batch_ID__c: 'B2' })).toThrow(/DUPLICATE|duplicate/);
});
