import fc from 'fast-check';
import type { ChartData, ChartShape, Stacking } from '../reports/chartData.ts';
import type { Drawing } from './chartParts.ts';
import { drawChart } from './draw.ts';
import { drawGauge } from './drawGauge.ts';
import { fitted, widthOf } from './labelText.ts';

function chart(shape: ChartShape, series: readonly (readonly number[])[], stacking: Stacking = 'none'): ChartData {
    return {
        shape,
        stacking,
        categoryLabel: 'Team',
        valueLabel: 'Tickets',
        isPercent: false,
        categories: (series[0] ?? []).map((_value, index) => `Category number ${index}`),
        series: series.map((values, index) => ({
            name: `Series ${index}`,
            values: values.map((value) => ({ value, label: String(value) }))
        })),
        omitted: 0
    };
}

function draw(data: ChartData, width = 400): Drawing {
    return drawChart(data, { width, height: 240, language: 'en-IN' });
}

const lengths = (drawing: Drawing): number[] => drawing.bars.map(({ width }) => Math.round(width));

test('bars are as long as their values, on one scale', () => {
    const [short = 0, long = 0] = lengths(draw(chart('bar', [[10, 40]])));
    expect(long).toBeGreaterThan(short * 3.9);
    expect(long).toBeLessThan(short * 4.1);
});

test('stacked bars follow one another', () => {
    const [first, second] = draw(chart('bar', [[10], [30]], 'stacked')).bars;
    expect(second?.x).toBeCloseTo((first?.x ?? 0) + (first?.width ?? 0));
    expect(second?.y).toBe(first?.y);
});

test('bars stacked to 100 percent are all equally long', () => {
    const drawing = draw(
        chart(
            'bar',
            [
                [1, 50],
                [3, 50]
            ],
            'stacked100'
        )
    );
    const [a = 0, b = 0, c = 0, d = 0] = drawing.bars.map(({ width }) => width);
    expect(a + b).toBeCloseTo(c + d);
    expect(a / (a + b)).toBeCloseTo(0.25);
});

test('grouped columns stand side by side', () => {
    const [first, second] = draw(chart('column', [[10], [30]], 'grouped')).bars.map(({ x, y, height }) => ({
        x,
        bottom: Math.round(y + height)
    }));
    expect(second?.x).toBeGreaterThan(first?.x ?? Infinity);
    expect(second?.bottom).toBe(first?.bottom);
});

test('a line has a gap where there is no value', () => {
    const [one, two] = [1, 3].map((value) => ({ value, label: String(value) }));
    const values = [one, { value: null, label: '-' }, two].filter((value) => value !== undefined);
    const { strokes, dots } = draw({ ...chart('line', [[1, 2, 3]]), series: [{ name: 'S', values }] });
    expect(strokes[0]?.path.match(/M/g)).toHaveLength(2);
    expect(dots).toHaveLength(2);
});

test('a cumulative line never falls', () => {
    const heights = draw(chart('line', [[3, 0, 5, 1]], 'cumulative')).dots.map(({ y }) => y);
    expect(heights).toEqual([...heights].sort((a, b) => b - a));
});

test('the slices of a donut tell their share, and the whole stands in the middle', () => {
    const { areas, texts } = draw(chart('donut', [[1, 3]]));
    expect(areas.map(({ title }) => title)).toEqual(['Category number 0: 1 (25%)', 'Category number 1: 3 (75%)']);
    expect(texts[0]?.text).toBe('4');
});

test.each([
    [-5, -90],
    [0, -90],
    [50, 0],
    [100, 90],
    [500, 90]
])('the needle of a gauge from 0 to 100 at %d points to %d degrees', (value, degrees) => {
    const { strokes } = drawGauge(
        value,
        [
            { from: 0, to: 60, color: 'red' },
            { from: 60, to: 100, color: 'green' }
        ],
        200
    );
    const [, x = '', y = ''] = /L(-?[\d.]+),(-?[\d.]+)/.exec(strokes[0]?.path ?? '') ?? [];
    expect((Math.atan2(Number(x), -Number(y)) * 180) / Math.PI).toBeCloseTo(degrees, 0);
});

test('a text that is too long is cut to its room', () => {
    expect(fitted('Outbound Sales', widthOf('Outbound Sales'))).toBe('Outbound Sales');
    expect(fitted('Outbound Sales', widthOf('Outboun…'))).toBe('Outboun…');
});

const anyChart = fc.record({
    shape: fc.constantFrom<ChartShape>('bar', 'column', 'line', 'donut', 'funnel'),
    stacking: fc.constantFrom<Stacking>('none', 'grouped', 'stacked', 'stacked100'),
    categories: fc.integer({ min: 0, max: 12 }),
    series: fc.integer({ min: 1, max: 4 }),
    width: fc.integer({ min: 200, max: 900 })
});

test('whatever the figures, everything is drawn inside the chart', () => {
    fc.assert(
        fc.property(anyChart, fc.infiniteStream(fc.integer({ min: 0, max: 100_000 })), (options, numbers) => {
            const values = Array.from({ length: options.series }, () =>
                Array.from({ length: options.categories }, () => numbers.next().value ?? 0)
            );
            const drawing = draw(chart(options.shape, values, options.stacking), options.width);
            for (const { x, y, width, height } of drawing.bars) {
                expect(x).toBeGreaterThanOrEqual(-0.01);
                expect(y).toBeGreaterThanOrEqual(-0.01);
                expect(x + width).toBeLessThanOrEqual(drawing.width + 0.01);
                expect(y + height).toBeLessThanOrEqual(drawing.height + 0.01);
            }
            for (const { x, y } of drawing.dots) {
                expect(x).toBeLessThanOrEqual(drawing.width);
                expect(y).toBeLessThanOrEqual(drawing.height);
            }
            const parts = JSON.stringify(drawing);
            expect(parts).not.toContain('NaN');
            expect(parts).not.toContain('null');
        })
    );
});

test('names under columns do not touch', () => {
    fc.assert(
        fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 240, max: 900 }), (count, width) => {
            const { texts } = draw(chart('column', [Array.from({ length: count }, (_value, index) => index)]), width);
            const names = texts.filter(({ key }) => key.startsWith('category'));
            names.slice(1).forEach((name, index) => {
                const before = names[index];
                const room = name.x - (before?.x ?? 0);
                expect((widthOf(before?.text ?? '') + widthOf(name.text)) / 2).toBeLessThanOrEqual(room + 1);
            });
        })
    );
});
