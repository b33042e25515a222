import { rangeOfLiteral } from '../../org/query/dateLiterals.ts';
import { QueryError } from '../../org/store/queryError.ts';
import type { Finding } from '../finding.ts';
import type { FieldSchema } from '../../metadata/objects/schema.ts';
import { valuesOf } from '../read/packageModel.ts';
import type { Project } from '../read/project.ts';
import { unknownColumns } from './reportColumns.ts';
import type { ReportFacts } from '../read/reportModel.ts';
import { reportsOf } from '../read/reportModel.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childOf, childrenOf, textOf } from '../../metadata/xml.ts';

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

/** Filters name columns of the report's type, with operators and values that fit, and every filter counts. */
export function checkReportFilters(project: Project): Finding[] {
    return [...reportsOf(project).values()].flatMap((report) => {
        const filter = childOf(report.component.root, 'filter');
        const items = filter ? childrenOf(filter, 'criteriaItems') : [];
        return [
            ...unknownColumns(report, items, 'column'),
            ...items.flatMap((item) => checkItem(item, report)),
            ...(filter ? checkLogic(textOf(filter, 'booleanFilter'), items.length, report) : []),
            ...checkTimeFrame(report)
        ];
    });
}

function checkItem(item: XmlElement, { component, type }: ReportFacts): Finding[] {
    const column = textOf(item, 'column');
    const field = type?.columns.get(column)?.field;
    const what = field && problemOf(field, textOf(item, 'operator'), textOf(item, 'value'));
    return what === undefined
        ? []
        : [{ file: `${component.file}:${item.line}`, what: `${column}: ${what}`, mend: 'Correct the filter.' }];
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

function checkLogic(logic: string, count: number, { component: { file } }: ReportFacts): Finding[] {
    const tooMany =
        count > MOST_FILTERS ? [{ file, what: `It has ${count} filters`, mend: `Use ${MOST_FILTERS} at most.` }] : [];
    if (logic === '') {
        return tooMany;
    }
    const numbers = [...logic.matchAll(/\d+/g)].map(([text]) => Number(text));
    const missing = numbers.filter((number) => number < 1 || number > count);
    const unused = Array.from({ length: count }, (_item, index) => index + 1).filter(
        (number) => !numbers.includes(number)
    );
    return [
        ...tooMany,
        ...missing.map((number) => ({
            file,
            what: `The filter logic names filter ${number} of ${count}`,
            mend: 'Name filters that are there.'
        })),
        ...unused.map((number) => ({
            file,
            what: `The filter logic leaves out filter ${number}`,
            mend: 'Name every filter once.'
        }))
    ];
}

function checkTimeFrame(report: ReportFacts): Finding[] {
    const { component, type } = report;
    const [frame] = childrenOf(component.root, 'timeFrameFilter');
    if (!frame) {
        return [
            {
                file: component.file,
                what: 'The report has no time frame',
                mend: 'Add <timeFrameFilter>, with INTERVAL_CUSTOM for all time.'
            }
        ];
    }
    const column = textOf(frame, 'dateColumn');
    const field = type?.columns.get(column)?.field;
    return [
        ...unknownColumns(report, [frame], 'dateColumn'),
        ...(field && !DATES.has(field.type)
            ? [
                  {
                      file: `${component.file}:${frame.line}`,
                      what: `${column} is no date`,
                      mend: 'Name a date in <dateColumn>.'
                  }
              ]
            : [])
    ];
}
