import { fieldTable } from '#contract';

/** Names of a dial; the sheet leaves them open, so these are the ones that servers were seen with. */
export const dialTable = fieldTable([
    { field: 'action', name: 'ACTION', limit: 20 },
    { field: 'agentCode', name: 'user', synonyms: ['userid', 'agentid'], limit: 64 },
    { field: 'phoneNumber', name: 'phone_number', synonyms: ['mobilenumber', 'mobileno'], limit: 40 },
    { field: 'referenceNumber', name: 'refno', limit: 40 },
    { field: 'dialPrefix', name: 'dial_prefix', limit: 10 }
]);

/** What the sheet's CLOSE does not have, and newer servers want. */
export const newerCloseTable = fieldTable([
    { field: 'endCallType', name: 'endcall_type', limit: 20 },
    { field: 'referenceNumber', name: 'refno', limit: 40 },
    { field: 'callReference', name: 'callreferenceid', limit: 64 },
    { field: 'process', name: 'process_name', limit: 80 },
    { field: 'processCrmId', name: 'process_crm_id', limit: 80 }
]);

/** What the gateway sends beside the ends of calls and dials. */
export const gatewayCommandTable = fieldTable<string>([
    { field: 'action', name: 'ACTION', limit: 40 },
    { field: 'agentCode', name: 'agent_id', synonyms: ['userid', 'user'], limit: 64 },
    { field: 'referenceNumber', name: 'refno', limit: 40 },
    { field: 'breakName', name: 'break_name', limit: 80 },
    { field: 'updateBreak', name: 'update_break', limit: 10 },
    { field: 'target', name: 'target', limit: 80 },
    { field: 'endCallType', name: 'endcall_type', limit: 20 },
    { field: 'transferType', name: 'type', limit: 20 },
    { field: 'queue', name: 'transfer_to_queue', limit: 80 },
    { field: 'toProcess', name: 'transfer_to_process', limit: 80 },
    { field: 'process', name: 'process_name', synonyms: ['process'], limit: 80 },
    { field: 'convoxId', name: 'convoxid', limit: 64 },
    { field: 'callReference', name: 'callreferenceid', limit: 64 },
    { field: 'mobileNumber', name: 'mobile_number', limit: 40 },
    { field: 'disposition', name: 'disposition', limit: 100 },
    { field: 'setFollowUp', name: 'set_followUp', limit: 10 },
    { field: 'listId', name: 'list_id', limit: 64 },
    { field: 'batchId', name: 'batch_id', limit: 64 },
    { field: 'rows', name: 'data', limit: 4000 }
]);
