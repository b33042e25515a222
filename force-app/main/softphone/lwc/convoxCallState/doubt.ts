import { referenceOf } from './callList.ts';
import type { CallList } from './callList.ts';
import { mayKeep } from './callPhase.ts';
import type { CallState } from './callState.ts';

/** Whether the agent is on the call, as far as anybody knows: neither ConVox nor the agent has ended it. */
export function isLive(call: CallState): boolean {
    return !(call.wasEnded || call.isDisposed || call.hasStatus || mayKeep(call, true));
}

/**
 * Whether the agent is on a call, so that ConVox would hardly connect another. Any page can open the address of a pop: one
 * that comes meanwhile is doubted. A doubted call makes no other one doubtful, nor does one that only the org knows: nobody can
 * say there whether the agent is still on it, and a call that rings must not be hidden behind it.
 */
export function isOnCall({ calls }: CallList): boolean {
    return calls.some((call) => !call.isDoubted && !call.isFound && isLive(call));
}

/**
 * The list once it is known how the calls stand. Where ConVox reports all others as ended before a call came, none was going on
 * meanwhile: it is shown like any other that arrives. It keeps its place, as one that moves would begin anew in the page.
 */
export function clearDoubts(list: CallList): CallList {
    const ends = list.calls
        .filter(({ isDoubted }) => !isDoubted)
        .map(({ hasStatus, endedAt }) => (hasStatus && endedAt) || Infinity);
    // ConVox counts whole seconds, and a browser takes a moment to open a pop.
    const isAfter = ({ poppedAt }: CallState): boolean => ends.length > 0 && Math.max(...ends) < poppedAt + 2000;
    const cleared = list.calls.find((call) => call.isDoubted && isAfter(call));
    return cleared === undefined || isOnCall(list)
        ? list
        : {
              calls: list.calls.map((call) => (call === cleared ? { ...call, isDoubted: false } : call)),
              current: referenceOf(cleared)
          };
}
