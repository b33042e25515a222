import type { FieldValue, OrgRecord } from '../records.ts';
import { kindOf } from '../../metadata/objects/fieldKind.ts';
import type { FieldSchema, OrgSchema } from '../../metadata/objects/schema.ts';
import { objectOfId } from '../../metadata/objects/schema.ts';
import type { Locale } from '../ui/displayValue.ts';
import { displayValue } from '../ui/displayValue.ts';
import type { ReportTypeColumn } from '../../metadata/reports/definition.ts';

/** One row of a report: a record of each joined object by table, none where an outer join found none. */
export type ReportRow = ReadonlyMap<string, OrgRecord>;

/** What a report shows for no value. */
export const NOTHING = '-';

export interface ColumnValues {
    /** undefined when the user may not read the column. */
    field(column: ReportTypeColumn): FieldSchema | undefined;
    value(row: ReportRow, column: ReportTypeColumn): FieldValue;
    /** The text that a user sees for a value of the column. */
    label(column: ReportTypeColumn, value: FieldValue): string;
    /** Orders two values as a user expects it: blanks first, picklists in their own order, lookups by name. */
    compare(column: ReportTypeColumn, one: FieldValue, other: FieldValue): number;
}

export interface ColumnSource {
    /** What the user may read. */
    readonly schema: OrgSchema;
    readonly get: (object: string, id: string) => OrgRecord | undefined;
    readonly locale: Locale;
}

/** Values of a report type's columns as one user sees them. Make one per run: it keeps the names it has read. */
export function createColumnValues({ schema, get, locale }: ColumnSource): ColumnValues {
    const names = new Map<string, string>();
    const collator = new Intl.Collator(locale.language, { sensitivity: 'base', numeric: true });

    function field(column: ReportTypeColumn): FieldSchema | undefined {
        return schema.objects.get(column.object)?.fields.get(column.field);
    }

    function nameOf(id: string): string {
        const known = names.get(id);
        if (known !== undefined) {
            return known;
        }
        const object = objectOfId(schema, id);
        const name = object && get(object.name, id)?.[object.nameField];
        const shown = typeof name === 'string' ? name : id;
        names.set(id, shown);
        return shown;
    }

    function label(column: ReportTypeColumn, value: FieldValue): string {
        const schemaField = field(column);
        if (value === null || value === '' || !schemaField) {
            return NOTHING;
        }
        if (kindOf(schemaField) === 'id' && schemaField.lookup) {
            return nameOf(String(value));
        }
        return displayValue(schemaField, value, locale) ?? String(value);
    }

    function rank(column: ReportTypeColumn, value: FieldValue): number | string {
        const schemaField = field(column);
        const place = schemaField?.picklist?.values.findIndex((known) => known.value === value) ?? -1;
        if (place >= 0) {
            return place;
        }
        if (typeof value === 'number' || typeof value === 'boolean') {
            return Number(value);
        }
        return schemaField?.lookup ? label(column, value) : String(value);
    }

    return {
        field,
        value: (row, column) => row.get(column.table)?.[column.field] ?? null,
        label,
        compare(column, one, other) {
            if (one === null || other === null) {
                return Number(one !== null) - Number(other !== null);
            }
            const [a, b] = [rank(column, one), rank(column, other)];
            return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
        }
    };
}
