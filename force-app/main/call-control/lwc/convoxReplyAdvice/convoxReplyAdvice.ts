import convoxSaid from '@salesforce/label/c.ConVox_ReplyAdvice_ConVox_Said';
import flowFailed from '@salesforce/label/c.ConVox_ReplyAdvice_Flow_Failed';
import noAnswerInTime from '@salesforce/label/c.ConVox_ReplyAdvice_No_Answer_In_Time';
import notReached from '@salesforce/label/c.ConVox_ReplyAdvice_Not_Reached';
import notSent from '@salesforce/label/c.ConVox_ReplyAdvice_Not_Sent';
import salesforceSaid from '@salesforce/label/c.ConVox_ReplyAdvice_Salesforce_Said';
import sending from '@salesforce/label/c.ConVox_ReplyAdvice_Sending';
import titleAccepted from '@salesforce/label/c.ConVox_ReplyAdvice_Title_Accepted';
import titleNotSent from '@salesforce/label/c.ConVox_ReplyAdvice_Title_Not_Sent';
import titleRefused from '@salesforce/label/c.ConVox_ReplyAdvice_Title_Refused';
import titleUnknown from '@salesforce/label/c.ConVox_ReplyAdvice_Title_Unknown';
import unreachable from '@salesforce/label/c.ConVox_ReplyAdvice_Unreachable';
import type { CommandFailure, CommandResult, CommandState } from 'c/convoxCommand';
import { fillIn } from 'c/convoxText';
import { CLOSE_ADVICE } from './closeAdvice.ts';
import type { Advice } from './closeAdvice.ts';

export type { Advice } from './closeAdvice.ts';

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

const REASONS: Partial<Record<CommandFailure, string>> = { flowFailed, noAnswerInTime, unreachable };

const TITLES: Readonly<Record<CommandState, string>> = {
    sending,
    accepted: titleAccepted,
    refused: titleRefused,
    unknown: titleUnknown
};

/** After these nothing was sent; what to do about it. */
const NOTHING_SENT: Partial<Record<CommandFailure, string>> = { notReached, notSaved: notSent, notSent };

/**
 * Puts a result into words for the agent, in the user's language.
 * @param more advice on what ConVox says of another kind of command than the end of a call
 */
export function wordsOf(result: CommandResult, more: Advice = {}): ResultWords {
    return {
        title: titleOf(result),
        reason: REASONS[result.failure] ?? '',
        advice: adviceOf(result, { ...CLOSE_ADVICE, ...more }),
        said: saidOf(result)
    };
}

function titleOf({ state, failure }: CommandResult): string {
    return NOTHING_SENT[failure] ? titleNotSent : TITLES[state];
}

function adviceOf({ state, failure, advice }: CommandResult, words: Advice): string {
    return NOTHING_SENT[failure] ?? (state === 'sending' ? '' : (words[advice] ?? words.unknownRefusal ?? ''));
}

/** Where nobody knows what happened, words that name neither a code nor a broken flow help no agent. */
function saidOf({ state, failure, code, reply, error }: CommandResult): string[] {
    if (state === 'unknown' && failure !== 'flowFailed' && code === '') {
        return [];
    }
    const convox = reply.includes(code) ? reply : [code, reply].filter(Boolean).join(': ');
    return [convox && fillIn(convoxSaid, convox), error && fillIn(salesforceSaid, error)].filter(Boolean);
}
