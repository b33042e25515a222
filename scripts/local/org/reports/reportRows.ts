import { dayIn } from '../query/dateLiterals.ts';
import type { Condition, OrgRecord, RecordQuery } from '../records.ts';
import type { ColumnSource, ColumnValues, ReportRow } from './columnValues.ts';
import { rangeOfInterval } from './dateIntervals.ts';
import type { Report, ReportTable, ReportTypeColumn } from '../../metadata/reports/definition.ts';
import type { ReportClock } from './reportFilter.ts';
import { boundsOf, rowFilter } from './reportFilter.ts';

/** Where a report's rows come from, as its user sees them. */
export interface ReportSource extends ColumnSource {
    readonly find: (query: RecordQuery) => OrgRecord[];
    readonly now: Date;
}

/** The rows that a report is about: joined, within its time frame, and past its filters. */
export function rowsOf(report: Report, source: ReportSource, columns: ColumnValues): ReportRow[] {
    const clock: ReportClock = { now: source.now, timeZone: source.locale.timeZone };
    const [base, ...joined] = report.type.tables;
    if (!base) {
        return [];
    }
    const frame = timeFrameOf(report, columns, clock);
    const framed = (table: ReportTable): Condition[] => (frame?.column.table === table.name ? [frame.condition] : []);
    let rows: ReportRow[] = source
        .find({ object: base.object, where: { all: framed(base) } })
        .map((record) => new Map([[base.name, record]]));
    let parent = base;
    for (const table of joined) {
        rows = join(rows, parent, table, source.find({ object: table.object, where: { all: framed(table) } }));
        parent = table;
    }
    const passes = rowFilter(report, columns, clock);
    return sorted(rows.filter(passes), report, columns);
}

function timeFrameOf(
    { timeFrame, type }: Report,
    columns: ColumnValues,
    clock: ReportClock
): { readonly column: ReportTypeColumn; readonly condition: Condition } | undefined {
    const range = rangeOfInterval(timeFrame.interval, dayIn(clock.timeZone, clock.now));
    const column = type.columns.get(timeFrame.column);
    const field = column && columns.field(column);
    if (!range || !column || !field) {
        return undefined;
    }
    const { start, end } = boundsOf(range, field, clock);
    return {
        column,
        condition: {
            all: [
                { field: column.field, operator: 'gte', value: start },
                { field: column.field, operator: 'lt', value: end }
            ]
        }
    };
}

function join(
    rows: readonly ReportRow[],
    parent: ReportTable,
    table: ReportTable,
    records: readonly OrgRecord[]
): ReportRow[] {
    const lookup = table.join?.lookup ?? '';
    const children = Map.groupBy(records, (record) => record[lookup] ?? null);
    return rows.flatMap((row) => {
        const found = children.get(row.get(parent.name)?.['Id'] ?? null) ?? [];
        const joined = found.map((record): ReportRow => new Map([...row, [table.name, record]]));
        return joined.length === 0 && table.join?.outer === true ? [row] : joined;
    });
}

function sorted(rows: readonly ReportRow[], { rowLimit, sort, type }: Report, columns: ColumnValues): ReportRow[] {
    const column = sort && type.columns.get(sort.column);
    const sign = sort?.order === 'Desc' ? -1 : 1;
    const ordered = column
        ? rows.toSorted(
              (one, other) => sign * columns.compare(column, columns.value(one, column), columns.value(other, column))
          )
        : [...rows];
    return rowLimit === undefined ? ordered : ordered.slice(0, rowLimit);
}
