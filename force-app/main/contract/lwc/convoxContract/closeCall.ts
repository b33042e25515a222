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
import { isCalendarTime, readServerTime } from './serverTime.ts';

const followUpSchema = z.object({
    date: presentText('followUpDateMissing').check(
        z.refine((date) => date === '' || isCalendarTime(date, '00', '00'), 'followUpDateInvalid')
    ),
    hours: requiredText('followUpHoursMissing', /^(?:[01]\d|2[0-3])$/, 'followUpHoursInvalid'),
    minutes: requiredText('followUpMinutesMissing', /^[0-5]\d$/, 'followUpMinutesInvalid')
});
/** A promised call-back in the ConVox server's wall-clock time: `YYYY-MM-DD`, `00`-`23`, `00`-`59`. */
export type FollowUp = z.infer<typeof followUpSchema>;

const closeCallSchema = z.object({
    agentCode: requiredText('agentCodeMissing', agentCodePattern, 'agentCodeInvalid'),
    convoxId: presentText('convoxIdMissing'),
    disposition: presentText('dispositionMissing'),
    mobileNumber: z.string().check(z.regex(/^(?:[0-9]{10})?$/, 'mobileNumberInvalid')),
    followUp: z.optional(followUpSchema)
});
/**
 * The End Call request of the sheet (ACTION=CLOSE). mobileNumber: the ten digits of `dialNumber`, '' for a caller who
 * has none (withheld or abroad). disposition: the code configured for the process.
 */
export type CloseCall = z.infer<typeof closeCallSchema>;

/** The reply code that ConVox gives for a problem. */
export const closeCodes: Partial<Record<ProblemKey, string>> = {
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

/** Checks the shape of a request: one problem a field, with the ConVox code of its refusal. */
export function readCloseCall(close: unknown): Decoded<CloseCall> {
    return decodeWith(closeCallSchema, close, closeCodes);
}

/**
 * Everything that ConVox would refuse, before it is sent: one problem a field, with the code of the refusal.
 * Follow-up fields are named `followUp.date`, `followUp.hours`, `followUp.minutes`.
 * @param moment now, and the ConVox server's time zone
 */
export function checkCloseCall(close: CloseCall, moment: { now: Date; timeZone: string }): readonly FieldProblem[] {
    const checked = readCloseCall(close);
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
        : [fieldProblem('followUp.date', 'followUpNotInFuture', closeCodes.followUpNotInFuture)];
}
