import type { ListView } from '../../composition.ts';
import { listViewColumns, listViewCondition } from './listView.ts';
import { objectWith } from './testObject.ts';

const info = objectWith({
    Name: 'String',
    Status__c: 'Picklist',
    Seconds__c: 'Double',
    Active__c: 'Boolean',
    CreatedDate: 'DateTime',
    OwnerId: 'Reference'
});

function view(filters: ListView['filters'], changes: Partial<ListView> = {}): ListView {
    return { name: 'View', label: 'View', columns: [], filters, mine: false, ...changes };
}

test.each<[string, ListView, string]>([
    ['no filter shows everything', view([]), ''],
    ['text', view([{ field: 'Status__c', operation: 'equals', value: 'Open' }]), "Status__c = 'Open'"],
    [
        'several values',
        view([{ field: 'Status__c', operation: 'equals', value: 'Open, Late' }]),
        "Status__c IN ('Open', 'Late')"
    ],
    ['an empty field', view([{ field: 'Status__c', operation: 'equals', value: '' }]), 'Status__c = null'],
    ['a field that is filled', view([{ field: 'Seconds__c', operation: 'notEqual', value: '' }]), 'Seconds__c != null'],
    ['a number', view([{ field: 'Seconds__c', operation: 'greaterThan', value: '60' }]), 'Seconds__c > 60'],
    ['a checkbox', view([{ field: 'Active__c', operation: 'equals', value: '1' }]), 'Active__c = true'],
    [
        'a relative date',
        view([{ field: 'CREATED_DATE', operation: 'equals', value: 'LAST_N_DAYS:7' }]),
        'CreatedDate = LAST_N_DAYS:7'
    ],
    ['a quote', view([{ field: 'NAME', operation: 'contains', value: "O'Neil" }]), "Name LIKE '%O\\'Neil%'"],
    [
        'conditions that are combined',
        view(
            [
                { field: 'Active__c', operation: 'equals', value: '1' },
                { field: 'Seconds__c', operation: 'equals', value: '' },
                { field: 'Seconds__c', operation: 'lessThan', value: '5' }
            ],
            { logic: '1 AND (2 OR 3)', mine: true }
        ),
        "OwnerId = '005' AND (Active__c = true AND (Seconds__c = null OR Seconds__c < 5))"
    ],
    ["the user's own records", view([], { mine: true }), "OwnerId = '005'"]
])('a list view filters by %s', (_name, given, condition) => {
    expect(listViewCondition(info, given, '005')).toBe(condition);
});

test('a filter that the console does not know is refused by name', () => {
    const unknown = view([{ field: 'NAME', operation: 'within', value: 'x' }]);
    expect(() => listViewCondition(info, unknown, '005')).toThrow('within');
});

test.each<[string, readonly string[], string[]]>([
    ['its own columns, the name first', ['Status__c', 'NAME'], ['Name', 'Status__c']],
    ['the compact layout when it names none', [], ['Name', 'Seconds__c', 'Active__c']],
    ['only fields that the org has', ['NAME', 'Gone__c', 'Status__c', 'Active__c'], ['Name', 'Status__c', 'Active__c']]
])('a list view shows %s', (_name, columns, shown) => {
    const compact = ['Name', 'Seconds__c', 'Active__c'];
    expect(listViewColumns(info, view([], { columns }), compact).slice(0, shown.length)).toEqual(shown);
});
