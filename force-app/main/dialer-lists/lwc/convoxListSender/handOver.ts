import { newReferenceNumber } from 'c/convoxDialing';
import type { ListMember } from 'c/convoxListMember';
import { planOf } from './plan.ts';
import { NOT_BEGUN } from './progress.ts';
import type { Progress } from './progress.ts';
import type { Desk, DialerList } from './rowEnd.ts';
import { sendAll } from './sendAll.ts';
import { sendChunk } from './sendChunk.ts';

export interface Wanted {
    readonly members: readonly ListMember[];
    readonly list: Omit<DialerList, 'isOnceMore'>;
    /** Numbers that go once more, of which nobody knew; undefined for everybody who is not in the list. */
    readonly onceMore: readonly string[] | undefined;
    /** How far it had come before. */
    readonly before: Progress;
}

/**
 * Hands over whoever may be, one chunk after the other.
 * @param told of each step; whether to go on
 */
export async function handOver(wanted: Wanted, desk: Desk, told: (progress: Progress) => boolean): Promise<void> {
    const { members, onceMore, before } = wanted;
    const { rows, leftOut } = planOf(members);
    const isMeant = ({ number }: ListMember): boolean => onceMore?.includes(number) ?? true;
    const list = { ...wanted.list, isOnceMore: onceMore !== undefined };
    let progress = {
        ...NOT_BEGUN,
        ends: before.ends.filter(({ member }) => !isMeant(member)),
        leftOut,
        total: rows.length
    };
    told(progress);
    await sendAll(
        rows.filter(isMeant),
        (chunk) => sendChunk(chunk, list, newReferenceNumber(), desk),
        ({ ends, stop }) => {
            progress = { ...progress, ends: [...progress.ends, ...ends], stop };
            return told(progress);
        }
    );
}
