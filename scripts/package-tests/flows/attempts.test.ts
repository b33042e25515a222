import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

const START = Date.parse('2026-03-02T10:00:00.000Z');

let org: PackageOrg;

beforeEach(async () => {
    org = await openPackageOrg();
});
afterEach(() => org.close());

let made = 0;

function call(minutes: number, values: object = {}): string {
    made += 1;
    return org.create('ConVox_Call__c', {
        Call_Reference__c: `A-${made}`,
        Direction__c: 'Outbound',
        Status__c: 'Not Connected',
        Customer_Number__c: '9876500001',
        List_ID__c: 'WARM',
        Started_At__c: new Date(START + minutes * 60_000).toISOString(),
        ...values
    });
}

const attempt = (id: string): unknown => org.read('ConVox_Call__c', id)['Attempt__c'];

test('calls of a list to a number are counted one after the other, however the number is written', () => {
    const numbers = ['9876500001', '+91 98765 00001', '09876500001'];
    expect(numbers.map((number, index) => attempt(call(index, { Customer_Number__c: number })))).toEqual([1, 2, 3]);
});

test.each([
    ['another list', { List_ID__c: 'COLD' }, 1],
    ['a list of that name at another server', { Process_Name__c: 'austin:SALES' }, 1],
    ['another number', { Customer_Number__c: '9876500002' }, 1],
    ['no list', { List_ID__c: null }, null],
    ['a customer who calls', { Direction__c: 'Inbound' }, null],
    ['a number that has no key', { Customer_Number__c: 'anonymous' }, null],
    ['a call that has not been reported', { Started_At__c: null }, null],
    ['an earlier moment', { Started_At__c: '2026-03-01T10:00:00.000Z' }, 1]
])('after a first attempt, a call with %s is counted apart', (_what, values, expected) => {
    call(0);
    expect(attempt(call(5, values))).toBe(expected);
});

test('calls that are reported late count on those after them', () => {
    const minutes = [30, 20, 40, 10];
    const calls = new Map(minutes.map((minute) => [minute, call(minute)]));
    expect([...calls].map(([minute, id]) => [minute, attempt(id)])).toEqual([
        [30, 3],
        [20, 2],
        [40, 4],
        [10, 1]
    ]);
});

test('an attempt is counted when ConVox tells its list, and stays what it is whatever is noted later', () => {
    call(0);
    const dialled = call(5, { List_ID__c: null, Started_At__c: null });
    org.update('ConVox_Call__c', dialled, { List_ID__c: 'WARM', Started_At__c: '2026-03-02T10:05:00.000Z' });
    expect(attempt(dialled)).toBe(2);
    org.update('ConVox_Call__c', dialled, { Remarks__c: 'Said yes', Status__c: 'Ended' });
    expect(attempt(dialled)).toBe(2);
});

test('a call whose start is corrected is counted anew, without itself', () => {
    call(0);
    const second = call(5);
    org.update('ConVox_Call__c', second, { Started_At__c: '2026-03-02T10:06:00.000Z' });
    expect(attempt(second)).toBe(2);
});
