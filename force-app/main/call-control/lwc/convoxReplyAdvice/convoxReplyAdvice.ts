import acceptedClose from '@salesforce/label/c.ConVox_ReplyAdvice_Accepted_Close';
import acceptedDial from '@salesforce/label/c.ConVox_ReplyAdvice_Accepted_Dial';
import convoxSaid from '@salesforce/label/c.ConVox_ReplyAdvice_ConVox_Said';
import flowFailed from '@salesforce/label/c.ConVox_ReplyAdvice_Flow_Failed';
import noAnswerInTime from '@salesforce/label/c.ConVox_ReplyAdvice_No_Answer_In_Time';
import notSaved from '@salesforce/label/c.ConVox_ReplyAdvice_Not_Saved';
import salesforceSaid from '@salesforce/label/c.ConVox_ReplyAdvice_Salesforce_Said';
import sending from '@salesforce/label/c.ConVox_ReplyAdvice_Sending';
import titleAccepted from '@salesforce/label/c.ConVox_ReplyAdvice_Title_Accepted';
import titleNotSent from '@salesforce/label/c.ConVox_ReplyAdvice_Title_Not_Sent';
import titleRefused from '@salesforce/label/c.ConVox_ReplyAdvice_Title_Refused';
import titleUnknown from '@salesforce/label/c.ConVox_ReplyAdvice_Title_Unknown';
import unknownClose from '@salesforce/label/c.ConVox_ReplyAdvice_Unknown_Close';
import unknownDial from '@salesforce/label/c.ConVox_ReplyAdvice_Unknown_Dial';
import unreachable from '@salesforce/label/c.ConVox_ReplyAdvice_Unreachable';
import type { CommandFailure, CommandResult } from 'c/convoxCallControl';
import { fillIn } from 'c/convoxText';
import { REFUSAL_ADVICE } from './refusalAdvice.ts';

/** A result in words. Empty texts have nothing to say. */
export interface ResultWords {
    /** What became of the command, in two or three words. */
    readonly title: string;
    /** Why, where Salesforce knows better than ConVox. */
    readonly reason: string;
    /** What to do now. */
    readonly advice: string;
    /** The words of ConVox and of Salesforce, as they came. */
    readonly said: readonly string[];
}

const REASONS: Readonly<Record<CommandFailure, string>> = {
    '': '',
    notSaved: '',
    flowFailed,
    noAnswerInTime,
    unreachable
};

/** Puts a result into words for the agent, in the user's language. */
export function wordsOf(result: CommandResult): ResultWords {
    return { title: titleOf(result), reason: REASONS[result.failure], advice: adviceOf(result), said: saidOf(result) };
}

function titleOf({ state, failure }: CommandResult): string {
    switch (state) {
        case 'sending':
            return sending;
        case 'accepted':
            return titleAccepted;
        case 'refused':
            return failure === 'notSaved' ? titleNotSent : titleRefused;
        case 'unknown':
            return titleUnknown;
    }
}

function adviceOf({ type, state, failure, advice }: CommandResult): string {
    switch (state) {
        case 'sending':
            return '';
        case 'accepted':
            return type === 'Close' ? acceptedClose : acceptedDial;
        case 'unknown':
            return type === 'Close' ? unknownClose : unknownDial;
        case 'refused':
            return failure === 'notSaved' ? notSaved : REFUSAL_ADVICE[refusalOf(advice)];
    }
}

function refusalOf(advice: CommandResult['advice']): keyof typeof REFUSAL_ADVICE {
    return advice === 'accepted' || advice === 'noAnswer' ? 'unknownRefusal' : advice;
}

function saidOf({ code, reply, error }: CommandResult): string[] {
    const convox = [code, reply].filter(Boolean).join(': ');
    return [convox && fillIn(convoxSaid, convox), error && fillIn(salesforceSaid, error)].filter(Boolean);
}
