import type { CallOutcome } from 'c/convoxCallState';
import { isTrueAt, textAt } from 'c/convoxPath';
import type { FollowUpPick } from './followUpPicks.ts';

/** What the agent entered so far. As `detail` of the `draft` event it is what `@api draft` takes back. */
export interface FormValues {
    /** Codes from level 1 down; '' where nothing is chosen. */
    readonly disposition: string;
    readonly disposition2: string;
    readonly disposition3: string;
    readonly notes: string;
    readonly followUp: boolean;
    /** `YYYY-MM-DD` on the ConVox server's calendar. */
    readonly date: string;
    /** `HH:mm` on the ConVox server's clock. */
    readonly time: string;
}

type DispositionField = 'disposition' | 'disposition2' | 'disposition3';

/** By level: index 0 is level 1. */
const LEVEL_FIELDS: readonly DispositionField[] = ['disposition', 'disposition2', 'disposition3'];

/** Reads a draft that came back from storage; what it does not hold is empty. */
export function valuesOfDraft(draft: unknown): FormValues {
    return {
        disposition: textAt(draft, 'disposition'),
        disposition2: textAt(draft, 'disposition2'),
        disposition3: textAt(draft, 'disposition3'),
        notes: textAt(draft, 'notes'),
        followUp: isTrueAt(draft, 'followUp'),
        date: textAt(draft, 'date'),
        time: textAt(draft, 'time')
    };
}

/** The codes chosen from level 1 down. */
export function chosenCodes(values: FormValues): string[] {
    return LEVEL_FIELDS.map((field) => values[field]);
}

/**
 * Takes a disposition; what was chosen below it belonged to another one.
 * @param level 0 to 2, counted from the first level
 */
export function withDisposition(values: FormValues, level: number, code: string): FormValues {
    const changed = LEVEL_FIELDS.slice(level).map((field, below): [string, string] => [field, below === 0 ? code : '']);
    return { ...values, ...Object.fromEntries(changed) };
}

/** Detail of a base component's `change` event. */
export interface InputDetail {
    readonly value?: string | null;
    readonly checked?: boolean;
}

/** Takes what was entered into the field named so; a time comes with seconds, which ConVox does not know. */
export function withInput(values: FormValues, field: string | undefined, detail: InputDetail): FormValues {
    const text = detail.value ?? '';
    if (field === 'followUp') {
        return { ...values, followUp: detail.checked === true };
    }
    if (field === 'time') {
        return { ...values, time: text.slice(0, 'HH:mm'.length) };
    }
    return field === 'notes' || field === 'date' ? { ...values, [field]: text } : values;
}

/** The first of the picks, unless the agent chose a time already. */
export function proposedPick({ date, time }: FormValues, [soon]: readonly FollowUpPick[]): FollowUpPick | undefined {
    return date || time ? undefined : soon;
}

/** Promises the time; without one nothing changes. */
export function withPick(values: FormValues, pick: FollowUpPick | undefined): FormValues {
    return pick ? { ...values, followUp: true, date: pick.date, time: pick.time } : values;
}

/** Without the clock's own fields when no follow-up is wanted. */
export function outcomeOf(values: FormValues, followUpWanted: boolean): CallOutcome {
    const { disposition, disposition2, disposition3, notes } = values;
    const outcome = { disposition, disposition2, disposition3, notes: notes.trim() };
    const [hours = '', minutes = ''] = values.time.split(':');
    return followUpWanted ? { ...outcome, followUp: { date: values.date, hours, minutes } } : outcome;
}
