import type { FieldValue } from '../../records.ts';
import { kindOf } from '../../../metadata/objects/fieldKind.ts';
import type { FieldSchema } from '../../../metadata/objects/schema.ts';
import type { ReportRow } from '../../reports/columnValues.ts';
import type { ReportTypeColumn } from '../../../metadata/reports/definition.ts';
import type { Group } from '../../reports/groups.ts';
import type { Fact, ReportRun } from '../../reports/runReport.ts';

/** Rows that one run of a report shows at most. */
export const MOST_ROWS = 2000;

interface Cell {
    readonly label: string;
    readonly value: FieldValue;
}

/** The facts of a report in the shape of the Analytics API, with rows when they are asked for. */
export function factMapOf(run: ReportRun, withRows: boolean): { readonly factMap: object; readonly allData: boolean } {
    let left = MOST_ROWS;
    const rowsOf = ({ isDetail, rows }: Fact): { rows?: object[] } => {
        if (!withRows || !isDetail) {
            return withRows ? { rows: [] } : {};
        }
        const shown = rows.slice(0, left);
        left -= shown.length;
        return { rows: shown.map((row) => ({ dataCells: run.columns.map((column) => cellOf(run, row, column)) })) };
    };
    const factMap = Object.fromEntries(
        [...run.facts].map(([key, fact]) => [key, { ...rowsOf(fact), aggregates: fact.summaries }])
    );
    const total = run.facts.get('T!T')?.rows.length ?? 0;
    return { factMap, allData: !withRows || total <= MOST_ROWS };
}

/** Groups in the shape of the Analytics API. */
export function groupingsOf(groups: readonly Group[]): object[] {
    return groups.map(({ groups: inner, key, label, value }) => ({ key, label, value, groupings: groupingsOf(inner) }));
}

/** A name stands for its record, a lookup for the record it points to: the value is the id, the label the name. */
function cellOf({ values }: ReportRun, row: ReportRow, column: ReportTypeColumn): Cell {
    const value = values.value(row, column);
    const field = values.field(column);
    const id = row.get(column.table)?.['Id'] ?? null;
    return { label: values.label(column, value), value: field?.nameField ? id : value };
}

/** The label of a column, as reports show it: a standard lookup goes without `ID`. */
export function columnLabel(field: FieldSchema): string {
    return field.lookup ? field.label.replace(/ ID$/, '') : field.label;
}

/** Whether values of a column lead to records. */
export function isLookup(field: FieldSchema): boolean {
    return field.nameField || kindOf(field) === 'id';
}
