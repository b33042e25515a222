import type { ConvoxReply } from './convoxReply.ts';
import { adviceOnRefusal, longestMessage, type AdviceKey } from './replyCodes.ts';

const longestText = 100_000;
const statusWindow = 12;
const mostEnds = 50;

/**
 * Reads plain text, JSON with STATUS and MESSAGE in any case, and JSON behind a script block or inside a page.
 * `__tests__/data/replies.ts` states the rule, which the flow that sends commands repeats as formulas.
 * @param httpStatus 0 when no answer came at all
 */
export function readReply(text: string, httpStatus: number): ConvoxReply {
    const given = text.slice(0, longestText);
    const status = statusText(given.trim().toUpperCase());
    const code = codeIn(status);
    const outcome = outcomeOf(status, code, httpStatus >= 200 && httpStatus < 300);
    return { outcome, code, message: replyMessage(given), advice: adviceOn(outcome, code) };
}

function statusText(upper: string): string {
    const key = '"STATUS":';
    const dense = upper.replace(/[ \t\r\n]/g, '');
    const at = dense.indexOf(key);
    return at < 0 ? upper : dense.slice(at + key.length, at + key.length + statusWindow).replaceAll('"', '');
}

function codeIn(status: string): string {
    const found = ['EC0', 'CL0', 'GE0'].map((start) => status.indexOf(start)).find((at) => at >= 0) ?? 0;
    const codes = [status.slice(0, 5), status.slice(found, found + 5)];
    const code = codes.find((candidate) => /^(?:EC|CL|GE)[0-9]{3}$/.test(candidate));
    return code ?? (status.startsWith('SUCCESS') ? 'SUCCESS' : '');
}

function outcomeOf(status: string, code: string, answeredWell: boolean): ConvoxReply['outcome'] {
    if (code !== '') {
        return code === 'SUCCESS' || code.endsWith('000') ? 'accepted' : 'refused';
    }
    if (!answeredWell) {
        return 'unknown';
    }
    return /^(?:ERROR|FAIL|FALSE)/.test(status) ? 'refused' : 'accepted';
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

/** The MESSAGE of the first JSON object that has a STATUS; undefined when the text holds none. */
function jsonMessage(text: string): string | undefined {
    const key = /"status"\s*:/i.exec(text);
    if (key === null) {
        return undefined;
    }
    const start = text.lastIndexOf('{', key.index);
    // A brace may also stand in the message itself.
    let end = key.index;
    for (let tries = 0; tries < mostEnds && end >= 0; tries += 1) {
        end = text.indexOf('}', end + 1);
        const fields = parseObject(text.slice(start, end + 1));
        if (fields !== undefined) {
            const found = fields.find(([name]) => name.toUpperCase() === 'MESSAGE')?.[1];
            return typeof found === 'string' ? found : '';
        }
    }
    return '';
}

function parseObject(json: string): [string, unknown][] | undefined {
    try {
        const parsed: unknown = JSON.parse(json);
        return typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : undefined;
    } catch {
        return undefined;
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
