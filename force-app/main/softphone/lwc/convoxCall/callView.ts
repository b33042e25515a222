import done from '@salesforce/label/c.ConVox_Call_Done';
import lookingUp from '@salesforce/label/c.ConVox_Call_Looking_Up';
import lookingUpNumber from '@salesforce/label/c.ConVox_Call_Looking_Up_Number';
import lose from '@salesforce/label/c.ConVox_Call_Lose';
import unsaved from '@salesforce/label/c.ConVox_Call_Unsaved';
import { phaseOf } from 'c/convoxCallState';
import type { CallPhase, CallState } from 'c/convoxCallState';
import { numberText } from 'c/convoxCallWords';
import { fillIn } from 'c/convoxText';
import { failuresOf } from './failures.ts';
import type { Failure } from './failures.ts';

/** What the page of a call shows, decided. */
export interface CallView {
    readonly isLookingUp: boolean;
    readonly lookingUpText: string;
    readonly isMine: boolean;
    readonly failures: readonly Failure[];
    /** The agent is done or does not know whether, or much depends on whether ConVox has reported it. */
    readonly isStatusExpected: boolean;
    readonly canLeave: boolean;
    /** Once ConVox has accepted the end the way out takes the place of Save: in sight, whatever comes above and below it. */
    readonly leaveClass: string;
    readonly leaveLabel: string;
    /** Says that leaving loses what was entered; '' when it does not. */
    readonly unsavedText: string;
}

const DONE: readonly CallPhase[] = ['unsaved', 'disposed', 'over'];

/**
 * @param isWatched much depends on whether ConVox has reported the call
 * @param isLosing the agent wanted to leave it while what was entered is not saved
 */
export function viewOf(state: CallState, isWatched: boolean, isLosing: boolean): CallView {
    const phase = phaseOf(state);
    const number = numberText(state);
    const isDone = DONE.includes(phase);
    return {
        isLookingUp: phase === 'lookingUp',
        lookingUpText: number ? fillIn(lookingUpNumber, number) : lookingUp,
        isMine: phase !== 'lookingUp' && phase !== 'notMine',
        failures: failuresOf(state),
        isStatusExpected: isDone || isWatched || state.closeResult?.state === 'unknown',
        leaveClass: state.closeResult?.state === 'accepted' ? 'leave' : '',
        canLeave: isDone && state.othersLines.length === 0,
        ...(isLosing ? { leaveLabel: lose, unsavedText: unsaved } : { leaveLabel: done, unsavedText: '' })
    };
}
