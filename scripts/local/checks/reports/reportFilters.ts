import { rangeOfLiteral } from '../../org/query/dateLiterals.ts';
import { QueryError } from '../../org/store/queryError.ts';
import type { FieldSchema } from '../../metadata/objects/schema.ts';
import type { Report } from '../../metadata/reports/definition.ts';
import { valuesOf } from '../read/packageModel.ts';
import type { Project } from '../read/project.ts';
import { fieldOf } from '../read/reportModel.ts';
import type { ReportProblem } from './reportProblem.ts';

const MOST_FILTERS = 20;
const DATES = new Set(['Date', 'DateTime']);
const NUMBERS = new Set(['Number', 'Currency', 'Percent']);
const ORDER = ['lessThan', 'greaterThan', 'lessOrEqual', 'greaterOrEqual'];
const EQUALITY = ['equals', 'notEqual'];
const PARTS = ['contains', 'notContain', 'startsWith'];

/** Operators by field type, where they are not those of a text; none for what cannot be filtered by. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
    LongTextArea: [],
    Html: [],
    Date: [...EQUALITY, ...ORDER],
    DateTime: [...EQUALITY, ...ORDER],
    Number: [...EQUALITY, ...ORDER],
    Currency: [...EQUALITY, ...ORDER],
    Percent: [...EQUALITY, ...ORDER],
    Checkbox: EQUALITY,
    MultiselectPicklist: [...EQUALITY, 'includes', 'excludes']
};
const TEXT_OPERATORS = [...EQUALITY, ...ORDER, ...PARTS];

/** Filters have operators and values that fit their columns, and every filter counts. */
export function checkFilters(report: Report, project: Project): ReportProblem[] {
    const { filters, timeFrame, writtenLogic } = report;
    const frame = fieldOf(project, report, timeFrame.column);
    return [
        ...filters.flatMap(({ column, line, operator, value }) => {
            const field = fieldOf(project, report, column);
            const what = field && problemOf(field, operator, value);
            return what === undefined ? [] : [{ line, what: `${column}: ${what}`, mend: 'Correct the filter.' }];
        }),
        ...(filters.length > MOST_FILTERS
            ? [{ what: `It has ${filters.length} filters`, mend: `Use ${MOST_FILTERS} at most.` }]
            : []),
        ...(writtenLogic === '' ? [] : unusedFilters(writtenLogic, filters.length)),
        ...(frame && !DATES.has(frame.type)
            ? [{ line: timeFrame.line, what: `${timeFrame.column} is no date`, mend: 'Name a date in <dateColumn>.' }]
            : [])
    ];
}

/** What is wrong with a filter; undefined when it is sound. */
function problemOf(field: FieldSchema, operator: string, value: string): string | undefined {
    const operators = OPERATORS[field.type] ?? TEXT_OPERATORS;
    if (operators.length === 0) {
        return 'a text this long cannot be filtered by';
    }
    if (!operators.includes(operator)) {
        return `${operator} is no filter of a ${field.type}`;
    }
    return value === '' ? undefined : valueProblem(field, value);
}

function valueProblem(field: FieldSchema, value: string): string | undefined {
    const values = valuesOf(field);
    const parts = value.split(',').map((part) => part.trim());
    if (values.length > 0) {
        const unknown = parts.find((part) => !values.includes(part));
        return unknown === undefined ? undefined : `"${unknown}" is not in the picklist`;
    }
    if (NUMBERS.has(field.type)) {
        return parts.every((part) => /^-?\d+(\.\d+)?$/.test(part)) ? undefined : `"${value}" is no number`;
    }
    if (field.type === 'Checkbox') {
        return /^(0|1|True|False)$/.test(value) ? undefined : `"${value}" is neither True nor False`;
    }
    return DATES.has(field.type) ? dateProblem(value) : undefined;
}

function dateProblem(value: string): string | undefined {
    try {
        rangeOfLiteral(value, '2026-01-01');
        return undefined;
    } catch (error) {
        if (error instanceof QueryError) {
            return `"${value}" is no relative date that the local org knows`;
        }
        throw error;
    }
}

function unusedFilters(logic: string, count: number): ReportProblem[] {
    const used = new Set([...logic.matchAll(/\d+/g)].map(([text]) => Number(text)));
    return Array.from({ length: count }, (_item, index) => index + 1)
        .filter((number) => !used.has(number))
        .map((number) => ({ what: `The filter logic leaves out filter ${number}`, mend: 'Name every filter once.' }));
}
