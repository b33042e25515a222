import { createReportDesk } from './deskReports.ts';
import type { ReportDesk } from './deskReports.ts';

let desk: ReportDesk;

beforeAll(() => {
    desk = createReportDesk();
    const team = desk.team('North, East');
    desk.save([
        {
            Subject__c: 'Fan broken',
            State__c: 'New',
            Minutes__c: 5,
            Urgent__c: true,
            Due_At__c: '2026-03-01T05:00:00.000Z',
            Due_On__c: '2026-03-01',
            Team__c: team
        },
        {
            Subject__c: 'fan noisy',
            State__c: 'Done',
            Minutes__c: 15,
            Urgent__c: false,
            Due_At__c: '2026-02-28T18:29:00.000Z',
            Due_On__c: '2026-02-28'
        },
        {
            Subject__c: 'Oven',
            State__c: 'Done',
            Minutes__c: 10,
            Urgent__c: false,
            Due_At__c: '2026-03-01T18:30:00.000Z',
            Due_On__c: '2026-03-02'
        },
        { Subject__c: null, State__c: 'New', Minutes__c: null, Urgent__c: false, Due_At__c: null, Due_On__c: null }
    ]);
});

test.each([
    ['Subject__c equals fan BROKEN', '1'],
    ['Subject__c equals Oven,Fan broken', '1 3'],
    ['Subject__c equals ', '4'],
    ['Subject__c notEqual ', '1 2 3'],
    ['Subject__c notEqual Oven', '1 2 4'],
    ['Subject__c contains FAN', '1 2'],
    ['Subject__c contains noisy,oven', '2 3'],
    ['Subject__c notContain fan', '3 4'],
    ['Subject__c startsWith fan', '1 2'],
    ['Subject__c greaterThan Fan noisy', '3'],
    ['State__c equals Done', '2 3'],
    ['State__c notEqual Done', '1 4'],
    ['Minutes__c equals 10', '3'],
    ['Minutes__c equals 5,15', '1 2'],
    ['Minutes__c equals ', '4'],
    ['Minutes__c notEqual 10', '1 2 4'],
    ['Minutes__c lessThan 10', '1'],
    ['Minutes__c lessOrEqual 10', '1 3'],
    ['Minutes__c greaterThan 10', '2'],
    ['Minutes__c greaterOrEqual 10', '2 3'],
    ['Urgent__c equals True', '1'],
    ['Urgent__c equals 0', '2 3 4'],
    ['Urgent__c notEqual 1', '2 3 4'],
    ['Due_At__c equals TODAY', '1'],
    ['Due_At__c equals YESTERDAY,TOMORROW', '2 3'],
    ['Due_At__c notEqual TODAY', '2 3 4'],
    ['Due_At__c lessThan TODAY', '2'],
    ['Due_At__c lessOrEqual TODAY', '1 2'],
    ['Due_At__c greaterThan TODAY', '3'],
    ['Due_At__c greaterOrEqual TODAY', '1 3'],
    ['Due_At__c equals ', '4'],
    ['Due_On__c equals TODAY', '1'],
    ['Due_On__c lessOrEqual LAST_N_DAYS:1', '1 2'],
    ['Team__c equals "North, East"', '1'],
    ['Team__c notEqual ', '1']
])('the filter %s finds %s', (filter, found) => {
    const run = desk.run({ format: 'Tabular', filters: [filter], sort: 'Key__c Asc' });
    const keys = (run.facts.get('T!T')?.rows ?? []).map((row) => String(row.get('Ticket__c')?.['Key__c']).slice(1));
    expect(keys.join(' ')).toBe(found);
});

test.each([
    [undefined, '2'],
    ['1 AND 2', '2'],
    ['1 OR 2', '1 2 3'],
    ['NOT 1', '3 4'],
    ['(1 AND NOT 2) OR 3', '1 4']
])('filters combined by %s find %s', (logic, found) => {
    const filters = ['Subject__c startsWith fan', 'State__c equals Done', 'Minutes__c equals '];
    const run = desk.run({
        format: 'Tabular',
        filters: logic?.includes('3') ? filters : filters.slice(0, 2),
        ...(logic !== undefined && { logic }),
        sort: 'Key__c Asc'
    });
    const keys = (run.facts.get('T!T')?.rows ?? []).map((row) => String(row.get('Ticket__c')?.['Key__c']).slice(1));
    expect(keys.join(' ')).toBe(found);
});
