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

const OBJECT = 'ConVox_List_Entry__c';
const NUMBER = '9876543201';

const entry = (values: object = {}): string =>
    org.create(OBJECT, {
        Key__c: listKey('a0S', 'SALES', '1001', NUMBER),
        Process_Name__c: 'SALES',
        List_ID__c: '1001',
        Batch_ID__c: 'A',
        Phone_Number__c: NUMBER,
        Status__c: 'Waiting',
        ...values
    });

/** A page that wants the row: it takes it into its batch, begins it, and sends what it has begun. */
const steps = (id: string, batchId: string) => [
    () => {
        try {
            org.update(OBJECT, id, { Batch_ID__c: batchId, Status__c: 'Waiting' });
        } catch {
            // The row is another's by now.
        }
        return Promise.resolve();
    },
    async () => {
        await org.engine.run('ConVox_Begin_List_Rows', { batchId }, org.admin);
    },
    async () => {
        const inputs = { batchId, server: 'default', process: 'SALES', listId: '1001' };
        await org.engine.run('ConVox_Send_List_Rows', inputs, org.admin);
    }
];

/** All orders of two pages' steps that keep each page's own. */
function orders(left: number, right: number): string[] {
    if (left === 0 || right === 0) {
        return ['A'.repeat(left) + 'B'.repeat(right)];
    }
    return [...orders(left - 1, right).map((rest) => `A${rest}`), ...orders(left, right - 1).map((rest) => `B${rest}`)];
}

test.each(orders(3, 3))('two pages that hand over one number in the order %s do it once', async (order) => {
    const id = entry({ Batch_ID__c: 'LEFT' });
    server.respondWith((response) =>
        response
            .writeHead(200, { 'content-type': 'text/plain' })
            .end(writeResults([{ id, outcome: 'accepted', code: 'DU000', words: '1 inserted' }]))
    );
    const left = { A: steps(id, 'A'), B: steps(id, 'B') };
    for (const page of order) {
        // eslint-disable-next-line no-await-in-loop -- one after the other is what is tested
        await left[page === 'A' ? 'A' : 'B'].shift()?.();
    }
    expect(server.received).toHaveLength(1);
    expect(org.read(OBJECT, id)['Status__c']).toBe('Accepted');
});

const LET_GO = { Batch_ID__c: null, Status__c: 'Waiting' };

test.each<[from: string, minutes: number, change: object, isTaken: boolean]>([
    ['Waiting', 0, { Batch_ID__c: 'B' }, true],
    ['Refused', 0, { Batch_ID__c: 'B', Status__c: 'Waiting' }, true],
    ['Sending', 0, { Batch_ID__c: 'B', Status__c: 'Waiting' }, false],
    ['Sending', 0, { Batch_ID__c: 'B', Status__c: 'Sending' }, false],
    ['Sending', 60, { Batch_ID__c: 'B', Status__c: 'Waiting' }, false],
    ['Sending', 4, LET_GO, false],
    ['Sending', 6, LET_GO, true],
    ['Sending', 0, { ...LET_GO, Reply__c: 'WAITING - A' }, true],
    ['Sending', 0, { ...LET_GO, Reply__c: 'WAITING - B' }, false],
    ['Sending', 0, { Batch_ID__c: 'B', Status__c: 'Waiting', Reply__c: 'WAITING - A' }, false],
    ['Accepted', 0, { ...LET_GO, Reply__c: 'WAITING - A' }, false],
    ['Sending', 0, { Status__c: 'Waiting' }, true],
    ['Unknown', 0, { Batch_ID__c: 'B', Status__c: 'Waiting' }, false],
    ['Unknown', 0, LET_GO, true],
    ['Unknown', 0, { Status__c: 'Waiting' }, false],
    ['Accepted', 0, { Batch_ID__c: 'B', Status__c: 'Waiting' }, false],
    ['Accepted', 0, { Status__c: 'Waiting' }, false],
    ['Accepted', 60, LET_GO, false],
    ['Accepted', 0, { Attempts__c: 1 }, true]
])('a row that is %s for %i minutes and saved with %j: %s', (from, minutes, change, isTaken) => {
    const id = entry({ Status__c: from, Sent_At__c: '2026-03-02T10:00:00Z' });
    org.pass(minutes);
    const save = (): void => org.update(OBJECT, id, { ...change });
    if (isTaken) {
        expect(save).not.toThrow();
    } else {
        expect(save).toThrow('This number is in the list already, or is being handed over by somebody else.');
    }
});

test('a row that was marked long ago is not sent: it may be let go', async () => {
    entry({ Status__c: 'Sending', Sent_At__c: '2026-03-02T09:57:00Z' });
    await steps('', 'A')[2]?.();
    expect(server.received).toHaveLength(0);
});
