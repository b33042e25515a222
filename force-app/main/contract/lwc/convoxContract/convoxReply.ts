import type { AdviceKey } from './replyCodes.ts';

/**
 * What a ConVox server's answer to a command means.
 * code: ConVox's own, such as EC003, or ''. message: ConVox's words without any markup, at most 255 characters, or ''.
 */
export interface ConvoxReply {
    readonly outcome: 'accepted' | 'refused' | 'unknown';
    readonly code: string;
    readonly message: string;
    readonly advice: AdviceKey;
}
