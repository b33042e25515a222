import * as z from 'zod/mini';

const followUpSchema = z.object({ date: z.string(), hours: z.string(), minutes: z.string() });
/** A promised call-back in the ConVox server's wall-clock time: `YYYY-MM-DD`, `00`-`23`, `00`-`59`. */
export type FollowUp = z.infer<typeof followUpSchema>;

export const closeCallSchema = z.object({
    agentCode: z.string(),
    convoxId: z.string(),
    disposition: z.string(),
    mobileNumber: z.string(),
    followUp: z.optional(followUpSchema)
});
/**
 * The End Call request of the sheet (ACTION=CLOSE). mobileNumber: the ten digits of `dialNumber`, '' for a caller who
 * has none (withheld or abroad). disposition: the code configured for the process.
 */
export type CloseCall = z.infer<typeof closeCallSchema>;
