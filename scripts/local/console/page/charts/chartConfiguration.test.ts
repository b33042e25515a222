import type { ChartData } from '../reports/chartData.ts';
import { configurationOf, heightOf, shareReached } from './chartConfiguration.ts';

function chart(changes: Partial<ChartData>, series: readonly (readonly (number | null)[])[]): ChartData {
    return {
        shape: 'bar',
        stacking: 'none',
        categoryLabel: 'Team',
        valueLabel: 'Tickets',
        isPercent: false,
        categories: (series[0] ?? []).map((_value, index) => `Team ${index}`),
        series: series.map((values, index) => ({
            name: `Series ${index}`,
            values: values.map((value) => ({ value, label: value === null ? '-' : `${value} tickets` }))
        })),
        omitted: 0,
        ...changes
    };
}

test.each<[string, ChartData, (number | null)[][]]>([
    ['values as they are', chart({}, [[10, 40]]), [[10, 40]]],
    ['stacked values as they are', chart({ stacking: 'stacked' }, [[10], [30]]), [[10], [30]]],
    [
        'shares of each group',
        chart({ stacking: 'stacked100' }, [
            [1, 50],
            [3, 50]
        ]),
        [
            [25, 50],
            [75, 50]
        ]
    ],
    ['no share of nothing', chart({ stacking: 'stacked100' }, [[0], [0]]), [[0], [0]]],
    ['a gap where there is no value', chart({ shape: 'line' }, [[1, null, 3]]), [[1, null, 3]]],
    ['slices of a ring', chart({ shape: 'donut' }, [[1, 3]]), [[1, 3]]]
])('draws %s', (_name, data, expected) => {
    expect(configurationOf(data, 'en-IN').data.datasets.map((dataset) => dataset.data)).toEqual(expected);
});

test('the slices of a ring tell their figure and share', () => {
    const { labels } = configurationOf(chart({ shape: 'donut' }, [[1, 3]]), 'en-IN').data;
    expect(labels).toEqual(['Team 0: 1 tickets (25%)', 'Team 1: 3 tickets (75%)']);
});

test('a chart with many bars is higher than wished', () => {
    expect(heightOf(chart({}, [[1]]), 240)).toBeLessThan(240);
    expect(heightOf(chart({}, [Array.from({ length: 30 }, () => 1)]), 240)).toBeGreaterThan(600);
    expect(heightOf(chart({ shape: 'column' }, [[1]]), 240)).toBe(240);
    const names = Array.from({ length: 10 }, () => 'the time of the follow-up cannot be read');
    const values = names.map(() => 1);
    expect(heightOf(chart({ categories: names }, [values]), 240)).toBeGreaterThan(heightOf(chart({}, [values]), 240));
});

test.each([
    [-5, 0],
    [0, 0],
    [50, 0.5],
    [100, 1],
    [500, 1]
])('the needle of a gauge from 0 to 100 stands for %d at %d of its way', (value, share) => {
    const ranges = [
        { from: 0, to: 60, color: 'red' },
        { from: 60, to: 100, color: 'green' }
    ];
    expect(shareReached(value, ranges)).toBe(share);
});
