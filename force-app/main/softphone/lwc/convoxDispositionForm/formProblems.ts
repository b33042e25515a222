import agentCodeInvalid from '@salesforce/label/c.ConVox_DispositionForm_Problem_Agent_Code_Invalid';
import agentCodeMissing from '@salesforce/label/c.ConVox_DispositionForm_Problem_Agent_Code_Missing';
import convoxIdMissing from '@salesforce/label/c.ConVox_DispositionForm_Problem_ConVox_ID_Missing';
import dispositionMissing from '@salesforce/label/c.ConVox_DispositionForm_Problem_Disposition_Missing';
import followUpDate from '@salesforce/label/c.ConVox_DispositionForm_Problem_Follow_Up_Date';
import followUpNotInFuture from '@salesforce/label/c.ConVox_DispositionForm_Problem_Follow_Up_Not_In_Future';
import followUpTime from '@salesforce/label/c.ConVox_DispositionForm_Problem_Follow_Up_Time';
import invalid from '@salesforce/label/c.ConVox_DispositionForm_Problem_Invalid';
import timeZoneUnknown from '@salesforce/label/c.ConVox_DispositionForm_Problem_Time_Zone_Unknown';
import { checkCloseCall, dialNumber } from 'c/convoxContract';
import type { CloseCall, FieldProblem, ProblemKey } from 'c/convoxContract';
import { fillIn } from 'c/convoxText';
import type { CallOutcome } from './formValues.ts';

/** The call that is being disposed, as its screen pop told. */
export interface DisposedCall {
    readonly callReference: string;
    readonly agentCode: string;
    readonly convoxId: string;
    readonly customerNumber: string;
    readonly process: string;
    /** Id of the ConVox_Call__c row; '' while there is none. */
    readonly recordId?: string;
}

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

/** What ConVox would be told about the end of the call. */
export function closeOf(call: DisposedCall, { disposition, followUp }: CallOutcome): CloseCall {
    const { agentCode, convoxId, customerNumber } = call;
    const close = { agentCode, convoxId, disposition, mobileNumber: dialNumber(customerNumber) ?? '' };
    return followUp === undefined ? close : { ...close, followUp };
}

/** Everything ConVox would refuse about this outcome, next to the field that can put it right. */
export function problemsOf(
    call: DisposedCall,
    outcome: CallOutcome,
    moment: { now: Date; timeZone: string }
): FormProblems {
    const problems = checkCloseCall(closeOf(call, outcome), moment);
    const textFor = (...fields: string[]): string => {
        const found = problems.find(({ field }) => fields.includes(field));
        return found === undefined ? '' : textOf(found);
    };
    return {
        disposition: textFor('disposition'),
        date: textFor('followUp.date'),
        time: textFor('followUp.hours', 'followUp.minutes'),
        call: problems.filter(({ field }) => !OWN_FIELDS.includes(field)).map(textOf)
    };
}

/** The name of the first thing that is wrong, in the order of the form; undefined when nothing is. */
export function firstProblem(problems: FormProblems): keyof FormProblems | undefined {
    const order: (keyof FormProblems)[] = ['disposition', 'date', 'time', 'call'];
    return order.find((field) => problems[field].length > 0);
}

function textOf({ field, problem }: FieldProblem): string {
    return TEXTS[problem] ?? fillIn(invalid, field);
}
