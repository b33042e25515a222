import failedLookUp from '@salesforce/label/c.ConVox_Call_Failed_Look_Up';
import failedNotes from '@salesforce/label/c.ConVox_Call_Failed_Notes';
import failedSave from '@salesforce/label/c.ConVox_Call_Failed_Save';
import type { CallState, Operation } from 'c/convoxCallState';
import type { ErrorReport } from 'c/convoxErrors';

/** Something that could not be done and is not solved yet. */
export interface Failure {
    readonly operation: Operation;
    /** What could not be done, as a sentence. */
    readonly headline: string;
    readonly report: ErrorReport;
}

/** What is wrong with a call, worst first. */
export function failuresOf({ callId, troubles }: CallState): Failure[] {
    const headlines: [Operation, string][] = [
        ['lookUp', failedLookUp],
        ['save', callId === '' ? failedSave : failedNotes]
    ];
    return headlines.flatMap(([operation, headline]) => {
        const report = troubles[operation];
        return report ? [{ operation, headline, report }] : [];
    });
}
