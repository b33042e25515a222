import { serverTimeAt } from 'c/convoxContract';
import type { CallCommand, CloseCommand } from 'c/convoxCommand';

type Values = Record<string, string>;

/**
 * The row's unique key. The same press, repeated by a double click or a second tab, has the same key and is refused by the
 * database; only a new attempt of the agent, or a dial's new reference number, makes a new one.
 */
export function commandKey(command: CallCommand): string {
    return command.type === 'Close'
        ? `${command.callReference}:close:${command.attempt}`
        : `dial:${command.fields.Ref_No__c}`;
}

/**
 * Values of the ConVox_Command__c row to create, by field API name. What is empty is left out. No formula can tell the
 * server's day, so it is written here.
 */
export function commandFields(command: CallCommand, now = new Date()): Values {
    const { server } = command;
    const specific = command.type === 'Close' ? closeFields(command) : command.fields;
    const values: Values = {
        Type__c: command.type,
        Key__c: commandKey(command),
        Status__c: 'Created',
        Server__c: server?.serverId ?? '',
        Requested_Day__c: (server && serverTimeAt(now.toISOString(), server.timeZone)?.date) ?? '',
        ...specific
    };
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

/** The flow sends these values as they are: each is what the contract's encoding of the request puts on the wire. */
function closeFields({ close, callId }: CloseCommand): Values {
    const { followUp } = close;
    return {
        Call__c: callId,
        Agent_Code__c: close.agentCode,
        ConVox_ID__c: close.convoxId,
        Disposition__c: close.disposition,
        Mobile_Number__c: close.mobileNumber,
        Set_Follow_Up__c: followUp ? 'Y' : 'N',
        Callback_Date__c: followUp?.date ?? '',
        Callback_Hours__c: followUp?.hours ?? '',
        Callback_Minutes__c: followUp?.minutes ?? ''
    };
}
