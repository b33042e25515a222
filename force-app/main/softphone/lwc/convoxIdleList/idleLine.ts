/** A call, or a promise of one, as a line of a list. */
export interface IdleLine {
    readonly id: string;
    readonly object: 'ConVox_Call__c' | 'ConVox_Follow_Up__c';
    /** Undefined for whom nobody knows. */
    readonly customer: { readonly object: string; readonly id: string } | undefined;
    /** A name, else a number, else that there is none. */
    readonly title: string;
    /** The number beside a name. */
    readonly number: string;
    /** Ten digits for ConVox; '' when it cannot dial this number. */
    readonly dial: string;
    /** ISO instant. */
    readonly at: string;
    readonly isOverdue: boolean;
    /** Which way a call went; '' for a promise. */
    readonly icon: string;
    readonly iconText: string;
    readonly notes: readonly string[];
    /** Where the call can be heard; '' when it cannot. */
    readonly recording: string;
}
