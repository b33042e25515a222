import { dayIn } from '../../query/dateLiterals.ts';
import { isLongText } from '../../../metadata/objects/fieldKind.ts';
import type { FieldSchema } from '../../../metadata/objects/schema.ts';
import { describeType } from '../describe.ts';
import { durationOf, rangeOfInterval } from '../../reports/dateIntervals.ts';
import type { Grouping, Report, ReportChart, ReportTypeColumn } from '../../../metadata/reports/definition.ts';
import type { ReportClock } from '../../reports/reportFilter.ts';
import { apiName } from './apiNames.ts';
import { columnLabel, isLookup } from './reportResult.ts';
import type { ReportRun } from '../../reports/runReport.ts';

/** `reportMetadata` of the Analytics API: what the report is made of. */
export function reportMetadataOf(
    run: Pick<ReportRun, 'columns' | 'report' | 'summaries'>,
    ids: { readonly id: string; readonly folderId: string | null },
    clock: ReportClock
): object {
    const { columns, report, summaries } = run;
    return {
        id: ids.id,
        folderId: ids.folderId,
        name: report.name,
        developerName: report.developerName,
        description: report.description || null,
        reportFormat: report.format.toUpperCase(),
        reportType: { label: report.type.label, type: report.type.name },
        aggregates: summaries.map(({ name }) => apiName(name)),
        detailColumns: columns.map(({ name }) => apiName(name)),
        groupingsDown: report.down.map((grouping) => groupingOf(grouping)),
        groupingsAcross: report.across.map((grouping) => groupingOf(grouping)),
        reportFilters: report.filters.map(({ column, operator, value }) => ({
            column: apiName(column),
            operator,
            value,
            filterType: 'fieldValue',
            isRunPageEditable: true
        })),
        reportBooleanFilter: report.writtenLogic || null,
        standardDateFilter: dateFilterOf(report, clock),
        standardFilters: [],
        customSummaryFormula: Object.fromEntries(
            report.formulas.map(({ dataType, label, name, scale, written }) => [
                name,
                {
                    label,
                    description: null,
                    formulaType: dataType,
                    decimalPlaces: scale,
                    downGroup: null,
                    downGroupType: 'all',
                    acrossGroup: null,
                    acrossGroupType: 'all',
                    formula: written
                }
            ])
        ),
        chart: report.chart ? chartOf(report.chart) : null,
        formattingRules: report.formattingRules.map(({ colours, summary }) => ({
            columnName: apiName(summary),
            values: colours.map(({ below, colour }) => ({ backgroundColor: colour, rangeUpperBound: below ?? null }))
        })),
        sortBy: report.sort ? [{ sortColumn: apiName(report.sort.column), sortOrder: report.sort.order }] : [],
        topRows: report.rowLimit === undefined ? null : { rowLimit: report.rowLimit, direction: report.sort?.order },
        scope: 'organization',
        hasDetailRows: report.showsDetails,
        hasRecordCount: true,
        showGrandTotal: report.showsGrandTotal,
        showSubtotals: report.showsSubtotals,
        buckets: [],
        crossFilters: [],
        customDetailFormula: {},
        currency: null,
        dashboardSetting: null,
        division: null,
        historicalSnapshotDates: [],
        presentationOptions: { hasStackedSummaries: true, historicalColumns: {} },
        supportsRoleHierarchy: false,
        userOrHierarchyFilterId: null
    };
}

function groupingOf({ column, granularity, order, sortBy }: Grouping): object {
    return {
        name: apiName(column),
        sortOrder: order,
        sortAggregate: sortBy === undefined ? null : apiName(sortBy),
        dateGranularity: granularity === 'Day' ? 'None' : granularity
    };
}

function dateFilterOf({ timeFrame }: Report, { now, timeZone }: ReportClock): object {
    const range = rangeOfInterval(timeFrame.interval, dayIn(timeZone, now));
    return {
        column: apiName(timeFrame.column),
        durationValue: durationOf(timeFrame.interval),
        startDate: range?.start ?? null,
        endDate: range ? dayBefore(range.end) : null
    };
}

function dayBefore(day: string): string {
    return new Date(Date.parse(`${day}T00:00:00Z`) - 24 * 3_600_000).toISOString().slice(0, 10);
}

/** The API writes chart types as words: `Horizontal Bar Stacked`. */
function chartOf(chart: ReportChart): object {
    const second = chart.secondGrouping === undefined ? [] : [chart.secondGrouping];
    return {
        chartType: chart.type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' '),
        groupings: [chart.grouping, ...second].map(apiName),
        hasLegend: chart.hasLegend,
        showChartValues: chart.showsValues,
        summaries: chart.summaries.map(apiName),
        summaryAxisLocations: chart.summaries.map(() => 'Y'),
        title: chart.title || null
    };
}

/** `reportExtendedMetadata`: labels and types of what the report shows. */
export function extendedMetadataOf(run: ReportRun): object {
    const { columns, report, summaries, values } = run;
    const groupings = [...report.down, ...report.across].flatMap(({ column }, index): [string, object][] => {
        const found = report.type.columns.get(column);
        const field = found && values.field(found);
        const groupingLevel = index < report.down.length ? index : index - report.down.length;
        return field
            ? [[apiName(column), { label: columnLabel(field), dataType: describeType(field), groupingLevel }]]
            : [];
    });
    return {
        aggregateColumnInfo: Object.fromEntries(
            summaries.map(({ dataType, label, name }) => [
                apiName(name),
                { label, dataType, acrossGroupingContext: null, downGroupingContext: null }
            ])
        ),
        detailColumnInfo: Object.fromEntries(
            columns.flatMap((column) => {
                const field = values.field(column);
                return field ? [[apiName(column.name), columnInfoOf(column, field)]] : [];
            })
        ),
        groupingColumnInfo: Object.fromEntries(groupings)
    };
}

function columnInfoOf(column: ReportTypeColumn, field: FieldSchema): object {
    return {
        label: columnLabel(field),
        dataType: describeType(field),
        entityColumnName: `${column.object}.${column.field}`,
        filterable: !isLongText(field),
        filterValues: (field.picklist?.values ?? []).map(({ label, value }) => ({ name: value, label })),
        isLookup: isLookup(field),
        uniqueCountable: !isLongText(field)
    };
}

/** `reportTypeMetadata`: every column that the user may put into a report of this type, by section. */
export function reportTypeMetadataOf({ report, values }: Pick<ReportRun, 'report' | 'values'>): object {
    const bySection = Map.groupBy(report.type.columns.values(), ({ section }) => section);
    return {
        categories: [...bySection].map(([label, columns]) => ({
            label,
            columns: Object.fromEntries(
                columns.flatMap((column) => {
                    const field = values.field(column);
                    return field
                        ? [[apiName(column.name), { ...columnInfoOf(column, field), isCustom: field.custom }]]
                        : [];
                })
            )
        })),
        supportsJoinedFormat: false
    };
}
