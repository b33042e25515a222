import type { Condition } from '../records.ts';
import { createDeskOrg } from '../testing/deskOrg.ts';

const { store, admin } = createDeskOrg();

beforeAll(() => {
    const [team] = store.create('Team__c', [{ Code__c: 'A', Name: 'North' }], admin);
    store.create(
        'Ticket__c',
        [
            { Key__c: 'one', Subject__c: 'Door 50%', Minutes__c: 5, Team__c: team?.success ? team.id : null },
            {
                Key__c: 'two',
                Subject__c: 'door_key',
                Minutes__c: 10,
                State__c: 'Done',
                Due_At__c: '2026-03-02T00:00:00Z'
            },
            { Key__c: 'three', Urgent__c: false, Due_On__c: '2026-03-05' }
        ],
        admin
    );
});

function keys(where: Condition): unknown[] {
    return store.find({ object: 'Ticket__c', where, orderBy: [{ field: 'Name' }] }).map((record) => record['Key__c']);
}

test.each<[string, Condition, string[]]>([
    ['text compares without case', { field: 'Subject__c', operator: 'eq', value: 'DOOR 50%' }, ['one']],
    ['a case-sensitive field with case', { field: 'Key__c', operator: 'eq', value: 'ONE' }, []],
    ['blank equals null and the empty text', { field: 'Subject__c', operator: 'eq', value: '' }, ['three']],
    ['not equal finds blank fields too', { field: 'Subject__c', operator: 'ne', value: 'Door 50%' }, ['two', 'three']],
    ['comparing skips blank fields', { field: 'Minutes__c', operator: 'lt', value: 10 }, ['one']],
    ['in', { field: 'Key__c', operator: 'in', value: ['one', 'three', 'four'] }, ['one', 'three']],
    ['in an empty list', { field: 'Key__c', operator: 'in', value: [] }, []],
    ['in with a blank', { field: 'Subject__c', operator: 'in', value: ['door_key', null] }, ['two', 'three']],
    ['not in finds blank fields', { field: 'Subject__c', operator: 'nin', value: ['door_key'] }, ['one', 'three']],
    ['like', { field: 'Subject__c', operator: 'like', value: 'door%' }, ['one', 'two']],
    ['like with an escaped wildcard', { field: 'Subject__c', operator: 'like', value: String.raw`%50\%` }, ['one']],
    ['contains takes wildcards literally', { field: 'Subject__c', operator: 'contains', value: 'r_k' }, ['two']],
    ['starts with', { field: 'Subject__c', operator: 'startsWith', value: 'DOOR ' }, ['one']],
    ['ends with', { field: 'Subject__c', operator: 'endsWith', value: 'key' }, ['two']],
    ['checkbox', { field: 'Urgent__c', operator: 'eq', value: false }, ['three']],
    ['date-times in any zone', { field: 'Due_At__c', operator: 'lte', value: '2026-03-02T05:30:00+05:30' }, ['two']],
    ['dates', { field: 'Due_On__c', operator: 'gt', value: '2026-03-04' }, ['three']],
    ['a parent', { field: 'Team__r.Name', operator: 'eq', value: 'north' }, ['one']],
    [
        'a blank parent is not equal to anything',
        { field: 'Team__r.Name', operator: 'ne', value: 'north' },
        ['two', 'three']
    ],
    ['a formula field', { field: 'Hours__c', operator: 'eq', value: '0' }, ['three']],
    [
        'a formula field beside what has a column',
        {
            all: [
                { field: 'Hours__c', operator: 'eq', value: 0 },
                { field: 'Key__c', operator: 'ne', value: 'three' }
            ]
        },
        []
    ],
    ['the owner', { field: 'Owner.Alias', operator: 'eq', value: 'admin' }, ['one', 'two', 'three']],
    ['not turns unknown into true', { not: { field: 'Minutes__c', operator: 'gt', value: 5 } }, ['one', 'three']],
    ['nothing in all is true', { all: [] }, ['one', 'two', 'three']],
    ['nothing in any is false', { any: [] }, []],
    [
        'all and any nest',
        {
            all: [
                {
                    any: [
                        { field: 'Key__c', operator: 'eq', value: 'one' },
                        { field: 'State__c', operator: 'eq', value: 'Done' }
                    ]
                },
                { field: 'Minutes__c', operator: 'gte', value: 10 }
            ]
        },
        ['two']
    ]
])('%s', (_what, where, expected) => {
    expect(keys(where)).toEqual(expected);
});

test.each([
    ['Gone__c', 'eq', 'x', "No such column 'Gone__c'"],
    ['Gone__r.Name', 'eq', 'x', "relationship 'Gone__r'"],
    ['Notes__c', 'eq', 'x', 'can not be filtered'],
    ['Hours__c', 'gt', 1, 'formula field Hours__c'],
    ['Minutes__c', 'like', '1%', 'like cannot be used on Minutes__c'],
    ['Minutes__c', 'eq', 'many', 'Minutes__c'],
    ['Team__c', 'eq', 'north', 'Team__c']
] as const)('a condition on %s %s %j is refused by name', (field, operator, value, message) => {
    expect(() => keys({ field, operator, value })).toThrow(message);
});

test('of rows that a formula field finds a page is read, and all are counted', () => {
    const where: Condition = { field: 'Hours__c', operator: 'eq', value: 0 };
    const question = { object: 'Ticket__c', where } as const;
    expect(store.find({ ...question, fields: ['Key__c'], offset: 1 })).toEqual([]);
    expect(store.find({ ...question, fields: ['Key__c'], limit: 1 })).toMatchObject([{ Key__c: 'three' }]);
    expect(store.count(question)).toBe(1);
});

test.each([
    [[{ field: 'Minutes__c' }], ['three', 'one', 'two']],
    [[{ field: 'Minutes__c', descending: true }], ['three', 'two', 'one']],
    [[{ field: 'Minutes__c', nullsLast: true }], ['one', 'two', 'three']],
    [
        [{ field: 'Urgent__c' }, { field: 'Minutes__c', descending: true }],
        ['three', 'two', 'one']
    ],
    [
        [{ field: 'Team__r.Name', descending: true, nullsLast: true }, { field: 'Key__c' }],
        ['one', 'three', 'two']
    ]
])('rows come in the order of %j', (orderBy, expected) => {
    expect(store.find({ object: 'Ticket__c', orderBy }).map((record) => record['Key__c'])).toEqual(expected);
});
