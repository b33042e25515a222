import type { CommandResult } from 'c/convoxCallControl';
import { fillIn } from 'c/convoxText';
import { choicesOn, demandsFollowUp } from './dispositionChoices.ts';
import type { Disposition } from './dispositionChoices.ts';
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
    readonly noDispositions: boolean;
    readonly emptyText: string;
    /** The chosen disposition demands a follow-up. */
    readonly followUpForced: boolean;
    readonly followUpWanted: boolean;
    readonly zoneText: string;
    readonly busyText: string;
    /** An accepted close is over: what is entered after it would go nowhere. */
    readonly fieldsShown: boolean;
    /** After an accepted close a second one could end the agent's next call; an unanswered one may only be resent. */
    readonly saveShown: boolean;
}

export interface FormState {
    readonly values: FormValues;
    readonly dispositions: readonly Disposition[];
    readonly process: string;
    readonly timeZone: string;
    readonly busy: boolean;
    readonly result: CommandResult | undefined;
}

export function viewOf({ values, dispositions, process, timeZone, busy, result }: FormState): FormView {
    const codes = chosenCodes(values);
    const firstLevel = choicesOn(1, dispositions, '');
    const followUpForced = demandsFollowUp(codes, dispositions);
    return {
        firstLevel,
        lowerLevels: lowerLevels(codes, dispositions),
        noDispositions: firstLevel.length === 0,
        emptyText: fillIn(labels.empty, process),
        followUpForced,
        followUpWanted: values.followUp || followUpForced,
        zoneText: fillIn(labels.zone, timeZone),
        busyText: busy ? labels.saving : '',
        fieldsShown: result?.state !== 'accepted',
        saveShown: result === undefined || result.state === 'refused'
    };
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
