import type { XmlElement } from '../xml.ts';
import { requiredTextOf } from '../readMetadata.ts';
import type { Grouping, NamedColumn } from './definition.ts';
import { DATE_GRANULARITIES, SUMMARY_KINDS, summaryName } from './definition.ts';
import { optionalWordOf, wordOf } from '../metadataWords.ts';

/** A column that the report's type must have, named by this element. */
export type TakeColumn = (element: XmlElement, column: string) => NamedColumn;

export function readGrouping(element: XmlElement, take: TakeColumn): Grouping {
    const sortBy = readSort(element);
    return {
        ...take(element, requiredTextOf(element, 'field')),
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
