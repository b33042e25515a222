import { rowsOf, textOf } from 'c/convoxGraphqlRows';

/** Two times of day, `HH:mm` on the ConVox server's clock. Where the second comes before the first, the hours go over midnight. */
export interface CallingHours {
    readonly from: string;
    readonly to: string;
}

const TIME = /^\d\d:\d\d$/;

/** The hours of the process; undefined where none are set. */
export function hoursIn(data: unknown): CallingHours | undefined {
    const [row] = rowsOf(data, 'ConVox_Process__c');
    const hours = { from: textOf(row, 'Calling_From__c'), to: textOf(row, 'Calling_To__c') };
    return TIME.test(hours.from) && TIME.test(hours.to) ? hours : undefined;
}

/** Whether a time of day lies within them; what is no time yet is not outside. */
export function isWithin({ from, to }: CallingHours, time: string): boolean {
    if (!TIME.test(time) || from === to) {
        return true;
    }
    return from < to ? from <= time && time < to : from <= time || time < to;
}
