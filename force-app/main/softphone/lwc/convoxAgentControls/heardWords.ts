import { shownText, textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';
import { fillIn } from 'c/convoxText';
import { labels } from './labels.ts';

/** What was heard where the state says more, or nothing, of it: by its detail, by its name. */
const HEARD: Readonly<Record<string, string>> = {
    CLOSE: labels.callEnded,
    CL004: labels.notFree,
    Unknown: labels.callEnded,
    'Wrap-Up': labels.callEnded
};

/**
 * What was last heard of the agent, and that it was only heard: what the agent does since then in ConVox nobody tells. '' when
 * nothing was heard.
 */
export function heardWords(row: GraphqlRow | undefined): string {
    const state = textOf(row, 'State__c');
    const detail = textOf(row, 'State_Detail__c');
    const named = [shownText(row, 'State__c'), detail].filter(Boolean).join(' · ');
    return state && fillIn(labels.heard, HEARD[detail] ?? HEARD[state] ?? named);
}
