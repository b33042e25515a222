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
    return org.create('ConVox_Call__c', row(minutes, values));
}

function row(minutes: number, values: object = {}) {
    made += 1;
    return {
        Call_Reference__c: `A-${made}`,
        Direction__c: 'Outbound',
        Status__c: 'Not Connected',
        Customer_Number__c: '9876500001',
        List_ID__c: 'WARM',
        Started_At__c: new Date(START + minutes * 60_000).toISOString(),
        ...values
    };
}

/** Calls that are reported in one request; what is odd about each, by the minutes at which it began. */
function together(...calls: readonly (readonly [minutes: number, values?: object])[]): string[] {
    const results = org.store.create(
        'ConVox_Call__c',
        calls.map(([minutes, values]) => row(minutes, values)),
        org.admin
    );
    return results.map((result) => (result.success ? result.id : JSON.stringify(result.errors)));
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

test.each([
    ['in order', [[10], [20], [30]], [1, 2, 3]],
    ['in any order', [[30], [10], [20]], [3, 1, 2]],
    [
        'in the same moment, by their references',
        [[10, { Call_Reference__c: 'Z' }], [10, { Call_Reference__c: 'B' }], [5]],
        [3, 2, 1]
    ],
    [
        'to several processes',
        [[10], [20, { Process_Name__c: 'SALES' }], [30], [40, { Process_Name__c: 'SALES' }]],
        [1, 1, 2, 2]
    ],
    [
        'to a process in other letters',
        [
            [10, { Process_Name__c: 'sales' }],
            [20, { Process_Name__c: 'SALES' }]
        ],
        [1, 2]
    ],
    ['to several numbers', [[10], [20, { Customer_Number__c: '9876500002' }], [30]], [1, 1, 2]],
    [
        'without a number',
        [[10, { Customer_Number__c: null }], [20], [30, { Customer_Number__c: null }]],
        [null, 1, null]
    ],
    ['in either direction', [[10], [20, { Direction__c: 'Inbound' }], [30]], [1, null, 2]]
] as const)('calls that are reported together, %s, are numbered', (_what, calls, expected) => {
    expect(together(...calls).map(attempt)).toEqual(expected);
});

test('calls that are reported together and late are numbered among those before and after them', () => {
    const [first, later, last] = together([0], [30], [60]);
    const late = together([40], [10], [20], [70]);
    const all = [first, ...late, later, last].map((id) => attempt(id ?? ''));
    expect(all).toEqual([1, 5, 2, 3, 7, 4, 6]);
});

test('numbers go on where earlier calls have been deleted', () => {
    const [first, second] = together([0], [10], [20]);
    org.store.delete('ConVox_Call__c', [first ?? '', second ?? ''], org.admin);
    expect(attempt(call(30))).toBe(4);
});

test('a full batch of calls to one number stays within the limits of a transaction', () => {
    const calls = Array.from({ length: 200 }, (_value, minute) => [minute] as const);
    expect(together(...calls).map(attempt)).toEqual(calls.map(([minute]) => minute + 1));
});

test('a call whose number cannot be written is saved and flagged once, and is numbered at its next save', async () => {
    org.close();
    const rule = {
        name: 'No_numbers_today',
        condition: 'AND(Attempt__c > 0, ISBLANK(Remarks__c))',
        message: 'No numbers today',
        field: undefined
    };
    org = await openPackageOrg({ ownRules: { ConVox_Call__c: [rule] } });
    const id = call(0);
    org.update('ConVox_Call__c', id, { Station__c: '2001' });
    expect(org.read('ConVox_Call__c', id)).toMatchObject({ Attempt__c: 0, Data_Quality__c: 'attemptsNotCounted' });
    org.update('ConVox_Call__c', id, { Remarks__c: 'Tomorrow' });
    expect(attempt(id)).toBe(1);
});
