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

interface Rule {
    readonly pattern: RegExp;
    /** Left out: what matches is skipped. */
    readonly token?: (match: RegExpExecArray, at: number) => Token;
}

const RULES: readonly Rule[] = [
    { pattern: BLANK },
    { pattern: TEXT, token: (match, at) => ({ kind: 'text', value: unescape(match[1] ?? match[2] ?? ''), at }) },
    { pattern: NUMBER, token: (match, at) => ({ kind: 'number', value: Number(match[0]), at }) },
    { pattern: MERGE, token: (match, at) => ({ kind: 'name', value: match[1] ?? '', merged: true, at }) },
    { pattern: NAME, token: (match, at) => ({ kind: 'name', value: match[0], merged: false, at }) },
    { pattern: SYMBOL, token: (match, at) => ({ kind: 'symbol', value: match[0], at }) }
];

function firstMatch(formula: string, at: number): { rule: Rule; match: RegExpExecArray } {
    for (const rule of RULES) {
        rule.pattern.lastIndex = at;
        const match = rule.pattern.exec(formula);
        if (match) {
            return { rule, match };
        }
    }
    throw new FormulaError(`Syntax error at position ${at + 1}: unexpected "${formula.slice(at, at + 12)}".`);
}

/** Splits a formula into tokens. Merge fields `{!Name}` become names; comments and white space go. */
export function tokenize(formula: string): Token[] {
    const tokens: Token[] = [];
    for (let at = 0; at < formula.length;) {
        const { rule, match } = firstMatch(formula, at);
        const token = rule.token?.(match, at);
        if (token) {
            tokens.push(token);
        }
        at += match[0].length;
    }
    return tokens;
}
