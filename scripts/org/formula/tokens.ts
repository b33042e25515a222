import { FormulaError } from './types.ts';

export type Token =
    | { readonly kind: 'text'; readonly value: string; readonly at: number }
    | { readonly kind: 'number'; readonly value: number; readonly at: number }
    | { readonly kind: 'name'; readonly value: string; readonly merged: boolean; readonly at: number }
    | { readonly kind: 'symbol'; readonly value: string; readonly at: number };

const BLANK = /\s+|\/\*[\s\S]*?\*\//y;
const NUMBER = /\d+(?:\.\d+)?|\.\d+/y;
const NAME = /[A-Za-z_$][\w$]*(?:\.[\w$]+)*/y;
const MERGE = /\{!\s*([A-Za-z_$][\w$]*(?:\.[\w$]+)*)\s*\}/y;
const SYMBOL = /<=|>=|<>|!=|==|&&|\|\||[()+\-*/^&=<>!,]/y;
const TEXT = /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/y;

const ESCAPES: Readonly<Record<string, string>> = { '"': '"', "'": "'", '\\': '\\', n: '\n', r: '\r', t: '\t' };

function unescape(raw: string): string {
    return raw.replace(/\\([\s\S])/g, (_match, character: string) => {
        const plain = ESCAPES[character];
        if (plain === undefined) {
            throw new FormulaError(
                `Syntax error. Unknown escape "\\${character}" in a text; write "\\\\" for one backslash.`
            );
        }
        return plain;
    });
}

/** Splits a formula into tokens. Merge fields `{!Name}` become names; comments and white space go. */
export function tokenize(formula: string): Token[] {
    const tokens: Token[] = [];
    let at = 0;
    const match = (pattern: RegExp): RegExpExecArray | null => {
        pattern.lastIndex = at;
        return pattern.exec(formula);
    };
    while (at < formula.length) {
        const start = at;
        let found: RegExpExecArray | null;
        if ((found = match(BLANK))) {
            at = BLANK.lastIndex;
        } else if ((found = match(TEXT))) {
            at = TEXT.lastIndex;
            tokens.push({ kind: 'text', value: unescape(found[1] ?? found[2] ?? ''), at: start });
        } else if ((found = match(NUMBER))) {
            at = NUMBER.lastIndex;
            tokens.push({ kind: 'number', value: Number(found[0]), at: start });
        } else if ((found = match(MERGE))) {
            at = MERGE.lastIndex;
            tokens.push({ kind: 'name', value: found[1] ?? '', merged: true, at: start });
        } else if ((found = match(NAME))) {
            at = NAME.lastIndex;
            tokens.push({ kind: 'name', value: found[0], merged: false, at: start });
        } else if ((found = match(SYMBOL))) {
            at = SYMBOL.lastIndex;
            tokens.push({ kind: 'symbol', value: found[0], at: start });
        } else {
            throw new FormulaError(
                `Syntax error at position ${start + 1}: unexpected "${formula.slice(start, start + 12)}".`
            );
        }
    }
    return tokens;
}
