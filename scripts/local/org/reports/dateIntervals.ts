import type { DayRange } from '../query/dateLiterals.ts';
import { rangeOfLiteral } from '../query/dateLiterals.ts';

/** How the Analytics API names the intervals of the metadata. */
const DURATIONS: Readonly<Record<string, string>> = {
    INTERVAL_YESTERDAY: 'YESTERDAY',
    INTERVAL_TODAY: 'TODAY',
    INTERVAL_TOMORROW: 'TOMORROW',
    INTERVAL_LASTWEEK: 'LAST_WEEK',
    INTERVAL_THISWEEK: 'THIS_WEEK',
    INTERVAL_NEXTWEEK: 'NEXT_WEEK',
    INTERVAL_LASTMONTH: 'LAST_MONTH',
    INTERVAL_THISMONTH: 'THIS_MONTH',
    INTERVAL_NEXTMONTH: 'NEXT_MONTH',
    INTERVAL_PREVY: 'LAST_YEAR',
    INTERVAL_CURY: 'THIS_YEAR',
    INTERVAL_NEXTY: 'NEXT_YEAR',
    INTERVAL_LAST7: 'LAST_N_DAYS:7',
    INTERVAL_LAST30: 'LAST_N_DAYS:30',
    INTERVAL_LAST60: 'LAST_N_DAYS:60',
    INTERVAL_LAST90: 'LAST_N_DAYS:90',
    INTERVAL_LAST120: 'LAST_N_DAYS:120',
    INTERVAL_NEXT7: 'NEXT_N_DAYS:7',
    INTERVAL_NEXT30: 'NEXT_N_DAYS:30',
    INTERVAL_NEXT60: 'NEXT_N_DAYS:60',
    INTERVAL_NEXT90: 'NEXT_N_DAYS:90',
    INTERVAL_NEXT120: 'NEXT_N_DAYS:120',
    INTERVAL_CUSTOM: 'CUSTOM'
};

/** The Analytics API's name of an interval; undefined for one that the local org does not know. */
export function durationOf(interval: string): string | undefined {
    return DURATIONS[interval];
}

/**
 * Days that a time frame covers, seen from a day in the user's time zone; undefined for all time and for intervals that
 * the local org does not know.
 *
 * NEXT n DAYS: Salesforce Help, "Relative Date Filter Reference" (analytics.filter_dates_relative), says that a standard
 * date filter starts on the day the report is run, other filters on the day after it. It names no such difference for
 * LAST n DAYS, so that a report takes that as SOQL does: "Date Formats and Date Literals in WHERE" counts the current day
 * and the n days before it. No document that we could read says so of a report's standard filter itself.
 */
export function rangeOfInterval(interval: string, today: string): DayRange | undefined {
    const duration = DURATIONS[interval];
    if (duration === undefined || duration === 'CUSTOM') {
        return undefined;
    }
    const [name = '', days] = duration.split(':');
    if (days === undefined) {
        return rangeOfLiteral(duration, today);
    }
    return name === 'LAST_N_DAYS'
        ? rangeOfLiteral(duration, today)
        : { start: today, end: rangeOfLiteral(`${name}:${Number(days) - 1}`, today).end };
}
