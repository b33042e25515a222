/** The object that holds one call from pop to report. */
export const CALL_OBJECT = 'ConVox_Call__c';

/** ConVox's reference of the call: the external id that pop and push meet at. */
export const CALL_REFERENCE_FIELD = 'Call_Reference__c';

/** Field API names of a call. Plain text, so that Node loads this module as the browser does. */
export const callFields = {
    reference: CALL_REFERENCE_FIELD,
    convoxId: 'ConVox_ID__c',
    customerNumber: 'Customer_Number__c',
    phoneKey: 'Phone_Key__c',
    agentCode: 'Agent_Code__c',
    agentId: 'Agent__c',
    direction: 'Direction__c',
    callMode: 'Call_Mode__c',
    typeOfCall: 'Type_Of_Call__c',
    status: 'Status__c',
    convoxStatus: 'ConVox_Status__c',
    startedAt: 'Started_At__c',
    durationSeconds: 'Duration_Seconds__c',
    queueSeconds: 'Queue_Seconds__c',
    ringSeconds: 'Ring_Seconds__c',
    queue: 'Queue__c',
    completedBy: 'Completed_By__c',
    followUpAt: 'Follow_Up_At__c',
    station: 'Station__c',
    listId: 'List_ID__c',
    did: 'DID__c',
    disposition: 'Disposition__c',
    disposition2: 'Disposition_2__c',
    disposition3: 'Disposition_3__c',
    dialerDisposition: 'Dialer_Disposition__c',
    processName: 'Process_Name__c',
    recordingFile: 'Recording_File__c',
    remarks: 'Remarks__c',
    notes: 'Notes__c',
    contactId: 'Contact__c',
    leadId: 'Lead__c',
    accountId: 'Account__c',
    caseId: 'Case__c',
    matchReason: 'Match_Reason__c',
    poppedAt: 'Pop_At__c',
    popLatencyMilliseconds: 'Pop_Latency_Ms__c',
    statusReceivedAt: 'Status_Received_At__c',
    popPayload: 'Pop_Payload__c',
    statusPayload: 'Status_Payload__c',
    dataQuality: 'Data_Quality__c'
} as const;
export type CallFieldName = (typeof callFields)[keyof typeof callFields];

/** Values of Status__c, in the order a call goes through them. */
export type CallStatusValue = 'In Progress' | 'Ended' | 'Not Connected' | 'Disposed';

/** Values to write, by field API name. */
export type CallFieldValues = Record<string, string | number | boolean | null>;

type Value = string | number | boolean | null | undefined;

const longestPayload = 32_768;

/** Leaves out what is blank: a write must never empty what an earlier one filled. */
export function filled(values: Partial<Record<CallFieldName, Value>>): CallFieldValues {
    const fields: CallFieldValues = {};
    for (const [name, value] of Object.entries(values)) {
        if (value !== undefined && value !== null && value !== '') {
            fields[name] = value;
        }
    }
    return fields;
}

/** A payload as the long text fields hold it. */
export function payloadText(payload: string): string {
    return payload.slice(0, longestPayload);
}
