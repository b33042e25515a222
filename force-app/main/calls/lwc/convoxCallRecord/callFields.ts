import { popFields } from './popFields.ts';

/** Field API names of a call. Plain text, so that Node loads this module as the browser does. */
export const callFields = {
    ...popFields,
    phoneKey: 'Phone_Key__c',
    agentId: 'Agent__c',
    callMode: 'Call_Mode__c',
    convoxStatus: 'ConVox_Status__c',
    durationSeconds: 'Duration_Seconds__c',
    queueSeconds: 'Queue_Seconds__c',
    ringSeconds: 'Ring_Seconds__c',
    queue: 'Queue__c',
    completedBy: 'Completed_By__c',
    followUpAt: 'Follow_Up_At__c',
    followUpDay: 'Follow_Up_Day__c',
    station: 'Station__c',
    listId: 'List_ID__c',
    disposition: 'Disposition__c',
    disposition2: 'Disposition_2__c',
    disposition3: 'Disposition_3__c',
    dialerDisposition: 'Dialer_Disposition__c',
    recordingFile: 'Recording_File__c',
    remarks: 'Remarks__c',
    notes: 'Notes__c',
    caseId: 'Case__c',
    startHour: 'Start_Hour__c',
    startHalfHour: 'Start_Half_Hour__c',
    statusReceivedAt: 'Status_Received_At__c',
    statusPayload: 'Status_Payload__c',
    dataQuality: 'Data_Quality__c',
    agentLegs: 'Agent_Legs__c',
    earlierAgents: 'Earlier_Agents__c'
} as const;
export type CallFieldName = (typeof callFields)[keyof typeof callFields];

/** Values of Status__c, in the order a call goes through them. */
export const callStatusValues = ['In Progress', 'Ended', 'Not Connected', 'Disposed'] as const;
export type CallStatusValue = (typeof callStatusValues)[number];
