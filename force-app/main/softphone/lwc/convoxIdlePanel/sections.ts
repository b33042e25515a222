import type { IdleLines, IdleLists } from './idleLists.ts';
import { labels } from './labels.ts';

/** One list of the panel in words. */
export interface IdleSection extends IdleLines {
    readonly name: keyof IdleLists;
    readonly heading: string;
    readonly emptyText: string;
}

/** What comes first is what others wait for. */
export function sectionsOf({ followUps, missedCalls, lastCalls }: IdleLists): IdleSection[] {
    return [
        { name: 'followUps', heading: labels.followUps, emptyText: labels.noFollowUps, ...followUps },
        { name: 'missedCalls', heading: labels.missedCalls, emptyText: labels.noMissedCalls, ...missedCalls },
        { name: 'lastCalls', heading: labels.lastCalls, emptyText: labels.noLastCalls, ...lastCalls }
    ];
}
