import type { ScreenPop } from 'c/convoxContract';
import { callOf, firstOf, referenceOf, removeCall, showCall } from './callList.ts';
import type { CallList } from './callList.ts';
import { isOver, phaseOf } from './callPhase.ts';
import { arrivedCall } from './callState.ts';
import type { CallState } from './callState.ts';
import { clearDoubts, isOnCall } from './doubt.ts';

/**
 * The newest call comes to the front; calls with nothing left to do make room. The same call again is only shown. One
 * that comes while the agent is on another is doubted, as anybody can open the address of a pop: it stands behind all others, and
 * is not shown by itself where something was entered for the other. ConVox may have ended that one and not told it yet.
 */
export function addCall(list: CallList, pop: ScreenPop, poppedAt: number): CallList {
    const reference = pop.callReference;
    const isDoubted = isOnCall(list);
    const isBehind = isDoubted && callOf(list, list.current)?.hasWords;
    const known = callOf(list, reference);
    if (known) {
        const again = withState(list, { ...known, poppedLastAt: poppedAt });
        return isBehind && known.isDoubted ? again : showCall(again, reference);
    }
    const call = arrivedCall(pop, poppedAt, { isDoubted });
    const others = list.calls.filter((each) => !isOver(each));
    return isDoubted
        ? showCall({ calls: [...others, call], current: firstOf(others) }, isBehind ? list.current : reference)
        : { calls: [call, ...others], current: reference };
}

/** The list with the call as it is now: another agent's goes, and a doubt about another one may be cleared. */
export function withCall(list: CallList, call: CallState): CallList {
    const reference = referenceOf(call);
    return clearDoubts(phaseOf(call) === 'notMine' ? removeCall(list, reference) : withState(list, call));
}

function withState(list: CallList, call: CallState): CallList {
    return { ...list, calls: list.calls.map((each) => (referenceOf(each) === referenceOf(call) ? call : each)) };
}
