/** The object that holds one call from pop to report. */
export const CALL_OBJECT = 'ConVox_Call__c';

/** ConVox's reference of the call: the external id that pop and push meet at. */
export const CALL_REFERENCE_FIELD = 'Call_Reference__c';

/** Field API names that a screen pop can fill: all that components write. */
export const popFields = {
    reference: CALL_REFERENCE_FIELD,
    convoxId: 'ConVox_ID__c',
    customerNumber: 'Customer_Number__c',
    agentCode: 'Agent_Code__c',
    direction: 'Direction__c',
    typeOfCall: 'Type_Of_Call__c',
    status: 'Status__c',
    startedAt: 'Started_At__c',
    startDay: 'Start_Day__c',
    did: 'DID__c',
    processName: 'Process_Name__c',
    contactId: 'Contact__c',
    leadId: 'Lead__c',
    accountId: 'Account__c',
    matchReason: 'Match_Reason__c',
    poppedAt: 'Pop_At__c',
    popLatencyMilliseconds: 'Pop_Latency_Ms__c',
    popPayload: 'Pop_Payload__c',
    ranks1: 'Value_Ranks_1__c',
    ranks2: 'Value_Ranks_2__c'
} as const;

/** Whoever writes a field by its name has the compiler hold it against the table above, which browsers need not load. */
export type PopFieldName = (typeof popFields)[keyof typeof popFields];
