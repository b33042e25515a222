import type { FormulaValue } from './types.ts';
import { checkbox, FormulaError, number, text } from './types.ts';
import type { Token } from './tokens.ts';
import { tokenize } from './tokens.ts';

/**
 * A parsed formula. Operators are calls with the operator as name.
 *
 * The reader is our own because formulon's grammar, which the functions come from, takes time that doubles with every
 * nested call (a dozen SUBSTITUTEs need a tenth of a second), binds `&` and `=` alike, and knows neither the unary
 * minus, comments nor escapes.
 */
export type FormulaNode =
    | { readonly kind: 'literal'; readonly value: FormulaValue }
    | { readonly kind: 'reference'; readonly name: string }
    | { readonly kind: 'call'; readonly name: string; readonly operands: readonly FormulaNode[] };

const PRECEDENCE: Readonly<Record<string, number>> = {
    '||': 1,
    '&&': 2,
    '=': 3,
    '==': 3,
    '<>': 3,
    '!=': 3,
    '<': 4,
    '<=': 4,
    '>': 4,
    '>=': 4,
    '&': 5,
    '+': 6,
    '-': 6,
    '*': 7,
    '/': 7,
    '^': 8
};

const SAME_OPERATOR: Readonly<Record<string, string>> = { '==': '=', '!=': '<>' };

const WORDS: Readonly<Record<string, FormulaValue>> = {
    TRUE: checkbox(true),
    FALSE: checkbox(false),
    NULL: { dataType: 'null', value: null }
};

/** Reads a formula; throws `FormulaError` with the position when it is not one. */
export function parseFormula(formula: string): FormulaNode {
    const tokens = tokenize(formula);
    let next = 0;

    const fail = (token: Token | undefined, expected: string): never => {
        throw new FormulaError(
            token
                ? `Syntax error at position ${token.at + 1}: found "${token.value}", expected ${expected}.`
                : `Syntax error: the formula ends where ${expected} was expected.`
        );
    };
    const isSymbol = (value: string): boolean => {
        const token = tokens[next];
        return token?.kind === 'symbol' && token.value === value;
    };
    const expectSymbol = (value: string): void => {
        if (!isSymbol(value)) {
            fail(tokens[next], `"${value}"`);
        }
        next += 1;
    };
    const operandsOfCall = (): FormulaNode[] => {
        expectSymbol('(');
        const operands: FormulaNode[] = [];
        while (!isSymbol(')')) {
            if (operands.length > 0) {
                expectSymbol(',');
            }
            operands.push(expression(0));
        }
        expectSymbol(')');
        return operands;
    };
    const primary = (): FormulaNode => {
        const token = tokens[next];
        next += 1;
        switch (token?.kind) {
            case 'text':
                return { kind: 'literal', value: text(token.value) };
            case 'number':
                return { kind: 'literal', value: number(token.value) };
            case 'name': {
                if (token.merged) {
                    return { kind: 'reference', name: token.value };
                }
                if (isSymbol('(')) {
                    return { kind: 'call', name: token.value.toUpperCase(), operands: operandsOfCall() };
                }
                const word = WORDS[token.value.toUpperCase()];
                return word ? { kind: 'literal', value: word } : { kind: 'reference', name: token.value };
            }
            default:
                break;
        }
        if (token?.value === '(') {
            const inner = expression(0);
            expectSymbol(')');
            return inner;
        }
        if (token?.value === '-' || token?.value === '+') {
            return { kind: 'call', name: token.value === '-' ? 'NEGATE' : 'PLUS', operands: [primary()] };
        }
        if (token?.value === '!') {
            return { kind: 'call', name: 'NOT', operands: [primary()] };
        }
        return fail(token, 'a value');
    };
    const expression = (minimum: number): FormulaNode => {
        let left = primary();
        for (;;) {
            const token = tokens[next];
            const precedence = token?.kind === 'symbol' ? PRECEDENCE[token.value] : undefined;
            if (!token || precedence === undefined || precedence <= minimum) {
                return left;
            }
            next += 1;
            const operator = String(token.value);
            const right = expression(precedence);
            left = { kind: 'call', name: SAME_OPERATOR[operator] ?? operator, operands: [left, right] };
        }
    };

    const node = expression(0);
    if (next < tokens.length) {
        fail(tokens[next], 'an operator or the end');
    }
    return node;
}
