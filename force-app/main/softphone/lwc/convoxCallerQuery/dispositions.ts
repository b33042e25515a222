import { isSet, numberOf, rowsOf, textOf } from 'c/convoxGraphqlRows';

/** One way to end a call of this process. */
export interface DispositionOption {
    readonly code: string;
    readonly label: string;
    readonly needsFollowUp: boolean;
    /** 1 to 3. */
    readonly level: number;
    /** Code of the disposition one level above; '' on the first level. */
    readonly parentCode: string;
}

/** The process's dispositions in the order the admin gave them. */
export function readDispositions(data: unknown): DispositionOption[] {
    return rowsOf(data, 'ConVox_Disposition__c').map((row) => ({
        code: textOf(row, 'Code__c'),
        label: textOf(row, 'Name'),
        needsFollowUp: isSet(row, 'Needs_Follow_Up__c'),
        level: numberOf(row, 'Level__c') ?? 1,
        parentCode: textOf(row, 'Parent__r.Code__c')
    }));
}
