import another from '@salesforce/label/c.ConVox_Softphone_Another';
import unconfirmed from '@salesforce/label/c.ConVox_Softphone_Unconfirmed';
import { changeCall, clearDoubts, fromJournal, removeCall, toJournal } from 'c/convoxCallQueue';
import type { CallQueue, CallStates, QueuedCall } from 'c/convoxCallQueue';
import { arrivedCall, phaseOf } from 'c/convoxCallState';
import type { CallState } from 'c/convoxCallState';
import type { CallChoice } from 'c/convoxCallSwitcher';
import { browserEdges, readJournal, writeJournal } from 'c/convoxSession';
import { announcementText, phaseText, titleText } from 'c/convoxCallWords';

/** One call in the softphone's page. Calls that are not shown stay in the page: they still wait for their status. */
export interface CallRow {
    readonly reference: string;
    readonly arrival: QueuedCall;
    readonly isNewest: boolean;
    /** Much depends on whether ConVox has reported the call. */
    readonly isWatched: boolean;
    readonly cssClass: string;
}

export function rowsOf({ calls, current }: CallQueue): CallRow[] {
    const real = calls.filter(({ isDoubted }) => !isDoubted);
    const newest = Math.max(...real.map(({ poppedAt }) => poppedAt));
    return calls.map((arrival) => ({
        reference: arrival.reference,
        arrival,
        isNewest: !arrival.isDoubted && arrival.poppedAt === newest,
        isWatched: real.length < calls.length,
        cssClass: arrival.reference === current ? 'slds-show' : 'slds-hide'
    }));
}

/** The calls as the agent tells them apart. */
export function choicesOf({ calls }: CallQueue, states: CallStates): CallChoice[] {
    return calls.map(({ reference, pop, poppedAt, isDoubted }) => {
        const state = states[reference] ?? arrivedCall(pop, poppedAt);
        const isUnconfirmed = isDoubted && !state.hasStatus;
        return { reference, title: titleText(state), state: isUnconfirmed ? unconfirmed : phaseText(state) };
    });
}

/** What a screen reader says: how the shown call stands, and that another one came and is not shown. */
export function announcementOf(queue: CallQueue, states: CallStates): string {
    const shown = states[queue.current];
    const behind = queue.calls.find(({ reference, isDoubted }) => isDoubted && reference !== queue.current);
    return [shown && announcementText(shown), behind && another].filter(Boolean).join(' ');
}

/**
 * The queue after a call changed: another agent's call goes, one that is over and saved may make room, and a doubt about
 * another one may be cleared.
 */
export function afterChange(queue: CallQueue, states: CallStates, state: CallState): CallQueue {
    const reference = state.pop.callReference;
    const phase = phaseOf(state);
    const changed =
        phase === 'notMine'
            ? removeCall(queue, reference)
            : changeCall(queue, reference, {
                  isOver: phase === 'over' && !state.troubles.save && state.othersLines.length === 0
              });
    return clearDoubts(changed, states);
}

/** The calls that the user had at hand in this browser. */
export function keptCalls(userId: string): CallQueue {
    return fromJournal(readJournal(browserEdges().store, userId, Date.now()));
}

export function keepCalls(userId: string, queue: CallQueue): void {
    writeJournal(browserEdges().store, userId, toJournal(queue));
}
