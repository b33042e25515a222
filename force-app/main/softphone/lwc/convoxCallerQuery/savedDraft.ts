import { textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';
import { isRecord, isTrueAt, numberAt, parseJson, textAt } from 'c/convoxPath';

/** What the agent entered about a call and has not sent, as it is kept on the call's row. */
export interface SavedDraft {
    /** The form's values; whoever wrote them parses them again. */
    readonly draft: unknown;
    /** Milliseconds since 1970 by the clock of the computer that saved it; 0 when there are only notes. */
    readonly draftAt: number;
    /** How often the end of the call was sent. */
    readonly closeAttempts: number;
    /** The last of them had no answer. */
    readonly isUncertain: boolean;
}

/** Nothing is left to send. */
export const NO_DRAFT: Record<string, null> = { Draft__c: null, Draft_Saved_At__c: null };

/** What was entered, line by line: the notes, then the dispositions, then the promise, which a disposition may demand. */
export function linesOf(draft: unknown): string[] {
    const texts = (...names: string[]): string[] => names.map((name) => textAt(draft, name));
    const dispositions = texts('disposition', 'disposition2', 'disposition3');
    const promise = texts('date', 'time').join(' ');
    return [
        ...textAt(draft, 'notes').split('\n'),
        ...dispositions,
        isTrueAt(draft, 'followUp') || (dispositions[0] && promise !== ' ') ? `→ ${promise}` : ''
    ].flatMap((line) => line.trim() || []);
}

/** Lines of what was entered that are in none of the known ones: what goes on a line holds it. */
export function linesBeyond(draft: unknown, known: readonly string[]): string[] {
    return linesOf(draft).filter((line) => !known.some((each) => each.startsWith(line)));
}

/** Whether the agent entered anything that would be missed. */
export function hasWords(draft: unknown): boolean {
    return linesOf(draft).length > 0;
}

/** The fields of the row that keep a draft. */
export function draftFields({ draft, draftAt, ...kept }: SavedDraft): Record<string, string | null> {
    const { closeAttempts, isUncertain } = kept;
    const values = isRecord(draft) ? { ...draft, notes: undefined } : {};
    return {
        Notes__c: textAt(draft, 'notes') || null,
        ...(hasWords(draft) || isUncertain
            ? {
                  Draft__c: JSON.stringify({ ...values, closeAttempts, isUncertain }),
                  Draft_Saved_At__c: new Date(draftAt).toISOString()
              }
            : NO_DRAFT)
    };
}

/** Reads a row's draft back, or what became of it; undefined when there is neither a draft nor a note. */
export function readSavedDraft(row: GraphqlRow): SavedDraft | undefined {
    const notes = textOf(row, 'Notes__c');
    const disposition = textOf(row, 'Agent_Disposition__c');
    const draftAt = Date.parse(textOf(row, 'Draft_Saved_At__c')) || 0;
    if (notes + disposition === '' && draftAt === 0) {
        return undefined;
    }
    const saved = draftAt === 0 ? { disposition } : parseJson(textOf(row, 'Draft__c'));
    return {
        draft: { ...(isRecord(saved) ? saved : {}), notes },
        draftAt,
        closeAttempts: numberAt(saved, 'closeAttempts') ?? 0,
        isUncertain: isTrueAt(saved, 'isUncertain')
    };
}
