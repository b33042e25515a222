/** The agent's decision about a call. Codes are '' where nothing is chosen. */
export interface CallOutcome {
    readonly disposition: string;
    readonly disposition2: string;
    readonly disposition3: string;
    readonly notes: string;
    /** Wall-clock time at the ConVox server. */
    readonly followUp?: { readonly date: string; readonly hours: string; readonly minutes: string };
}
