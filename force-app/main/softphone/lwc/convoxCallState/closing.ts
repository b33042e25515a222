import type { CloseCommand, CommandServer } from 'c/convoxCommand';
import { dialNumber, readServerTime } from 'c/convoxContract';
import type { CloseCall, ScreenPop } from 'c/convoxContract';
import type { CallOutcome } from './callOutcome.ts';
import type { CallState } from './callState.ts';

/** Whose server's clock the agent's zone-less follow-up time belongs to. */
function serverOf({ owner }: CallState): CommandServer | undefined {
    return owner.kind === 'mine' ? owner.agent : undefined;
}

/** What ConVox is told about the end of the call. */
export function closeOf(pop: ScreenPop, { disposition, followUp }: CallOutcome): CloseCall {
    const { agentCode, convoxId, callerNumber } = pop;
    return { agentCode, convoxId, disposition, mobileNumber: dialNumber(callerNumber) ?? '', followUp };
}

/** The command that ends the call in ConVox. `attempt` counts the agent's presses on this call from 1. */
export function closeCommand(state: CallState, outcome: CallOutcome, attempt: number): CloseCommand {
    const { pop, callId } = state;
    return {
        type: 'Close',
        close: closeOf(pop, outcome),
        callReference: pop.callReference,
        attempt,
        callId,
        server: serverOf(state)
    };
}

/** What the agent noted, as fields of the call's row; what is blank is left out. */
export function noteFields(outcome: CallOutcome): Record<string, string> {
    const fields = {
        Notes__c: outcome.notes,
        Agent_Disposition__c: outcome.disposition,
        Disposition_2__c: outcome.disposition2,
        Disposition_3__c: outcome.disposition3
    };
    return Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));
}

/** Empty when the agent promised nothing. */
export function followUpFields(state: CallState, { followUp }: CallOutcome): Record<string, string> {
    const instant = followUp && readServerTime({ ...followUp, seconds: '00' }, serverOf(state)?.timeZone ?? '');
    return instant ? { Follow_Up_At__c: instant, Follow_Up_Day__c: followUp.date } : {};
}
