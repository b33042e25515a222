import type { ConvoxReply } from './convoxReply.ts';
import { adviceOnRefusal, longestMessage, type AdviceKey } from './replyCodes.ts';

const longestText = 100_000;
const statusWindow = 12;

const OUTCOME_LINE = /^(ACCEPTED|REFUSED|UNKNOWN) ((?:EC|CL|GE)\d{3}|SUCCESS|-)(?: |$)/;

/**
 * Reads plain text, JSON with STATUS and MESSAGE in any case, JSON behind a script block or inside a page, and a gateway's line
 * as `outcomeLine` writes it. `__tests__/data/replies.ts` states the rule, which the flow that sends commands repeats as formulas.
 * @param httpStatus 0 when no answer came at all
 * @param wordsOfSuccess when filled, only these count as done; between commas
 */
export function readReply(text: string, httpStatus: number, wordsOfSuccess = ''): ConvoxReply {
    const [line, told = '', toldCode = ''] = OUTCOME_LINE.exec(text) ?? [''];
    const given = text.slice(line.length, longestText);
    const upper = given.trim().toUpperCase();
    const status = statusText(upper);
    const code = line === '' ? codeIn(status) : toldCode.replace('-', '');
    const isWell = httpStatus === 200;
    const judged = { status, code, isWell, upper, told: told.toLowerCase() };
    const outcome = wordsOfSuccess.trim() === '' ? outcomeOf(judged) : outcomeByWords(judged, wordsOfSuccess);
    return { outcome, code, message: replyMessage(given), advice: adviceOn(outcome, code) };
}

/** What the gateway tells Salesforce about a reply: the outcome, ConVox's code or `-`, and ConVox's own words as they came. */
export function outcomeLine({ outcome, code }: Pick<ConvoxReply, 'outcome' | 'code'>, words: string): string {
    return `${outcome.toUpperCase()} ${code || '-'} ${words}`;
}

function statusText(upper: string): string {
    const key = '"STATUS":';
    const dense = upper.replace(/[ \t\r\n]/g, '');
    const at = dense.indexOf(key);
    return at < 0 ? upper : dense.slice(at + key.length, at + key.length + statusWindow).replaceAll('"', '');
}

/** Neither part of a longer number nor of a colour such as #EC0000 in a page. */
const CODE = /^(?![#A-F]|\d)[^]((?:EC|CL|GE)\d{3})(?![A-F]|\d)[^]$/;

function codeIn(status: string): string {
    const found = ['EC0', 'CL0', 'GE0'].map((start) => status.indexOf(start)).find((at) => at >= 0) ?? 0;
    const padded = ` ${status} `;
    const codes = [0, found].map((at) => CODE.exec(padded.slice(at, at + 7))?.[1]);
    return codes.find(Boolean) ?? (status.startsWith('SUCCESS') ? 'SUCCESS' : '');
}

interface Judged {
    readonly status: string;
    readonly code: string;
    readonly isWell: boolean;
    readonly upper: string;
    /** What the gateway says of it, or ''. */
    readonly told: string;
}

/** Words of a reply without a code that nobody can take for done, in capitals. */
export const doubtfulWords = [
    ...['DENIED', 'COULD NOT', 'CANNOT', "N'T", 'UNABLE', 'NOT ', 'NO ', 'NOTHING', 'INVALID', 'WRONG', 'MISSING'],
    ...[
        'UNKNOWN',
        'UNDEFINED',
        'REFUSED',
        'REJECTED',
        'FAILED',
        'FAILURE',
        'BUSY',
        'UNAVAILABLE',
        'FORBIDDEN',
        'UNAUTHORI'
    ],
    ...[
        'SESSION',
        'LOGIN',
        'LOG IN',
        'SIGN IN',
        'PASSWORD',
        'EXPIRED',
        'TIMEOUT',
        'TIMED OUT',
        'EXCEPTION',
        'FATAL',
        'SQLSTATE'
    ],
    ...[
        'WARNING:',
        'NOTICE:',
        'DEPRECATED:',
        'ERROR:',
        'SERVER ERROR',
        'DATABASE ERROR',
        'SQL ERROR',
        'ERROR OCCURRED',
        'NOK',
        'BAD REQUEST',
        'UNSUCCESS',
        'FALSE',
        '<'
    ]
] as const;

/** A status that says nothing, in capitals: none, a number but 1 and 200, the beginning of JSON that tells no status. */
const SAYS_NOTHING = /^(?!(?:1|200)(?:[,}]|$))(?:NO|NULL|-?\d*)(?:[,}]|$)|^[{[0]/;

const longestSentence = 255;

function outcomeOf({ status, code, isWell, upper, told }: Judged): ConvoxReply['outcome'] {
    const outcome = (['accepted', 'refused', 'unknown'] as const).find((one) => one === told);
    if (outcome !== undefined) {
        return outcome;
    }
    if (code !== '') {
        return isSuccess(code) ? 'accepted' : 'refused';
    }
    if (!isWell) {
        return 'unknown';
    }
    if (isRefusal(status)) {
        return 'refused';
    }
    const isDoubtful =
        upper.length > longestSentence ||
        SAYS_NOTHING.test(status) ||
        doubtfulWords.some((word) => upper.includes(word));
    return isDoubtful ? 'unknown' : 'accepted';
}

function outcomeByWords({ status, code, isWell, told }: Judged, wordsOfSuccess: string): ConvoxReply['outcome'] {
    if (told === 'refused') {
        return 'refused';
    }
    const listed = `,${wordsOfSuccess.trim().toUpperCase().replaceAll(', ', ',')},`;
    const [word = ''] = status.replace(/[,.:;]/g, ' ').split(' ');
    const said = isWell ? [word, status, code] : [code];
    if (said.some((one) => one !== '' && listed.includes(`,${one},`))) {
        return 'accepted';
    }
    return (code !== '' && !isSuccess(code)) || (isWell && code === '' && isRefusal(status)) ? 'refused' : 'unknown';
}

function isSuccess(code: string): boolean {
    return code === 'SUCCESS' || code.endsWith('000');
}

function isRefusal(status: string): boolean {
    return /^(?:ERROR|FAIL|FALSE)/.test(status);
}

function adviceOn(outcome: ConvoxReply['outcome'], code: string): AdviceKey {
    if (outcome === 'unknown') {
        return 'noAnswer';
    }
    return outcome === 'accepted' ? 'accepted' : adviceOnRefusal(code);
}

/** ConVox's words in a reply, without any markup, at most 255 characters; '' when it says nothing but a code. */
export function replyMessage(text: string): string {
    const message = jsonMessage(text) ?? text;
    return withoutMarkup(message).slice(0, longestMessage).trim();
}

/** The MESSAGE of JSON with a STATUS, whatever stands around it; undefined when the text holds none. */
function jsonMessage(text: string): string | undefined {
    if (!/"status"\s*:/i.test(text)) {
        return undefined;
    }
    const [, message = '""'] = /"message"\s*:\s*("(?:[^"\\]|\\.)*")/i.exec(text) ?? [];
    try {
        return String(JSON.parse(message));
    } catch {
        return '';
    }
}

function withoutMarkup(text: string): string {
    return text
        .replace(/<(script|style|head)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
        .replace(/<[^>]*(?:>|$)/g, ' ')
        .replace(/[<>]/g, ' ')
        .replace(/[\s\p{Cc}\ufeff]+/gu, ' ')
        .trim();
}
