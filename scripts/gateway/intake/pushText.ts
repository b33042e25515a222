import { isSeparatedBySemicolons } from '#contract';
import type { PushShape } from '../journal/journal.ts';
import { formInUtf8 } from './bodyText.ts';
import { parseExactly } from './parameters.ts';

export interface PushText {
    readonly shape: PushShape;
    readonly body: string;
}

export type ReadPushes =
    { readonly ok: true; readonly pushes: readonly PushText[] } | { readonly ok: false; readonly reason: string };

/** ConVox sends one call at a time; a list comes from whoever sends again what was missed. */
const MOST_PUSHES = 200;

/**
 * The pushes of one request. The type that a server declares is not trusted: a body that starts with a brace or bracket
 * is JSON, also as `text/plain` or as a form. Never throws.
 */
export function readPushes(text: string, contentType: string): ReadPushes {
    const [type = ''] = contentType.split(';');
    const mediaType = type.trim().toLowerCase();
    // PostgreSQL stores no NUL; to the contract it is a space anyway.
    const trimmed = text.trim().replaceAll('\0', ' ');
    if (mediaType === 'application/json' || /^[[{]/.test(trimmed)) {
        return jsonPushes(trimmed);
    }
    if (isSeparatedBySemicolons(trimmed)) {
        return refused('Separate the parameters by &, not by ;');
    }
    return { ok: true, pushes: [{ shape: 'form', body: formInUtf8(trimmed) }] };
}

function jsonPushes(text: string): ReadPushes {
    let value: unknown;
    try {
        value = text.startsWith('[') ? parseExactly(text) : JSON.parse(text);
    } catch (error) {
        return refused(error instanceof RangeError ? TOO_DEEP : 'The body is not valid JSON');
    }
    if (!Array.isArray(value)) {
        return isObject(value) ? { ok: true, pushes: [{ shape: 'json', body: text }] } : refused(NO_OBJECT);
    }
    if (value.length === 0 || value.length > MOST_PUSHES) {
        return refused(`A list has to hold 1 to ${MOST_PUSHES} objects`);
    }
    if (!value.every(isObject)) {
        return refused(NO_OBJECT);
    }
    try {
        return { ok: true, pushes: value.map((entry) => ({ shape: 'json', body: JSON.stringify(entry) })) };
    } catch {
        return refused(TOO_DEEP);
    }
}

export const TOO_DEEP = 'The JSON is nested too deeply';
const NO_OBJECT = 'The JSON body has to be one object, or a list of objects';

function isObject(value: unknown): boolean {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(reason: string): ReadPushes {
    return { ok: false, reason };
}
