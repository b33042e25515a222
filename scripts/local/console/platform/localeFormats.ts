/** Salesforce's date and time patterns for a user's locale, by their names under `@salesforce/i18n`. */
export interface LocaleFormats {
    readonly 'dateTime.shortDateFormat': string;
    readonly 'dateTime.mediumDateFormat': string;
    readonly 'dateTime.longDateFormat': string;
    readonly 'dateTime.shortTimeFormat': string;
    readonly 'dateTime.mediumTimeFormat': string;
    readonly 'dateTime.shortDateTimeFormat': string;
    readonly 'dateTime.mediumDateTimeFormat': string;
    readonly 'dateTime.longDateTimeFormat': string;
}

/** One digit everywhere, so that a padded part shows itself: 9 February 2026, 3:04:05. */
const SAMPLE = new Date(2026, 1, 9, 3, 4, 5);

const MONTHS: Readonly<Record<string, string>> = { short: 'MMM', medium: 'MMM', long: 'MMMM' };

function letterOf(type: string, value: string, style: string): string {
    const twice = (letter: string): string => (value.length === 2 ? letter + letter : letter);
    switch (type) {
        case 'day':
            return twice('d');
        case 'month':
            return /^\d+$/.test(value) ? twice('M') : (MONTHS[style] ?? 'MMM');
        case 'year':
            return 'yyyy';
        case 'minute':
            return 'mm';
        case 'second':
            return 'ss';
        case 'dayPeriod':
            return 'a';
        default:
            return value.replace(/[\u202f\u00a0]/g, ' ');
    }
}

function patternOf(locale: string, options: Intl.DateTimeFormatOptions): string {
    const format = new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', numberingSystem: 'latn' });
    const isTwelveHours = format.resolvedOptions().hour12 === true;
    const style = options.dateStyle ?? 'short';
    return format
        .formatToParts(SAMPLE)
        .map(({ type, value }) =>
            type === 'hour' ? (isTwelveHours ? 'h' : 'H').repeat(value.length) : letterOf(type, value, style)
        )
        .join('');
}

/** Patterns in the letters of Salesforce's formats (d, MMM, yyyy, h, mm, a), from the browser's knowledge of locales. */
export function formatsOf(locale: string): LocaleFormats {
    const shortDate = patternOf(locale, { dateStyle: 'short' });
    const mediumDate = patternOf(locale, { dateStyle: 'medium' });
    const longDate = patternOf(locale, { dateStyle: 'long' });
    const shortTime = patternOf(locale, { timeStyle: 'short' });
    const mediumTime = patternOf(locale, { timeStyle: 'medium' });
    return {
        'dateTime.shortDateFormat': shortDate,
        'dateTime.mediumDateFormat': mediumDate,
        'dateTime.longDateFormat': longDate,
        'dateTime.shortTimeFormat': shortTime,
        'dateTime.mediumTimeFormat': mediumTime,
        'dateTime.shortDateTimeFormat': `${shortDate}, ${shortTime}`,
        'dateTime.mediumDateTimeFormat': `${mediumDate}, ${mediumTime}`,
        'dateTime.longDateTimeFormat': `${longDate}, ${mediumTime}`
    };
}
