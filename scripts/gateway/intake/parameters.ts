import type { PushShape } from '../journal/journal.ts';

/** false, which PHP writes where it has nothing to say, is the contract's to read. */
export type Parameters = Iterable<readonly [string, string | false]>;

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

/** The parameters of a body, in the order they came. Values of JSON that are no texts are read as the texts they stand for. */
export function parametersOf(shape: PushShape, body: string): Parameters {
    return shape === 'form' ? new URLSearchParams(body) : jsonParameters(parseExactly(body));
}

function jsonParameters(value: unknown): [string, string | false][] {
    return typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([name, entry]) =>
              textsOf(entry).map((text): [string, string | false] => [name, text])
          )
        : [];
}

/** Of a list the first value, and the whole list as a second one, which the contract then keeps and flags. */
function textsOf(value: unknown): (string | false)[] {
    if (!isList(value)) {
        return [textOf(value)];
    }
    const [first, ...others] = value;
    return others.length === 0 ? [textOf(first)] : [textOf(first), textOf(value)];
}

function isList(value: unknown): value is readonly unknown[] {
    return Array.isArray(value);
}

function textOf(value: unknown): string | false {
    if (value === null || value === undefined) {
        return '';
    }
    return typeof value === 'string' || value === false ? value : (phpDate(value) ?? JSON.stringify(value));
}

/** PHP's DateTime: `{"date":"2026-11-28 15:29:00.000000","timezone_type":3,"timezone":"Asia/Kolkata"}`. */
function phpDate(value: unknown): string | undefined {
    const isDate = typeof value === 'object' && value !== null && 'date' in value && 'timezone' in value;
    return isDate && typeof value.date === 'string' && typeof value.timezone === 'string'
        ? `${value.date} ${value.timezone}`
        : undefined;
}
