import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import { MetadataError, booleanOf, requiredTextOf, optionalTextOf } from '../readMetadata.ts';
import { isChartType } from './chartLooks.ts';
import type { ReportChart } from './definition.ts';
import { SUMMARY_KINDS, summaryName } from './definition.ts';
import { optionalWordOf } from '../metadataWords.ts';

/**
 * Reads a report's chart.
 * @throws MetadataError for a type of chart that nobody draws here
 */
export function readChart(element: XmlElement): ReportChart {
    const type = requiredTextOf(element, 'chartType');
    if (!isChartType(type)) {
        throw new MetadataError(element, `the local org draws no chart of type ${type}`);
    }
    const second = optionalTextOf(element, 'secondaryGroupingColumn');
    return {
        line: element.line,
        type,
        title: optionalTextOf(element, 'title') ?? '',
        grouping: requiredTextOf(element, 'groupingColumn'),
        ...(second !== undefined && { secondGrouping: second }),
        summaries: childrenOf(element, 'chartSummaries').map(readSummary),
        hasLegend: optionalTextOf(element, 'legendPosition') !== undefined,
        showsValues: booleanOf(element, 'showValues')
    };
}

/** The name of what a chart or dashboard component shows: `RowCount`, a formula, or a summary of a column. */
export function readSummary(element: XmlElement): string {
    const column = requiredTextOf(element, 'column');
    const kind = optionalWordOf(element, 'aggregate', SUMMARY_KINDS);
    return kind === undefined ? column : summaryName(kind, column);
}
