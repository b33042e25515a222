import announceFrom from '@salesforce/label/c.ConVox_CallWords_Announce_From';
import announceSeveral from '@salesforce/label/c.ConVox_CallWords_Announce_Several';
import announceTo from '@salesforce/label/c.ConVox_CallWords_Announce_To';
import announceUnknown from '@salesforce/label/c.ConVox_CallWords_Announce_Unknown';
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

/** The agent or the dialler called, not the customer. */
export function isOutbound({ pop }: CallState): boolean {
    return pop.direction === 'Outbound';
}

/** What is known of the records with the number; '' while that is not known, or there is the one. */
function recordsText({ caller, lookup, matches }: CallState): string {
    if (caller.kind === 'several') {
        return ` ${fillIn(announceSeveral, Math.max(lookup.customerCount, matches.length))}`;
    }
    return caller.kind === 'unknown' ? ` ${announceUnknown}` : '';
}

/** What a screen reader says when the call changes; the same text is said once. */
export function announcementText(state: CallState): string {
    if (phaseOf(state) !== 'open') {
        return phaseText(state);
    }
    if (state.caller.kind === 'withheld') {
        return announceWithheld;
    }
    const number = numberText(state);
    const title = titleText(state);
    const who = title === number || !number ? title : `${title}, ${number}`;
    return fillIn(isOutbound(state) ? announceTo : announceFrom, who) + recordsText(state);
}
