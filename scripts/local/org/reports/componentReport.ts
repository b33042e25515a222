import type { DashboardComponent, DashboardGrouping, Grouping, Report } from './definition.ts';

/**
 * The report as a component of a dashboard shows it: grouped and ordered as the component says, without what the
 * component leaves out. A chart's second grouping goes across, so that every group has all its parts.
 */
export function reportOfComponent(report: Report, component: DashboardComponent): Report {
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

function groupingOf(report: Report, { column, order, sortBy }: DashboardGrouping): Grouping[] {
    const known = [...report.down, ...report.across].find((grouping) => grouping.column === column);
    return known
        ? [
              {
                  column,
                  granularity: known.granularity,
                  order,
                  ...(sortBy !== undefined && sortBy !== column && { sortBy })
              }
          ]
        : [];
}

/** A table's own columns in their order; the others stay for what they are summed up to. */
function columnsOf({ columns }: Report, { tableColumns }: DashboardComponent): Report['columns'] {
    const shown = tableColumns.flatMap(({ kind, name }) =>
        kind === 'detail'
            ? [{ column: name, summaries: columns.find(({ column }) => column === name)?.summaries ?? [] }]
            : []
    );
    const shownNames = new Set(shown.map(({ column }) => column));
    return shown.length === 0 ? columns : [...shown, ...columns.filter(({ column }) => !shownNames.has(column))];
}
