import { jsonParameters } from '#contract';
import type { SentParameters } from '#contract';
import type { PushShape } from '../journal/journal.ts';

export type Parameters = SentParameters;

declare global {
    interface JSON {
        /** A value that `stringify` writes as these characters. */
        rawJSON(text: string): object;
    }
}

/**
 * Whether there may be a number. One that is a value of an object comes after a name, one of a list after a bracket or comma and
 * before another; a text can look like the latter, but a time of day, `10:05`, does not: nearly every push has one.
 */
const NUMBER = /"\s*:\s*-?\d|[[,]\s*-?\d[\d.eE+-]*\s*[,\]]/;

/**
 * The value of a JSON text, whose numbers stay the characters that were sent: the calls 1573204600.1000 and
 * 1573204600.10000 are two, and an identifier may have more digits than a number of JavaScript.
 * @throws SyntaxError for what is no JSON, RangeError for what is nested too deeply
 */
export function parseExactly(text: string): unknown {
    return NUMBER.test(text) ? JSON.parse(text, asSent) : JSON.parse(text);
}

function asSent(_name: string, value: unknown, context?: { readonly source?: string }): unknown {
    return typeof value === 'number' && context?.source !== undefined ? JSON.rawJSON(context.source) : value;
}

/** The parameters of a body, in the order they came. */
export function parametersOf(shape: PushShape, body: string): Parameters {
    return shape === 'form' ? new URLSearchParams(body) : jsonParameters(parseExactly(body));
}
