import agentCodeInvalid from '@salesforce/label/c.ConVox_DispositionForm_Problem_Agent_Code_Invalid';
import agentCodeMissing from '@salesforce/label/c.ConVox_DispositionForm_Problem_Agent_Code_Missing';
import convoxIdMissing from '@salesforce/label/c.ConVox_DispositionForm_Problem_ConVox_ID_Missing';
import dispositionMissing from '@salesforce/label/c.ConVox_DispositionForm_Problem_Disposition_Missing';
import followUpDate from '@salesforce/label/c.ConVox_DispositionForm_Problem_Follow_Up_Date';
import followUpNotInFuture from '@salesforce/label/c.ConVox_DispositionForm_Problem_Follow_Up_Not_In_Future';
import followUpTime from '@salesforce/label/c.ConVox_DispositionForm_Problem_Follow_Up_Time';
import invalid from '@salesforce/label/c.ConVox_DispositionForm_Problem_Invalid';
import timeZoneUnknown from '@salesforce/label/c.ConVox_DispositionForm_Problem_Time_Zone_Unknown';
import { closeOf } from 'c/convoxCallState';
import type { CallOutcome } from 'c/convoxCallState';
import { checkCloseCall, serverTimeAt } from 'c/convoxContract';
import type { FieldProblem, ProblemKey, ScreenPop } from 'c/convoxContract';
import { fillIn } from 'c/convoxText';
import type { FormAction } from './formView.ts';

/** Texts for the agent; '' means that nothing is wrong. */
export interface FormProblems {
    readonly disposition: string;
    readonly date: string;
    readonly time: string;
    /** What the agent cannot put right in this form. */
    readonly call: readonly string[];
}

export const NO_PROBLEMS: FormProblems = { disposition: '', date: '', time: '', call: [] };

const TEXTS: Partial<Record<ProblemKey, string>> = {
    agentCodeInvalid,
    agentCodeMissing,
    convoxIdMissing,
    dispositionMissing,
    followUpDateMissing: followUpDate,
    followUpDateInvalid: followUpDate,
    followUpHoursMissing: followUpTime,
    followUpHoursInvalid: followUpTime,
    followUpMinutesMissing: followUpTime,
    followUpMinutesInvalid: followUpTime,
    followUpNotInFuture,
    timeZoneUnknown
};

const OWN_FIELDS = ['disposition', 'followUp.date', 'followUp.hours', 'followUp.minutes'];

/** Everything ConVox would refuse about this outcome, next to the field that can put it right. */
function problemsOf(pop: ScreenPop, outcome: CallOutcome, moment: { now: Date; timeZone: string }): FormProblems {
    // The server's code before it is Salesforce's.
    const agentCode = pop.agentCode.replace(/^.+:/, '');
    const problems = checkCloseCall({ ...closeOf(pop, outcome), agentCode }, moment);
    const textFor = (...fields: string[]): string => {
        const found = problems.find(({ field }) => fields.includes(field));
        return found === undefined ? '' : textOf(found);
    };
    const date = textFor('followUp.date');
    // Of a day that is not over it is the time that has passed.
    const isToday = serverTimeAt(moment.now.toISOString(), moment.timeZone)?.date === outcome.followUp?.date;
    return {
        disposition: textFor('disposition'),
        date: isToday ? '' : date,
        time: textFor('followUp.hours', 'followUp.minutes') || (isToday ? date : ''),
        call: problems.filter(({ field }) => !OWN_FIELDS.includes(field)).map(textOf)
    };
}

/** Where the outcome is only kept on the call, ConVox is not told: only a promise needs its time. */
export function problemsFor(
    action: FormAction,
    pop: ScreenPop | undefined,
    outcome: CallOutcome,
    moment: { now: Date; timeZone: string }
): FormProblems {
    const problems = pop ? problemsOf(pop, outcome, moment) : NO_PROBLEMS;
    return action === 'keep' ? { ...problems, disposition: '', call: [] } : problems;
}

/** The name of the first thing that is wrong, in the order of the form; undefined when nothing is. */
export function firstProblem(problems: FormProblems): keyof FormProblems | undefined {
    const order: (keyof FormProblems)[] = ['disposition', 'date', 'time', 'call'];
    return order.find((field) => problems[field].length > 0);
}

function textOf({ field, problem }: FieldProblem): string {
    return TEXTS[problem] ?? fillIn(invalid, field);
}
