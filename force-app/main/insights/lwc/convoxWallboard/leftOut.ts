import type { FloorLinkText } from 'c/convoxFloorLinks';
import { fillIn } from 'c/convoxText';
import { labels } from './labels.ts';
import { callLink } from './links.ts';
import type { Floor } from './readFloor.ts';
import { countText } from './words.ts';

/** Calls that are left out of the floor. */
export interface LeftOut {
    readonly text: string;
    readonly links: readonly FloorLinkText[];
    readonly hasMore: boolean;
}

const MOST_LINKS = 3;

/** How many calls are left out, and the way to the latest; undefined for none. */
export function leftOutOf({ total, calls }: Floor['leftOut']): LeftOut | undefined {
    const links = calls.slice(0, MOST_LINKS).map((call) => ({ key: call.id, text: call.name, ...callLink(call) }));
    return total > 0
        ? { text: fillIn(labels.leftOut, countText(total)), links, hasMore: total > links.length }
        : undefined;
}
