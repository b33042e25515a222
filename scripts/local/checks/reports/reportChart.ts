import { CHART_LOOKS } from '../../metadata/reports/chartLooks.ts';
import type { Report } from '../../metadata/reports/definition.ts';
import { hasSummary, isGroupedBy } from '../read/reportModel.ts';
import type { ReportProblem } from './reportProblem.ts';

/** A report's chart draws groupings and summaries that the report has. */
export function checkReportChart(report: Report): ReportProblem[] {
    const { chart, format } = report;
    if (!chart) {
        return [];
    }
    const { line, secondGrouping: second, summaries, type } = chart;
    return [
        ...(format === 'Tabular'
            ? [{ what: 'A Tabular report has no chart', mend: 'Group the report, or remove it.' }]
            : []),
        ...[chart.grouping, ...(second === undefined ? [] : [second])]
            .filter((column) => !isGroupedBy(report, column))
            .map((column) => ({
                what: `The chart draws ${column}, which is not grouped by`,
                mend: 'Draw a grouping.'
            })),
        ...((CHART_LOOKS[type].stacking === 'none') === (second === undefined)
            ? []
            : [
                  {
                      what: `A ${type} ${second === undefined ? 'needs' : 'has no'} second grouping`,
                      mend: 'Correct <chartType> or <secondaryGroupingColumn>.'
                  }
              ]),
        ...summaries
            .filter((summary) => !hasSummary(report, summary))
            .map((summary) => ({
                what: `The chart draws ${summary}, which the report does not have`,
                mend: 'Add the summary.'
            })),
        ...(summaries.length > 0 ? [] : [{ what: 'The chart draws nothing', mend: 'Add <chartSummaries>.' }])
    ].map((problem) => ({ line, ...problem }));
}
