/** A request as a curl line makes it. */
export interface CurlRequest {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly (readonly [name: string, value: string])[];
    readonly body: string;
}

export function isCurl(text: string): boolean {
    return /^(?:[$>#]\s*)?curl(?:\.exe)?\s/i.test(text);
}

/** Words of a shell, with their quotes; what is quoted may stand beside what is not. */
const word = /(?:\$?'(?:[^'\\]|\\[^])*'|"(?:[^"\\]|\\[^])*"|\\[^\n]|[^\s'"\\])+/g;
const quoted = /\$?'((?:[^'\\]|\\[^])*)'|"((?:[^"\\]|\\[^])*)"|\\([^])/g;

function wordsOf(line: string): string[] {
    // Windows marks what its shell must not read; every shell goes on in the next line behind a mark.
    const plain = line.includes('^"') ? line.replace(/\^(?=[^\n])/g, '') : line;
    const joined = plain.replace(/[\\^`]\n/g, ' ');
    return Array.from(joined.matchAll(word), ([text]) => text.replace(quoted, unquoted));
}

function unquoted(_: string, single?: string, double?: string, escaped?: string): string {
    return single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? '';
}

/** Options that have a value, whatever becomes of it. */
const withValue =
    /^(?:-[XHduFAbceEmoTwx]|--(?:request|header|data(?:-raw|-binary|-ascii|-urlencode)?|json|form(?:-string)?|user|url|user-agent|cookie|cookie-jar|output|max-time|connect-timeout|proxy|cert|key|cacert|write-out|retry|resolve|referer))$/;
const bodyOptions = /^(?:-d|--data(?:-raw|-binary|-ascii)?|--json)$/;
const pairOptions = /^(?:-F|--form(?:-string)?|--data-urlencode)$/;

type Options = readonly (readonly [option: string, value: string])[];

/** Reads a curl line as a shell and curl would. Never throws. */
export function readCurl(line: string): CurlRequest {
    const options = optionsOf(wordsOf(line).slice(1).flatMap(apart));
    const valuesOf = (form: RegExp): string[] => options.flatMap(([name, value]) => (form.test(name) ? [value] : []));
    const [url = ''] = valuesOf(/^--url$/);
    const body = bodyOf(options);
    const inUrl = body !== '' && options.some(([name]) => /^(?:-G|--get)$/.test(name));
    return {
        method: valuesOf(/^(?:-X|--request)$/).at(-1) ?? (inUrl || body === '' ? 'GET' : 'POST'),
        url: withQuery(/^https?:|^\//i.test(url) ? url : `http://${url}`, inUrl ? body : ''),
        headers: [
            ...valuesOf(/^(?:-H|--header)$/).map(headerOf),
            ...valuesOf(/^(?:-u|--user)$/).map((user): [string, string] => ['Authorization', user]),
            ...valuesOf(/^(?:-b|--cookie)$/).map((cookie): [string, string] => ['Cookie', cookie])
        ],
        body: inUrl ? '' : body
    };
}

/** What is no option is the address. */
function optionsOf(words: readonly string[]): Options {
    const options: [string, string][] = [];
    const rest = words[Symbol.iterator]();
    for (const text of rest) {
        if (withValue.test(text)) {
            options.push([text, rest.next().value ?? '']);
        } else {
            options.push(text.startsWith('-') ? [text, ''] : ['--url', text]);
        }
    }
    return options;
}

/** `-XPOST` and `--request=POST` are an option and its value. */
function apart(text: string): string[] {
    const [, option, value] = /^(-[XHduF])([^]+)$/.exec(text) ?? /^(--[a-z-]+)=([^]*)$/.exec(text) ?? [];
    return option === undefined || value === undefined ? [text] : [option, value];
}

function headerOf(header: string): [string, string] {
    const at = header.indexOf(':');
    return at < 0 ? [header, ''] : [header.slice(0, at).trim(), header.slice(at + 1).trim()];
}

function bodyOf(options: Options): string {
    return options
        .flatMap(([name, value]) => {
            const plain = bodyOptions.test(name) ? [value] : [];
            return pairOptions.test(name) ? [encoded(value)] : plain;
        })
        .join('&');
}

function encoded(pair: string): string {
    const at = pair.indexOf('=');
    return at < 0 ? pair : `${pair.slice(0, at)}=${encodeURIComponent(pair.slice(at + 1))}`;
}

function withQuery(url: string, query: string): string {
    return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`;
}
