import keptText from '@salesforce/label/c.ConVox_CallEnding_Kept';
import savingText from '@salesforce/label/c.ConVox_CallEnding_Saving';
import { DEFAULT_TIME_ZONE } from 'c/convoxAgentSetup';
import type { CommandResult } from 'c/convoxCommand';
import { dispositionName, mayKeep, phaseOf } from 'c/convoxCallState';
import type { CallState } from 'c/convoxCallState';

/** What the end of a call shows, decided. */
export interface EndingView {
    readonly timeZone: string;
    /** ConVox may have ended the call by itself; then there is something to decide only when something was entered. */
    readonly isFormShown: boolean;
    readonly isResendAllowed: boolean;
    readonly isKeepAllowed: boolean;
    /** The disposition with which ConVox ended the call by itself; '' when it did not. */
    readonly endedWith: string;
    readonly busyText: string;
    readonly result: CommandResult | undefined;
    readonly keptText: string;
}

/** @param isNewest whether this is still the agent's current call */
export function viewOf(call: CallState, isNewest: boolean): EndingView {
    const { owner, isDisposed, hasWords, closeResult, isKept, isClosing, hasStatus } = call;
    return {
        timeZone: owner.kind === 'mine' ? owner.agent.timeZone : DEFAULT_TIME_ZONE,
        isFormShown: (!isDisposed || hasWords || closeResult !== undefined) && !isKept,
        isResendAllowed: isNewest && !hasStatus,
        isKeepAllowed: mayKeep(call, isNewest),
        endedWith: phaseOf(call) === 'unsaved' ? dispositionName(call, call.convoxDisposition) : '',
        busyText: isClosing ? savingText : '',
        result: isKept ? undefined : closeResult,
        keptText: isKept ? keptText : ''
    };
}
