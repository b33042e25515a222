/** One row of ConVox_Disposition__c. */
export interface Disposition {
    /** What ConVox is told. */
    readonly code: string;
    /** What the agent reads. */
    readonly label: string;
    readonly needsFollowUp: boolean;
    /** 1 to 3. */
    readonly level: number;
    /** Code of the disposition one level up; '' on level 1. */
    readonly parentCode: string;
}

/** The dispositions to choose from on a level, in the given order; none below a level that is still open. */
export function choicesOn(level: number, dispositions: readonly Disposition[], parentCode: string): Disposition[] {
    return dispositions.filter(
        (disposition) =>
            disposition.level === level && (level === 1 || (parentCode !== '' && disposition.parentCode === parentCode))
    );
}

/** Whether any of the chosen dispositions, given from level 1 down, demands a follow-up. */
export function demandsFollowUp(codes: readonly string[], dispositions: readonly Disposition[]): boolean {
    return codes.some((code, index) =>
        choicesOn(index + 1, dispositions, codes[index - 1] ?? '').some(
            (disposition) => disposition.code === code && disposition.needsFollowUp
        )
    );
}
