/** A promised call-back in the ConVox server's wall-clock time: `YYYY-MM-DD`, `00`-`23`, `00`-`59`. */
export interface FollowUp {
    readonly date: string;
    readonly hours: string;
    readonly minutes: string;
}

/**
 * The End Call request of the sheet (ACTION=CLOSE). mobileNumber: the ten digits of `dialNumber`, '' for a caller who
 * has none (withheld or abroad). disposition: the code configured for the process.
 */
export interface CloseCall {
    readonly agentCode: string;
    readonly convoxId: string;
    readonly disposition: string;
    readonly mobileNumber: string;
    readonly followUp?: FollowUp | undefined;
}
