import { isTrueAt, listAt, numberAt, parseJson, textAt, valueAt } from 'c/convoxPath';
import type { Store } from './sessionEdges.ts';
import { readParameters } from './sessionMessage.ts';
import type { PopParameters } from './sessionMessage.ts';

const VERSION = 1;
const OLDEST_MILLISECONDS = 12 * 60 * 60 * 1000;

/** What a reload must not lose of a call that is at hand; everything else is in Salesforce. */
export interface JournalEntry {
    readonly parameters: PopParameters;
    readonly poppedAt: number;
    /** How often the agent pressed to end this call, so that the next press has a key of its own. */
    readonly closeAttempts: number;
    /** The last of them had no answer when the page went. */
    readonly isUncertain: boolean;
    /** Came while the agent was on another call. */
    readonly isDoubted: boolean;
    /** Known from the org alone. */
    readonly isFound: boolean;
    /** The agent was not on it any more. */
    readonly wasEnded: boolean;
    /** What the agent entered and has not sent; whoever wrote it parses it again. */
    readonly draft: unknown;
    /** When it was entered, in milliseconds since 1970; 0 when nothing was. */
    readonly draftAt: number;
}

/** One journal per browser, whose user it names: the next agent at this computer finds nothing of the last one's calls. */
const KEY = 'convox-calls';

const ownerOf = (journal: unknown): string => textAt(journal, 'userId');

/**
 * The calls at hand, in their order. A journal of another user or version, a broken or an old one gives none. Whoever reads it
 * owns it: a page that the last user left open puts nothing into it any more.
 */
export function readJournal(store: Store, userId: string, now: number): JournalEntry[] {
    const journal = parseJson(store.read(KEY));
    if (numberAt(journal, 'version') !== VERSION || ownerOf(journal) !== userId) {
        write(store, userId, []);
        return [];
    }
    return listAt(journal, 'calls').flatMap((call) => {
        const poppedAt = numberAt(call, 'poppedAt');
        const parameters = readParameters(listAt(call, 'parameters'));
        return poppedAt !== undefined && parameters.length > 0 && now - poppedAt < OLDEST_MILLISECONDS
            ? [
                  {
                      poppedAt,
                      parameters,
                      closeAttempts: numberAt(call, 'closeAttempts') ?? 0,
                      isUncertain: isTrueAt(call, 'isUncertain'),
                      isDoubted: isTrueAt(call, 'isDoubted'),
                      isFound: isTrueAt(call, 'isFound'),
                      wasEnded: isTrueAt(call, 'wasEnded'),
                      draft: valueAt(call, 'draft'),
                      draftAt: numberAt(call, 'draftAt') ?? 0
                  }
              ]
            : [];
    });
}

/** Keeps the calls, unless the journal is another user's by now. */
export function writeJournal(store: Store, userId: string, calls: readonly JournalEntry[]): void {
    if ([userId, ''].includes(ownerOf(parseJson(store.read(KEY))))) {
        write(store, userId, calls);
    }
}

function write(store: Store, userId: string, calls: readonly JournalEntry[]): void {
    store.write(KEY, JSON.stringify({ version: VERSION, userId, calls }));
}
