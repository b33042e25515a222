import type { Grouping, Report } from '../../metadata/reports/definition.ts';
import type { Project } from '../read/project.ts';
import { fieldOf, hasSummary } from '../read/reportModel.ts';
import type { ReportProblem } from './reportProblem.ts';

type Range = readonly [fewest: number, most: number];

/** Fewest and most groupings of rows and of columns, by format. */
const GROUPINGS: Readonly<Record<Report['format'], { readonly down: Range; readonly across: Range }>> = {
    Tabular: { down: [0, 0], across: [0, 0] },
    Summary: { down: [1, 3], across: [0, 0] },
    Matrix: { down: [1, 2], across: [1, 2] }
};

const NOT_GROUPABLE = new Set(['LongTextArea', 'Html']);
const DATES = new Set(['Date', 'DateTime']);

/** Groupings as many as the format takes, by columns that can be grouped, sorted by what the report computes. */
export function checkGroupings(report: Report, project: Project): ReportProblem[] {
    const { across, down, format } = report;
    const grouped = [...down, ...across];
    return [
        ...checkCount(format, 'groupingsDown', down.length, GROUPINGS[format].down),
        ...checkCount(format, 'groupingsAcross', across.length, GROUPINGS[format].across),
        ...grouped.flatMap((grouping) =>
            [
                ...checkKind(grouping, fieldOf(project, report, grouping.column)?.type ?? ''),
                ...(grouped.filter(({ column }) => column === grouping.column).length > 1
                    ? [{ what: `${grouping.column} is grouped by twice`, mend: 'Keep one.' }]
                    : []),
                ...checkSort(grouping, report)
            ].map((problem) => ({ line: grouping.line, ...problem }))
        )
    ];
}

function checkCount(format: string, name: string, count: number, [fewest, most]: Range): ReportProblem[] {
    const mend = fewest === most ? `Use ${most}.` : `Use ${fewest} to ${most}.`;
    return count >= fewest && count <= most ? [] : [{ what: `A ${format} report with ${count} <${name}>`, mend }];
}

function checkKind({ column, granularity }: Grouping, fieldType: string): ReportProblem[] {
    if (NOT_GROUPABLE.has(fieldType)) {
        return [{ what: `${column} is too long to group by`, mend: 'Group by another column.' }];
    }
    return DATES.has(fieldType) || granularity === 'Day'
        ? []
        : [{ what: `${column} is no date, so there is no ${granularity}`, mend: 'Write Day.' }];
}

function checkSort({ sortBy }: Grouping, report: Report): ReportProblem[] {
    return sortBy === undefined || hasSummary(report, sortBy)
        ? []
        : [{ what: `The group is sorted by ${sortBy}, which the report does not have`, mend: 'Add the summary.' }];
}
