import { mayKeep } from 'c/convoxCallState';
import type { CallState } from 'c/convoxCallState';
import type { CallQueue } from './queuedCall.ts';

/** What is known of the calls, by reference; a call without a state came a moment ago. */
export type CallStates = Readonly<Record<string, CallState>>;

/** Whether the agent is on the call, as far as anybody knows: neither ConVox nor the agent has ended it. */
function isLive(state: CallState | undefined): boolean {
    return state === undefined || !(state.isDisposed || state.hasStatus || mayKeep(state, true));
}

/**
 * Whether the agent is on a call, so that ConVox would hardly connect another. Any page can open the address of a pop: one
 * that comes meanwhile is doubted. A doubted call makes no other one doubtful, nor does one that only the org knows: nobody can
 * say there whether the agent is still on it, and a call that rings must not be hidden behind it.
 */
export function isOnCall({ calls }: CallQueue, states: CallStates): boolean {
    return calls.some(({ reference, isDoubted, isFound }) => !isDoubted && !isFound && isLive(states[reference]));
}

/**
 * The queue once it is known how the calls stand. What ConVox reports as ended before another call came was not going on
 * meanwhile: that call is shown like any other that arrives. It keeps its place, as one that moves would begin anew in the page.
 */
export function clearDoubts(queue: CallQueue, states: CallStates): CallQueue {
    const shown = states[queue.current];
    const end = shown?.hasStatus ? shown.endedAt : undefined;
    // ConVox counts whole seconds, and a browser takes a moment to open a pop.
    const cleared = queue.calls.find(({ isDoubted, poppedAt }) => isDoubted && end && end < poppedAt + 2000);
    return cleared === undefined || isOnCall(queue, states)
        ? queue
        : {
              calls: queue.calls.map((call) => (call === cleared ? { ...call, isDoubted: false } : call)),
              current: cleared.reference
          };
}
