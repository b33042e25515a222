import { DEFAULT_TIME_ZONE } from 'c/convoxAgentSetup';
import { serverTimeAt } from 'c/convoxContract';
import { isSet, rowsOf, textOf } from 'c/convoxGraphqlRows';

/** As calls name the server whose references have no code before them. */
const DEFAULT = 'default';

/**
 * The day that the clock of a server shows now, by the code that its calls have. A server that nobody has entered is taken
 * for one where the default one is.
 */
export function serverDays(data: unknown, now: number): (code: string) => string {
    const instant = new Date(now).toISOString();
    const dayIn = (zone: string): string => serverTimeAt(instant, zone)?.date ?? '';
    const days = new Map<string, string>();
    for (const row of rowsOf(data, 'servers')) {
        const day = dayIn(textOf(row, 'Time_Zone__c') || DEFAULT_TIME_ZONE);
        days.set(textOf(row, 'Code__c').toLowerCase(), day);
        if (isSet(row, 'Is_Default__c')) {
            days.set(DEFAULT, day);
        }
    }
    const byDefault = days.get(DEFAULT) ?? dayIn(DEFAULT_TIME_ZONE);
    return (code) => days.get(code.toLowerCase() || DEFAULT) ?? byDefault;
}
