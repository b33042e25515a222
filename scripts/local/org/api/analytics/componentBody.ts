import type { DashboardComponent, Indicator } from '../../../metadata/reports/definition.ts';
import { apiName } from './apiNames.ts';

/** One component of a dashboard as its metadata describes it. */
export function componentMetadata(
    component: DashboardComponent,
    { id, index, reportId }: { readonly id: string; readonly index: number; readonly reportId: string }
): object {
    const { footer, header } = component;
    return {
        componentData: index,
        id,
        header: header || null,
        title: null,
        footer: footer || null,
        type: 'Report',
        reportId,
        properties: propertiesOf(component)
    };
}

function propertiesOf(component: DashboardComponent): object {
    const { filterColumns, groupings, maxRows, summaries, usesReportChart, visualization } = component;
    const [first] = groupings;
    return {
        aggregates: summaries.map((name) => ({ name: apiName(name) })),
        autoSelectColumns: usesReportChart,
        filterColumns: filterColumns.map((column) => ({ name: apiName(column), label: apiName(column) })),
        groupings: groupings.length === 0 ? null : groupings.map(({ column }) => ({ name: apiName(column) })),
        maxRows: maxRows ?? null,
        sort: first
            ? { column: apiName(first.sortBy ?? first.column), sortOrder: first.order === 'Desc' ? 'desc' : 'asc' }
            : null,
        useReportChart: usesReportChart,
        visualizationProperties: visualizationOf(component),
        visualizationType: visualization
    };
}

function visualizationOf(component: DashboardComponent): object {
    const { hasLegend, indicator, showsValues, stacking, summaries, tableColumns, visualization } = component;
    if (visualization === 'Metric' || visualization === 'Gauge') {
        return { breakPoints: indicator ? [breakPoints(summaries[0] ?? '', indicator)] : [], showTotal: true };
    }
    if (visualization === 'FlexTable') {
        return {
            tableColumns: tableColumns.map(({ kind, name, showsTotal }) => ({
                column: apiName(name),
                isPercent: false,
                scale: null,
                showTotal: showsTotal,
                type: kind
            }))
        };
    }
    return { groupByType: stacking, legendPosition: hasLegend ? 'Right' : null, showValues: showsValues };
}

/** Colours from one bound to the next; a metric's reach as far as numbers go. Colours go without their `#`. */
function breakPoints(summary: string, { breakpoints, colours, range }: Indicator): object {
    const bounds = [range?.[0] ?? null, ...breakpoints, range?.[1] ?? null];
    return {
        aggregateName: apiName(summary),
        breaks: colours.map((colour, index) => ({
            color: colour.replace('#', '').toLowerCase(),
            lowerBound: bounds[index],
            upperBound: bounds[index + 1]
        }))
    };
}
