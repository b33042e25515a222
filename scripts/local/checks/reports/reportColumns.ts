import type { Report } from '../../metadata/reports/definition.ts';
import type { Project } from '../read/project.ts';
import { fieldOf, isGroupedBy } from '../read/reportModel.ts';
import type { ReportProblem } from './reportProblem.ts';

const NUMBERS = new Set(['Number', 'Currency', 'Percent', 'Checkbox']);
const MOST_COLUMNS = 100;

/** Whether values of the type can be added up. */
export function isNumeric(type: string): boolean {
    return NUMBERS.has(type);
}

/** Each column is there once, is not grouped by as well, and is summed up only where it is a number. */
export function checkColumns(report: Report, project: Project): ReportProblem[] {
    const names = report.columns.map(({ column }) => column);
    return [
        ...report.columns.flatMap(({ column, line, summaries }, index) => [
            ...(names.indexOf(column) === index
                ? []
                : [{ line, what: `The column ${column} is there twice`, mend: 'Keep one.' }]),
            ...(isGroupedBy(report, column)
                ? [{ line, what: `${column} is grouped by`, mend: 'Do not show it as a column.' }]
                : []),
            ...summaries
                .filter((kind) => kind !== 'Unique' && !isNumeric(fieldOf(project, report, column)?.type ?? ''))
                .map((kind) => ({
                    line,
                    what: `${column} is no number, so there is no ${kind}`,
                    mend: 'Remove the summary.'
                }))
        ]),
        ...(names.length > MOST_COLUMNS || names.length === 0
            ? [{ what: `It has ${names.length} columns`, mend: `Show 1 to ${MOST_COLUMNS}.` }]
            : [])
    ];
}
