import { durationText, filterTexts } from './filterTexts.ts';
import type { ReportResult } from './reportResult.ts';
import { summaryResult } from './sampleResult.ts';

function texts(changes: Partial<ReportResult['reportMetadata']>): string[] {
    const found = filterTexts(summaryResult(changes), {
        labelOf: (column) => column.replace(/^.*\./, ''),
        valueOf: (_column, value) => value.toUpperCase(),
        dayText: (day) => day.slice(5)
    });
    return found.map(({ label, text }) => `${label}: ${text}`);
}

test.each([
    ['LAST_N_DAYS:7', 'Last 7 Days'],
    ['NEXT_N_DAYS:30', 'Next 30 Days'],
    ['THIS_WEEK', 'This Week'],
    ['TODAY', 'Today'],
    ['CUSTOM', 'All Time']
])('the duration %s reads %s', (duration, text) => {
    expect(durationText(duration)).toBe(text);
});

test('a report without filters says whose rows it shows', () => {
    expect(texts({})).toEqual(['Show Me: All records']);
    expect(texts({ scope: 'user' })).toEqual(['Show Me: My records']);
});

test('days, conditions and their logic are put into words', () => {
    expect(
        texts({
            standardDateFilter: {
                column: 'T.Due',
                durationValue: 'LAST_N_DAYS:7',
                startDate: '2026-02-23',
                endDate: '2026-03-01'
            },
            reportBooleanFilter: '1 OR 2',
            reportFilters: [
                { column: 'T.State', operator: 'equals', value: 'New,Done' },
                { column: 'T.Team', operator: 'notEqual', value: '' }
            ]
        })
    ).toEqual([
        'Show Me: All records',
        'Due: Last 7 Days (02-23 - 03-01)',
        '1. State: equals NEW, DONE',
        '2. Team: not equal to ""',
        'Filter Logic: 1 OR 2'
    ]);
});
