import { listKey } from '#list-upload';
import type { FieldValues } from '../../local/org/records.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

let org: PackageOrg;
let server: string;
let campaign: string;
beforeEach(async () => {
    org = await openPackageOrg();
    server = org.create('ConVox_Server__c', { Name: 'Pune', Is_Default__c: true });
    org.create('ConVox_Process__c', { Name: 'Sales', Process_Code__c: 'SALES' });
    campaign = org.create('Campaign', { Name: 'Monsoon check-up' });
});
afterEach(() => org.close());

const handOver = (more: FieldValues = {}): string =>
    org.create('ConVox_List_Entry__c', {
        Key__c: listKey(server, 'SALES', '1001', '9876543201'),
        Server__c: server,
        Process_Name__c: 'SALES',
        List_ID__c: '1001',
        Phone_Number__c: '9876543201',
        Campaign__c: campaign,
        Status__c: 'Accepted',
        ...more
    });

const call = (more: FieldValues = {}): string =>
    org.create('ConVox_Call__c', {
        Call_Reference__c: 'R1',
        Direction__c: 'Outbound',
        Customer_Number__c: '+91 98765 43201',
        Process_Name__c: 'sales',
        List_ID__c: '1001',
        ...more
    });

const listOf = (id: string): unknown => org.read('ConVox_Call__c', id)['List_in_Words__c'];

test.each<[what: string, entry: FieldValues, call: FieldValues, said: string | null]>([
    ['a number of a campaign', {}, {}, 'Monsoon check-up (1001)'],
    ['a number of a list view', { Campaign__c: null }, {}, '1001'],
    ['another number', {}, { Customer_Number__c: '9876543202' }, '1001'],
    ['another list', {}, { List_ID__c: '1002' }, '1002'],
    ['a process that nobody has entered', {}, { Process_Name__c: 'WALK_IN' }, '1001'],
    ['no list', {}, { List_ID__c: null }, null]
])('a call of %s says its list so', (_, entry, of, said) => {
    handOver(entry);
    expect(listOf(call(of))).toBe(said);
});

test('a call keeps the name that its campaign had, and follows its own list', () => {
    handOver();
    const id = call();
    org.update('Campaign', campaign, { Name: 'Winter check-up' });
    org.update('ConVox_Call__c', id, { Remarks__c: 'later' });
    expect(listOf(id)).toBe('Monsoon check-up (1001)');
    org.update('ConVox_Call__c', id, { List_ID__c: '1002' });
    expect(listOf(id)).toBe('1002');
    org.update('ConVox_Call__c', id, { List_ID__c: null });
    expect(listOf(id)).toBe(null);
});
