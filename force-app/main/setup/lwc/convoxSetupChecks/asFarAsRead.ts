import { fillIn } from 'c/convoxText';
import type { Check } from './check.ts';
import { labels } from './healthLabels.ts';
import type { SetupFacts } from './setupFacts.ts';

type Unread = SetupFacts['unread'];

/** Checks that say something of every row, and of which. */
const SAID_OF_ALL: Readonly<Record<string, readonly (keyof Unread)[]>> = {
    dispositions: ['processes', 'dispositions'],
    once: ['dispositions'],
    agents: ['agents'],
    rights: ['agents']
};

/** Of rows that were not read nobody knows that all are well; what a process seems to lack may be one of them. */
export function asFarAsRead(made: Check, unread: Unread): Check {
    const left = (SAID_OF_ALL[made.id] ?? []).reduce((sum, kind) => sum + unread[kind], 0);
    const isRed = made.answer === 'no' && made.id !== 'dispositions';
    return left === 0
        ? made
        : {
              ...made,
              answer: isRed ? 'no' : 'open',
              evidence: [made.evidence, fillIn(labels.unread, left)].join(' · ')
          };
}
