import { createDeskOrg } from '../testing/deskOrg.ts';
import { at } from '../testing/testOrg.ts';
import { describeQuery } from './columnMetadata.ts';
import { runSoql } from './runSoql.ts';

const org = createDeskOrg();

beforeAll(() => {
    const { store, admin } = org;
    const [team] = store.create('Team__c', [{ Code__c: 'A', Name: 'North' }], admin);
    const [contact] = store.create('Contact', [{ FirstName: 'Priya', LastName: "O'Nair" }], admin);
    const teamId = team?.success ? team.id : null;
    const contactId = contact?.success ? contact.id : null;
    store.create(
        'Ticket__c',
        [
            { Key__c: 'one', Minutes__c: 5, Team__c: teamId, Contact__c: contactId, Due_At__c: '2026-03-01T20:00:00Z' },
            { Key__c: 'two', Minutes__c: 10, State__c: 'Done', Contact__c: contactId, Urgent__c: false },
            { Key__c: 'three', State__c: 'Done', Due_On__c: '2026-03-01' }
        ],
        admin
    );
    const gone = store.create('Ticket__c', [{ Key__c: 'gone' }], admin)[0];
    store.delete('Ticket__c', gone?.success ? [gone.id] : [], admin);
});

function run(soql: string, includeDeleted = false) {
    const today = { now: new Date('2026-03-01T21:00:00Z'), timeZone: 'Asia/Kolkata' };
    return runSoql({ schema: org.schema, store: org.store, today, includeDeleted }, soql);
}

function keys(where: string): unknown[] {
    return run(`SELECT Key__c FROM Ticket__c WHERE ${where} ORDER BY Name`).records.map((record) =>
        at(record, 'Key__c')
    );
}

test.each([
    ["Key__c = 'one'", ['one']],
    ["Contact__r.LastName = 'O\\'Nair'", ['one', 'two']],
    ["Key__c LIKE 't%'", ['two', 'three']],
    ["Key__c LIKE 't\\_%'", []],
    ["Key__c IN ('one', 'three')", ['one', 'three']],
    ["Key__c NOT IN ('one', 'three')", ['two']],
    ['Minutes__c = null', ['three']],
    ['Minutes__c >= 5 AND Minutes__c < 10.0', ['one']],
    ["(Minutes__c = 5 OR State__c = 'Done') AND Urgent__c = true", ['one', 'three']],
    ["NOT (State__c = 'Done' OR Minutes__c = 5)", []],
    ["NOT State__c = 'Done'", ['one']],
    ["((Key__c = 'one')) OR (NOT (Urgent__c = true))", ['one', 'two']],
    ['Due_At__c = TODAY', ['one']],
    ['Due_At__c > 2026-03-01T10:00:00Z', ['one']],
    ['Due_On__c = YESTERDAY', ['three']],
    ['Due_On__c = LAST_N_DAYS:3', ['three']],
    ['Due_On__c < 2026-03-02', ['three']],
    ["Contact__c IN (SELECT Id FROM Contact WHERE FirstName = 'Priya')", ['one', 'two']],
    ['Contact__c NOT IN (SELECT Id FROM Contact)', ['three']]
])('WHERE %s finds %j', (where, expected) => {
    expect(keys(where)).toEqual(expected);
});

test('fields of parents come as nested records, blank parents as null', () => {
    const { records } = run(
        "SELECT Key__c, Contact__r.Name, Team__r.Owner.Name FROM Ticket__c WHERE Key__c IN ('one', 'two') ORDER BY Name"
    );

    expect(records).toMatchObject([
        {
            attributes: { type: 'Ticket__c' },
            Key__c: 'one',
            Contact__r: { attributes: { type: 'Contact' }, Name: "Priya O'Nair" },
            Team__r: { Owner: { attributes: { type: 'User' }, Name: 'Meera Iyer' } }
        },
        { Key__c: 'two', Team__r: null }
    ]);
});

test('child rows come as a nested result, no rows as null', () => {
    const { records } = run("SELECT Name, (SELECT Key__c FROM Tickets__r WHERE State__c = 'Done') FROM Contact");

    expect(records).toMatchObject([{ Tickets__r: { totalSize: 1, done: true, records: [{ Key__c: 'two' }] } }]);
    expect(run("SELECT (SELECT Id FROM Tickets__r WHERE Key__c = 'x') FROM Contact").records).toMatchObject([
        { Tickets__r: null }
    ]);
});

test('LIMIT, OFFSET and ORDER BY apply', () => {
    const { records, totalSize } = run(
        'SELECT Key__c FROM Ticket__c ORDER BY Minutes__c DESC NULLS LAST LIMIT 1 OFFSET 1'
    );

    expect(totalSize).toBe(1);
    expect(records).toMatchObject([{ Key__c: 'one' }]);
});

test('COUNT() has a size and no records', () => {
    expect(run('SELECT COUNT() FROM Ticket__c')).toEqual({ totalSize: 3, records: [] });
    expect(run('SELECT COUNT() FROM Ticket__c', true).totalSize).toBe(4);
});

test('aggregates are grouped, named and ordered', () => {
    const { records } = run(
        'SELECT State__c, COUNT(Id) total, SUM(Minutes__c), MAX(Minutes__c) longest FROM Ticket__c GROUP BY State__c ORDER BY COUNT(Id) DESC'
    );

    expect(records).toEqual([
        { attributes: { type: 'AggregateResult' }, State__c: 'Done', total: 2, expr0: 10, longest: 10 },
        { attributes: { type: 'AggregateResult' }, State__c: 'New', total: 1, expr0: 5, longest: 5 }
    ]);
    expect(run('SELECT AVG(Minutes__c) mean, COUNT_DISTINCT(Contact__c) callers FROM Ticket__c').records).toMatchObject(
        [{ mean: 7.5, callers: 1 }]
    );
    expect(
        run('SELECT Contact__r.Name who, COUNT(Id) n FROM Ticket__c GROUP BY Contact__r.Name ORDER BY Contact__r.Name')
            .records
    ).toMatchObject([
        { who: null, n: 1 },
        { who: "Priya O'Nair", n: 2 }
    ]);
});

test('FIELDS(ALL) needs a LIMIT', () => {
    const [record] = run('SELECT FIELDS(ALL) FROM Ticket__c LIMIT 1').records;

    expect(record).toMatchObject({ Hours__c: expect.closeTo(5 / 60, 10), CreatedDate: '2026-03-01T10:00:00.000+0000' });
    expect(() => run('SELECT FIELDS(ALL) FROM Ticket__c')).toThrow('LIMIT');
});

test.each([
    ['SELECT Id FROM', 'Expecting'],
    ['SELECT Gone__c FROM Ticket__c', "No such column 'Gone__c'"],
    ['SELECT Gone__r.Name FROM Ticket__c', "relationship 'Gone__r'"],
    ['SELECT Id FROM Gone__c', "'Gone__c' is not supported"],
    ["SELECT Id FROM Ticket__c WHERE Minutes__c = '5'", 'should not be enclosed in quotes'],
    ['SELECT Id FROM Ticket__c WHERE Key__c = 5', 'should be enclosed in quotes'],
    ['SELECT Id FROM Ticket__c WHERE Due_At__c = 2026-03-01', 'must be of type DateTime'],
    ["SELECT Id FROM Ticket__c WHERE Key__c = 'a' AND Key__c = 'b' OR Key__c = 'c'", 'parentheses'],
    ['SELECT Id FROM Ticket__c WHERE CALENDAR_YEAR(CreatedDate) = 2026', 'CALENDAR_YEAR(CreatedDate)'],
    ['SELECT toLabel(State__c) FROM Ticket__c', 'toLabel(State__c)'],
    ['SELECT TYPEOF Owner WHEN User THEN Name END FROM Ticket__c', 'TYPEOF'],
    ['SELECT State__c, COUNT(Id) FROM Ticket__c GROUP BY State__c HAVING COUNT(Id) > 1', 'HAVING'],
    ['SELECT Key__c, COUNT(Id) FROM Ticket__c GROUP BY State__c', 'Key__c'],
    ['SELECT Id FROM Ticket__c FOR UPDATE', 'FOR'],
    ['SELECT Id FROM Ticket__c WITH SECURITY_ENFORCED', 'SECURITY_ENFORCED'],
    ['SELECT (SELECT Id FROM Nothing__r) FROM Ticket__c', "relationship 'Nothing__r'"],
    ['SELECT Id FROM Ticket__c WHERE Due_At__c = THIS_FISCAL_QUARTER', 'THIS_FISCAL_QUARTER']
])('%s is refused in words', (soql, message) => {
    expect(() => run(soql)).toThrow(message);
});

test.each([
    ['SELECT COUNT() FROM Ticket__c', 3],
    ['SELECT COUNT() FROM Ticket__c LIMIT 2', 2]
])('%s counts %d', (soql, total) => {
    expect(run(soql)).toEqual({ records: [], totalSize: total });
});

test('aggregates write points in time as rows do', () => {
    expect(run('SELECT MIN(Due_At__c) earliest, COUNT(Id) total FROM Ticket__c').records).toMatchObject([
        { earliest: '2026-03-01T20:00:00.000+0000', total: 3 }
    ]);
});

test.each([
    ['SELECT Notes__c FROM Ticket__c GROUP BY Notes__c', 'can not be grouped'],
    ['SELECT Due_At__c FROM Ticket__c GROUP BY Due_At__c', 'can not be grouped'],
    ['SELECT Id, Id FROM Ticket__c', 'duplicate field selected'],
    ['SELECT Id FROM Ticket__c OFFSET 2001', 'Maximum SOQL offset'],
    ['SELECT SUM(Key__c) FROM Ticket__c', 'aggregate operator SUM'],
    ['SELECT MAX(Urgent__c) FROM Ticket__c', 'aggregate operator MAX'],
    ['SELECT MAX(Due_At__c) FROM Ticket__c LIMIT 1', 'cannot also use LIMIT'],
    ['SELECT COUNT() FROM Ticket__c ORDER BY Key__c', 'COUNT() takes neither'],
    ['SELECT COUNT() FROM Ticket__c GROUP BY Key__c', 'COUNT() takes neither']
])('%s is refused as the platform refuses it', (soql, words) => {
    expect(() => run(soql)).toThrow(words);
});

test('a query that asks for its columns is described instead of run', () => {
    const soql = 'SELECT Key__c, Team__r.Name, COUNT(Id) rows FROM Ticket__c GROUP BY Key__c';
    const described = describeQuery(org.schema, soql);
    expect(described).toMatchObject({
        entityName: 'Ticket__c',
        columnMetadata: [
            { columnName: 'Key__c', textType: true, joinColumns: [] },
            { columnName: 'Team__r', joinColumns: [{ columnName: 'Name' }] },
            { columnName: 'rows', displayName: 'count', aggregate: true, joinColumns: [] }
        ]
    });
});
