import { XMLValidator } from 'fast-xml-parser';
import type { Expression } from './expression.ts';
import { parseExpression } from './expression.ts';

/** A page is text to be sent as it is, with expressions between. */
export type PagePart =
    | { readonly kind: 'text'; readonly text: string }
    | {
          readonly kind: 'expression';
          readonly expression: Expression;
          /** The platform HTML-encodes expressions in markup by itself, and leaves those in scripts alone. */
          readonly place: 'markup' | 'script';
          readonly line: number;
      };

/** Something that an org would refuse, or that this reader does not know. */
export class VisualforceError extends Error {
    override readonly name = 'VisualforceError';
    readonly line: number;

    constructor(message: string, line: number) {
        super(message);
        this.line = line;
    }
}

/** Attributes of apex:page that are understood, with the only value that is. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
    applyBodyTag: 'false',
    applyHtmlTag: 'false',
    docType: 'html-5.0',
    showHeader: 'false',
    sidebar: 'false',
    standardStylesheets: 'false'
};

const PAGE = /^\s*<apex:page\b([^>]*)>(.*)<\/apex:page>\s*$/s;
const OTHER_TAG = /<\/?((?:apex|c|chatter|flow|knowledge|ideas|messaging|site|support|topics|wave):\w+)/;
const SCRIPT = /<(script|style)\b[^>]*>.*?<\/\1>/gs;
const EXPRESSION = /\{!([^}]*)\}/g;

/**
 * Reads the markup of a Visualforce page that has no controller and writes its own html element: the subset that the
 * local org can show as the platform does.
 * @throws VisualforceError for whatever else the page holds
 */
export function parsePage(markup: string): readonly PagePart[] {
    const valid = XMLValidator.validate(markup);
    if (valid !== true) {
        throw new VisualforceError(`The page is not well-formed: ${valid.err.msg}`, valid.err.line);
    }
    const [, attributes, content] = PAGE.exec(markup) ?? [];
    if (attributes === undefined || content === undefined) {
        throw new VisualforceError('The page is not one <apex:page>', 1);
    }
    const lineAt = (index: number): number => markup.slice(0, index).split('\n').length;
    checkAttributes(attributes);
    const begin = markup.indexOf('>') + 1;
    const other = OTHER_TAG.exec(content);
    if (other) {
        throw new VisualforceError(`The local org does not know <${other[1]}>`, lineAt(begin + other.index));
    }
    return [{ kind: 'text', text: '<!DOCTYPE html>' }, ...partsOf(content, (index) => lineAt(begin + index))];
}

function checkAttributes(text: string): void {
    const given = new Map(
        [...text.matchAll(/([\w:-]+)\s*=\s*"([^"]*)"/g)].map(([, name = '', value]) => [name, value])
    );
    for (const [name, value] of given) {
        if (ATTRIBUTES[name] !== value) {
            throw new VisualforceError(`The local org does not know <apex:page ${name}="${value}">`, 1);
        }
    }
    for (const [name, value] of Object.entries(ATTRIBUTES)) {
        if (!given.has(name)) {
            throw new VisualforceError(`<apex:page> needs ${name}="${value}"`, 1);
        }
    }
}

function partsOf(content: string, lineAt: (index: number) => number): PagePart[] {
    const scripts = [...content.matchAll(SCRIPT)].map(({ index, 0: text, 1: tag }) => ({
        tag,
        from: index,
        to: index + text.length
    }));
    const parts: PagePart[] = [];
    let sent = 0;
    for (const { index, 0: whole, 1: inner = '' } of content.matchAll(EXPRESSION)) {
        const expression = parseExpression(inner);
        const within = scripts.find(({ from, to }) => index > from && index < to);
        if (!expression || within?.tag === 'style') {
            throw new VisualforceError(`The local org does not know the expression ${whole}`, lineAt(index));
        }
        parts.push({ kind: 'text', text: content.slice(sent, index) });
        parts.push({ kind: 'expression', expression, place: within ? 'script' : 'markup', line: lineAt(index) });
        sent = index + whole.length;
    }
    return [...parts, { kind: 'text', text: content.slice(sent) }];
}
