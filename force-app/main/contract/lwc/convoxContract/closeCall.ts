import type { CloseCall, FollowUp } from './closeCallRequest.ts';
import { agentCodeOrBlank, brokenRules, fieldProblem, present, type FieldProblem, type TextRule } from './decoded.ts';
import { isCalendarTime, readServerTime } from './serverTime.ts';

const closeRules: readonly TextRule<Exclude<keyof CloseCall, 'followUp'>>[] = [
    ['agentCode', present, 'agentCodeMissing', 'EC004'],
    ['agentCode', agentCodeOrBlank, 'agentCodeInvalid', 'EC021'],
    ['convoxId', present, 'convoxIdMissing', 'EC009'],
    ['disposition', present, 'dispositionMissing', 'EC001'],
    ['mobileNumber', /^(?:[0-9]{10})?$/, 'mobileNumberInvalid', 'EC005']
];

const calendarDateOrBlank = { test: (date: string) => date === '' || isCalendarTime(date, '00', '00') };

const followUpRules: readonly TextRule<keyof FollowUp>[] = [
    ['date', present, 'followUpDateMissing', 'EC014'],
    ['date', calendarDateOrBlank, 'followUpDateInvalid', 'EC017'],
    ['hours', present, 'followUpHoursMissing', 'EC015'],
    ['hours', /^(?:[01]\d|2[0-3])?$/, 'followUpHoursInvalid', 'EC018'],
    ['minutes', present, 'followUpMinutesMissing', 'EC016'],
    ['minutes', /^(?:[0-5]\d)?$/, 'followUpMinutesInvalid', 'EC019']
];

/** What ConVox would refuse whatever the time: one problem a field, with the code of the refusal. */
export function textProblems({ followUp, ...texts }: CloseCall): FieldProblem[] {
    const promised = followUp === undefined ? [] : brokenRules(followUpRules, followUp);
    return [
        ...brokenRules(closeRules, texts),
        ...promised.map((problem) => ({ ...problem, field: `followUp.${problem.field}` }))
    ];
}

/**
 * Everything that ConVox would refuse, before it is sent: one problem a field, with the code of the refusal.
 * Follow-up fields are named `followUp.date`, `followUp.hours`, `followUp.minutes`.
 * @param moment now, and the ConVox server's time zone
 */
export function checkCloseCall(close: CloseCall, moment: { now: Date; timeZone: string }): readonly FieldProblem[] {
    const problems = textProblems(close);
    if (close.followUp === undefined || problems.some(({ field }) => field.startsWith('followUp'))) {
        return problems;
    }
    const instant = readServerTime({ ...close.followUp, seconds: '00' }, moment.timeZone);
    if (instant === undefined) {
        return [...problems, fieldProblem('timeZone', 'timeZoneUnknown')];
    }
    return Date.parse(instant) > moment.now.getTime()
        ? problems
        : [...problems, fieldProblem('followUp.date', 'followUpNotInFuture', 'EC020')];
}
