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

/**
 * What says that a call reached nobody, in the words of ConVox, diallers, Asterisk and networks: of words with blanks, and
 * wherever it stands in letters without blanks.
 */
function missedForms(): { readonly words: RegExp; readonly letters: readonly RegExp[] } {
    const reached =
        '(?:connect|answer|attend|pick|reach|respon|avail|complet|success|receiv|rout|obtain|allocat|assign|exist)';
    return {
        words: new RegExp(
            `^(?:no|miss|disconnect(?:ed)?|amd|rna|dnc)\\b|\\b(?:missed|lost|nobody)\\b|` +
                `\\b(?:not|never|cannot|could ?n.?t|did ?n.?t|was ?n.?t)\\b.{0,15}${reached}|\\bun${reached}`
        ),
        letters: [
            new RegExp(`no[nt]?${reached}|chanunavail|unavailable`),
            /no(?:reply|agent|channel|route|circuit|ring|user|line|dialtone|network|party)/,
            /missed|incomplete|unable|absent|invalid|(?:switch|power)(?:ed)?off|disabled|barred|blocked|denied|refus|machine|voicemail/,
            /busy|abandon|reject|declin|cancel|congest|drop|fail|timed?out|outof(?:service|order|coverage|reach|network)/,
            /dontcall|donotcall|torture|elsewhere|error|expired|overflow/
        ]
    };
}

/** Marked as pure, so that a browser, which reads no status, does not download it. */
const missed = /* @__PURE__ */ missedForms();

/** What most calls say, told without looking further. */
const usualStatuses = new Map([
    ['connected', true],
    ['not connected', false]
]);

/** Whether ConVox's CALL_STATUS says that agent and customer spoke; undefined for a word that is not known. */
export function isConnected(text: string): boolean | undefined {
    return usualStatuses.get(text.toLowerCase()) ?? isConnectedIn(text);
}

function isConnectedIn(text: string): boolean | undefined {
    const words = text
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .replace(/[^a-z']+/g, ' ')
        .trim();
    const letters = words.replace(/[^a-z]/g, '');
    if (missed.words.test(words) || missed.letters.some((form) => form.test(letters))) {
        return false;
    }
    return /(?<!dis)connect(?!ing|ion)|complete|answer(?!ing)|success/.test(letters) ? true : undefined;
}
