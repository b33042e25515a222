import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { ChartData } from '../reports/chartData.ts';
import type { ChartSize, ChartText, Drawing } from './chartParts.ts';
import { emptyDrawing } from './chartParts.ts';
import { categoryTexts } from './drawBars.ts';
import { axisText, widthOf } from './labelText.ts';
import { colorAt } from './palette.ts';

const GAP = 10;
const AXIS_HEIGHT = 24;

/** Lines from category to category; cumulative ones add up as they go. A missing value leaves a gap. */
export function drawLines(data: ChartData, { width, height, language }: ChartSize): Drawing {
    const series = data.stacking === 'cumulative' ? data.series.map(addedUp) : data.series;
    const most = Math.max(0, ...series.flatMap(({ values }) => values.map(({ value }) => value ?? 0)));
    const bottom = height - AXIS_HEIGHT;
    const y = scaleLinear()
        .domain([0, most || 1])
        .nice(4)
        .range([bottom, GAP]);
    const ticks = y.ticks(4);
    const left = Math.max(...ticks.map((tick) => widthOf(axisText(tick, data.isPercent, language)))) + GAP;
    const x = scalePoint(
        data.categories.map((_category, index) => index),
        [left, width]
    ).padding(0.5);
    const at = (index: number): number => x(index) ?? left;
    const path = line<{ value: number | null }>()
        .defined(({ value }) => value !== null)
        .x((_point, index) => at(index))
        .y(({ value }) => y(value ?? 0));
    return {
        ...emptyDrawing,
        width,
        height,
        grid: ticks.map((tick) => ({ key: `tick ${tick}`, x1: left, y1: y(tick), x2: width, y2: y(tick) })),
        strokes: series.map(({ name, values }, index) => ({
            key: name,
            path: path(values) ?? '',
            color: colorAt(index),
            title: name
        })),
        dots: series.flatMap(({ name, values }, index) =>
            values.flatMap(({ value, label }, place) =>
                value === null
                    ? []
                    : [
                          {
                              key: `${index} ${place}`,
                              x: at(place),
                              y: y(value),
                              color: colorAt(index),
                              title: `${data.categories[place] ?? ''}${series.length > 1 ? `, ${name}` : ''}: ${label}`
                          }
                      ]
            )
        ),
        texts: [
            ...categoryTexts(data.categories, at, x.step() || width, height - 4),
            ...ticks.map((tick): ChartText => ({
                key: `tick ${tick}`,
                x: left - GAP / 2,
                y: y(tick) + 4,
                text: axisText(tick, data.isPercent, language),
                anchor: 'end',
                title: ''
            }))
        ]
    };
}

function addedUp(series: ChartData['series'][number]): ChartData['series'][number] {
    let sum = 0;
    return {
        ...series,
        values: series.values.map(({ value }) => {
            sum += value ?? 0;
            return { value: sum, label: String(sum) };
        })
    };
}
