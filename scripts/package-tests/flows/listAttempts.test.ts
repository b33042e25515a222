import { listKey } from '#list-upload';
import type { FieldValues } from '../../local/org/records.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

let org: PackageOrg;
let ids: Readonly<Record<'home' | 'austin', string>>;
beforeEach(async () => {
    org = await openPackageOrg();
    const home = org.create('ConVox_Server__c', { Name: 'Pune', Is_Default__c: true });
    const austin = org.create('ConVox_Server__c', { Name: 'Austin', Code__c: 'austin' });
    org.create('ConVox_Process__c', { Name: 'Sales', Process_Code__c: 'SALES' });
    org.create('ConVox_Process__c', { Name: 'Support', Process_Code__c: 'SUPPORT', Server__c: home });
    org.create('ConVox_Process__c', { Name: 'Sales', Process_Code__c: 'SALES', Server__c: austin });
    ids = { home, austin };
});
afterEach(() => org.close());

const entry = (server: keyof typeof ids, process: string): string =>
    org.create('ConVox_List_Entry__c', {
        Key__c: listKey(ids[server], process, '1001', '9876543201'),
        Server__c: ids[server],
        Process_Name__c: process,
        List_ID__c: '1001',
        Phone_Number__c: '9876543201',
        Status__c: 'Accepted'
    });

const callOf = (reference: string, more: object = {}): FieldValues => ({
    Call_Reference__c: reference,
    Direction__c: 'Outbound',
    Customer_Number__c: '+91 98765 43201',
    Process_Name__c: 'SALES',
    List_ID__c: '1001',
    Started_At__c: '2026-03-02T09:00:00Z',
    Status_Received_At__c: '2026-03-02T09:10:00Z',
    ConVox_Status__c: 'Connected',
    Status__c: 'Ended',
    ...more
});

const call = (reference: string, more: object = {}): string => org.create('ConVox_Call__c', callOf(reference, more));

test.each<[string, readonly (readonly [string, object])[], number | null]>([
    ['one call of the list', [['R1', {}]], 1],
    [
        'two',
        [
            ['R1', {}],
            ['R2', { Started_At__c: '2026-03-02T09:30:00Z' }]
        ],
        2
    ],
    ['a call of another list', [['R1', { List_ID__c: '1002' }]], null],
    ['a call of another process', [['R1', { Process_Name__c: 'SUPPORT' }]], null],
    ['a call of another server', [['austin:R1', { Process_Name__c: 'austin:SALES' }]], null],
    ['a call to another number', [['R1', { Customer_Number__c: '9876543202' }]], null]
])('%s counts at its row', (_, calls, attempts) => {
    const id = entry('home', 'SALES');
    calls.forEach(([reference, more]) => call(reference, more));
    expect(org.read('ConVox_List_Entry__c', id)['Attempts__c']).toBe(attempts);
});

test('an earlier call that is reported late counts at its row, which stays with the last one', () => {
    const id = entry('home', 'SALES');
    call('LAST');
    call('EARLIER', { Started_At__c: '2026-03-02T08:00:00Z' });
    const last = org.store.find({ object: 'ConVox_Call__c' }).find((row) => row['Call_Reference__c'] === 'LAST');
    expect(org.read('ConVox_List_Entry__c', id)).toMatchObject({ Attempts__c: 2, Last_Call__c: last?.['Id'] });
});

test.each([[[1, 2, 3, 4, 5]], [[5, 4, 3, 2, 1]], [[3, 1, 2]], [[9, 7, 8]]])(
    'of the calls of one batch in the order %j the last one counts at the row, whatever came before the batch',
    (order) => {
        const id = entry('home', 'SALES');
        call('R0');
        const calls = order.map((minute) => callOf(`R${minute}`, { Started_At__c: `2026-03-02T09:0${minute}:00Z` }));
        const saved = org.store.create('ConVox_Call__c', calls, org.admin);
        const last = saved[order.indexOf(Math.max(...order))];
        expect(org.read('ConVox_List_Entry__c', id)).toMatchObject({
            Attempts__c: order.length + 1,
            Last_Call__c: last?.success === true ? last.id : ''
        });
    }
);

test.each<[process: string, called: string, server: keyof typeof ids]>([
    ['SUPPORT', 'SUPPORT', 'home'],
    ['SALES', 'austin:SALES', 'austin']
])('the process %s is known by its server: a call of %s counts', (process, called, server) => {
    const id = entry(server, process);
    call(`${called}-1`, { Process_Name__c: called });
    expect(org.read('ConVox_List_Entry__c', id)['Attempts__c']).toBe(1);
});

test.each<[what: string, change: (of: typeof ids) => void, called: string]>([
    [
        'takes another code',
        ({ austin }) => org.update('ConVox_Server__c', austin, { Code__c: 'dallas' }),
        'dallas:SALES'
    ],
    [
        'becomes the default one',
        ({ home, austin }) => {
            org.update('ConVox_Server__c', home, { Code__c: 'pune' });
            const [sales] = org.store.find({ object: 'ConVox_Process__c' });
            org.update('ConVox_Process__c', String(sales?.['Id']), { Server__c: home });
            org.update('ConVox_Server__c', austin, { Is_Default__c: true });
        },
        'SALES'
    ]
])('a row stays known when its server %s', (_, change, called) => {
    const id = entry('austin', 'SALES');
    change(ids);
    call('R1', { Process_Name__c: called });
    expect(org.read('ConVox_List_Entry__c', id)['Attempts__c']).toBe(1);
});
