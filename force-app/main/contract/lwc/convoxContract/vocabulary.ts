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

interface Forms {
    readonly words: RegExp;
    readonly letters: RegExp;
}

/**
 * What says that a call reached nobody, in the words of ConVox, diallers, Asterisk and networks: of words with blanks, and
 * wherever it stands in letters without blanks. denied: that it was connected. missed: why it was not.
 */
function missedForms(): { readonly denied: Forms; readonly missed: Forms } {
    const reached =
        '(?:connect|answer|attend|pick|reach|respon|avail|complet|success|receiv|rout|obtain|allocat|assign|exist)';
    const denials =
        'not|none|never|without|before|yet to|zero|cannot|(?:could|did|does|has|have|is|are|was|were) ?n.?t';
    const reasons = [
        'no(?:reply|agent|channel|route|circuit|ring|user|line|dialtone|network|party)|chanunavail|unavailable',
        'missed|incomplete|unable|absent|invalid|(?:switch|power)(?:ed)?off|disabled|barred|blocked|denied|refus|machine|voicemail',
        'busy|abandon|reject|declin|cancel|congest|drop|fail|timed?out|outof(?:service|order|coverage|reach|network)',
        'dontcall|donotcall|torture|elsewhere|error|expired|overflow'
    ];
    return {
        denied: {
            words: new RegExp(`^no\\b|\\bnobody\\b|\\b(?:${denials})\\b.{0,15}${reached}|\\bun ?${reached}`),
            letters: new RegExp(`(?:no[nt]?|none|without|before|yetto|zero)${reached}`)
        },
        missed: {
            words: /^(?:miss|amd|rna|dnc)\b|\b(?:missed|lost)\b/,
            letters: new RegExp(reasons.join('|'))
        }
    };
}

/** Marked as pure, so that a browser, which reads no status, does not download it. */
const forms = /* @__PURE__ */ missedForms();

/** What most calls say, told without looking further. */
const usualStatuses = new Map([
    ['connected', true],
    ['not connected', false]
]);

/**
 * Whether ConVox's CALL_STATUS says that agent and customer spoke; undefined for a word that is not known. One that says both,
 * or only how the call ended, leaves it to the seconds of talk: "Connected, call dropped", "Disconnected by customer".
 */
export function isConnected(text: string, seconds = 0): boolean | undefined {
    return usualStatuses.get(text.toLowerCase()) ?? isConnectedIn(text, seconds);
}

function isConnectedIn(text: string, seconds: number): boolean | undefined {
    const words = text
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .replace(/[^a-z']+/g, ' ')
        .trim();
    const letters = words.replace(/[^a-z]/g, '');
    const says = (form: Forms): boolean => form.words.test(words) || form.letters.test(letters);
    if (says(forms.denied)) {
        return false;
    }
    if (says(forms.missed)) {
        return seconds > 0 && /(?<!dis)connected/.test(letters);
    }
    if (/^disconnect(?:ed)?\b/.test(words)) {
        return seconds > 0;
    }
    return /(?<!dis)connect(?!ing|ion)|complete|answer(?!ing)|success/.test(letters) ? true : undefined;
}
