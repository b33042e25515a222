import LOCALE from '@salesforce/i18n/locale';
import { serverTimeAt } from 'c/convoxContract';
import { labels } from './labels.ts';

/** When the agent promises to call, on the ConVox server's clock. */
interface Moment {
    readonly date: string;
    readonly time: string;
}

/** A time that is promised often. */
export interface FollowUpPick extends Moment {
    readonly label: string;
}

const QUARTER = 15 * 60 * 1000;
const HOUR = 4 * QUARTER;
const DAY = 24 * HOUR;

/** In about an hour at a full quarter, this evening while there is one, tomorrow and in a week. */
export function picksAfter(now: Date, timeZone: string): FollowUpPick[] {
    const instant = Math.ceil((now.getTime() + HOUR) / QUARTER) * QUARTER;
    const soon = serverTimeAt(new Date(instant).toISOString(), timeZone);
    const today = serverTimeAt(now.toISOString(), timeZone)?.date;
    if (!soon || !today) {
        return [];
    }
    const time = `${soon.hours}:${soon.minutes}`;
    const pick = (label: string, days: number, at: string): FollowUpPick => ({
        label,
        date: new Date(Date.parse(today) + days * DAY).toISOString().slice(0, 10),
        time: at
    });
    return [
        { label: labels.pickHour, date: soon.date, time },
        ...(soon.date === today && time < '18:00' ? [pick(labels.pickEvening, 0, '18:00')] : []),
        pick(labels.pickTomorrow, 1, '10:00'),
        pick(labels.pickWeek, 7, '10:00')
    ];
}

/** F9 is free in browsers and in the console, and no letter, so that it means nothing in a field. */
export function isPickKey({ key }: KeyboardEvent): boolean {
    return key === 'F9';
}

/** What is read out of a pick: its name and when that is. */
export function pickText({ label, date, time }: FollowUpPick): string {
    const when = new Date(`${date}T${time}`).toLocaleString(LOCALE, { dateStyle: 'long', timeStyle: 'short' });
    return `${label}, ${when}`;
}

/** The pick behind the chosen time; the first one when another time is chosen. */
export function nextPick({ date, time }: Moment, picks: readonly FollowUpPick[]): FollowUpPick | undefined {
    return picks[(picks.findIndex((pick) => pick.date === date && pick.time === time) + 1) % picks.length];
}
