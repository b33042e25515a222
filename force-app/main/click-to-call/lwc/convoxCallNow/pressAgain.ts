import type { DialDoubts } from 'c/convoxDialing';
import { labels } from './labels.ts';

const MINUTE = 60_000;

/** Numbers that the agent was asked about, and when: the action has no screen, so a second press is the answer. */
const asked = new Map<string, number>();

/** Whether this press answers the question of the one before. */
export function isConfirmed(dial: string, now: number): boolean {
    const at = asked.get(dial);
    asked.delete(dial);
    return at !== undefined && now - at <= MINUTE;
}

/** Remembers that the agent is asked now. */
export function ask(dial: string, now: number): void {
    asked.set(dial, now);
}

/** What speaks against the call, and how it is made all the same. */
export function questionOf({ isDoNotCall, refusedAt }: DialDoubts): string {
    const reasons = [isDoNotCall && labels.doNotCall, refusedAt && labels.refusedBefore];
    return [...reasons, labels.pressAgain].filter(Boolean).join(' ');
}
