import { createRandom } from '../../node/seededRandom.ts';
import type { SeededRandom } from '../../node/seededRandom.ts';
import { dayIn, startOfDay } from '../../local/org/query/dateLiterals.ts';
import { closedAt } from './pastCall.ts';
import type { PastCall } from './pastCall.ts';
import { createCallMaker } from './callMaker.ts';

/** Days that the history covers, today included. */
export const HISTORY_DAYS = 31;

const DAY = 24 * 3_600_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
const OPENS_AT = 9;

/** Hours of today at which somebody waits to be called, as was agreed yesterday. */
const OWED_AT = [10, 13, 18];

/** Today's calls are more than any other day's, so that what shows today alone has something to show. */
const TODAY_FACTOR = 3;

/** How many calls come in an hour of the day, from nine o'clock on: busy before noon and in the early evening. */
const CALLS_BY_HOUR = [1, 2, 2, 1, 1, 0, 1, 2, 2, 1];

/**
 * The calls of the last 31 days, oldest first: the same ones whenever the same moment is asked for. None is later than
 * now; Sundays are quiet.
 * @param timeZone IANA name of the zone that the contact centre works in
 */
export function planHistory(now: Date, timeZone: string): readonly PastCall[] {
    const random = createRandom(2026);
    const maker = createCallMaker(random, timeZone);
    for (let daysAgo = HISTORY_DAYS - 1; daysAgo >= 0; daysAgo -= 1) {
        const day = dayIn(timeZone, new Date(now.getTime() - daysAgo * DAY));
        for (const startedAt of startsOf(day, now.getTime(), timeZone, random)) {
            maker.take(startedAt);
        }
    }
    const midnight = Date.parse(startOfDay(dayIn(timeZone, now), timeZone));
    for (const hour of OWED_AT) {
        maker.owe(midnight - 7 * HOUR + hour * MINUTE, midnight + hour * HOUR);
    }
    return maker
        .calls()
        .filter((call) => closedAt(call) + MINUTE < now.getTime())
        .toSorted((one, other) => one.startedAt - other.startedAt);
}

/** When calls of a day begin. A day that has hardly begun has its first calls in its first hours. */
function startsOf(day: string, now: number, timeZone: string, random: SeededRandom): number[] {
    const midnight = Date.parse(startOfDay(day, timeZone));
    const isSunday = new Date(`${day}T00:00:00Z`).getUTCDay() === 0;
    const isToday = day === dayIn(timeZone, new Date(now));
    const opens = midnight + OPENS_AT * HOUR;
    if (isToday && now < opens + 2 * HOUR) {
        const since = now - midnight;
        return Array.from({ length: 8 }, (_, index) => midnight + Math.floor((since * (index + random.next())) / 9));
    }
    const share = isToday ? TODAY_FACTOR : isSunday ? 1 / 3 : 1;
    return CALLS_BY_HOUR.flatMap((count, hour) =>
        Array.from({ length: Math.floor(count * share) }, () => Math.floor(opens + (hour + random.next()) * HOUR))
    );
}
