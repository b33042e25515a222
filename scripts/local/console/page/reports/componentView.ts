import type { Gauge } from '../charts/chartConfiguration.ts';
import type { ChartData } from './chartData.ts';
import { chartDataOf, shapeOf } from './chartData.ts';
import type { BreakPoint, DashboardComponent } from './dashboardResult.ts';
import { figureTableOf, rowTableOf } from './reportTables.ts';
import type { ReportTable } from './reportTables.ts';
import type { ReportResult } from './reportResult.ts';
import { figureAt, summaryInfo, TOTAL } from './reportResult.ts';

/** What a component of a dashboard comes down to. */
export type ComponentView =
    | { readonly kind: 'chart'; readonly data: ChartData }
    | { readonly kind: 'metric'; readonly label: string; readonly color: string; readonly name: string }
    | ({ readonly kind: 'gauge'; readonly name: string } & Gauge)
    | { readonly kind: 'table'; readonly table: ReportTable; readonly omitted: number }
    | { readonly kind: 'nothing' };

const NEUTRAL = '#181818';

/** Which view shows a component; nothing when its report found nothing, or is not grouped as the component asks. */
export function componentViewOf(component: DashboardComponent, result: ReportResult): ComponentView {
    switch (component.properties.visualizationType) {
        case 'Metric':
            return metricOf(component, result);
        case 'Gauge':
            return gaugeOf(component, result);
        case 'FlexTable':
            return tableOf(component, result);
        default:
            return chartOf(component, result);
    }
}

function summaryOf({ properties }: DashboardComponent): string {
    return properties.aggregates[0]?.name ?? '';
}

function breaksOf({ properties }: DashboardComponent): readonly BreakPoint[] {
    return properties.visualizationProperties.breakPoints?.[0]?.breaks ?? [];
}

function metricOf(component: DashboardComponent, result: ReportResult): ComponentView {
    const summary = summaryOf(component);
    const figure = figureAt(result, TOTAL, summary);
    const value = typeof figure?.value === 'number' ? figure.value : 0;
    const reached = breaksOf(component).find(({ upperBound }) => upperBound === null || value < upperBound);
    return {
        kind: 'metric',
        label: figure?.label ?? '-',
        name: summaryInfo(result, summary).label,
        color: reached ? `#${reached.color}` : NEUTRAL
    };
}

function gaugeOf(component: DashboardComponent, result: ReportResult): ComponentView {
    const summary = summaryOf(component);
    const figure = figureAt(result, TOTAL, summary);
    if (typeof figure?.value !== 'number') {
        return { kind: 'nothing' };
    }
    return {
        kind: 'gauge',
        label: figure.label,
        name: summaryInfo(result, summary).label,
        value: figure.value,
        ranges: breaksOf(component).map(({ color, lowerBound, upperBound }) => ({
            from: lowerBound ?? 0,
            to: upperBound ?? 100,
            color: `#${color}`
        }))
    };
}

function tableOf({ properties }: DashboardComponent, result: ReportResult): ComponentView {
    const columns = properties.visualizationProperties.tableColumns ?? [];
    const shown = columns.flatMap(({ column, type }) => (type === 'grouping' ? [] : [column]));
    const isOfRows = columns.some(({ type }) => type === 'detail');
    const table = isOfRows ? rowTableOf(result) : figureTableOf(result);
    const groups = table.lines.filter(({ kind }) => kind !== 'total');
    const most = properties.maxRows ?? groups.length;
    if (groups.length === 0) {
        return { kind: 'nothing' };
    }
    const hasTotal = !isOfRows && columns.some(({ showTotal }) => showTotal);
    const lines = [...groups.slice(0, most), ...(hasTotal ? table.lines.filter(({ kind }) => kind === 'total') : [])];
    const isShown = ({ key }: { key: string }): boolean => key === 'groups' || shown.includes(key);
    return {
        kind: 'table',
        omitted: Math.max(0, groups.length - most),
        table: {
            columns: table.columns.filter(isShown),
            lines: lines.map((line) => ({ ...line, cells: line.cells.filter(isShown) }))
        }
    };
}

function chartOf({ properties }: DashboardComponent, result: ReportResult): ComponentView {
    const { aggregates, groupings, maxRows, visualizationProperties, visualizationType } = properties;
    const look = shapeOf(visualizationType);
    const data =
        look &&
        chartDataOf(result, {
            shape: look.shape,
            stacking: stackingOf(visualizationProperties.groupByType),
            groupings: (groupings ?? []).map(({ name }) => name),
            summaries: aggregates.map(({ name }) => name),
            ...(maxRows !== null && { maxValues: maxRows })
        });
    return data && data.categories.length > 0 ? { kind: 'chart', data } : { kind: 'nothing' };
}

function stackingOf(groupByType: string | undefined): ChartData['stacking'] {
    return (['grouped', 'stacked', 'stacked100'] as const).find((one) => one === groupByType) ?? 'none';
}
