import { changeCall, removeCall } from 'c/convoxCallQueue';
import type { CallQueue, QueuedCall } from 'c/convoxCallQueue';
import { arrivedCall, phaseOf } from 'c/convoxCallState';
import type { CallState } from 'c/convoxCallState';
import type { CallChoice } from 'c/convoxCallSwitcher';
import { phaseText, titleText } from 'c/convoxCallWords';

/** One call in the softphone's page. Calls that are not shown stay in the page: they still wait for their status. */
export interface CallRow {
    readonly reference: string;
    readonly arrival: QueuedCall;
    readonly isNewest: boolean;
    readonly cssClass: string;
}

export function rowsOf({ calls, current }: CallQueue): CallRow[] {
    return calls.map((arrival, index) => ({
        reference: arrival.reference,
        arrival,
        isNewest: index === 0,
        cssClass: arrival.reference === current ? 'slds-show' : 'slds-hide'
    }));
}

/** The calls as the agent tells them apart. */
export function choicesOf({ calls }: CallQueue, states: Readonly<Record<string, CallState>>): CallChoice[] {
    return calls.map(({ reference, pop, poppedAt }) => {
        const state = states[reference] ?? arrivedCall(pop, poppedAt);
        return { reference, title: titleText(state), state: phaseText(state) };
    });
}

/** The queue after a call changed: another agent's call goes, and one that is over and saved may make room. */
export function afterChange(queue: CallQueue, state: CallState): CallQueue {
    const reference = state.pop.callReference;
    const phase = phaseOf(state);
    return phase === 'notMine'
        ? removeCall(queue, reference)
        : changeCall(queue, reference, { isOver: phase === 'over' && !state.troubles.save });
}
