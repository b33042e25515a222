import type { FieldValue } from '../records.ts';
import { kindOf } from '../../metadata/objects/fieldKind.ts';
import type { FieldSchema } from '../../metadata/objects/schema.ts';
import type { Locale } from '../ui/displayValue.ts';
import type { ColumnValues, ReportRow } from './columnValues.ts';
import { NOTHING } from './columnValues.ts';
import { labelOfGroup, startOfGroup } from './dateGroups.ts';
import type { Grouping, ReportType, ReportTypeColumn } from '../../metadata/reports/definition.ts';
import type { Summary } from './summaries.ts';

/** Rows with one value of a grouping, and the groups of the next grouping within them. */
export interface Group {
    /** Places on each level, `1_0` for the first group within the second. */
    readonly key: string;
    readonly label: string;
    readonly value: FieldValue;
    readonly rows: readonly ReportRow[];
    readonly groups: readonly Group[];
}

export interface GroupingContext {
    readonly type: ReportType;
    readonly columns: ColumnValues;
    readonly summaries: readonly Summary[];
    readonly locale: Locale;
}

/** Groups rows level by level. Groups come in the order of their values, or of a summary; equal ones by value. */
export function groupRows(
    rows: readonly ReportRow[],
    groupings: readonly Grouping[],
    context: GroupingContext,
    path: readonly number[] = []
): readonly Group[] {
    const [grouping, ...further] = groupings;
    if (!grouping) {
        return [];
    }
    const dimension = dimensionOf(grouping, context);
    const byValue = Map.groupBy(rows, dimension.value);
    return [...byValue].toSorted(orderOf(grouping, dimension, context)).map(([value, members], index): Group => ({
        key: [...path, index].join('_'),
        label: value === null ? NOTHING : dimension.label(value),
        value,
        rows: members,
        groups: groupRows(members, further, context, [...path, index])
    }));
}

/** All groups of all levels, parents before their parts. */
export function everyGroup(groups: readonly Group[]): Group[] {
    return groups.flatMap((group) => [group, ...everyGroup(group.groups)]);
}

interface Dimension {
    readonly value: (row: ReportRow) => FieldValue;
    readonly label: (value: FieldValue) => string;
    readonly compare: (one: FieldValue, other: FieldValue) => number;
}

function dimensionOf({ column: name, granularity }: Grouping, { columns, locale, type }: GroupingContext): Dimension {
    const column = type.columns.get(name);
    const field = column && columns.field(column);
    if (!column || !field) {
        throw new Error(`The column ${name} cannot be grouped by`);
    }
    if (isDate(field)) {
        return {
            value: (row) => startOfGroup(columns.value(row, column), field, granularity, locale.timeZone),
            label: (value) => labelOfGroup(String(value), granularity, locale),
            compare: (one, other) => compareText(one, other)
        };
    }
    const shown = firstSpellings(columns, column);
    return { ...shown, compare: (one, other) => columns.compare(column, one, other) };
}

/** Texts that differ in case only are one group, called as the first of them is written. */
function firstSpellings(columns: ColumnValues, column: ReportTypeColumn): Pick<Dimension, 'value' | 'label'> {
    const spellings = new Map<string, string>();
    return {
        value: (row) => {
            const value = columns.value(row, column);
            if (typeof value !== 'string') {
                return value;
            }
            const folded = value.toLowerCase();
            const first = spellings.get(folded) ?? value;
            spellings.set(folded, first);
            return first === '' ? null : first;
        },
        label: (value) => columns.label(column, value)
    };
}

function isDate(field: FieldSchema): boolean {
    const kind = kindOf(field);
    return kind === 'date' || kind === 'datetime';
}

function compareText(one: FieldValue, other: FieldValue): number {
    const [a, b] = [String(one ?? ''), String(other ?? '')];
    return a === b ? 0 : a < b ? -1 : 1;
}

type Entry = readonly [FieldValue, readonly ReportRow[]];

function orderOf(
    { order, sortBy }: Grouping,
    { compare }: Dimension,
    { summaries }: GroupingContext
): (one: Entry, other: Entry) => number {
    const sign = order === 'Desc' ? -1 : 1;
    const summary = summaries.find(({ name }) => name === sortBy);
    if (!summary) {
        return ([one], [other]) => sign * compare(one, other);
    }
    const values = new Map<FieldValue, number>();
    const valueOf = ([value, rows]: Entry): number => {
        const known = values.get(value) ?? summary.compute(rows).value ?? -Infinity;
        values.set(value, known);
        return known;
    };
    return (one, other) => {
        const [a, b] = [valueOf(one), valueOf(other)];
        return a === b ? compare(one[0], other[0]) : sign * (a < b ? -1 : 1);
    };
}
