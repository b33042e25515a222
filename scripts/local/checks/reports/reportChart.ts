import type { Finding } from '../finding.ts';
import type { ReportFacts } from '../read/reportModel.ts';
import { summaryOf } from '../read/reportModel.ts';
import { childOf, childrenOf, textOf } from '../../metadata/xml.ts';

/** Chart types that draw two groupings. */
const TWO_GROUPINGS = /(Grouped|Stacked|StackedTo100)$/;

/** A report's chart draws groupings and summaries that the report has. */
export function checkReportChart({ component, format, groupings, summaries }: ReportFacts): Finding[] {
    const chart = childOf(component.root, 'chart');
    if (!chart) {
        return [];
    }
    const finding = (what: string, mend: string): Finding => ({ file: `${component.file}:${chart.line}`, what, mend });
    const first = textOf(chart, 'groupingColumn');
    const second = textOf(chart, 'secondaryGroupingColumn');
    const chartType = textOf(chart, 'chartType');
    return [
        ...(format === 'Tabular' ? [finding('A Tabular report has no chart', 'Group the report, or remove it.')] : []),
        ...[first, second]
            .filter((column) => column !== '' && !groupings.includes(column))
            .map((column) => finding(`The chart draws ${column}, which is not grouped by`, 'Draw a grouping.')),
        ...(first === '' ? [finding('The chart has no <groupingColumn>', 'Draw a grouping of the report.')] : []),
        ...(TWO_GROUPINGS.test(chartType) === (second !== '')
            ? []
            : [
                  finding(
                      `A ${chartType} ${second === '' ? 'needs' : 'has no'} second grouping`,
                      'Correct <chartType> or <secondaryGroupingColumn>.'
                  )
              ]),
        ...childrenOf(chart, 'chartSummaries')
            .map((summary) => summaryOf(textOf(summary, 'aggregate'), textOf(summary, 'column')))
            .filter((summary) => !summaries.has(summary))
            .map((summary) =>
                finding(`The chart draws ${summary}, which the report does not have`, 'Add the summary.')
            ),
        ...(childOf(chart, 'chartSummaries') ? [] : [finding('The chart draws nothing', 'Add <chartSummaries>.')])
    ];
}
