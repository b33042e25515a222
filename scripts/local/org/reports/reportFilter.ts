import { logicHolds } from '../../metadata/conditionLogic.ts';
import type { DayRange } from '../query/dateLiterals.ts';
import { dayIn, rangeOfLiteral, startOfDay } from '../query/dateLiterals.ts';
import type { FieldValue } from '../records.ts';
import { kindOf } from '../../metadata/objects/fieldKind.ts';
import type { FieldSchema } from '../../metadata/objects/schema.ts';
import type { ColumnValues, ReportRow } from './columnValues.ts';
import type { FilterOperator, Report, ReportFilter, ReportTypeColumn } from '../../metadata/reports/definition.ts';

/** Where "today" is. */
export interface ReportClock {
    readonly now: Date;
    /** IANA name of the user's zone. */
    readonly timeZone: string;
}

type Test = (value: FieldValue, label: () => string) => boolean;
type Comparison = Extract<FilterOperator, 'lessThan' | 'greaterThan' | 'lessOrEqual' | 'greaterOrEqual'>;

/** Whether a row passes the report's filters, combined by its filter logic. The columns must be readable. */
export function rowFilter(report: Report, columns: ColumnValues, clock: ReportClock): (row: ReportRow) => boolean {
    const tests = report.filters.map((filter) => {
        const column = report.type.columns.get(filter.column);
        const field = column && columns.field(column);
        if (!column || !field) {
            throw new Error(`The column ${filter.column} cannot be filtered by`);
        }
        return { column, test: testOf(filter, field, clock) };
    });
    const holds = ({ column, test }: { column: ReportTypeColumn; test: Test }, row: ReportRow): boolean => {
        const value = columns.value(row, column);
        return test(value === '' ? null : value, () => (value === null ? '' : columns.label(column, value)));
    };
    return (row) =>
        logicHolds(report.logic, (index) => {
            const test = tests[index];
            return test !== undefined && holds(test, row);
        });
}

type MakeTest = (wanted: string, field: FieldSchema, clock: ReportClock) => Test;

const contains: MakeTest = (wanted) => partOfText((text) => text.includes(wanted.toLowerCase()));
const startsWith: MakeTest = (wanted) => partOfText((text) => text.startsWith(wanted.toLowerCase()));
const compares =
    (operator: Comparison): MakeTest =>
    (wanted, field, clock) =>
        comparison(operator, wanted, field, clock);

/** How each operator tests one value; `isNot` turns the answer for all its values around. */
const OPERATORS: Readonly<Record<FilterOperator, { readonly make: MakeTest; readonly isNot?: boolean }>> = {
    equals: { make: equality },
    notEqual: { make: equality, isNot: true },
    lessThan: { make: compares('lessThan') },
    greaterThan: { make: compares('greaterThan') },
    lessOrEqual: { make: compares('lessOrEqual') },
    greaterOrEqual: { make: compares('greaterOrEqual') },
    contains: { make: contains },
    notContain: { make: contains, isNot: true },
    startsWith: { make: startsWith },
    includes: { make: chosen },
    excludes: { make: chosen, isNot: true }
};

function testOf({ operator, value }: ReportFilter, field: FieldSchema, clock: ReportClock): Test {
    const { make, isNot = false } = OPERATORS[operator];
    const test = anyOf(valuesOf(value).map((wanted) => make(wanted, field, clock)));
    return isNot ? not(test) : test;
}

function anyOf(tests: readonly Test[]): Test {
    return (value, label) => tests.some((test) => test(value, label));
}

function not(test: Test): Test {
    return (value, label) => !test(value, label);
}

function partOfText(holds: (text: string) => boolean): Test {
    return (value, label) => value !== null && holds(label().toLowerCase());
}

/** One of the choices of a multi-select picklist. */
function chosen(wanted: string): Test {
    return (value) => value !== null && String(value).split(';').includes(wanted);
}

function equality(wanted: string, field: FieldSchema, clock: ReportClock): Test {
    if (wanted === '') {
        return (value) => value === null;
    }
    switch (kindOf(field)) {
        case 'number':
            return (value) => value === Number(wanted);
        case 'checkbox':
            return (value) => (value === true) === /^(true|1)$/i.test(wanted);
        case 'date':
        case 'datetime': {
            const { start, end } = boundsOf(rangeOfLiteral(wanted, dayIn(clock.timeZone, clock.now)), field, clock);
            return (value) => value !== null && String(value) >= start && String(value) < end;
        }
        case 'id':
        case 'text':
            return (value, label) =>
                value !== null && [String(value), label()].some((text) => text.toLowerCase() === wanted.toLowerCase());
    }
}

function comparison(operator: Comparison, wanted: string, field: FieldSchema, clock: ReportClock): Test {
    const kind = kindOf(field);
    if (kind === 'date' || kind === 'datetime') {
        const { start, end } = boundsOf(rangeOfLiteral(wanted, dayIn(clock.timeZone, clock.now)), field, clock);
        const tests: Readonly<Record<Comparison, (text: string) => boolean>> = {
            lessThan: (text) => text < start,
            lessOrEqual: (text) => text < end,
            greaterThan: (text) => text >= end,
            greaterOrEqual: (text) => text >= start
        };
        return (value) => value !== null && tests[operator](String(value));
    }
    const order = (value: FieldValue, label: () => string): number =>
        kind === 'number'
            ? Number(value) - Number(wanted)
            : label().localeCompare(wanted, 'en', { sensitivity: 'base' });
    const signs: Readonly<Record<Comparison, (difference: number) => boolean>> = {
        lessThan: (difference) => difference < 0,
        lessOrEqual: (difference) => difference <= 0,
        greaterThan: (difference) => difference > 0,
        greaterOrEqual: (difference) => difference >= 0
    };
    return (value, label) => value !== null && signs[operator](order(value, label));
}

/** First and last bound of days, comparable with stored values of the field. */
export function boundsOf(range: DayRange, field: FieldSchema, { timeZone }: ReportClock): DayRange {
    return field.type === 'Date'
        ? range
        : { start: startOfDay(range.start, timeZone), end: startOfDay(range.end, timeZone) };
}

/** Values with commas between them; quotes keep a comma inside one. An empty text is the blank. */
function valuesOf(written: string): string[] {
    const parts = [...written.matchAll(/"((?:[^"]|"")*)"|([^,]+)/g)];
    const values = parts.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain?.trim() ?? '');
    return values.length === 0 ? [''] : values;
}
