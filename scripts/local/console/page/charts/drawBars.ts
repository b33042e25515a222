import { scaleBand, scaleLinear } from 'd3-scale';
import type { ChartData } from '../reports/chartData.ts';
import type { ChartBar, ChartLine, ChartSize, ChartText, Drawing } from './chartParts.ts';
import { emptyDrawing } from './chartParts.ts';
import { axisText, fitted, widthOf } from './labelText.ts';
import { colorAt } from './palette.ts';
import { piecesOf } from './stackedValues.ts';

/** Pixels that a category takes: as much as there is room for, within reason. */
const LEAST_LINE = 20;
const MOST_LINE = 44;
const GAP = 10;
const AXIS_HEIGHT = 24;
const LARGEST_LABEL_SHARE = 0.4;
const VALUE_GAP = 4;

/** Bars from left to right, one line a category. */
export function drawBars(data: ChartData, { width, height: wished, language }: ChartSize): Drawing {
    const { pieces, places, most, isPercent } = piecesOf(data);
    const left = Math.min(width * LARGEST_LABEL_SHARE, Math.max(...data.categories.map(widthOf), 0) + GAP);
    const right = valueRoom(data);
    const count = Math.max(1, data.categories.length);
    const least = Math.max(LEAST_LINE, places * 12 + GAP / 2);
    const height = count * Math.max(least, Math.min(MOST_LINE, (wished - AXIS_HEIGHT) / count)) + AXIS_HEIGHT;
    const bottom = height - AXIS_HEIGHT;
    const value = scaleLinear()
        .domain([0, most || 1])
        .nice(4)
        .range([left, width - right]);
    const line = scaleBand(
        data.categories.map((_category, index) => index),
        [0, bottom]
    )
        .paddingInner(0.3)
        .paddingOuter(0.15);
    const thickness = line.bandwidth() / places;
    const bars: ChartBar[] = pieces.map(({ series, category, from, to, place, title }) => ({
        key: `${category} ${series}`,
        x: value(from),
        y: (line(category) ?? 0) + place * thickness,
        width: value(to) - value(from),
        height: Math.max(1, thickness - (places > 1 ? 1 : 0)),
        color: colorAt(series),
        title
    }));
    const middle = (category: number): number => (line(category) ?? 0) + line.bandwidth() / 2 + 4;
    const ticks = value.ticks(4);
    return {
        ...emptyDrawing,
        width,
        height,
        bars,
        grid: ticks.map((tick): ChartLine => ({
            key: `tick ${tick}`,
            x1: value(tick),
            y1: 0,
            x2: value(tick),
            y2: bottom
        })),
        texts: [
            ...data.categories.map((category, index): ChartText => ({
                key: `category ${index}`,
                x: left - GAP / 2,
                y: middle(index),
                text: fitted(category, left - GAP),
                anchor: 'end',
                title: category
            })),
            ...ticks.map((tick): ChartText => tickText(tick, value(tick), height - VALUE_GAP, isPercent, language)),
            ...(places === 1 && data.series.length === 1
                ? barLabels(data, (index) => [value(pieces[index]?.to ?? 0) + VALUE_GAP, middle(index)], 'start')
                : [])
        ]
    };
}

/** Columns from the bottom up, one beside the other. */
export function drawColumns(data: ChartData, { width, height, language }: ChartSize): Drawing {
    const { pieces, places, most, isPercent } = piecesOf(data);
    const top = 18;
    const bottom = height - AXIS_HEIGHT;
    const value = scaleLinear()
        .domain([0, most || 1])
        .nice(4)
        .range([bottom, top]);
    const ticks = value.ticks(4);
    const left = Math.max(...ticks.map((tick) => widthOf(axisText(tick, isPercent, language)))) + GAP;
    const column = scaleBand(
        data.categories.map((_category, index) => index),
        [left, width]
    )
        .paddingInner(0.25)
        .paddingOuter(0.1);
    const thickness = column.bandwidth() / places;
    const bars: ChartBar[] = pieces.map(({ series, category, from, to, place, title }) => ({
        key: `${category} ${series}`,
        x: (column(category) ?? 0) + place * thickness,
        y: value(to),
        width: Math.max(1, thickness - (places > 1 ? 1 : 0)),
        height: value(from) - value(to),
        color: colorAt(series),
        title
    }));
    const middle = (category: number): number => (column(category) ?? 0) + column.bandwidth() / 2;
    return {
        ...emptyDrawing,
        width,
        height,
        bars,
        grid: ticks.map((tick): ChartLine => ({
            key: `tick ${tick}`,
            x1: left,
            y1: value(tick),
            x2: width,
            y2: value(tick)
        })),
        texts: [
            ...categoryTexts(data.categories, middle, column.step(), height - VALUE_GAP),
            ...ticks.map((tick): ChartText => ({
                key: `tick ${tick}`,
                x: left - GAP / 2,
                y: value(tick) + 4,
                text: axisText(tick, isPercent, language),
                anchor: 'end',
                title: ''
            })),
            ...(places === 1 && data.series.length === 1 && fits(data, column.step())
                ? barLabels(data, (index) => [middle(index), value(pieces[index]?.to ?? 0) - VALUE_GAP], 'middle')
                : [])
        ]
    };
}

function tickText(tick: number, x: number, y: number, isPercent: boolean, language: string): ChartText {
    return { key: `tick ${tick}`, x, y, text: axisText(tick, isPercent, language), anchor: 'middle', title: '' };
}

/** Names under the columns; where they would touch, only every second, third ... one stands there. */
export function categoryTexts(
    categories: readonly string[],
    middle: (index: number) => number,
    step: number,
    y: number
): ChartText[] {
    const longest = Math.min(90, Math.max(...categories.map(widthOf), 0));
    const every = Math.max(1, Math.ceil((longest + GAP) / step));
    return categories.flatMap((category, index) =>
        index % every === 0
            ? [
                  {
                      key: `category ${index}`,
                      x: middle(index),
                      y,
                      text: fitted(category, step * every - GAP / 2),
                      anchor: 'middle',
                      title: category
                  } as const
              ]
            : []
    );
}

function fits(data: ChartData, step: number): boolean {
    return data.series.every(({ values }) => values.every(({ label }) => widthOf(label) <= step));
}

function barLabels(
    { series }: ChartData,
    placeOf: (index: number) => readonly [number, number],
    anchor: ChartText['anchor']
): ChartText[] {
    return (series[0]?.values ?? []).map(({ label }, index) => {
        const [x, y] = placeOf(index);
        return { key: `value ${index}`, x, y, text: label, anchor, title: '' };
    });
}

function valueRoom({ series }: ChartData): number {
    const labels = series.length === 1 ? (series[0]?.values ?? []).map(({ label }) => widthOf(label)) : [];
    return Math.max(GAP * 2, ...labels) + VALUE_GAP * 2;
}
