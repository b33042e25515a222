import { replyCodes, replyMessage } from '#contract';
import type { CallIds, CommandOutcome, DialectAnswer } from './dialect.ts';

/** A key of an answer in small letters without underscores: servers differ in both. */
const keyOf = (name: string): string => name.toLowerCase().replaceAll('_', '');

type Reviver = Parameters<typeof JSON.parse>[1];

/** What stands in an answer as JSON, behind whatever old servers put in front of it; undefined when nothing does. */
export function answerJson(text: string, reviver?: Reviver): unknown {
    try {
        return JSON.parse(text.slice(Math.max(0, text.indexOf('{'))), reviver);
    } catch {
        return undefined;
    }
}

/** The texts of an answer's JSON object by `keyOf` their names; undefined when it is none. */
export function jsonTexts(text: string): ReadonlyMap<string, string> | undefined {
    const value = answerJson(text, asSent);
    return typeof value === 'object' && value !== null
        ? new Map(Object.entries(value).flatMap(([name, said]) => textOf(keyOf(name), said)))
        : undefined;
}

/** An id may have more digits than a number of JavaScript. */
function asSent(_name: string, value: unknown, context?: { readonly source?: string }): unknown {
    return typeof value === 'number' ? (context?.source ?? String(value)) : value;
}

function textOf(key: string, said: unknown): [string, string][] {
    return typeof said === 'string' ? [[key, said]] : [];
}

const CODE = /^(?:EC|CL|GE)\d{3}$/;
const DONE: readonly string[] = Object.keys(replyCodes).filter((code) => replyCodes[code] === 'accepted');

/** Of an answer in JSON only its code counts, whatever the HTTP status: a page or a sentence says nothing certain. */
export function codedOutcome({ status, text }: DialectAnswer): CommandOutcome {
    const texts = jsonTexts(text) ?? new Map<string, string>();
    const code = codeOf(texts);
    if (code === undefined) {
        return { outcome: 'unknown', code: '', words: status === 200 ? text : `HTTP status ${status}: ${text}` };
    }
    const words = replyMessage(texts.get('message') ?? '');
    if (!DONE.includes(code)) {
        return { outcome: 'refused', code, words };
    }
    const ids = idsOf(texts);
    return { outcome: 'accepted', code, words, ...(ids && { ids }) };
}

const AGENT_CODE = /^[A-Z]{2}\d{3,4}$/;

/** ConVox's lists name no code of what an agent asks for but that of a logout; each list of theirs ends with 000 for done. */
const AGENT_DONE = /000$|^LO001$/;

/** The answer to what an agent asked for: a code that is in no list of a command's row stands before the words. */
export function agentOutcome(answer: DialectAnswer): CommandOutcome {
    const texts = jsonTexts(answer.text) ?? new Map<string, string>();
    const said = (texts.get('status') ?? '').trim().toUpperCase();
    if (codeOf(texts) !== undefined || !AGENT_CODE.test(said)) {
        return codedOutcome(answer);
    }
    const words = `${said} ${replyMessage(texts.get('message') ?? '')}`.trim();
    return { outcome: AGENT_DONE.test(said) ? 'accepted' : 'refused', code: '', words };
}

function codeOf(texts: ReadonlyMap<string, string>): string | undefined {
    const code = (texts.get('status') ?? '').trim().toUpperCase();
    return CODE.test(code) || DONE.includes(code) ? code : undefined;
}

const CONVOX_ID = ['leadid', 'convoxid'];
const CALL_REFERENCE = ['callhitreferencenumber', 'callreferenceid', 'callhitreferenceno'];

function idsOf(texts: ReadonlyMap<string, string>): CallIds | undefined {
    const first = (keys: readonly string[]): string => keys.map((key) => texts.get(key)).find(Boolean) ?? '';
    const ids = { convoxId: first(CONVOX_ID), callReference: first(CALL_REFERENCE) };
    return ids.convoxId === '' && ids.callReference === '' ? undefined : ids;
}
