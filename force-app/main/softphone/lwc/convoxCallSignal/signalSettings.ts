import userId from '@salesforce/user/Id';
import { browserEdges } from 'c/convoxSession';

/** How a call that comes while the agent looks elsewhere makes itself known, besides the tab's title. */
export type Signal = 'notification' | 'tone';

/** Of this user in this browser: headphones and permissions belong to a place. */
const KEY = `convox-signals-${userId}`;

function chosen(): Signal[] {
    const words = browserEdges().store.read(KEY)?.split(' ') ?? [];
    return (['notification', 'tone'] as const).filter((signal) => words.includes(signal));
}

export function isChosen(signal: Signal): boolean {
    return chosen().includes(signal);
}

export function choose(signal: Signal, isWanted: boolean): void {
    const others = chosen().filter((other) => other !== signal);
    browserEdges().store.write(KEY, (isWanted ? [...others, signal] : others).join(' '));
}
