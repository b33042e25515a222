import * as z from 'zod/mini';
import {
    agentCodePattern,
    decodeWith,
    fieldProblem,
    presentText,
    requiredText,
    type Decoded,
    type FieldProblem,
    type ProblemKey
} from './decoded.ts';
import { readParameters, type FieldRule, type Parameters } from './parameters.ts';
import { isCalendarTime, readServerTime } from './serverTime.ts';

/** A promised call-back in the ConVox server's wall-clock time: `YYYY-MM-DD`, `00`-`23`, `00`-`59`. */
export const FollowUp = z.object({
    date: presentText('followUpDateMissing').check(
        z.refine((date) => date === '' || isCalendarTime(date, '00', '00'), 'followUpDateInvalid')
    ),
    hours: requiredText('followUpHoursMissing', /^(?:[01]\d|2[0-3])$/, 'followUpHoursInvalid'),
    minutes: requiredText('followUpMinutesMissing', /^[0-5]\d$/, 'followUpMinutesInvalid')
});
export type FollowUp = z.infer<typeof FollowUp>;

/**
 * The End Call request of the sheet (ACTION=CLOSE). mobileNumber: the ten digits of `dialNumber`, '' for a caller who
 * has none (withheld or abroad). disposition: the code configured for the process.
 */
export const CloseCall = z.object({
    agentCode: requiredText('agentCodeMissing', agentCodePattern, 'agentCodeInvalid'),
    convoxId: presentText('convoxIdMissing'),
    disposition: presentText('dispositionMissing'),
    mobileNumber: z.string().check(z.regex(/^(?:[0-9]{10})?$/, 'mobileNumberInvalid')),
    followUp: z.optional(FollowUp)
});
export type CloseCall = z.infer<typeof CloseCall>;

const codes: Partial<Record<ProblemKey, string>> = {
    actionUnknown: 'GE009',
    agentCodeMissing: 'EC004',
    agentCodeInvalid: 'EC021',
    convoxIdMissing: 'EC009',
    dispositionMissing: 'EC001',
    mobileNumberInvalid: 'EC005',
    followUpDateMissing: 'EC014',
    followUpHoursMissing: 'EC015',
    followUpMinutesMissing: 'EC016',
    followUpDateInvalid: 'EC017',
    followUpHoursInvalid: 'EC018',
    followUpMinutesInvalid: 'EC019',
    followUpNotInFuture: 'EC020'
};

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
    { field: 'disposition', name: 'disposition', otherName: 'Disposition', limit: 80 },
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
    const { text, tooLong } = readParameters(rules, parameters);
    const flag = text('followUpFlag').toUpperCase();
    const problems = [
        ...[...tooLong].map((field) => fieldProblem(field, 'tooLong')),
        ...(text('action').toUpperCase() === 'CLOSE'
            ? []
            : [fieldProblem('action', 'actionUnknown', codes.actionUnknown)]),
        ...(['', 'Y', 'N'].includes(flag) ? [] : [fieldProblem('followUpFlag', 'followUpFlagInvalid')])
    ];
    const close = decodeWith(
        CloseCall,
        {
            agentCode: text('agentCode'),
            convoxId: text('convoxId'),
            disposition: text('disposition'),
            mobileNumber: text('mobileNumber'),
            ...(flag === 'Y' ? { followUp: followUpOf(text) } : {})
        },
        codes
    );
    return close.ok && problems.length === 0
        ? close
        : { ok: false, problems: [...problems, ...(close.ok ? [] : close.problems)] };
}

function followUpOf(text: (field: CloseField) => string): FollowUp {
    return { date: text('followUpDate'), hours: text('followUpHours'), minutes: text('followUpMinutes') };
}

/**
 * Everything that ConVox would refuse, before it is sent: one problem a field, with the code of the refusal.
 * Follow-up fields are named `followUp.date`, `followUp.hours`, `followUp.minutes`.
 * @param moment now, and the ConVox server's time zone
 */
export function checkCloseCall(close: CloseCall, moment: { now: Date; timeZone: string }): readonly FieldProblem[] {
    const checked = decodeWith(CloseCall, close, codes);
    if (!checked.ok) {
        return checked.problems;
    }
    const { followUp } = checked.value;
    if (followUp === undefined) {
        return [];
    }
    const instant = readServerTime({ ...followUp, seconds: '00' }, moment.timeZone);
    if (instant === undefined) {
        return [fieldProblem('timeZone', 'timeZoneUnknown')];
    }
    return Date.parse(instant) > moment.now.getTime()
        ? []
        : [fieldProblem('followUp.date', 'followUpNotInFuture', codes.followUpNotInFuture)];
}
