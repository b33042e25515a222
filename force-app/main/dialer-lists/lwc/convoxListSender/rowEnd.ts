import type { ListMember } from 'c/convoxListMember';
import type { KnownRows } from './knownRows.ts';
import type { ListOwner } from './lists.ts';

export interface DialerList extends ListOwner {
    readonly listId: string;
    readonly campaignId: string;
    /** Whether rows of which nobody knows go once more: somebody has looked into the list. */
    readonly isOnceMore: boolean;
}

/**
 * What became of a member. `before`: somebody has handed the number over, or is about to. `waiting`: it was not sent, and goes
 * along the next time.
 */
export interface RowEnd {
    readonly outcome: 'accepted' | 'refused' | 'unknown' | 'before' | 'waiting';
    readonly member: ListMember;
    readonly why: string;
}

/** What sending needs of the page; neither rejects. */
export interface Desk {
    /** Runs a flow, once. */
    readonly run: (
        flow: string,
        inputs: Readonly<Record<string, string>>
    ) => Promise<Readonly<Record<string, unknown>>>;
    /** Rows that were made before, by their keys. */
    readonly look: (keys: readonly string[]) => Promise<KnownRows>;
}

/** Reads everybody anew, past every cache; undefined when that cannot be done, of which it tells itself. */
export type MemberReader = () => Promise<readonly ListMember[] | undefined>;
