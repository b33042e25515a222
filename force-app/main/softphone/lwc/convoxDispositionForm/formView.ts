import type { CommandResult } from 'c/convoxCommand';
import type { ScreenPop } from 'c/convoxContract';
import { fillIn } from 'c/convoxText';
import { byUse } from './byUse.ts';
import { choicesOn, demandsFollowUp } from './dispositionChoices.ts';
import type { Disposition } from './dispositionChoices.ts';
import { picksAfter } from './followUpPicks.ts';
import type { FollowUpPick } from './followUpPicks.ts';
import { chosenCodes } from './formValues.ts';
import type { FormValues } from './formValues.ts';
import { labels, levelLabels } from './labels.ts';

/** A disposition field below the first level. */
export interface LowerLevel {
    readonly key: string;
    /** 1 or 2: the index into the form's level fields. */
    readonly index: number;
    readonly label: string;
    readonly options: readonly Disposition[];
    readonly value: string;
}

/** What the form shows, decided. */
export interface FormView {
    readonly firstLevel: readonly Disposition[];
    readonly lowerLevels: readonly LowerLevel[];
    /** Digits take the first of them, unless codes are typed that begin with one. */
    readonly isNumbered: boolean;
    readonly placeholder: string;
    readonly noDispositions: boolean;
    readonly emptyText: string;
    /** The chosen disposition demands a follow-up. */
    readonly followUpForced: boolean;
    readonly followUpWanted: boolean;
    readonly zoneText: string;
    /** Times that are promised often. */
    readonly picks: readonly FollowUpPick[];
    /** An accepted close is over: what is entered after it would go nowhere. */
    readonly fieldsShown: boolean;
    /** After an accepted close a second one could end the agent's next call; an unanswered one may only be resent. */
    readonly saveShown: boolean;
    /** ConVox needs one; a call that it ended has one. */
    readonly isDispositionRequired: boolean;
    /** Says that ConVox ended the call by itself; '' when it did not. */
    readonly endedText: string;
    /** What was entered can be kept on the call without telling ConVox. */
    readonly keepShown: boolean;
    readonly keepLabel: string;
    readonly keepVariant: 'brand' | 'neutral';
    /** What Ctrl+Enter does. */
    readonly shortcut: FormAction | undefined;
}

/** What the agent wants done with the outcome: each is the name of the form's event. */
export type FormAction = 'submit' | 'keep';

export interface FormState {
    readonly values: FormValues;
    readonly dispositions: readonly Disposition[];
    /** Undefined while there is no call. */
    readonly call?: Pick<ScreenPop, 'process'>;
    /** Codes that the agent used for this process, most used first. */
    readonly used: readonly string[];
    readonly timeZone: string;
    readonly result?: CommandResult;
    /** The disposition with which ConVox ended the call by itself; '' when it did not. */
    readonly endedWith: string;
    readonly keepAllowed: boolean;
    readonly answer: unknown;
}

export function viewOf(state: FormState): FormView {
    const { values, dispositions, call, used, timeZone, result, endedWith, keepAllowed, answer } = state;
    const codes = chosenCodes(values);
    const firstLevel = byUse(choicesOn(1, dispositions, ''), used);
    const isNumbered = firstLevel.length > 0 && !firstLevel.some(({ code }) => /^\d/.test(code));
    const followUpForced = demandsFollowUp(codes, dispositions);
    const saveShown = endedWith === '' && (result === undefined || result.state === 'refused');
    return {
        firstLevel,
        lowerLevels: lowerLevels(codes, dispositions),
        isNumbered,
        placeholder: isNumbered ? labels.numbered : labels.dispositionPlaceholder,
        noDispositions: firstLevel.length === 0,
        emptyText: answer ? emptyText(call?.process) : labels.unanswered,
        followUpForced,
        followUpWanted: values.followUp || followUpForced,
        zoneText: fillIn(labels.zone, timeZone),
        picks: picksAfter(new Date(), timeZone),
        fieldsShown: result?.state !== 'accepted',
        saveShown,
        isDispositionRequired: endedWith === '',
        shortcut: shortcut(saveShown, endedWith),
        ...keepView(endedWith, keepAllowed)
    };
}

function emptyText(process: string | undefined): string {
    return process ? fillIn(labels.empty, process.replace(/^\w+:/, '')) : labels.noProcess;
}

type KeepView = Pick<FormView, 'endedText' | 'keepShown' | 'keepLabel' | 'keepVariant'>;

/** Where ConVox ended the call, saving to the call is all there is to do; elsewhere it is the way out. */
function keepView(endedWith: string, keepAllowed: boolean): KeepView {
    return endedWith
        ? {
              endedText: fillIn(labels.ended, endedWith),
              keepShown: true,
              keepLabel: labels.saveToCall,
              keepVariant: 'brand'
          }
        : { endedText: '', keepShown: keepAllowed, keepLabel: labels.keep, keepVariant: 'neutral' };
}

function shortcut(saveShown: boolean, endedWith: string): FormAction | undefined {
    if (saveShown) {
        return 'submit';
    }
    return endedWith === '' ? undefined : 'keep';
}

/** Every level whose parent is chosen and has dispositions below it. */
function lowerLevels(codes: readonly string[], dispositions: readonly Disposition[]): LowerLevel[] {
    return [1, 2]
        .map((index) => {
            const parentCode = codes[index - 1] ?? '';
            const options = choicesOn(index + 1, dispositions, parentCode);
            return {
                key: `${index} ${parentCode}`,
                index,
                label: levelLabels[index] ?? '',
                options,
                value: codes[index] ?? ''
            };
        })
        .filter(({ options }) => options.length > 0);
}
