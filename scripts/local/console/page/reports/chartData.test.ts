import type { ChartData, ChartRequest } from './chartData.ts';
import { chartDataOf, shapeOf } from './chartData.ts';
import type { ReportResult } from './reportResult.ts';
import { matrixResult, summaryResult } from './sampleResult.ts';

const TEAM = 'Ticket__c.Team__c';
const STATE = 'Ticket__c.State__c';

function request(changes: Partial<ChartRequest> = {}): ChartRequest {
    return {
        shape: 'column',
        stacking: 'none',
        groupings: [TEAM],
        summaries: ['RowCount'],
        ...changes
    };
}

/** Categories, and the values of each series under its name. */
function table(data: ChartData | undefined): unknown {
    return (
        data && [
            data.categories,
            Object.fromEntries(data.series.map(({ name, values }) => [name, values.map(({ value }) => value)]))
        ]
    );
}

test.each([
    ['HorizontalBar', 'bar', 'none'],
    ['Horizontal Bar Stacked', 'bar', 'stacked'],
    ['HorizontalBarStackedTo100', 'bar', 'stacked100'],
    ['VerticalColumnGrouped', 'column', 'grouped'],
    ['ColumnStacked100', 'column', 'stacked100'],
    ['Pie', 'donut', 'none']
])('%s is drawn as %s, %s', (type, shape, stacking) => {
    expect(shapeOf(type)).toEqual({ shape, stacking });
});

test.each(['Scatter', 'Funnel', 'LineCumulative', 'VerticalColumnLine', 'ColumnLineStacked', 'Plugin'])(
    '%s is not drawn',
    (type) => {
        expect(shapeOf(type)).toBeUndefined();
    }
);

test.each<[string, ReportResult, Partial<ChartRequest>, unknown]>([
    ['row groups', summaryResult(), {}, [['North', 'South'], { 'Record Count': [4, 2] }]],
    [
        'several summaries',
        summaryResult(),
        { summaries: ['RowCount', 'FORMULA1'] },
        [['North', 'South'], { 'Record Count': [4, 2], 'Share Done': [75, 0] }]
    ],
    ['column groups', matrixResult(), { groupings: [STATE] }, [['New', 'Done'], { 'Record Count': [3, 3] }]],
    [
        'rows by columns',
        matrixResult(),
        { groupings: [TEAM, STATE] },
        [['North', 'South'], { New: [1, 2], Done: [3, 0] }]
    ],
    [
        'columns by rows',
        matrixResult(),
        { groupings: [STATE, TEAM] },
        [['New', 'Done'], { North: [1, 3], South: [2, 0] }]
    ],
    [
        'groups inside groups',
        summaryResult(),
        { groupings: [TEAM, STATE] },
        [['North', 'South'], { New: [1, 2], Done: [3, null] }]
    ],
    ['only the first', summaryResult(), { maxValues: 1 }, [['North'], { 'Record Count': [4] }]]
])('a chart shows %s', (_what, result, changes, expected) => {
    expect(table(chartDataOf(result, request(changes)))).toEqual(expected);
});

test('a chart knows what it leaves out, and how its values are written', () => {
    expect(chartDataOf(summaryResult(), request({ summaries: ['FORMULA1'], maxValues: 1 }))).toMatchObject({
        omitted: 1,
        isPercent: true,
        valueLabel: 'Share Done',
        categoryLabel: 'Team'
    });
});

test('a chart by what the report does not group by first has no data', () => {
    expect(chartDataOf(summaryResult(), request({ groupings: [STATE] }))).toBeUndefined();
});
