import type { AdviceKey } from 'c/convoxContract';
import type { CallState } from './callState.ts';

/** Where a call stands for its agent, each call being in exactly one phase. */
export type CallPhase =
    | 'lookingUp'
    /** Another agent's call, or nobody knows which agent the user is. */
    | 'notMine'
    /** Connected or in wrap-up; ConVox waits for the disposition. */
    | 'open'
    | 'closing'
    /** ConVox ended the call by itself, and what the agent entered is not saved on it. */
    | 'unsaved'
    /** Disposed; ConVox's status has not come yet. */
    | 'disposed'
    /** Disposed and reported, or kept by the agent: nothing is left to do. */
    | 'over';

export function phaseOf(state: CallState): CallPhase {
    const { caller, owner } = state;
    if (caller.kind === 'lookingUp') {
        return 'lookingUp';
    }
    if (owner.kind === 'otherAgent' || owner.kind === 'noAgent') {
        return 'notMine';
    }
    return state.isKept ? 'over' : phaseOfEnd(state);
}

function phaseOfEnd({ isDisposed, hasWords, hasStatus, isClosing }: CallState): CallPhase {
    if (!isDisposed) {
        return isClosing ? 'closing' : 'open';
    }
    if (hasWords) {
        return 'unsaved';
    }
    return hasStatus ? 'over' : 'disposed';
}

/** Whether nothing is left to do and nothing to be lost: the next call may take its place. */
export function isOver(state: CallState): boolean {
    return phaseOf(state) === 'over' && !state.troubles.save && state.othersLines.length === 0;
}

/** Whether the last press to end the call has no answer yet. */
export function isUncertain({ isClosing, closeResult }: CallState): boolean {
    return isClosing || closeResult?.state === 'unknown';
}

/** Refusals that the agent can put right in the form. */
const CAN_BE_PUT_RIGHT: readonly AdviceKey[] = [
    'dispositionUnknown',
    'followUpFormat',
    'followUpIncomplete',
    'followUpNotInFuture'
];

/**
 * Whether the agent may keep what was entered and leave ConVox as it is: it does not know the call any more, nobody
 * knows whether it does, or the call stands behind a newer one.
 */
export function mayKeep(state: CallState, isNewest: boolean): boolean {
    const { owner, closeResult } = state;
    if (owner.kind !== 'mine' || phaseOf(state) !== 'open') {
        return false;
    }
    return closeResult === undefined ? !isNewest : !CAN_BE_PUT_RIGHT.includes(closeResult.advice);
}
