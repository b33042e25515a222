import { matrixTableOf } from './matrixTable.ts';
import { figureTableOf, rowTableOf } from './reportTables.ts';
import { matrixResult, summaryResult } from './sampleResult.ts';

/** Each line as its title, pushed in by its level, and its cells. */
function lines(table: ReturnType<typeof figureTableOf>): string[] {
    return table.lines.map(({ level, title, figures, cells }) =>
        [' '.repeat(level) + title + (figures && ` (${figures})`), ...cells.map(({ label }) => label)].join('|')
    );
}

test('groups are shown with their figures, one inside the other, and the total last', () => {
    const table = figureTableOf(summaryResult());
    expect(table.columns.map(({ label }) => label)).toEqual(['Team > State', 'Share Done', 'Record Count']);
    expect(lines(table)).toEqual([
        'North|75%|4',
        ' New|0%|1',
        ' Done|100%|3',
        'South|0%|2',
        ' New|0%|2',
        'Total|50%|6'
    ]);
});

test('rows stand under their innermost group', () => {
    const table = rowTableOf(summaryResult());
    expect(table.columns.map(({ label, isNumber }) => [label, isNumber])).toEqual([
        ['Ticket', false],
        ['Minutes', true]
    ]);
    expect(lines(table)).toEqual([
        'Team: North (Share Done: 75% · Record Count: 4)',
        ' State: New (Share Done: 0% · Record Count: 1)',
        '  |T-1|5',
        ' State: Done (Share Done: 100% · Record Count: 3)',
        '  |T-2|6',
        'Team: South (Share Done: 0% · Record Count: 2)',
        ' State: New (Share Done: 0% · Record Count: 2)',
        'Total (Share Done: 50% · Record Count: 6)'
    ]);
});

test('a name leads to its record, a number does not', () => {
    const row = rowTableOf(summaryResult()).lines.find(({ kind }) => kind === 'row');
    expect(row?.cells.map(({ recordId }) => recordId)).toEqual(['00T5g0000000001AAA', undefined]);
});

test('a report without a grand total shows none', () => {
    const kinds = figureTableOf(summaryResult({ showGrandTotal: false })).lines.map(({ kind }) => kind);
    expect(kinds).not.toContain('total');
});

test('a matrix shows every crossing and both totals', () => {
    const { corner, columns, summaries, lines: rows } = matrixTableOf(matrixResult());
    expect(corner).toBe('Team / State');
    expect(columns.map(({ label }) => label)).toEqual(['New', 'Done', 'Total']);
    expect(summaries).toEqual(['Share Done', 'Record Count']);
    expect(
        rows.map(({ title, cells }) => [title, cells.map(({ figures }) => figures.map(({ label }) => label).join(' '))])
    ).toEqual([
        ['North', ['0% 1', '100% 3', '75% 4']],
        ['South', ['0% 2', '0% 0', '0% 2']],
        ['Total', ['0% 3', '100% 3', '50% 6']]
    ]);
});

test.each([
    ['below every bound', 59, '#low'],
    ['at a bound', 60, '#middle'],
    ['above every bound', 100, '#high'],
    ['without a value', null, undefined]
])('a figure %s has the colour of its range', (_where, value, colour) => {
    const result = matrixResult();
    const rules = [
        {
            columnName: 'FORMULA1',
            values: [
                { backgroundColor: '#low', rangeUpperBound: 60 },
                { backgroundColor: '#middle', rangeUpperBound: 80 },
                { backgroundColor: '#high', rangeUpperBound: null }
            ]
        }
    ];
    const factMap = {
        ...result.factMap,
        'T!T': {
            aggregates: [
                { label: '?', value },
                { label: '1', value: 1 }
            ]
        }
    };
    const table = matrixTableOf({
        ...result,
        factMap,
        reportMetadata: { ...result.reportMetadata, formattingRules: rules }
    });
    const [share, count] = table.lines.at(-1)?.cells.at(-1)?.figures ?? [];
    expect([share?.colour, count?.colour]).toEqual([colour, undefined]);
});
