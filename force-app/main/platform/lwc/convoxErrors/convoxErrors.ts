import { isRecord, listAt, numberAt, textAt, valueAt } from 'c/convoxPath';
import { NoAnswerInTime } from './timeLimit.ts';

export { NoAnswerInTime, pauseAfterFailures, REQUEST_LIMIT, withinLimit } from './timeLimit.ts';
export type { After } from './timeLimit.ts';

/** What went wrong in general; each kind has advice of its own. */
export type ErrorKind =
    'duplicate' | 'denied' | 'signedOut' | 'gone' | 'busy' | 'offline' | 'slow' | 'invalid' | 'unknown';

export interface ErrorReport {
    readonly kind: ErrorKind;
    /** What the platform said, each sentence once, in the user's language where the platform translates. */
    readonly lines: readonly string[];
    /** Codes such as DUPLICATE_VALUE, for those who help the agent. */
    readonly codes: readonly string[];
    /** HTTP status; undefined when the failure never was an answer. */
    readonly status: number | undefined;
}

const KIND_OF_CODE: readonly (readonly [RegExp, ErrorKind])[] = [
    [/^DUPLICATE_VALUE$/, 'duplicate'],
    [/^(INSUFFICIENT_ACCESS|INVALID_FIELD_FOR_INSERT_UPDATE$|API_DISABLED|FIELDUNDEFINED)/, 'denied'],
    [/^(INVALID_SESSION_ID|INVALID_AUTH_HEADER)/, 'signedOut'],
    [/^(NOT_FOUND|ENTITY_IS_DELETED|RESOURCE_NOT_FOUND)/, 'gone'],
    [/^(REQUEST_LIMIT_EXCEEDED|UNABLE_TO_LOCK_ROW|SERVER_UNAVAILABLE|EXCEEDED_)/, 'busy']
];

const KIND_OF_STATUS: Readonly<Record<number, ErrorKind>> = {
    0: 'offline',
    400: 'invalid',
    401: 'signedOut',
    403: 'denied',
    404: 'gone',
    429: 'busy',
    502: 'busy',
    503: 'busy',
    504: 'busy'
};

interface Saying {
    readonly text: string;
    readonly code: string;
}

function sayings(part: unknown): Saying[] {
    const code = textAt(part, 'errorCode') || textAt(part, 'extensions', 'ErrorType') || textAt(part, 'statusCode');
    const label = textAt(part, 'fieldLabel');
    const message = textAt(part, 'message');
    return [{ text: label && message ? `${label}: ${message}` : message, code }];
}

/** A record save says it precisely in `output` and vaguely in `message`; the vague one only counts alone. */
function sayingsOfBody(body: unknown): Saying[] {
    const fieldErrors = valueAt(body, 'output', 'fieldErrors');
    const precise = [
        ...listAt(body, 'output', 'errors'),
        ...(isRecord(fieldErrors) ? Object.values(fieldErrors).flat() : [])
    ].flatMap(sayings);
    return precise.length > 0 ? precise : sayings(body);
}

function allSayings(error: unknown): Saying[] {
    if (typeof error === 'string') {
        return [{ text: error, code: '' }];
    }
    if (Array.isArray(error)) {
        return error.flatMap(sayings);
    }
    const body = valueAt(error, 'body');
    if (Array.isArray(body)) {
        return body.flatMap(sayings);
    }
    return isRecord(body) ? sayingsOfBody(body) : sayings(error);
}

/** What Lightning Data Service says, under a status of a busy server, of a request that was cut off. */
const CUT_OFF = 'Disconnected or Canceled';

function kindOf({ codes, lines, status }: Omit<ErrorReport, 'kind'>, error: unknown): ErrorKind {
    const byCode = KIND_OF_CODE.find(([pattern]) => codes.some((code) => pattern.test(code.toUpperCase())));
    if (byCode) {
        return byCode[1];
    }
    if (error instanceof NoAnswerInTime) {
        return 'slow';
    }
    if (lines.includes(CUT_OFF)) {
        return 'offline';
    }
    if (status !== undefined) {
        return KIND_OF_STATUS[status] ?? 'unknown';
    }
    return error instanceof TypeError && /fetch|network/i.test(error.message) ? 'offline' : 'unknown';
}

/** Reads failures of Lightning Data Service, GraphQL errors, JavaScript errors and plain text; never throws. */
export function readError(error: unknown): ErrorReport {
    const said = allSayings(error);
    const codes = [...new Set(said.map(({ code }) => code).filter(Boolean))];
    const lines = [...new Set(said.map(({ text }) => text.trim()).filter(Boolean))];
    const read = { lines, codes, status: numberAt(error, 'status') };
    const kind = kindOf(read, error);
    // What browser and platform say of a lost connection is no word for a user, and untranslated.
    return { kind, ...read, lines: kind === 'offline' ? [] : lines };
}

/** Only somebody who changes something helps against these. */
const LASTING: readonly ErrorKind[] = ['denied', 'invalid', 'gone'];

/** Whether the same request may well succeed a little later. */
export function mayPass({ kind }: ErrorReport): boolean {
    return !LASTING.includes(kind);
}
