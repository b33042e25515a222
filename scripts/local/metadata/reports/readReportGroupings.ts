import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import { requiredTextOf } from '../readMetadata.ts';
import type { Grouping, Report } from './definition.ts';
import { DATE_GRANULARITIES, SUMMARY_KINDS, summaryName } from './definition.ts';
import { optionalWordOf, wordOf } from '../metadataWords.ts';

/** Reads the groupings of rows and columns. */
export function readGroupings(report: XmlElement): Pick<Report, 'down' | 'across'> {
    return {
        down: childrenOf(report, 'groupingsDown').map(readGrouping),
        across: childrenOf(report, 'groupingsAcross').map(readGrouping)
    };
}

function readGrouping(element: XmlElement): Grouping {
    const sortBy = readSort(element);
    return {
        column: requiredTextOf(element, 'field'),
        granularity: optionalWordOf(element, 'dateGranularity', DATE_GRANULARITIES) ?? 'Day',
        order: wordOf(element, 'sortOrder', ['Asc', 'Desc']),
        ...(sortBy !== undefined && { sortBy })
    };
}

function readSort(element: XmlElement): string | undefined {
    const kind = optionalWordOf(element, 'sortType', ['Column', 'Aggregate', 'CustomSummaryFormula']) ?? 'Column';
    if (kind === 'Column') {
        return undefined;
    }
    const name = requiredTextOf(element, 'sortByName');
    if (kind === 'CustomSummaryFormula') {
        return name;
    }
    const aggregate = wordOf(element, 'aggregateType', [...SUMMARY_KINDS, 'RowCount']);
    return aggregate === 'RowCount' ? name : summaryName(aggregate, name);
}
