import { getDateTimeCLDRParser as openParser } from 'lightning-base-components/src/lightning/i18nService/i18nService.js';
import type { DateTimeParser, ParserOptions } from 'lightning-base-components/src/lightning/i18nService/i18nService.js';

export * from 'lightning-base-components/src/lightning/i18nService/i18nService.js';

/**
 * As in the base components that anybody can install, but a date is read as its noon. They read its midnight on the
 * browser's clock and refuse it when UTC has another day then, which is always so east of Greenwich. They also take a
 * small `pm` for the morning. An org reads both by other means.
 */
export function getDateTimeCLDRParser(options: ParserOptions): DateTimeParser {
    const parser = openParser(options);
    return /[hHkK]/.test(options.pattern)
        ? { parse: (text) => parser.parse(text.toUpperCase()) }
        : { parse: (text) => noonOf(parser.parse(text)) };
}

function noonOf(date: Date | undefined): Date | undefined {
    date?.setHours(12);
    return date;
}
