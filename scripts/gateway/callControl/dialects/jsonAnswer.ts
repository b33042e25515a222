import { replyCodes, replyMessage } from '#contract';
import type { CallIds, CommandOutcome, DialectAnswer } from './dialect.ts';

/** A key of an answer in small letters without underscores: servers differ in both. */
const keyOf = (name: string): string => name.toLowerCase().replaceAll('_', '');

/** The texts of an answer's JSON object by `keyOf` their names; undefined when it is none. */
export function jsonTexts(text: string): ReadonlyMap<string, string> | undefined {
    try {
        const value: unknown = JSON.parse(text.slice(Math.max(0, text.indexOf('{'))));
        return typeof value === 'object' && value !== null
            ? new Map(Object.entries(value).flatMap(([name, said]) => textOf(keyOf(name), said)))
            : undefined;
    } catch {
        return undefined;
    }
}

function textOf(key: string, said: unknown): [string, string][] {
    return typeof said === 'string' || typeof said === 'number' ? [[key, String(said)]] : [];
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
