import type { ReportResult } from './reportResult.ts';

/** One filter of a report in words. */
export interface FilterText {
    readonly key: string;
    readonly label: string;
    readonly text: string;
}

/** How what a filter names is called. */
export interface FilterWords {
    labelOf(column: string): string;
    valueOf(column: string, value: string): string;
    dayText(day: string): string;
}

const OPERATORS: Readonly<Record<string, string>> = {
    equals: 'equals',
    notEqual: 'not equal to',
    lessThan: 'less than',
    greaterThan: 'greater than',
    lessOrEqual: 'less or equal',
    greaterOrEqual: 'greater or equal',
    contains: 'contains',
    notContain: 'does not contain',
    startsWith: 'starts with',
    includes: 'includes',
    excludes: 'excludes'
};

const DURATIONS: Readonly<Record<string, string>> = {
    CUSTOM: 'All Time',
    TODAY: 'Today',
    YESTERDAY: 'Yesterday',
    TOMORROW: 'Tomorrow'
};

/** `LAST_N_DAYS:7` is Last 7 Days, `THIS_WEEK` This Week. */
export function durationText(duration: string): string {
    const [, direction, days] = /^(LAST|NEXT)_N_DAYS:(\d+)$/.exec(duration) ?? [];
    if (direction !== undefined) {
        return `${direction === 'LAST' ? 'Last' : 'Next'} ${days} Days`;
    }
    return (
        DURATIONS[duration] ??
        duration
            .toLowerCase()
            .replace(/(^|_)([a-z])/g, (_all, gap: string, letter: string) => `${gap && ' '}${letter.toUpperCase()}`)
    );
}

/** The filters of a report: whose rows, which days, and every condition, numbered where a logic refers to them. */
export function filterTexts({ reportMetadata }: ReportResult, words: FilterWords): FilterText[] {
    const { dayText, labelOf } = words;
    const { reportFilters, reportBooleanFilter, scope, standardDateFilter } = reportMetadata;
    return [
        { key: 'scope', label: 'Show Me', text: scope === 'user' ? 'My records' : 'All records' },
        ...(standardDateFilter
            ? [
                  {
                      key: 'date',
                      label: labelOf(standardDateFilter.column),
                      text: `${durationText(standardDateFilter.durationValue)}${daysText(standardDateFilter, dayText)}`
                  }
              ]
            : []),
        ...reportFilters.map(({ column, operator, value }, index) => ({
            key: String(index),
            label: `${reportBooleanFilter === null ? '' : `${index + 1}. `}${labelOf(column)}`,
            text: `${OPERATORS[operator] ?? operator} ${valueText(value, (one) => words.valueOf(column, one))}`
        })),
        ...(reportBooleanFilter === null ? [] : [{ key: 'logic', label: 'Filter Logic', text: reportBooleanFilter }])
    ];
}

function daysText(
    { startDate, endDate }: { startDate: string | null; endDate: string | null },
    dayText: (day: string) => string
): string {
    if (startDate === null || endDate === null) {
        return '';
    }
    return startDate === endDate ? ` (${dayText(startDate)})` : ` (${dayText(startDate)} - ${dayText(endDate)})`;
}

function valueText(value: string, labelOf: (one: string) => string): string {
    if (value === '') {
        return '""';
    }
    return value
        .split(',')
        .map((one) => (/^[A-Z_]+(:\d+)?$/.test(one) ? durationText(one) : labelOf(one)))
        .join(', ');
}
