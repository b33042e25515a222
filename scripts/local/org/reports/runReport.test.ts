import { createReportDesk } from './deskReports.ts';
import type { ReportDesk } from './deskReports.ts';
import type { DeskReport } from './deskReportXml.ts';
import type { Group } from './groups.ts';
import type { ReportRun } from './runReport.ts';

let desk: ReportDesk;

/** Eight tickets of two teams: figures are worked out by hand below. */
function fill(): void {
    desk = createReportDesk();
    const [north, south] = [desk.team('North'), desk.team('South')];
    desk.save([
        { Team__c: north, State__c: 'Done', Minutes__c: 10, Urgent__c: true, Due_At__c: '2026-03-01T05:00:00.000Z' },
        { Team__c: north, State__c: 'Done', Minutes__c: 20, Urgent__c: false, Due_At__c: '2026-02-28T20:00:00.000Z' },
        { Team__c: north, State__c: 'New', Minutes__c: null, Urgent__c: false, Due_At__c: '2026-02-23T05:00:00.000Z' },
        { Team__c: south, State__c: 'New', Minutes__c: 6, Urgent__c: false, Due_At__c: '2026-02-22T05:00:00.000Z' },
        { Team__c: south, State__c: 'New', Minutes__c: 3, Urgent__c: false, Due_At__c: '2026-01-15T05:00:00.000Z' },
        { Team__c: south, State__c: 'Done', Minutes__c: 1.5, Urgent__c: false, Due_At__c: null },
        { Team__c: south, State__c: 'New', Minutes__c: 0, Urgent__c: true, Due_At__c: '2025-12-31T18:30:00.000Z' },
        { Team__c: null, State__c: 'New', Minutes__c: 9, Urgent__c: false, Due_At__c: '2026-03-02T05:00:00.000Z' }
    ]);
}

beforeEach(fill);

const outline = (groups: readonly Group[]): unknown[] =>
    groups.map(({ key, label, groups: inner }) =>
        inner.length === 0 ? `${key} ${label}` : [`${key} ${label}`, outline(inner)]
    );

function figures(run: ReportRun, key: string): Record<string, string> {
    const fact = run.facts.get(key);
    return Object.fromEntries(run.summaries.map(({ name }, index) => [name, fact?.summaries[index]?.label ?? '?']));
}

const keysOf = (run: ReportRun, key: string): unknown[] =>
    (run.facts.get(key)?.rows ?? []).map((row) => row.get('Ticket__c')?.['Key__c']);

test('a summary report groups, counts and sums up, with the grand total', () => {
    const run = desk.run({
        columns: ['Key__c', 'Minutes__c Sum Average Maximum Minimum Unique'],
        down: ['Team__c', 'State__c']
    });
    expect(outline(run.down)).toEqual([
        ['0 -', ['0_0 New!']],
        ['1 North', ['1_0 New!', '1_1 Done!']],
        ['2 South', ['2_0 New!', '2_1 Done!']]
    ]);
    const minutes = 'Ticket__c$Minutes__c';
    expect(figures(run, '1!T')).toEqual({
        [`s!${minutes}`]: '30.0',
        [`a!${minutes}`]: '15.0',
        [`x!${minutes}`]: '20.0',
        [`m!${minutes}`]: '10.0',
        [`u!${minutes}`]: '2',
        RowCount: '3'
    });
    expect(figures(run, '1_0!T')).toMatchObject({ [`s!${minutes}`]: '0.0', [`a!${minutes}`]: '-', RowCount: '1' });
    expect(figures(run, '2_0!T')).toMatchObject({ [`s!${minutes}`]: '9.0', [`a!${minutes}`]: '3.0', RowCount: '3' });
    expect(figures(run, 'T!T')).toMatchObject({ [`s!${minutes}`]: '49.5', [`a!${minutes}`]: '7.07', RowCount: '8' });
});

test('a matrix report has a fact for every row of groups and every column of groups', () => {
    const run = desk.run({ format: 'Matrix', columns: ['Minutes__c Sum'], down: ['Team__c'], across: ['State__c'] });
    expect(outline(run.across)).toEqual(['0 New!', '1 Done!']);
    expect([...run.facts.keys()]).toEqual([
        '0!0',
        '0!1',
        '0!T',
        '1!0',
        '1!1',
        '1!T',
        '2!0',
        '2!1',
        '2!T',
        'T!0',
        'T!1',
        'T!T'
    ]);
    expect(figures(run, '1!1')).toEqual({ 's!Ticket__c$Minutes__c': '30.0', RowCount: '2' });
    expect(figures(run, '0!1')).toEqual({ 's!Ticket__c$Minutes__c': '0.0', RowCount: '0' });
    expect(figures(run, 'T!0')).toEqual({ 's!Ticket__c$Minutes__c': '18.0', RowCount: '5' });
});

test('a tabular report shows its rows in order, no more than its limit', () => {
    const report: DeskReport = { format: 'Tabular', columns: ['Key__c', 'Minutes__c Sum'], sort: 'Minutes__c Desc' };
    expect(keysOf(desk.run(report), 'T!T')).toEqual(['K2', 'K1', 'K8', 'K4', 'K5', 'K6', 'K7', 'K3']);
    const limited = desk.run({ ...report, rowLimit: 3 });
    expect(keysOf(limited, 'T!T')).toEqual(['K2', 'K1', 'K8']);
    expect(figures(limited, 'T!T')).toEqual({ 's!Ticket__c$Minutes__c': '39.0', RowCount: '3' });
});

test('groups come in the order of a summary when the report says so', () => {
    expect(outline(desk.run({ down: ['Team__c Desc by RowCount'] }).down)).toEqual(['0 South', '1 North', '2 -']);
    const byFormula = desk.run({
        down: ['Team__c by FORMULA1'],
        formulas: ['number Ticket__c.Minutes__c:SUM / RowCount']
    });
    expect(outline(byFormula.down)).toEqual(['0 South', '1 -', '2 North']);
});

test('dates are grouped by the days, weeks and months of the user', () => {
    const days = (timeZone: string): unknown[] => outline(desk.run({ down: ['Due_At__c'] }, { timeZone }).down);
    expect(days('Asia/Kolkata')).toEqual([
        '0 -',
        '1 01/01/26',
        '2 15/01/26',
        '3 22/02/26',
        '4 23/02/26',
        '5 01/03/26',
        '6 02/03/26'
    ]);
    expect(days('UTC')[1]).toBe('1 31/12/25');
    expect(outline(desk.run({ down: ['Due_At__c Week'] }).down)).toEqual([
        '0 -',
        '1 28/12/25 - 03/01/26',
        '2 11/01/26 - 17/01/26',
        '3 22/02/26 - 28/02/26',
        '4 01/03/26 - 07/03/26'
    ]);
    expect(outline(desk.run({ down: ['Due_At__c Month'] }).down)).toEqual([
        '0 -',
        '1 January 2026',
        '2 February 2026',
        '3 March 2026'
    ]);
    expect(outline(desk.run({ down: ['Due_At__c Quarter'] }).down)).toEqual(['0 -', '1 Q1 CY2026']);
    expect(outline(desk.run({ down: ['Due_At__c Year'] }, { timeZone: 'UTC' }).down)).toEqual([
        '0 -',
        '1 2025',
        '2 2026'
    ]);
});

test.each([
    ['INTERVAL_TODAY', ['K1', 'K2']],
    ['INTERVAL_LAST7', ['K1', 'K2', 'K3', 'K4']],
    ['INTERVAL_NEXT7', ['K1', 'K2', 'K8']],
    ['INTERVAL_TOMORROW', ['K8']],
    ['INTERVAL_THISMONTH', ['K1', 'K2', 'K8']],
    ['INTERVAL_LASTMONTH', ['K3', 'K4']],
    ['INTERVAL_CURY', ['K1', 'K2', 'K3', 'K4', 'K5', 'K7', 'K8']],
    ['INTERVAL_CUSTOM', ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8']]
])('the time frame %s holds %j', (interval, keys) => {
    expect(keysOf(desk.run({ format: 'Tabular', interval, sort: 'Key__c Asc' }), 'T!T')).toEqual(keys);
});

test('formulas compute with the summaries of each group; percentages are hundredths', () => {
    const run = desk.run({
        columns: ['Minutes__c Sum'],
        down: ['Team__c'],
        formulas: [
            'percent Ticket__c.Minutes__c:SUM / 100',
            'number IF(Ticket__c.Minutes__c:MAX &gt; 15, 1, 0)',
            'number RowCount / (Ticket__c.Urgent__c:SUM - 1)'
        ]
    });
    expect(figures(run, '1!T')).toMatchObject({ FORMULA1: '30.0%', FORMULA2: '1.0', FORMULA3: '#Error!' });
    expect(figures(run, '2!T')).toMatchObject({ FORMULA1: '10.5%', FORMULA2: '0.0', FORMULA3: '#Error!' });
    expect(figures(run, 'T!T')).toMatchObject({ FORMULA1: '49.5%', FORMULA2: '1.0', FORMULA3: '8.0' });
    expect(run.facts.get('2!T')?.summaries[1]).toEqual({ value: 10.5, label: '10.5%' });
});

test('a formula field is summed up and filtered by like any other', () => {
    const run = desk.run({ columns: ['Hours__c Sum'], down: ['Team__c'], filters: ['Hours__c greaterThan 0.1'] });
    expect(outline(run.down)).toEqual(['0 -', '1 North']);
    expect(figures(run, '1!T')).toEqual({ 's!Ticket__c$Hours__c': '0.50', RowCount: '2' });
});

describe('joined objects', () => {
    const child = 'Ticket__c.Follow_Ups__r$';

    beforeEach(() => {
        const parents = desk.org.store.find({ object: 'Ticket__c' }).map((record) => String(record['Id']));
        desk.save([
            { Key__c: 'C1', Parent__c: parents[0] ?? null, Minutes__c: 4 },
            { Key__c: 'C2', Parent__c: parents[0] ?? null, Minutes__c: 5 },
            { Key__c: 'C3', Parent__c: parents[3] ?? null, Minutes__c: 7 }
        ]);
    });

    const rowsOf = (run: ReportRun): unknown[] =>
        (run.facts.get('T!T')?.rows ?? []).map((row) =>
            ['Ticket__c', 'Ticket__c.Follow_Ups__r'].map((table) => row.get(table)?.['Key__c'])
        );

    test('there is one row per child, and none for a parent without', () => {
        const run = desk.run({
            format: 'Tabular',
            type: 'Tickets_with_Follow_Ups',
            columns: ['Key__c', `${child}Minutes__c Sum`],
            sort: `${child}Key__c Desc`
        });
        expect(rowsOf(run)).toEqual([
            ['K4', 'C3'],
            ['K1', 'C2'],
            ['K1', 'C1']
        ]);
        expect(figures(run, 'T!T')).toEqual({ [`s!${child}Minutes__c`]: '16.0', RowCount: '3' });
    });

    test('an outer join keeps parents without children', () => {
        const run = desk.run({
            format: 'Tabular',
            type: 'Tickets_and_Follow_Ups',
            columns: [`${child}Minutes__c Sum`],
            filters: ['Key__c startsWith K'],
            sort: 'Key__c Asc'
        });
        expect(rowsOf(run)).toEqual([
            ['K1', 'C1'],
            ['K1', 'C2'],
            ['K2', undefined],
            ['K3', undefined],
            ['K4', 'C3'],
            ['K5', undefined],
            ['K6', undefined],
            ['K7', undefined],
            ['K8', undefined]
        ]);
    });

    test('filters and groups may be of either object', () => {
        const run = desk.run({
            type: 'Tickets_with_Follow_Ups',
            columns: [`${child}Minutes__c Average`],
            down: ['Team__c'],
            filters: [`${child}Minutes__c notEqual 5`, 'State__c equals Done']
        });
        expect(outline(run.down)).toEqual(['0 North']);
        expect(figures(run, '0!T')).toEqual({ [`a!${child}Minutes__c`]: '4.0', RowCount: '1' });
    });
});

test('a report without rows has a grand total of nothing', () => {
    const run = desk.run({
        columns: ['Minutes__c Sum Average'],
        down: ['Team__c'],
        filters: ['Minutes__c greaterThan 1000'],
        formulas: ['percent Ticket__c.Minutes__c:SUM / RowCount']
    });
    expect(run.down).toEqual([]);
    expect(figures(run, 'T!T')).toEqual({
        's!Ticket__c$Minutes__c': '0.0',
        'a!Ticket__c$Minutes__c': '-',
        FORMULA1: '-',
        RowCount: '0'
    });
});

describe('what the user may not read', () => {
    function without(field: string): ReportDesk['org']['schema'] {
        const objects = new Map(desk.org.schema.objects);
        const ticket = objects.get('Ticket__c');
        if (ticket) {
            objects.set('Ticket__c', {
                ...ticket,
                fields: new Map([...ticket.fields].filter(([name]) => name !== field))
            });
        }
        return { objects };
    }

    test('is left out of columns, summaries and formulas', () => {
        const run = desk.run(
            { columns: ['Key__c', 'Minutes__c Sum'], down: ['Team__c'], formulas: ['number Ticket__c.Minutes__c:SUM'] },
            { schema: without('Minutes__c') }
        );
        expect(run.columns.map(({ field }) => field)).toEqual(['Key__c']);
        expect(run.summaries.map(({ name }) => name)).toEqual(['RowCount']);
    });

    test.each<[string, DeskReport]>([
        ['a filter', { down: ['Team__c'], filters: ['Minutes__c greaterThan 5'] }],
        ['a grouping', { down: ['Minutes__c'] }],
        ['the order of the rows', { format: 'Tabular', sort: 'Minutes__c Asc' }]
    ])('is refused as %s', (_what, report) => {
        expect(() => desk.run(report, { schema: without('Minutes__c') })).toThrow(
            'Ticket__c$Minutes__c, which you may not read'
        );
    });

    test('cannot be the object itself', () => {
        expect(() => desk.run({ down: ['Team__c'] }, { schema: { objects: new Map() } })).toThrow(
            'report type Tickets'
        );
    });
});
