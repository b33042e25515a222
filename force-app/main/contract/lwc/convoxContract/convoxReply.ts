import * as z from 'zod/mini';
import { adviceKeys, longestMessage } from './replyCodes.ts';

export const convoxReplySchema = z.object({
    outcome: z.enum(['accepted', 'refused', 'unknown']),
    code: z.string().check(z.regex(/^(?:SUCCESS|(?:EC|CL|GE)[0-9]{3})?$/)),
    message: z.string().check(z.maxLength(longestMessage)),
    advice: z.enum(adviceKeys)
});
/**
 * What a ConVox server's answer to a command means.
 * code: ConVox's own, such as EC003, or ''. message: ConVox's words without any markup, at most 255 characters, or ''.
 */
export type ConvoxReply = z.infer<typeof convoxReplySchema>;
