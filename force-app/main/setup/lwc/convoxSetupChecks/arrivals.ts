import { shownText, textOf } from 'c/convoxGraphqlRows';
import type { GraphqlRow } from 'c/convoxGraphqlRows';

/** Something that came from ConVox. */
export interface Arrival {
    /** When, as the user reads it. */
    readonly at: string;
    /** ISO instant. */
    readonly moment: string;
    readonly number: string;
}

/** With the values that were read from it as the user reads them. */
export interface ReadArrival extends Arrival {
    readonly understood: readonly string[];
}

export const OF_A_STATUS = [
    'Status__c',
    'Agent_Code__c',
    'Process_Name__c',
    'Disposition__c',
    'Started_At__c',
    'Duration_Seconds__c',
    'Data_Quality__c'
];

export const OF_A_TRIAL = ['Agent_Code__c', 'Process_Name__c'];

export function readArrival(
    row: GraphqlRow | undefined,
    moment: string,
    fields: readonly string[]
): ReadArrival | undefined {
    const came = arrival(row, moment);
    return came && { ...came, understood: fields.map((field) => shownText(row, field)) };
}

export function arrival(row: GraphqlRow | undefined, moment: string): Arrival | undefined {
    return (
        row && { at: shownText(row, moment), moment: textOf(row, moment), number: textOf(row, 'Customer_Number__c') }
    );
}
