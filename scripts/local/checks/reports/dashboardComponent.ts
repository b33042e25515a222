import type { DashboardComponent, Indicator, Report } from '../../metadata/reports/definition.ts';
import type { Finding } from '../finding.ts';
import { hasSummary, isGroupedBy, shows } from '../read/reportModel.ts';
import { isColour } from './formattingRules.ts';

type Problem = Omit<Finding, 'file'>;

/** One component of a dashboard shows groupings and summaries that its report has. */
export function checkDashboardComponent(component: DashboardComponent, report: Report): Problem[] {
    const { groupings, header, indicator, tableColumns, usesReportChart, visualization } = component;
    const isTable = visualization === 'FlexTable';
    return [
        ...(usesReportChart || isTable ? [] : checkSummaries(component, report)),
        ...(usesReportChart || isTable || indicator ? [] : checkGroupings(component, report)),
        ...(indicator ? checkIndicator(indicator, visualization) : []),
        ...(isTable ? checkTable(tableColumns, report) : []),
        ...groupings.flatMap(({ sortBy }) =>
            sortBy === undefined || hasSummary(report, sortBy) || shows(report, sortBy) ? [] : [missingSummary(sortBy)]
        ),
        ...(header === '' ? [{ what: 'The component has no header', mend: 'Say in <header> what it shows.' }] : [])
    ];
}

function checkSummaries({ summaries }: DashboardComponent, report: Report): Problem[] {
    return summaries.length === 0
        ? [{ what: 'The component has no <chartSummary>', mend: 'Name what it shows.' }]
        : summaries.filter((summary) => !hasSummary(report, summary)).map(missingSummary);
}

function checkGroupings({ groupings }: DashboardComponent, report: Report): Problem[] {
    return groupings.length === 0
        ? [{ what: 'The chart has no <groupingColumn>', mend: 'Draw a grouping.' }]
        : groupings
              .filter(({ column }) => !isGroupedBy(report, column))
              .map(({ column }) => ({
                  what: `The report is not grouped by ${column}`,
                  mend: 'Draw one of its groupings.'
              }));
}

function missingSummary(name: string): Problem {
    return { what: `The report has no summary ${name}`, mend: 'Add it to the report, or show another.' };
}

function checkIndicator({ breakpoints, colours, range }: Indicator, visualization: string): Problem[] {
    const names = ['indicatorLowColor', 'indicatorMiddleColor', 'indicatorHighColor'];
    const missing = names.filter((_name, index) => !isColour(colours[index] ?? ''));
    const ends = range ? [range[0], ...breakpoints, range[1]] : breakpoints;
    return [
        ...missing.map((name) => ({ what: `<${name}> is no colour`, mend: 'Write one, such as #00716B.' })),
        ...(ends.every((end, index) => index === 0 || (ends[index - 1] ?? NaN) <= end)
            ? []
            : [
                  {
                      what: `The ${visualization.toLowerCase()} runs ${ends.join(', ')}`,
                      mend: 'Put its ends and breakpoints in order.'
                  }
              ])
    ];
}

function checkTable(columns: DashboardComponent['tableColumns'], report: Report): Problem[] {
    const known = { grouping: isGroupedBy, aggregate: hasSummary, detail: shows };
    return columns.length === 0
        ? [{ what: 'The table has no column', mend: 'Add <flexTableColumn> to <flexComponentProperties>.' }]
        : columns
              .filter(({ kind, name }) => !known[kind](report, name))
              .map(({ kind, name }) => ({
                  what: `The report has no ${kind} ${name}`,
                  mend: 'Show what the report has.'
              }));
}
