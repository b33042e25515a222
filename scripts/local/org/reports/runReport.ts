import type { ColumnValues, ReportRow } from './columnValues.ts';
import { createColumnValues } from './columnValues.ts';
import type { Report, ReportTypeColumn } from '../../metadata/reports/definition.ts';
import type { Group } from './groups.ts';
import { everyGroup, groupRows } from './groups.ts';
import type { ReportSource } from './reportRows.ts';
import { rowsOf } from './reportRows.ts';
import type { Summary, SummaryValue } from './summaries.ts';
import { summariesOf } from './summaries.ts';

/** A report that the user may not run, or not as it is. */
export class ReportAccessError extends Error {
    override readonly name = 'ReportAccessError';
}

/** What came of a report: its rows, their groups, and a fact for every combination of groups. */
export interface ReportRun {
    readonly report: Report;
    /** Of all types' columns, those that the user may read. */
    readonly values: ColumnValues;
    readonly columns: readonly ReportTypeColumn[];
    readonly summaries: readonly Summary[];
    readonly down: readonly Group[];
    readonly across: readonly Group[];
    /** By key, as the Analytics API has it: rows, an exclamation mark, columns; `T` stands for all. */
    readonly facts: ReadonlyMap<string, Fact>;
}

export interface Fact {
    readonly summaries: readonly SummaryValue[];
    readonly rows: readonly ReportRow[];
    /** Whether this is where the rows themselves are shown: the last level in both directions. */
    readonly isDetail: boolean;
}

const ALL = 'T';

/**
 * Runs a report as its user sees it. Columns that the user may not read are left out.
 * @throws ReportAccessError when the report's objects, or what it filters, groups or sorts by, may not be read
 */
export function runReport(report: Report, source: ReportSource): ReportRun {
    const values = createColumnValues(source);
    checkAccess(report, source, values);
    const summaries = summariesOf(report, values, source.locale.language);
    const rows = rowsOf(report, source, values);
    const context = { type: report.type, columns: values, summaries, locale: source.locale };
    const down = groupRows(rows, report.down, context);
    const across = groupRows(rows, report.across, context);
    return {
        report,
        values,
        columns: report.columns.flatMap(({ column }) => {
            const found = report.type.columns.get(column);
            return found && values.field(found) ? [found] : [];
        }),
        summaries,
        down,
        across,
        facts: factsOf(rows, down, across, summaries)
    };
}

function factsOf(
    rows: readonly ReportRow[],
    down: readonly Group[],
    across: readonly Group[],
    summaries: readonly Summary[]
): Map<string, Fact> {
    const whole = { key: ALL, rows, groups: [] };
    const facts = new Map<string, Fact>();
    for (const inRows of [...everyGroup(down), whole]) {
        const members = new Set(inRows.rows);
        for (const inColumns of [...everyGroup(across), whole]) {
            const common = inColumns === whole ? inRows.rows : inColumns.rows.filter((row) => members.has(row));
            facts.set(`${inRows.key}!${inColumns.key}`, {
                summaries: summaries.map((summary) => summary.compute(common)),
                rows: common,
                isDetail: isLast(inRows, down) && isLast(inColumns, across)
            });
        }
    }
    return facts;
}

function isLast({ key, groups }: Pick<Group, 'key' | 'groups'>, dimension: readonly Group[]): boolean {
    return groups.length === 0 && (key !== ALL || dimension.length === 0);
}

function checkAccess(report: Report, { schema }: ReportSource, values: ColumnValues): void {
    const { type } = report;
    if (type.tables.some(({ object }) => !schema.objects.has(object))) {
        throw new ReportAccessError(`You may not read what the report type ${type.label} is about.`);
    }
    const needed = [
        ...report.filters.map(({ column }) => column),
        ...[...report.down, ...report.across].map(({ column }) => column),
        report.timeFrame.column,
        ...(report.sort ? [report.sort.column] : [])
    ];
    const hidden = needed.find((name) => {
        const column = type.columns.get(name);
        return column === undefined || values.field(column) === undefined;
    });
    if (hidden !== undefined) {
        throw new ReportAccessError(`The report needs ${hidden}, which you may not read.`);
    }
}
