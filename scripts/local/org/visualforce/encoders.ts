/**
 * The platform's encoding functions for expressions of Visualforce pages.
 * JSENCODE: for the inside of a JavaScript string, with nothing in it that could end the string or its script element.
 * URLENCODE: for one value of a query.
 */
export type EncodingFunction = 'JSENCODE' | 'URLENCODE';

const IN_STRINGS: Readonly<Record<string, string>> = {
    '\\': '\\\\',
    "'": "\\'",
    '"': '\\"',
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '<': '\\u003C',
    '>': '\\u003E',
    '\u2028': '\\u2028',
    '\u2029': '\\u2029'
};

const IN_MARKUP: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;'
};

export function encode(name: EncodingFunction, text: string): string {
    return name === 'JSENCODE' ? jsEncode(text) : urlEncode(text);
}

function jsEncode(text: string): string {
    return text.replace(/[\\'"\b\f\n\r\t<>\u2028\u2029]/g, (character) => IN_STRINGS[character] ?? character);
}

function urlEncode(text: string): string {
    return encodeURIComponent(text).replace(
        /[!'()~]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
    );
}

/** What the platform does by itself to every expression that stands in markup. */
export function htmlEncode(text: string): string {
    return text.replace(/[&<>"']/g, (character) => IN_MARKUP[character] ?? character);
}
