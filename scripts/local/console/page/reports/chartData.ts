import type { Grouping, ReportResult } from './reportResult.ts';
import { columnLabel, figureAt, summaryInfo } from './reportResult.ts';

/** The shapes that the console draws; metadata's many names of charts come down to these. */
export type ChartShape = 'bar' | 'column' | 'line' | 'donut';
export type Stacking = 'none' | 'grouped' | 'stacked' | 'stacked100';

/** What a chart is to show, of a report's own chart or of a dashboard component. */
export interface ChartRequest {
    readonly shape: ChartShape;
    readonly stacking: Stacking;
    /** One or two columns that the report groups by. */
    readonly groupings: readonly string[];
    readonly summaries: readonly string[];
    /** Groups beyond this many are left out. */
    readonly maxValues?: number;
}

export interface ChartValue {
    /** null where there is nothing. Percents go from 0 to 100. */
    readonly value: number | null;
    /** As people read it. */
    readonly label: string;
}

export interface ChartSeries {
    readonly name: string;
    /** One for each category. */
    readonly values: readonly ChartValue[];
}

export interface ChartData {
    readonly shape: ChartShape;
    readonly stacking: Stacking;
    /** Label of the grouping. */
    readonly categoryLabel: string;
    /** Label of what is measured. */
    readonly valueLabel: string;
    readonly isPercent: boolean;
    readonly categories: readonly string[];
    readonly series: readonly ChartSeries[];
    /** Groups that the chart leaves out. */
    readonly omitted: number;
}

const SHAPES: readonly (readonly [RegExp, ChartShape])[] = [
    [/^HorizontalBar|^Bar/, 'bar'],
    [/^VerticalColumn|^Column/, 'column'],
    [/^Line/, 'line'],
    [/^Donut|^Pie/, 'donut']
];

const STACKINGS: readonly (readonly [RegExp, Stacking])[] = [
    [/Stacked(To)?100$/, 'stacked100'],
    [/Stacked$/, 'stacked'],
    [/Grouped$/, 'grouped']
];

/** What the name of a chart means: `Horizontal Bar Stacked`, `ColumnGrouped`. Undefined when it is not drawn. */
export function shapeOf(name: string): { readonly shape: ChartShape; readonly stacking: Stacking } | undefined {
    const type = name.replaceAll(' ', '');
    const shape = SHAPES.find(([pattern]) => pattern.test(type))?.[1];
    const stacking = STACKINGS.find(([pattern]) => pattern.test(type))?.[1] ?? 'none';
    // A chart of columns and a line has two axes, which the console does not draw.
    return shape === undefined || /Cumulative|ColumnLine|Column(Grouped|Stacked)Line/.test(type)
        ? undefined
        : { shape, stacking };
}

type Axis = 'down' | 'across';

/** Which of the report's outermost groupings a column is. */
function axisOf({ reportMetadata }: ReportResult, column: string): Axis | undefined {
    if (reportMetadata.groupingsDown[0]?.name === column) {
        return 'down';
    }
    return reportMetadata.groupingsAcross[0]?.name === column ? 'across' : undefined;
}

/**
 * The figures of a chart. Undefined when the report is not grouped as the chart asks: by its first row or column
 * grouping, and by the other one or the second row grouping.
 */
export function chartDataOf(result: ReportResult, request: ChartRequest): ChartData | undefined {
    const [first = '', second] = request.groupings;
    const axis = axisOf(result, first);
    const [summary = ''] = request.summaries;
    if (axis === undefined) {
        return undefined;
    }
    const groups = axis === 'down' ? result.groupingsDown.groupings : result.groupingsAcross.groupings;
    const shown = groups.slice(0, request.maxValues);
    const series =
        second === undefined ? seriesOf(result, axis, shown, request) : crossed(result, axis, shown, request);
    return (
        series && {
            shape: request.shape,
            stacking: request.stacking,
            categoryLabel: columnLabel(result, first),
            valueLabel: request.summaries.map((name) => summaryInfo(result, name).label).join(', '),
            isPercent: summaryInfo(result, summary).dataType === 'percent',
            categories: shown.map(({ label }) => label),
            series,
            omitted: groups.length - shown.length
        }
    );
}

function keyOf(axis: Axis, key: string): string {
    return axis === 'down' ? `${key}!T` : `T!${key}`;
}

function valueAt(result: ReportResult, key: string, summary: string): ChartValue {
    const figure = figureAt(result, key, summary);
    return typeof figure?.value === 'number'
        ? { value: figure.value, label: figure.label }
        : { value: null, label: '-' };
}

function seriesOf(
    result: ReportResult,
    axis: Axis,
    groups: readonly Grouping[],
    { summaries }: ChartRequest
): ChartSeries[] {
    return summaries.map((summary) => ({
        name: summaryInfo(result, summary).label,
        values: groups.map(({ key }) => valueAt(result, keyOf(axis, key), summary))
    }));
}

/** One series for each group of the second grouping. */
function crossed(
    result: ReportResult,
    axis: Axis,
    groups: readonly Grouping[],
    { groupings, summaries }: ChartRequest
): ChartSeries[] | undefined {
    const [, second = ''] = groupings;
    const [summary = ''] = summaries;
    if (axis === 'down' && result.reportMetadata.groupingsDown[1]?.name === second) {
        return nested(result, groups, summary);
    }
    const other = axisOf(result, second);
    if (other === undefined || other === axis) {
        return undefined;
    }
    const others = other === 'down' ? result.groupingsDown.groupings : result.groupingsAcross.groupings;
    return others.map(({ key: own, label }) => ({
        name: label,
        values: groups.map(({ key }) => valueAt(result, axis === 'down' ? `${key}!${own}` : `${own}!${key}`, summary))
    }));
}

/** The second row grouping lies inside the first, so that each group has its own part of the series. */
function nested(result: ReportResult, groups: readonly Grouping[], summary: string): ChartSeries[] {
    const names = [...new Set(groups.flatMap(({ groupings }) => groupings.map(({ label }) => label)))];
    return names.map((name) => ({
        name,
        values: groups.map(({ groupings }) => {
            const inner = groupings.find(({ label }) => label === name);
            return inner ? valueAt(result, `${inner.key}!T`, summary) : { value: null, label: '-' };
        })
    }));
}

/** Bars that a report's chart has at most, so that its rows are not far below. */
const MOST_BARS = 20;

/** The chart that a report brings; undefined when it has none, or none that the console draws. */
export function reportChartOf(result: ReportResult): ChartData | undefined {
    const { chart } = result.reportMetadata;
    const look = chart ? shapeOf(chart.chartType) : undefined;
    return chart && look
        ? chartDataOf(result, {
              ...look,
              groupings: chart.groupings,
              summaries: chart.summaries,
              ...(look.shape === 'bar' && { maxValues: MOST_BARS })
          })
        : undefined;
}
