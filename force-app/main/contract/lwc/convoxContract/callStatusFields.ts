import type { FieldRule } from './fieldTable.ts';

export type StatusField =
    | 'mobileNumber'
    | 'agentCode'
    | 'callMode'
    | 'convoxStatus'
    | 'callDate'
    | 'callHour'
    | 'callMinute'
    | 'duration'
    | 'queueName'
    | 'queueDuration'
    | 'ringDuration'
    | 'completedBy'
    | 'followUpTime'
    | 'station'
    | 'listId'
    | 'did'
    | 'convoxId'
    | 'callReference'
    | 'disposition'
    | 'dialerDisposition'
    | 'processName'
    | 'recordingFile'
    | 'disposition2'
    | 'disposition3'
    | 'remarks'
    | 'callType';

/** The Call Status of the sheet in its order and spelling, lengths as the call's record holds them. */
export const sheetRules: readonly FieldRule<StatusField>[] = [
    {
        field: 'mobileNumber',
        name: 'MOBILE_NO',
        synonyms: ['mobilenumber', 'callerid', 'phonenumber'],
        limit: 40,
        phone: true
    },
    { field: 'agentCode', name: 'USER_ID', synonyms: ['agentid'], limit: 64 },
    { field: 'callMode', name: 'CALL_MODE', limit: 40 },
    { field: 'convoxStatus', name: 'CALL_STATUS', limit: 40 },
    { field: 'callDate', name: 'CALL_DATE', synonyms: ['entrydate'], limit: 80 },
    { field: 'callHour', name: 'CALL_HOUR', limit: 10 },
    { field: 'callMinute', name: 'CALL_MINUTE', synonyms: ['callmin'], limit: 10 },
    { field: 'duration', name: 'CALL_DURATION', limit: 20 },
    { field: 'queueName', name: 'QUEUE_NAME', limit: 80 },
    { field: 'queueDuration', name: 'QUEUE_DURATION', limit: 20 },
    { field: 'ringDuration', name: 'RING_DURATION', limit: 20 },
    { field: 'completedBy', name: 'COMPLETED_BY', limit: 80 },
    { field: 'followUpTime', name: 'FOLLOWUP TIME', limit: 80 },
    { field: 'station', name: 'STATION', limit: 40 },
    { field: 'listId', name: 'LIST_ID', limit: 64 },
    { field: 'did', name: 'DID', limit: 40 },
    { field: 'convoxId', name: 'LEAD ID', synonyms: ['leadid(convoxid)', 'convoxid'], limit: 64, id: true },
    {
        field: 'callReference',
        name: 'CALL_REFERENCE_ID',
        synonyms: ['callhitreferencenumber', 'callhitreferenceno', 'callreferenceid'],
        limit: 64,
        id: true
    },
    { field: 'disposition', name: 'DISPOSITION', synonyms: ['disposition1'], limit: 100 },
    { field: 'dialerDisposition', name: 'DIALER_DISPOSITION', limit: 120 },
    { field: 'processName', name: 'PROCESS_NAME', synonyms: ['process'], limit: 80 },
    {
        field: 'recordingFile',
        name: 'RECORDING_FILE_NAME',
        synonyms: ['recordingurl', 'recordingfilepath', 'filename'],
        limit: 1000,
        whole: true
    }
];

/** What some servers send besides. */
export const extraRules: readonly FieldRule<StatusField>[] = [
    { field: 'disposition2', name: 'disposition2', limit: 100 },
    { field: 'disposition3', name: 'disposition3', limit: 100 },
    { field: 'remarks', name: 'remarks', limit: 4000, multiline: true, literal: true },
    { field: 'callType', name: 'CALL_TYPE', synonyms: ['typeofcall'], limit: 40 }
];

/** ConVox's label of a field. */
export function callStatusLabel(field: string): string {
    return [...sheetRules, ...extraRules].find((rule) => rule.field === field)?.name ?? field;
}
