import { isTransfer } from 'c/convoxAgentAction';
import type { AgentAction } from 'c/convoxAgentAction';
import type { AgentCommand, CommandResult } from 'c/convoxCommand';
import type { CallEvent, CallState } from 'c/convoxCallState';
import { dialNumber } from 'c/convoxContract';
import { processOf } from './controls.ts';
import type { Choice } from './controls.ts';
import type { Desk } from './desks.ts';

/** What happened to which call: not always the one that is shown. */
export type EndOfCall = CallEvent & { readonly reference: string | undefined };

type CallFields = Omit<AgentCommand['fields'], 'Agent_Code__c' | 'Ref_No__c' | 'Target__c'>;

/** @param referenceNumber a fresh one for every press */
export function commandOf(
    { action, target }: Choice,
    desk: Desk,
    call: CallState | undefined,
    referenceNumber: string
): AgentCommand {
    return {
        type: action,
        server: desk.agent,
        fields: {
            Agent_Code__c: desk.agent.agentCode,
            Ref_No__c: referenceNumber,
            Target__c: target,
            ...callFields(action, desk, call)
        }
    };
}

function callFields(action: AgentAction, desk: Desk, call: CallState | undefined): CallFields {
    if (call === undefined) {
        return { Call__c: '', ConVox_ID__c: '', Mobile_Number__c: '', Disposition__c: '' };
    }
    const { callId, pop } = call;
    return {
        Call__c: callId,
        ConVox_ID__c: pop.convoxId,
        Mobile_Number__c: dialNumber(pop.callerNumber) ?? '',
        Disposition__c: (isTransfer(action) && processOf(desk, call)?.transferDisposition) || ''
    };
}

/** A call that ConVox has handed on is over for this agent; undefined while it is not, or nobody knows. */
export function endOf({ type, fields }: AgentCommand, { state }: CommandResult, at: number): CallEvent | undefined {
    return state === 'accepted' && isTransfer(type)
        ? { type: 'reported', disposition: fields.Disposition__c, seconds: undefined, at }
        : undefined;
}
