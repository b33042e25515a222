import another from '@salesforce/label/c.ConVox_Softphone_Another';
import { callOf, fromJournal, referenceOf, toJournal } from 'c/convoxCallState';
import type { CallList, CallState } from 'c/convoxCallState';
import { browserEdges, readJournal, writeJournal } from 'c/convoxSession';
import { announcementText } from 'c/convoxCallWords';
import { labels } from './labels.ts';

/** One call in the softphone's page. Calls that are not shown stay in the page: they still wait for their status. */
interface CallRow {
    readonly reference: string;
    readonly call: CallState;
    readonly isNewest: boolean;
    /** Much depends on whether ConVox has reported the call. */
    readonly isWatched: boolean;
    readonly cssClass: string;
}

function rowsOf({ calls, current }: CallList): CallRow[] {
    const real = calls.filter(({ isDoubted }) => !isDoubted);
    const newest = Math.max(...real.map(({ poppedAt }) => poppedAt));
    return calls.map((call) => ({
        reference: referenceOf(call),
        call,
        isNewest: !call.isDoubted && call.poppedAt === newest,
        isWatched: real.length < calls.length,
        cssClass: referenceOf(call) === current ? 'slds-show' : 'slds-hide'
    }));
}

/** The call from whose part of the page the event comes. */
export function callAt(list: CallList, { currentTarget }: Event): CallState | undefined {
    return currentTarget instanceof HTMLElement ? callOf(list, currentTarget.dataset.reference) : undefined;
}

/** What a screen reader says: how the shown call stands. */
function announcementOf(list: CallList): string {
    const shown = callOf(list, list.current);
    return shown ? announcementText(shown) : '';
}

/** What a part of the phone has said last, and which announcement of the calls it came over. */
interface Said {
    readonly words: string;
    readonly over: string;
}

export const NOTHING_SAID: Said = { words: '', over: '' };

/** Takes what a part of the phone says; whoever says nothing asks whether there is somebody to say it. */
export function hear(event: CustomEvent<string>, said: Said, list: CallList): Said {
    event.preventDefault();
    return event.detail ? { words: event.detail, over: announcementOf(list) } : said;
}

/** What the phone shows, decided. */
export interface PhoneView {
    readonly rows: readonly CallRow[];
    readonly announcement: string;
    /** That another call came and is not shown, read once and not again with what changes beside it; '' when none did. */
    readonly behindText: string;
    /** What the phone waits for; '' during a call. */
    readonly idleText: string;
}

export function viewOf(list: CallList, isLeading: boolean, said: Said): PhoneView {
    const announcement = announcementOf(list);
    return {
        rows: rowsOf(list),
        // One region reads all of it out, whichever came last.
        announcement: said.over === announcement ? said.words || announcement : announcement,
        behindText: list.calls.some((call) => call.isDoubted && referenceOf(call) !== list.current) ? another : '',
        idleText: list.current ? '' : labels[isLeading ? 'ready' : 'elsewhere']
    };
}

/** The end of a call is on its way to ConVox. */
export function isEnding({ calls }: CallList): boolean {
    return calls.some(({ isClosing }) => isClosing);
}

/** The calls that the user had at hand in this browser. */
export function keptCalls(userId: string): CallList {
    return fromJournal(readJournal(browserEdges().store, userId, Date.now()));
}

export function keepCalls(userId: string, calls: CallList): void {
    writeJournal(browserEdges().store, userId, toJournal(calls));
}
