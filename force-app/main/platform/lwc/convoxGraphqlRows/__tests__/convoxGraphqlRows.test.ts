import { countOf, isSet, numberOf, rowsOf, shownText, textOf } from 'c/convoxGraphqlRows';

const node = {
    Id: 'a01000000000001AAA',
    Name: { value: 'CALL-00000001' },
    Status__c: { value: 'Disposed', displayValue: 'पूरा' },
    Talk__c: { value: 75, displayValue: null },
    Is_Active__c: { value: true },
    Notes__c: { value: null },
    Server__r: { Id: 'a02000000000001AAA', Command_Route__c: { value: 'Direct', displayValue: 'Direct' } },
    Agent__r: null
};
const answer = (edges: unknown): unknown => ({ uiapi: { query: { ConVox_Call__c: { edges } } } });

test('flattens a node, its lookups and what Salesforce shows', () => {
    const [row] = rowsOf(answer([{ node }]), 'ConVox_Call__c');
    expect(textOf(row, 'Id')).toBe('a01000000000001AAA');
    expect(textOf(row, 'Status__c')).toBe('Disposed');
    expect(shownText(row, 'Status__c')).toBe('पूरा');
    expect(shownText(row, 'Name')).toBe('CALL-00000001');
    expect(numberOf(row, 'Talk__c')).toBe(75);
    expect(isSet(row, 'Is_Active__c')).toBe(true);
    expect(textOf(row, 'Notes__c')).toBe('');
    expect(textOf(row, 'Server__r.Id')).toBe('a02000000000001AAA');
    expect(textOf(row, 'Server__r.Command_Route__c')).toBe('Direct');
    expect(textOf(row, 'Agent__r.Name')).toBe('');
});

test('keeps the order of the answer', () => {
    const rows = rowsOf(answer([{ node: { Id: '2' } }, { node: { Id: '1' } }]), 'ConVox_Call__c');
    expect(rows.map((row) => textOf(row, 'Id'))).toEqual(['2', '1']);
});

test.each([
    ['no data', undefined],
    ['another object', { uiapi: { query: { Contact: { edges: [{ node }] } } } }],
    ['edges that are no list', answer({})],
    ['nothing of the kind', 'text']
])('%s gives no rows', (_name, data) => {
    expect(rowsOf(data, 'ConVox_Call__c')).toEqual([]);
});

test('a row that is not there has no values', () => {
    expect(textOf(undefined, 'Id')).toBe('');
    expect(numberOf(undefined, 'Talk__c')).toBeUndefined();
    expect(isSet(undefined, 'Is_Active__c')).toBe(false);
});

test('counts rows also beyond those of the answer', () => {
    const data = { uiapi: { query: { Contact: { totalCount: 12, edges: [] }, Lead: { edges: [] } } } };
    expect(['Contact', 'Lead', 'Account'].map((object) => countOf(data, object))).toEqual([12, 0, 0]);
});
