import { textProblems } from './closeCall.ts';
import type { CloseCall, FollowUp } from './closeCallRequest.ts';
import { fieldProblem, type Decoded } from './decoded.ts';
import { fieldTable, type FieldRule } from './fieldTable.ts';
import { readParameters, type Parameters } from './parameters.ts';

type CloseField =
    | 'action'
    | 'agentCode'
    | 'convoxId'
    | 'disposition'
    | 'mobileNumber'
    | 'followUpFlag'
    | 'followUpDate'
    | 'followUpHours'
    | 'followUpMinutes';

const rules: readonly FieldRule<CloseField>[] = [
    { field: 'action', name: 'ACTION', limit: 20 },
    { field: 'agentCode', name: 'agent_id', synonyms: ['userid', 'user'], limit: 64 },
    { field: 'convoxId', name: 'convoxid', otherName: 'Convoxid', synonyms: ['leadid'], limit: 64 },
    { field: 'disposition', name: 'disposition', otherName: 'Disposition', limit: 100, literal: true },
    {
        field: 'mobileNumber',
        name: 'mobile_number',
        otherName: 'mobile number',
        synonyms: ['mobileno', 'phonenumber'],
        limit: 40
    },
    { field: 'followUpFlag', name: 'set_followUp', limit: 10 },
    { field: 'followUpDate', name: 'callback_date', limit: 20 },
    { field: 'followUpHours', name: 'callback_hrs', limit: 10 },
    { field: 'followUpMinutes', name: 'callback_mins', limit: 10 }
];

export const closeCallTable = fieldTable(rules);

/**
 * The sheet's nine parameters in its order; without a follow-up the last three are blank.
 * 'get' is the lower-case spelling, which real servers take by either method; 'post' is the sheet's own for POST.
 */
export function encodeCloseCall(close: CloseCall, spelling: 'get' | 'post' = 'get'): [string, string][] {
    const values: Record<CloseField, string> = {
        action: 'CLOSE',
        agentCode: close.agentCode,
        convoxId: close.convoxId,
        disposition: close.disposition,
        mobileNumber: close.mobileNumber,
        followUpFlag: close.followUp === undefined ? 'N' : 'Y',
        followUpDate: close.followUp?.date ?? '',
        followUpHours: close.followUp?.hours ?? '',
        followUpMinutes: close.followUp?.minutes ?? ''
    };
    return rules.map(({ field, name, otherName }) => [spelling === 'post' ? (otherName ?? name) : name, values[field]]);
}

/** Reads an End Call request in either spelling, as a ConVox server would. Never throws. */
export function decodeCloseCall(parameters: Parameters): Decoded<CloseCall> {
    const { text, tooLong } = readParameters(closeCallTable, parameters);
    const flag = text('followUpFlag').toUpperCase();
    const close: CloseCall = {
        agentCode: text('agentCode'),
        convoxId: text('convoxId'),
        disposition: text('disposition'),
        mobileNumber: text('mobileNumber'),
        ...(flag === 'Y' ? { followUp: followUpOf(text) } : {})
    };
    const problems = [
        ...[...tooLong].map((field) => fieldProblem(field, 'tooLong')),
        ...(text('action').toUpperCase() === 'CLOSE' ? [] : [fieldProblem('action', 'actionUnknown', 'GE009')]),
        ...(['', 'Y', 'N'].includes(flag) ? [] : [fieldProblem('followUpFlag', 'followUpFlagInvalid')]),
        ...textProblems(close)
    ];
    return problems.length === 0 ? { ok: true, value: close } : { ok: false, problems };
}

function followUpOf(text: (field: CloseField) => string): FollowUp {
    return { date: text('followUpDate'), hours: text('followUpHours'), minutes: text('followUpMinutes') };
}
