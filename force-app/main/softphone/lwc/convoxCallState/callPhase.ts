import type { CallState } from './callState.ts';

/** Where a call stands for its agent, each call being in exactly one phase. */
export type CallPhase =
    | 'lookingUp'
    /** Another agent's call, or nobody knows which agent the user is. */
    | 'notMine'
    /** Connected or in wrap-up; ConVox waits for the disposition. */
    | 'open'
    | 'closing'
    /** Disposed; ConVox's status has not come yet. */
    | 'disposed'
    /** Disposed and reported: nothing is left to do. */
    | 'over';

export function phaseOf(state: CallState): CallPhase {
    if (state.caller.kind === 'lookingUp') {
        return 'lookingUp';
    }
    if (state.owner.kind !== 'mine') {
        return 'notMine';
    }
    if (state.isDisposed) {
        return state.hasStatus ? 'over' : 'disposed';
    }
    return state.isClosing ? 'closing' : 'open';
}
