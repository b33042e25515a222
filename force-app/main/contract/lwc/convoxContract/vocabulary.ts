/** Seen from the agent's desk: Inbound = the customer called. */
export const directions = ['Inbound', 'Outbound'] as const;
export type Direction = (typeof directions)[number];

/**
 * Direction in ConVox's words: "Inbound call", "incoming", "IN", "OUTBOUND_CALL"; the dialler's modes (predictive,
 * progressive, preview, manual) all call out. undefined for any other word.
 */
export function directionOf(text: string): Direction | undefined {
    const words = text.toLowerCase().replace(/[\s_-]+/g, ' ');
    if (/\b(?:inbound|incoming|in\b)/.test(words)) {
        return 'Inbound';
    }
    return /\b(?:outbound|outgoing|out\b|predictive|progressive|preview|manual)/.test(words) ? 'Outbound' : undefined;
}

/** Whether ConVox's CALL_STATUS says that agent and customer spoke; undefined for a word that is not known. */
export function isConnected(text: string): boolean | undefined {
    const words = text.toLowerCase().replace(/[\s_-]+/g, '');
    if (/^(?:not|un|no|dis|miss|fail|busy|abandon|reject|drop|cancel|congest|decline)/.test(words)) {
        return false;
    }
    return /^(?:connect|complete|answer|success)/.test(words) ? true : undefined;
}
