import type { Finding } from '../finding.ts';
import { unknownColumns } from './reportColumns.ts';
import type { ReportFacts } from '../read/reportModel.ts';
import { summaryOf } from '../read/reportModel.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf, textOf } from '../../metadata/xml.ts';

/** Fewest and most groupings of rows and of columns, by format. */
const GROUPINGS: Readonly<Record<string, { readonly down: Range; readonly across: Range }>> = {
    Tabular: { down: [0, 0], across: [0, 0] },
    Summary: { down: [1, 3], across: [0, 0] },
    Matrix: { down: [1, 2], across: [1, 2] }
};
type Range = readonly [fewest: number, most: number];

const NOT_GROUPABLE = new Set(['LongTextArea', 'Html']);
const DATES = new Set(['Date', 'DateTime']);

/** Groupings as many as the format takes, by columns that can be grouped, sorted by what the report computes. */
export function checkGroupings(report: ReportFacts): Finding[] {
    const { component, format } = report;
    const down = childrenOf(component.root, 'groupingsDown');
    const across = childrenOf(component.root, 'groupingsAcross');
    const allowed = GROUPINGS[format];
    if (!allowed) {
        return [
            {
                file: component.file,
                what: `The local org cannot run a ${format} report`,
                mend: `Use ${Object.keys(GROUPINGS).join(', ')}.`
            }
        ];
    }
    const grouped = [...down, ...across];
    return [
        ...checkCount(report, 'groupingsDown', down.length, allowed.down),
        ...checkCount(report, 'groupingsAcross', across.length, allowed.across),
        ...unknownColumns(report, grouped, 'field'),
        ...grouped.flatMap((grouping) => checkGrouping(grouping, report))
    ];
}

function checkCount({ component, format }: ReportFacts, name: string, count: number, [fewest, most]: Range): Finding[] {
    return count >= fewest && count <= most
        ? []
        : [
              {
                  file: component.file,
                  what: `A ${format} report with ${count} <${name}>`,
                  mend: fewest === most ? `Use ${most}.` : `Use ${fewest} to ${most}.`
              }
          ];
}

function checkGrouping(grouping: XmlElement, { component, groupings, summaries, type }: ReportFacts): Finding[] {
    const name = textOf(grouping, 'field');
    const sort = sortName(grouping);
    const fieldType = type?.columns.get(name)?.field.type;
    return [
        ...(fieldType === undefined ? [] : checkKind(name, fieldType, textOf(grouping, 'dateGranularity'))),
        ...(groupings.filter((grouped) => grouped === name).length > 1
            ? [{ what: `${name} is grouped by twice`, mend: 'Keep one.' }]
            : []),
        ...(sort === undefined || summaries.has(sort)
            ? []
            : [{ what: `The group is sorted by ${sort}, which the report does not have`, mend: 'Add the summary.' }])
    ].map((problem) => ({ file: `${component.file}:${grouping.line}`, ...problem }));
}

function checkKind(name: string, fieldType: string, granularity: string): Omit<Finding, 'file'>[] {
    if (NOT_GROUPABLE.has(fieldType)) {
        return [{ what: `${name} is too long to group by`, mend: 'Group by another column.' }];
    }
    return DATES.has(fieldType) || /^(|Day|None)$/.test(granularity)
        ? []
        : [{ what: `${name} is no date, so there is no ${granularity}`, mend: 'Write Day.' }];
}

/** The summary that a grouping is sorted by; undefined when it is sorted by its own values. */
function sortName(grouping: XmlElement): string | undefined {
    const by = textOf(grouping, 'sortByName');
    switch (textOf(grouping, 'sortType')) {
        case 'Aggregate':
            return summaryOf(textOf(grouping, 'aggregateType'), by);
        case 'CustomSummaryFormula':
            return by;
        default:
            return undefined;
    }
}
