import { fillIn } from 'c/convoxText';
import { labels } from './healthLabels.ts';

const MINUTE = 60_000;

/** How long ago an instant was, in words. @param moment ISO instant; '' for never */
export function minutesSince(moment: string, now: number): string {
    return moment === ''
        ? labels.never
        : fillIn(labels.minutesAgo, Math.max(0, Math.round((now - Date.parse(moment)) / MINUTE)));
}
