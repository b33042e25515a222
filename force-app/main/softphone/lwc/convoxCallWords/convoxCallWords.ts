import announceKnown from '@salesforce/label/c.ConVox_CallWords_Announce_Known';
import announceNumber from '@salesforce/label/c.ConVox_CallWords_Announce_Number';
import announceSeveral from '@salesforce/label/c.ConVox_CallWords_Announce_Several';
import announceWithheld from '@salesforce/label/c.ConVox_CallWords_Announce_Withheld';
import closing from '@salesforce/label/c.ConVox_CallWords_Closing';
import disposed from '@salesforce/label/c.ConVox_CallWords_Disposed';
import lookingUp from '@salesforce/label/c.ConVox_CallWords_Looking_Up';
import notMine from '@salesforce/label/c.ConVox_CallWords_Not_Mine';
import open from '@salesforce/label/c.ConVox_CallWords_Open';
import over from '@salesforce/label/c.ConVox_CallWords_Over';
import unsaved from '@salesforce/label/c.ConVox_CallWords_Unsaved';
import withheld from '@salesforce/label/c.ConVox_CallWords_Withheld';
import { phaseOf } from 'c/convoxCallState';
import type { CallPhase, CallState } from 'c/convoxCallState';
import { displayPhone, isWithheld } from 'c/convoxContract';
import { fillIn } from 'c/convoxText';

export { reasonText } from './reasonText.ts';

const PHASES: Readonly<Record<CallPhase, string>> = {
    lookingUp,
    notMine,
    open,
    closing,
    unsaved,
    disposed,
    over
};

/** The caller's number as the agent reads it, short ones as they came; '' when ConVox sent none. */
export function numberText({ pop }: CallState): string {
    return isWithheld(pop.callerNumber) ? '' : displayPhone(pop.callerNumber);
}

/** Who is calling: a name, else a number, else that there is none. */
export function titleText(state: CallState): string {
    return state.caller.kind === 'known' ? state.caller.match.customer.name : numberText(state) || withheld;
}

/** Where the call stands. */
export function phaseText(state: CallState): string {
    return PHASES[phaseOf(state)];
}

/** What a screen reader says when the call changes; the same text is said once. */
export function announcementText(state: CallState): string {
    if (phaseOf(state) !== 'open') {
        return phaseText(state);
    }
    switch (state.caller.kind) {
        case 'known':
            return fillIn(announceKnown, titleText(state), numberText(state));
        case 'several':
            return fillIn(
                announceSeveral,
                numberText(state),
                Math.max(state.lookup.customerCount, state.matches.length)
            );
        case 'withheld':
            return announceWithheld;
        case 'unknown':
        case 'lookingUp':
        case 'unanswered':
        default:
            return fillIn(announceNumber, numberText(state));
    }
}
