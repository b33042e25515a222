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
import { encodeCloseCall, encodeDial } from 'c/convoxContract';
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

/** The flow sends these values as they are, so they are taken from the contract's own encoding of the request. */
function closeFields({ close, callId }: CloseCommand): Values {
    const wire = new Map(encodeCloseCall(close));
    const sent = (name: string): string => wire.get(name) ?? '';
    return {
        [CALL.fieldApiName]: callId ?? '',
        [AGENT_CODE.fieldApiName]: sent('agent_id'),
        [CONVOX_ID.fieldApiName]: sent('convoxid'),
        [DISPOSITION.fieldApiName]: sent('disposition'),
        [MOBILE_NUMBER.fieldApiName]: sent('mobile_number'),
        [SET_FOLLOW_UP.fieldApiName]: sent('set_followUp'),
        [CALLBACK_DATE.fieldApiName]: sent('callback_date'),
        [CALLBACK_HOURS.fieldApiName]: sent('callback_hrs'),
        [CALLBACK_MINUTES.fieldApiName]: sent('callback_mins')
    };
}

function dialFields(command: DialCommand): Values {
    const wire = new Map(encodeDial(command).parameters);
    return {
        [AGENT_CODE.fieldApiName]: wire.get('user') ?? '',
        [PHONE_NUMBER.fieldApiName]: wire.get('phone_number') ?? '',
        [REFERENCE_NUMBER.fieldApiName]: wire.get('refno') ?? '',
        [CONTACT.fieldApiName]: command.contactId ?? '',
        [LEAD.fieldApiName]: command.leadId ?? '',
        [ACCOUNT.fieldApiName]: command.accountId ?? ''
    };
}
