import { fillIn } from 'c/convoxText';
import { labels } from './labels.ts';

const TIME = /^(?:[01]?\d|2[0-3]):[0-5]\d$/;

/** When customers of a process are called, as its record takes it: both times of day or neither. */
export function callingHours(
    from: string,
    to: string
): { readonly fields: Readonly<Record<string, string>> } | { readonly problem: string } {
    if (!from && !to) {
        return { fields: {} };
    }
    const wrong = [from, to].find((time) => !TIME.test(time));
    return wrong === undefined
        ? { fields: { Calling_From__c: from.padStart(5, '0'), Calling_To__c: to.padStart(5, '0') } }
        : { problem: fillIn(labels.notHours, wrong || `${from}${to}`) };
}

/** Whether the second time is one of the next day: `HH:mm` each, or ''. */
export function isOverMidnight(from: string, to: string): boolean {
    return to < from;
}
