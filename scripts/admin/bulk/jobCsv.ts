import { stringify } from 'csv-stringify/sync';

type Value = string | number | boolean | null | undefined;

/** Bulk API 2.0 reads this cell as "empty the field", so no text may be it. */
const EMPTIES_THE_FIELD = '#N/A';

/** CSV of records with a column for every field that any of them has; a field that a record lacks is an empty cell. */
export function jobCsv(records: readonly Readonly<Record<string, Value>>[]): string {
    const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
    return stringify([columns, ...records.map((record) => columns.map((column) => cell(record[column])))]);
}

function cell(value: Value): string {
    if (value === null) {
        return EMPTIES_THE_FIELD;
    }
    // The job says that its lines end with LF; the platform looks for CR in the values, too.
    const text = value === undefined ? '' : String(value).replace(/\r\n?/g, '\n');
    return text === EMPTIES_THE_FIELD ? '' : text;
}
