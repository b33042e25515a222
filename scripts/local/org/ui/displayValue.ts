import type { FieldValue } from '../records.ts';
import { kindOf } from '../../metadata/objects/fieldKind.ts';
import type { FieldSchema } from '../../metadata/objects/schema.ts';

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
    const { language, timeZone } = locale;
    switch (kindOf(field)) {
        case 'number':
            return formatNumber(Number(value), field.scale ?? 0, language);
        case 'date':
            return formatInstant(`${value}T00:00:00Z`, language, { dateStyle: 'short', timeZone: 'UTC' });
        case 'datetime':
            return formatInstant(String(value), language, { dateStyle: 'short', timeStyle: 'short', timeZone });
        case 'text':
            return field.picklist ? labelsOf(field, String(value)) : null;
        case 'checkbox':
        case 'id':
            return null;
    }
}

function formatNumber(value: number, scale: number, language: string): string {
    return value.toLocaleString(language, { minimumFractionDigits: scale, maximumFractionDigits: scale });
}

/** Labels of one value, or of the values that a multi-select picklist joins with semicolons. */
function labelsOf(field: FieldSchema, value: string): string {
    const chosen = field.type === 'MultiselectPicklist' ? value.split(';') : [value];
    return chosen.map((choice) => labelOf(field, choice)).join(';');
}

function labelOf(field: FieldSchema, value: string): string {
    return field.picklist?.values.find((known) => known.value === value)?.label ?? value;
}

function formatInstant(instant: string, language: string, options: Intl.DateTimeFormatOptions): string {
    return new Date(instant).toLocaleString(language, options);
}
