import * as z from 'zod/mini';
import { adviceKeys, directions, qualityFlags } from '../../convoxContract.ts';

const seconds = z.optional(z.int().check(z.nonnegative()));
const instant = z.optional(z.iso.datetime());

/** What may come out of `decodeCallStatus`, whatever went in. */
export const callStatusSchema = z.strictObject({
    mobileNumber: z.string(),
    agentCode: z.string(),
    callMode: z.string(),
    direction: z.optional(z.enum(directions)),
    convoxStatus: z.string(),
    connected: z.optional(z.boolean()),
    startedAt: instant,
    durationSeconds: seconds,
    queueName: z.string(),
    queueSeconds: seconds,
    ringSeconds: seconds,
    completedBy: z.string(),
    followUpAt: instant,
    station: z.string(),
    listId: z.string(),
    did: z.string(),
    convoxId: z.string(),
    callReference: z.string(),
    disposition: z.string(),
    disposition2: z.string(),
    disposition3: z.string(),
    remarks: z.string(),
    dialerDisposition: z.string(),
    processName: z.string(),
    recordingFile: z.string(),
    unknown: z.record(z.string(), z.string()),
    quality: z.array(z.enum(qualityFlags))
});

/** What may come out of `readReply`. */
export const convoxReplySchema = z.strictObject({
    outcome: z.enum(['accepted', 'refused', 'unknown']),
    code: z.string().check(z.regex(/^(?:SUCCESS|(?:EC|CL|GE)[0-9]{3})?$/)),
    message: z.string().check(z.maxLength(255)),
    advice: z.enum(adviceKeys)
});
