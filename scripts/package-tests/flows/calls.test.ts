import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

let org: PackageOrg;
let userId: string;
let count = 0;

beforeAll(async () => {
    org = await openPackageOrg();
    userId = org.admin.id;
    org.create('ConVox_Agent__c', {
        Name: 'Asha Verma',
        Agent_Code__c: 'AG_ASHA',
        User__c: userId,
        Is_Active__c: true
    });
});
afterAll(() => org.close());

function call(values: Record<string, string | number | null> = {}): string {
    count += 1;
    return org.create('ConVox_Call__c', { Call_Reference__c: `REF-${count}`, ...values });
}

test.each(['AG_ASHA', 'ag_asha'])('the agent of code %s is found whatever its case', (code) => {
    const id = call({ Agent_Code__c: code });
    expect(org.read('ConVox_Call__c', id)).toMatchObject({ Agent__c: userId, OwnerId: userId });
});

test('the user of an earlier agent does not stay on a call whose agent nobody mapped', () => {
    const id = call({ Agent_Code__c: 'AG_ASHA' });
    org.update('ConVox_Call__c', id, { Agent_Code__c: 'AG_NOBODY' });
    expect(org.read('ConVox_Call__c', id)['Agent__c']).toBeNull();
});

test('an agent that nobody mapped leaves the call without an agent', () => {
    const id = call({ Agent_Code__c: 'AG_NOBODY' });
    expect(org.read('ConVox_Call__c', id)['Agent__c']).toBeNull();
});

test.each([
    ['In Progress', 'Ended', 'Ended'],
    ['In Progress', 'Disposed', 'Disposed'],
    ['In Progress', 'Not Connected', 'Not Connected'],
    ['Ended', 'Disposed', 'Disposed'],
    ['Ended', 'In Progress', 'Ended'],
    ['Disposed', 'Ended', 'Disposed'],
    ['Disposed', 'In Progress', 'Disposed'],
    ['Not Connected', 'In Progress', 'Not Connected'],
    ['Not Connected', 'Ended', 'Ended'],
    ['Ended', 'Not Connected', 'Ended']
])('a call that is %s and is told %s is %s', (before, told, after) => {
    const id = call({ Status__c: before });
    org.update('ConVox_Call__c', id, { Status__c: told });
    expect(org.read('ConVox_Call__c', id)['Status__c']).toBe(after);
});

describe('linking the customer', () => {
    test.each([
        ['Contact', { LastName: 'One', Phone: '98765 00001' }, 'Contact__c'],
        ['Contact', { LastName: 'Mobile', MobilePhone: '+91 98765 00002' }, 'Contact__c'],
        ['Lead', { LastName: 'Lead', Company: 'Sunrise', MobilePhone: '098765 00003' }, 'Lead__c'],
        ['Account', { Name: 'Sunrise', Phone: '98765-00004' }, 'Account__c']
    ])('the only %s with the number, %j, is linked with a reason', (object, values, lookup) => {
        const customer = org.create(object, values);
        const number = 'Phone' in values ? values.Phone : values.MobilePhone;
        const linked = org.read('ConVox_Call__c', call({ Customer_Number__c: number ?? '' }));
        expect(linked[lookup]).toBe(customer);
        expect(linked['Match_Reason__c']).toBeTruthy();
    });

    test('several contacts with the number are left to the agent', () => {
        org.create('Contact', { LastName: 'First', Phone: '9876500005' });
        org.create('Contact', { LastName: 'Second', Phone: '9876500005' });
        expect(org.read('ConVox_Call__c', call({ Customer_Number__c: '9876500005' }))['Contact__c']).toBeNull();
    });

    test('a customer that somebody chose stays', () => {
        org.create('Contact', { LastName: 'Fits', Phone: '9876500006' });
        const chosen = org.create('Contact', { LastName: 'Chosen' });
        const id = call({ Customer_Number__c: '9876500006', Contact__c: chosen });
        expect(org.read('ConVox_Call__c', id)['Contact__c']).toBe(chosen);
    });

    test('a call without a number is linked to nobody', () => {
        org.create('Contact', { LastName: 'No number' });
        expect(org.read('ConVox_Call__c', call())['Contact__c']).toBeNull();
    });

    test('200 calls pushed together are linked within the limits of one transaction', () => {
        const contacts = Array.from({ length: 200 }, (_unused, index) => ({
            LastName: `Bulk ${index}`,
            Phone: `98761${String(index).padStart(5, '0')}`
        }));
        org.store.create('Contact', contacts, org.admin);
        const calls = contacts.map(({ Phone }, index) => ({
            Call_Reference__c: `BULK-${index}`,
            Customer_Number__c: Phone
        }));
        const results = org.store.upsert('ConVox_Call__c', 'Call_Reference__c', calls, org.admin);
        expect(results.filter(({ success }) => !success)).toEqual([]);
        const linked = org.store.count({
            object: 'ConVox_Call__c',
            where: {
                all: [
                    { field: 'Call_Reference__c', operator: 'startsWith', value: 'BULK-' },
                    { field: 'Contact__c', operator: 'ne', value: null }
                ]
            }
        });
        expect(linked).toBe(200);
    });
});

describe('follow-ups', () => {
    const followUpsOf = (callId: string) =>
        org.store.find({
            object: 'ConVox_Follow_Up__c',
            where: { field: 'Origin_Call__c', operator: 'eq', value: callId }
        });

    test('a call with a follow-up opens one, and a new time moves it', () => {
        const id = call({
            Customer_Number__c: '9876500007',
            Agent_Code__c: 'AG_ASHA',
            Follow_Up_At__c: '2026-03-03T09:00:00.000Z'
        });
        expect(followUpsOf(id)).toMatchObject([
            {
                Due_At__c: '2026-03-03T09:00:00.000Z',
                State__c: 'Open',
                Phone_Key__c: '9876500007',
                Agent_Code__c: 'AG_ASHA',
                Agent__c: userId
            }
        ]);
        org.update('ConVox_Call__c', id, { Follow_Up_At__c: '2026-03-04T09:00:00.000Z' });
        org.update('ConVox_Call__c', id, { Remarks__c: 'nothing new' });
        expect(followUpsOf(id)).toMatchObject([{ Due_At__c: '2026-03-04T09:00:00.000Z', State__c: 'Open' }]);
    });

    test('a call without a follow-up opens none', () => {
        expect(followUpsOf(call())).toEqual([]);
    });
});
