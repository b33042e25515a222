import type { SentParameters } from '#contract';
import { readBody, readQuery } from './pastedBody.ts';
import type { BodyShape, SentDoubt } from './pastedBody.ts';
import { isCurl, readCurl } from './pastedCurl.ts';
import { withoutPage } from './withoutPage.ts';

/** In which form a message was pasted. */
export type Carrier = 'curl' | 'logLine' | 'request' | 'address' | BodyShape;

/**
 * A message as it was pasted. method, path and origin are '' where the text does not have them; answered is the status
 * that a log says. others: messages behind the first one, which is the one that is read.
 */
export interface PastedTraffic {
    readonly carrier: Carrier;
    readonly method: string;
    readonly origin: string;
    readonly path: string;
    readonly headers: readonly (readonly [name: string, value: string])[];
    readonly inAddress: SentParameters;
    readonly parameters: readonly (readonly [string, string | false])[];
    readonly isJson: boolean;
    readonly answered: string;
    readonly others: number;
    readonly doubts: ReadonlySet<SentDoubt>;
}

/** More than any gateway takes. */
const mostCharacters = 65_536;

const requestLine = /^(GET|POST|PUT) (\S+) HTTP\/[\d.]+[^\S\n]*(?:\n|$)/;
/** Apache, nginx and most proxies; and IIS, whose query stands apart. */
const logLines = [
    /"(?<method>GET|POST|PUT) (?<target>\S+) HTTP\/[\d.]+" (?<answered>\d{3})\b/,
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d (?:\S+ ){1,5}?(?<method>GET|POST|PUT) (?<target>\/\S*) (?<query>\S+) .* (?<answered>[1-5]\d\d)\b/m
];
const address = /^(?:(GET|POST|PUT)\s+)?(https?:\/\/[^\s?]+|\/[^\s?]+)\s*([^]*)$/i;
/** Words that somebody wrote in front of it. */
const beforeAddress = /^[^={[/]{1,200}?(?=https?:\/\/)/i;
/** How hand-over sheets announce what follows. */
const sheetMethod = /^\W*Method:\s*(GET|POST)\s*$/im;
const sheetWords = /^\s*(?:(?:Request Parameters|Parameters|Body):?[^\S\n]*$|(?:Request )?URL:\s*)/gim;

/** Takes a pasted text apart into the message that it holds. Never throws. */
export function readPasted(pasted: string): PastedTraffic {
    const text = pasted
        .slice(0, mostCharacters)
        .replaceAll('\r\n', '\n')
        .replace(/^\uFEFF/, '')
        .trim()
        .replace(/^(["'`])([^]*)\1$/, '$2');
    if (isCurl(text)) {
        const { method, url, headers, body } = readCurl(text);
        return messageOf('curl', { method, target: url, headers, body });
    }
    return readLog(text) ?? readRequest(text) ?? readAddress(withoutPage(text));
}

function readLog(text: string): PastedTraffic | undefined {
    for (const form of logLines) {
        const found = form.exec(text)?.groups;
        if (found !== undefined) {
            const { method = '', target = '', query = '-', answered = '' } = found;
            const others = text.split('\n').filter((line) => form.test(line)).length - 1;
            const whole = query === '-' ? target : `${target}?${query}`;
            return { ...messageOf('logLine', { method, target: whole }), answered, others };
        }
    }
    return undefined;
}

function readRequest(text: string): PastedTraffic | undefined {
    const [line, method = '', target = ''] = requestLine.exec(text) ?? [];
    if (line === undefined) {
        return undefined;
    }
    const [head = '', ...rest] = text.slice(line.length).split('\n\n');
    const headers = head.split('\n').flatMap((header): [string, string][] => {
        const [, name, value = ''] = /^([\w-]+):\s*(.*)$/.exec(header) ?? [];
        return name === undefined ? [] : [[name, value]];
    });
    return messageOf('request', { method, target, headers, body: rest.join('\n\n') });
}

function readAddress(text: string): PastedTraffic {
    const sheet = sheetMethod.exec(text)?.[1] ?? '';
    const plain = text.replace(sheetMethod, '').replace(sheetWords, '').trim().replace(beforeAddress, withMethod);
    const [, method = sheet, start, rest = ''] = address.exec(plain) ?? [];
    if (start === undefined) {
        const read = readBody(plain);
        return messageOf(read.shape, { method: sheet, target: '', body: plain });
    }
    // A hand-over sheet breaks addresses over lines and sets blanks into them.
    const [, broken = '', query] = /^([^?=\n]*)\?([^]*)$/.exec(rest) ?? [];
    return query === undefined
        ? messageOf('address', { method, target: start, body: rest })
        : messageOf('address', { method, target: `${start}${broken.trim()}?${query}` });
}

function withMethod(words: string): string {
    return /\b(GET|POST|PUT)\s*$/.exec(words)?.[0] ?? '';
}

interface Sent {
    readonly method: string;
    readonly target: string;
    readonly headers?: readonly (readonly [string, string])[];
    readonly body?: string;
}

function messageOf(carrier: Carrier, { method, target, headers = [], body = '' }: Sent): PastedTraffic {
    const [, origin = '', path = '', query = ''] =
        /^(https?:\/\/[^/?#]*)?([^?#]*)(?:\?([^]*?))?(?:#[^]*)?$/i.exec(target) ?? [];
    const inQuery = readQuery(query);
    const inBody = readBody(body);
    return {
        carrier,
        method: method.toUpperCase(),
        origin,
        path,
        headers,
        inAddress: inQuery.parameters,
        parameters: [...inQuery.parameters, ...inBody.parameters],
        isJson: inBody.shape === 'json' && inBody.parameters.length > 0,
        answered: '',
        others: inBody.others,
        doubts: new Set([...inQuery.doubts, ...inBody.doubts])
    };
}
