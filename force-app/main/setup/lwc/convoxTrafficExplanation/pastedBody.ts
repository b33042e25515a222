import { isSeparatedBySemicolons, jsonParameters } from '#contract';

export type BodyShape = 'query' | 'json' | 'multipart' | 'lines';

/** What is doubtful about how a message was written, whatever it says. */
export const sentDoubts = [
    'jsonInvalid',
    'jsonInField',
    'semicolons',
    'escapedForHtml',
    'encodedTwice',
    'notUtf8',
    'blanksAround',
    'loginFirst'
] as const;
export type SentDoubt = (typeof sentDoubts)[number];

export interface ReadBody {
    readonly shape: BodyShape;
    readonly parameters: readonly (readonly [string, string | false])[];
    readonly others: number;
    readonly doubts: ReadonlySet<SentDoubt>;
}

type Pairs = ReadBody['parameters'];

/** As many as any receiver reads. */
const mostParameters = 200;

/** Reads a body of whatever type, and what people copy of one. Never throws. */
export function readBody(body: string): ReadBody {
    const text = body.trim();
    if (/^[[{]/.test(text)) {
        return readJson(text);
    }
    if (/^--\S+\s*\nContent-Disposition:\s*form-data/i.test(text)) {
        return bodyOf('multipart', partsOf(text));
    }
    return text.includes('&') || !isListOfLines(text) ? readQuery(text) : bodyOf('lines', linesOf(text));
}

function bodyOf(shape: BodyShape, all: Pairs, doubts: readonly SentDoubt[] = [], others = 0): ReadBody {
    const parameters = all.slice(0, mostParameters);
    return { shape, parameters, others, doubts: new Set(doubts) };
}

/** Numbers in JSON are the characters that were sent: a browser's may have too few digits for an identifier. */
const bareNumber = /("(?:[^"\\]|\\[^])*")|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

function readJson(text: string): ReadBody {
    try {
        const value: unknown = JSON.parse(
            text.replace(bareNumber, (number, quoted?: string) => quoted ?? `"${number}"`)
        );
        const all: unknown[] = Array.isArray(value) ? value : [value];
        return bodyOf('json', jsonParameters(all[0]), [], all.length - 1);
    } catch {
        return bodyOf('json', [], ['jsonInvalid']);
    }
}

function partsOf(text: string): [string, string][] {
    const part = /name="([^"\n]{0,100})"[^\n]{0,300}\n(?:[^\n]+\n)*\n([^]*?)\n?(?=\n?--\S+)/gi;
    return Array.from(text.matchAll(part), ([, name = '', value = '']) => [name, value.trim()]);
}

/** As a browser's tools, a log or a hand-over sheet show a form: a name and a value in each line. */
const nameAndValue = /^\s*["']?([\w .()-]{1,60}?)["']?\s*(?:=>?|:)\s*["']?(.*?)["']?,?\s*$/;

function isListOfLines(text: string): boolean {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return (lines.length > 1 || /^[\w ]+:\s/.test(text)) && lines.every((line) => nameAndValue.test(line));
}

function linesOf(text: string): [string, string][] {
    return text.split('\n').flatMap((line): [string, string][] => {
        const [, name, value = ''] = nameAndValue.exec(line) ?? [];
        return name === undefined ? [] : [[name, value]];
    });
}

/** Reads what stands behind the question mark of an address, and the body of a form. Never throws. */
export function readQuery(query: string, isInner = false): ReadBody {
    if (!isInner && !query.includes('=') && /%3D/i.test(query)) {
        const once = readQuery(decoded(query).text, true);
        return { ...once, doubts: new Set([...once.doubts, 'encodedTwice']) };
    }
    const isByBreaks = isSeparatedBySemicolons(query);
    const doubts: SentDoubt[] = isByBreaks ? ['semicolons'] : [];
    // Where a long line was broken, a new one begins with a name.
    const pieces = query.split(isByBreaks ? /[&;]/ : /&|\n(?=\s*[\w ]+=)/).filter((piece) => /\S/.test(piece));
    const pairs = pieces.slice(0, mostParameters).map(pairOf);
    const inside = within(
        pairs.map(({ pair }) => pair),
        isInner
    );
    return { ...inside, doubts: new Set([...doubts, ...pairs.flatMap((pair) => pair.doubts), ...inside.doubts]) };
}

function pairOf(piece: string): { readonly pair: [string, string]; readonly doubts: readonly SentDoubt[] } {
    const [, written = piece, rest = ''] = /^([^=]*)=([^]*)$/.exec(piece) ?? [];
    const name = decoded(written);
    const value = decoded(rest);
    return { pair: [name.text, value.text], doubts: doubtsOf(piece, name.isUtf8 && value.isUtf8) };
}

function doubtsOf(piece: string, isUtf8: boolean): SentDoubt[] {
    const found: [SentDoubt, boolean][] = [
        ['notUtf8', !isUtf8],
        ['escapedForHtml', /^\s*amp;/i.test(piece)],
        ['blanksAround', /\S[^\S\n]*(?: =|= )[^\S\n]*\S/.test(piece)],
        ['encodedTwice', /%25[0-9a-f]{2}/i.test(piece)]
    ];
    return found.flatMap(([doubt, isRaised]) => (isRaised ? [doubt] : []));
}

/** What stands in a single parameter: JSON in a field, or the page that a login leads back to. */
function within(parameters: Pairs, isInner: boolean): ReadBody {
    const json = parameters.length === 1 ? jsonIn(parameters) : undefined;
    const back = isInner ? undefined : parameters.find(([name]) => /^(?:startURL|retURL)$/i.test(name))?.[1];
    if (json === undefined && typeof back === 'string' && back.includes('?')) {
        return { ...readQuery(back.slice(back.indexOf('?') + 1), true), doubts: new Set(['loginFirst']) };
    }
    return json ?? bodyOf('query', parameters);
}

function jsonIn([[, value] = ['', '']]: Pairs): ReadBody | undefined {
    const read = typeof value === 'string' && /^\s*\{/.test(value) ? readJson(value) : undefined;
    return read?.doubts.size === 0 ? { ...read, doubts: new Set(['jsonInField']) } : undefined;
}

/** The text that escapes stand for: UTF-8, else Latin-1. */
function decoded(text: string): { readonly text: string; readonly isUtf8: boolean } {
    let isUtf8 = true;
    const plain = text.replaceAll('+', ' ').replaceAll(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
        try {
            return decodeURIComponent(escapes);
        } catch {
            isUtf8 = false;
            return escapes.replaceAll(/%(..)/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
        }
    });
    return { text: plain, isUtf8 };
}
