import { dayIn } from '../query/dateLiterals.ts';
import type { FieldValue } from '../records.ts';
import type { FieldSchema } from '../../metadata/objects/schema.ts';
import type { Locale } from '../ui/displayValue.ts';
import type { DateGranularity } from '../../metadata/reports/definition.ts';

/** The first day of the group that a date falls into in the user's zone, `YYYY-MM-DD`; null for no date. */
export function startOfGroup(
    value: FieldValue,
    field: FieldSchema,
    granularity: DateGranularity,
    timeZone: string
): string | null {
    if (typeof value !== 'string' || value === '') {
        return null;
    }
    const day = field.type === 'Date' ? value : dayIn(timeZone, new Date(value));
    const date = new Date(`${day}T00:00:00Z`);
    switch (granularity) {
        case 'Day':
            break;
        case 'Week':
            // Weeks start on Sunday, as in the en_IN and en_US locales.
            date.setUTCDate(date.getUTCDate() - date.getUTCDay());
            break;
        case 'Month':
            date.setUTCDate(1);
            break;
        case 'Quarter':
            date.setUTCMonth(Math.floor(date.getUTCMonth() / 3) * 3, 1);
            break;
        case 'Year':
            date.setUTCMonth(0, 1);
    }
    return date.toISOString().slice(0, 10);
}

/** What a user reads for a group of dates: a day, first and last day of a week, a month, a quarter or a year. */
export function labelOfGroup(start: string, granularity: DateGranularity, { language }: Locale): string {
    const date = new Date(`${start}T00:00:00Z`);
    const written = (day: Date, options: Intl.DateTimeFormatOptions): string =>
        day.toLocaleDateString(language, { ...options, timeZone: 'UTC' });
    switch (granularity) {
        case 'Day':
            return written(date, { dateStyle: 'short' });
        case 'Week': {
            const last = new Date(date.getTime() + 6 * 24 * 3_600_000);
            return `${written(date, { dateStyle: 'short' })} - ${written(last, { dateStyle: 'short' })}`;
        }
        case 'Month':
            return written(date, { month: 'long', year: 'numeric' });
        case 'Quarter':
            return `Q${Math.floor(date.getUTCMonth() / 3) + 1} CY${date.getUTCFullYear()}`;
        case 'Year':
            return String(date.getUTCFullYear());
    }
}
