import type { ChartConfiguration, ChartDataset, ChartOptions } from 'chart.js';
import type { ChartData } from '../reports/chartData.ts';
import { figureInside, needle, valueLabels } from './chartMarks.ts';
import { colorAt } from './palette.ts';

type ChartType = 'bar' | 'line' | 'doughnut';
export type Configuration = ChartConfiguration<ChartType, (number | null)[], string>;
type Dataset = ChartDataset<ChartType, (number | null)[]>;

/** A value between the ends of its ranges, each with its colour. */
export interface Gauge {
    readonly value: number;
    readonly label: string;
    readonly ranges: readonly { readonly from: number; readonly to: number; readonly color: string }[];
}

const BAR_LABELS = { right: 64 };
const COLUMN_LABELS = { top: 18 };
const COMMON = { animation: false, maintainAspectRatio: false } as const;
const AXIS = 30;
const LEGEND = 30;
/** Words of 18 characters together, or one that is longer. */
const LINE = /\S(?:.{0,17}(?=\s|$)|\S*)/g;

/** Pixels that a chart takes: a chart with many bars is higher than wished. */
export function heightOf({ shape, categories, series }: ChartData, wished: number): number {
    const around = AXIS + (series.length > 1 ? LEGEND : 0);
    const lines = Math.max(1, ...categories.map((category) => linesOf(category).length));
    const [least, most] = [categories.length * (10 + lines * 14) + around, categories.length * 44 + around];
    return shape === 'bar' ? Math.max(Math.min(wished, most), least) : wished;
}

/** How Chart.js draws a report's figures; numbers are written in a language, a BCP 47 tag. */
export function configurationOf(data: ChartData, language: string): Configuration {
    return data.shape === 'donut' ? ringOf(data, language) : axesOf(data, language);
}

function axesOf(data: ChartData, language: string): Configuration {
    const { shape, stacking, categories, series } = data;
    const stacked = stacking === 'stacked' || stacking === 'stacked100';
    const value = valueAxis(data, stacked, language);
    const category = { stacked, grid: { display: false } };
    const isLabelled = shape !== 'line' && !stacked && series.length === 1;
    return {
        type: shape === 'line' ? 'line' : 'bar',
        data: { labels: [...categories], datasets: series.map((_one, index) => datasetOf(data, index)) },
        options: {
            ...COMMON,
            ...(shape === 'bar'
                ? { indexAxis: 'y', scales: { x: value, y: { ...category, ticks: inLines(categories) } } }
                : { scales: { x: category, y: value } }),
            // Room for the values at the ends of the bars.
            layout: { padding: isLabelled ? (shape === 'bar' ? BAR_LABELS : COLUMN_LABELS) : 0 },
            plugins: {
                legend: { display: series.length > 1, position: 'bottom' },
                tooltip: {
                    callbacks: {
                        label: ({ datasetIndex, dataIndex }) => {
                            const { name = '', values = [] } = series[datasetIndex] ?? {};
                            return `${name}: ${values[dataIndex]?.label ?? '-'}`;
                        }
                    }
                }
            }
        } satisfies ChartOptions<'bar' | 'line'>,
        plugins: isLabelled ? [valueLabels(data)] : []
    };
}

/** A name beside a bar is cut off where the page is narrow: long ones go on in further lines, and none is left out. */
function inLines(categories: readonly string[]): {
    autoSkip: false;
    callback: (tick: number | string, index: number) => string[];
} {
    return { autoSkip: false, callback: (_tick, index) => linesOf(categories[index] ?? '') };
}

function linesOf(name: string): string[] {
    return name.match(LINE) ?? [];
}

function valueAxis({ series, stacking, isPercent }: ChartData, stacked: boolean, language: string) {
    const isOfWholes = series.every(({ values }) => values.every(({ value }) => Number.isInteger(value ?? 0)));
    const isOfShares = stacking === 'stacked100';
    return {
        beginAtZero: true,
        stacked,
        ...(isOfShares && { max: 100 }),
        ticks: {
            maxTicksLimit: 6,
            // Half a call is no step of an axis.
            ...(isOfWholes && { precision: 0 }),
            callback: (tick: number | string) => axisText(Number(tick), isPercent || isOfShares, language)
        }
    };
}

function datasetOf({ series, stacking }: ChartData, index: number): Dataset {
    const { name = '', values = [] } = series[index] ?? {};
    const wholeAt = (place: number): number =>
        series.reduce((sum, one) => sum + (one.values[place]?.value ?? 0), 0) || 1;
    return {
        label: name,
        data: values.map(({ value }, place) =>
            value !== null && stacking === 'stacked100' ? (value / wholeAt(place)) * 100 : value
        ),
        backgroundColor: colorAt(index),
        borderColor: colorAt(index)
    };
}

/** What each group is of the whole, as slices of a ring; the whole stands in the middle. */
function ringOf(data: ChartData, language: string): Configuration {
    const values = data.series[0]?.values ?? [];
    const whole = values.reduce((sum, { value }) => sum + (value ?? 0), 0);
    const share = (value: number | null): string =>
        ((value ?? 0) / (whole || 1)).toLocaleString(language, { style: 'percent', maximumFractionDigits: 0 });
    return {
        type: 'doughnut',
        data: {
            labels: data.categories.map((category, index) => {
                const { value = null, label = '-' } = values[index] ?? {};
                return `${category}: ${label} (${share(value)})`;
            }),
            datasets: [
                {
                    data: values.map(({ value }) => value),
                    backgroundColor: values.map((_value, index) => colorAt(index))
                }
            ]
        },
        options: {
            ...COMMON,
            cutout: '60%',
            plugins: {
                legend: { position: 'bottom' },
                tooltip: { callbacks: { label: ({ label }) => label, title: () => '' } }
            }
        } satisfies ChartOptions<'doughnut'>,
        plugins: [figureInside(whole.toLocaleString(language))]
    };
}

/** A half ring of ranges with a needle at the value; a value outside stands at its end. */
export function gaugeConfigurationOf({ value, ranges }: Gauge): Configuration {
    return {
        type: 'doughnut',
        data: {
            labels: ranges.map(({ from, to }) => `${from} - ${to}`),
            datasets: [
                {
                    data: ranges.map(({ from, to }) => to - from),
                    backgroundColor: ranges.map(({ color }) => color),
                    borderWidth: 0
                }
            ]
        },
        options: {
            ...COMMON,
            rotation: -90,
            circumference: 180,
            cutout: '68%',
            plugins: {
                legend: { display: false },
                tooltip: { callbacks: { label: ({ label }) => label, title: () => '' } }
            }
        } satisfies ChartOptions<'doughnut'>,
        plugins: [needle(shareReached(value, ranges))]
    };
}

/** Which part of a gauge lies before its value, from 0 to 1. */
export function shareReached(value: number, ranges: Gauge['ranges']): number {
    const [min, max] = [ranges[0]?.from ?? 0, ranges.at(-1)?.to ?? 1];
    return (Math.min(max, Math.max(min, value)) - min) / (max - min || 1);
}

/** A number on an axis, short: 1,200 is 1.2K. */
function axisText(value: number, isPercent: boolean, language: string): string {
    return isPercent
        ? (value / 100).toLocaleString(language, { style: 'percent', maximumFractionDigits: 0 })
        : value.toLocaleString(language, { notation: 'compact', maximumFractionDigits: 1 });
}
