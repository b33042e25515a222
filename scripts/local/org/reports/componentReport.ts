import type {
    DashboardComponent,
    DashboardFilter,
    DashboardGrouping,
    Grouping,
    Report
} from '../../metadata/reports/definition.ts';

export type FilterOption = DashboardFilter['options'][number];

/**
 * The report as a component of a dashboard shows it: grouped and ordered as the component says, without what the
 * component leaves out. A chart's second grouping goes across, so that every group has all its parts.
 * @param chosen what is chosen of each of the dashboard's filters, which narrow the report beside its own
 */
export function reportOfComponent(
    whole: Report,
    component: DashboardComponent,
    chosen: readonly (FilterOption | undefined)[]
): Report {
    const report = narrowed(whole, component, chosen);
    const groupings = component.groupings.flatMap((grouping) => groupingOf(report, grouping));
    const isTable = component.visualization === 'FlexTable';
    return {
        ...report,
        format: groupings.length === 0 ? 'Tabular' : 'Summary',
        down: isTable ? groupings : groupings.slice(0, 1),
        across: isTable ? [] : groupings.slice(1),
        showsDetails: component.tableColumns.some(({ kind }) => kind === 'detail'),
        columns: isTable ? columnsOf(report, component) : report.columns
    };
}

function narrowed(
    report: Report,
    { filterColumns, line }: DashboardComponent,
    chosen: readonly (FilterOption | undefined)[]
): Report {
    const more = filterColumns.flatMap((column, index) => {
        const option = chosen[index];
        return option ? [{ line, column, ...option }] : [];
    });
    const conditions = more.map((_filter, index) => ({
        kind: 'condition' as const,
        index: report.filters.length + index
    }));
    return {
        ...report,
        filters: [...report.filters, ...more],
        logic: { kind: 'all', parts: [report.logic, ...conditions] }
    };
}

function groupingOf(report: Report, { column, order, sortBy }: DashboardGrouping): Grouping[] {
    const known = [...report.down, ...report.across].find((grouping) => grouping.column === column);
    return known
        ? [
              {
                  line: known.line,
                  column,
                  granularity: known.granularity,
                  order,
                  ...(sortBy !== undefined && sortBy !== column && { sortBy })
              }
          ]
        : [];
}

/** A table's own columns in their order; the others stay for what they are summed up to. */
function columnsOf({ columns }: Report, { line, tableColumns }: DashboardComponent): Report['columns'] {
    const shown = tableColumns.flatMap(({ kind, name }) =>
        kind === 'detail'
            ? [columns.find(({ column }) => column === name) ?? { line, column: name, summaries: [] }]
            : []
    );
    const shownNames = new Set(shown.map(({ column }) => column));
    return shown.length === 0 ? columns : [...shown, ...columns.filter(({ column }) => !shownNames.has(column))];
}
