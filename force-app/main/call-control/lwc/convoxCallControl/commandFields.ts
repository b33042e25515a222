import ACCOUNT from '@salesforce/schema/ConVox_Command__c.Account__c';
import AGENT_CODE from '@salesforce/schema/ConVox_Command__c.Agent_Code__c';
import CALL from '@salesforce/schema/ConVox_Command__c.Call__c';
import CALLBACK_DATE from '@salesforce/schema/ConVox_Command__c.Callback_Date__c';
import CALLBACK_HOURS from '@salesforce/schema/ConVox_Command__c.Callback_Hours__c';
import CALLBACK_MINUTES from '@salesforce/schema/ConVox_Command__c.Callback_Minutes__c';
import CONTACT from '@salesforce/schema/ConVox_Command__c.Contact__c';
import CONVOX_ID from '@salesforce/schema/ConVox_Command__c.ConVox_ID__c';
import DISPOSITION from '@salesforce/schema/ConVox_Command__c.Disposition__c';
import KEY from '@salesforce/schema/ConVox_Command__c.Key__c';
import LEAD from '@salesforce/schema/ConVox_Command__c.Lead__c';
import MOBILE_NUMBER from '@salesforce/schema/ConVox_Command__c.Mobile_Number__c';
import PHONE_NUMBER from '@salesforce/schema/ConVox_Command__c.Phone_Number__c';
import REFERENCE_NUMBER from '@salesforce/schema/ConVox_Command__c.Ref_No__c';
import SERVER from '@salesforce/schema/ConVox_Command__c.Server__c';
import SET_FOLLOW_UP from '@salesforce/schema/ConVox_Command__c.Set_Follow_Up__c';
import STATUS from '@salesforce/schema/ConVox_Command__c.Status__c';
import TYPE from '@salesforce/schema/ConVox_Command__c.Type__c';
import type { CallCommand, CloseCommand, DialCommand } from './command.ts';
import { closeKey, dialKey } from './commandKey.ts';

type Values = Record<string, string>;

/** The row's unique key, see `closeKey` and `dialKey`. */
export function commandKey(command: CallCommand): string {
    return command.type === 'Close'
        ? closeKey(command.callReference, command.attempt)
        : dialKey(command.referenceNumber);
}

/** Values of the ConVox_Command__c row to create, by field API name. What is empty is left out. */
export function commandFields(command: CallCommand): Values {
    const specific = command.type === 'Close' ? closeFields(command) : dialFields(command);
    const values: Values = {
        [TYPE.fieldApiName]: command.type,
        [KEY.fieldApiName]: commandKey(command),
        [STATUS.fieldApiName]: 'Created',
        [SERVER.fieldApiName]: command.serverId ?? '',
        ...specific
    };
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

/** The flow sends these values as they are: each is what the contract's encoding of the request puts on the wire. */
function closeFields({ close, callId }: CloseCommand): Values {
    const { followUp } = close;
    return {
        [CALL.fieldApiName]: callId,
        [AGENT_CODE.fieldApiName]: close.agentCode,
        [CONVOX_ID.fieldApiName]: close.convoxId,
        [DISPOSITION.fieldApiName]: close.disposition,
        [MOBILE_NUMBER.fieldApiName]: close.mobileNumber,
        [SET_FOLLOW_UP.fieldApiName]: followUp ? 'Y' : 'N',
        [CALLBACK_DATE.fieldApiName]: followUp?.date ?? '',
        [CALLBACK_HOURS.fieldApiName]: followUp?.hours ?? '',
        [CALLBACK_MINUTES.fieldApiName]: followUp?.minutes ?? ''
    };
}

function dialFields(command: DialCommand): Values {
    return {
        [AGENT_CODE.fieldApiName]: command.agentCode,
        [PHONE_NUMBER.fieldApiName]: command.phoneNumber,
        [REFERENCE_NUMBER.fieldApiName]: command.referenceNumber,
        [CONTACT.fieldApiName]: command.contactId ?? '',
        [LEAD.fieldApiName]: command.leadId ?? '',
        [ACCOUNT.fieldApiName]: command.accountId ?? ''
    };
}
