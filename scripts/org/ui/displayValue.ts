import type { FieldValue } from '../records.ts';
import type { FieldSchema } from '../schema/schema.ts';

/** How a user reads values. */
export interface Locale {
    /** BCP 47, `en-IN`. */
    readonly language: string;
    /** IANA zone. */
    readonly timeZone: string;
}

/** The text a user sees for a value, null where the value itself is what the user sees. */
export function displayValue(field: FieldSchema, value: FieldValue, locale: Locale): string | null {
    if (value === null) {
        return null;
    }
    switch (field.type) {
        case 'Picklist':
            return labelOf(field, String(value));
        case 'MultiselectPicklist':
            return String(value)
                .split(';')
                .map((choice) => labelOf(field, choice))
                .join(';');
        case 'Number':
        case 'Currency':
        case 'Percent':
            return Number(value).toLocaleString(locale.language, {
                minimumFractionDigits: field.scale ?? 0,
                maximumFractionDigits: field.scale ?? 0
            });
        case 'Date':
            return formatInstant(`${value}T00:00:00Z`, locale.language, { dateStyle: 'short', timeZone: 'UTC' });
        case 'DateTime':
            return formatInstant(String(value), locale.language, {
                dateStyle: 'short',
                timeStyle: 'short',
                timeZone: locale.timeZone
            });
        default:
            return null;
    }
}

function labelOf(field: FieldSchema, value: string): string {
    return field.picklist?.values.find((known) => known.value === value)?.label ?? value;
}

function formatInstant(instant: string, language: string, options: Intl.DateTimeFormatOptions): string {
    return new Date(instant).toLocaleString(language, options);
}
