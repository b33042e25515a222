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

const PREFIXES: Readonly<Record<string, string>> = { '-': 'NEGATE', '+': 'PLUS', '!': 'NOT' };

class FormulaReader {
    readonly #tokens: readonly Token[];
    #next = 0;

    constructor(formula: string) {
        this.#tokens = tokenize(formula);
    }

    whole(): FormulaNode {
        const node = this.#expression(0);
        if (this.#next < this.#tokens.length) {
            throw this.#unexpected('an operator or the end');
        }
        return node;
    }

    /** Operators that bind tighter than `minimum`, from left to right. */
    #expression(minimum: number): FormulaNode {
        let left = this.#operand();
        for (;;) {
            const operator = this.#symbol();
            const precedence = operator === undefined ? undefined : PRECEDENCE[operator];
            if (operator === undefined || precedence === undefined || precedence <= minimum) {
                return left;
            }
            this.#next += 1;
            const right = this.#expression(precedence);
            left = { kind: 'call', name: SAME_OPERATOR[operator] ?? operator, operands: [left, right] };
        }
    }

    #operand(): FormulaNode {
        const token = this.#tokens[this.#next];
        if (token?.kind === 'symbol') {
            return this.#prefixed(token.value);
        }
        if (!token) {
            throw this.#unexpected('a value');
        }
        this.#next += 1;
        if (token.kind === 'name') {
            return token.merged ? { kind: 'reference', name: token.value } : this.#named(token.value);
        }
        return { kind: 'literal', value: token.kind === 'text' ? text(token.value) : number(token.value) };
    }

    #prefixed(symbol: string): FormulaNode {
        if (symbol === '(') {
            this.#next += 1;
            const inner = this.#expression(0);
            this.#expect(')');
            return inner;
        }
        const name = PREFIXES[symbol];
        if (name === undefined) {
            throw this.#unexpected('a value');
        }
        this.#next += 1;
        return { kind: 'call', name, operands: [this.#operand()] };
    }

    #named(name: string): FormulaNode {
        if (this.#symbol() === '(') {
            return { kind: 'call', name: name.toUpperCase(), operands: this.#operands() };
        }
        const word = WORDS[name.toUpperCase()];
        return word ? { kind: 'literal', value: word } : { kind: 'reference', name };
    }

    #operands(): FormulaNode[] {
        this.#expect('(');
        const operands: FormulaNode[] = [];
        while (this.#symbol() !== ')') {
            if (operands.length > 0) {
                this.#expect(',');
            }
            operands.push(this.#expression(0));
        }
        this.#expect(')');
        return operands;
    }

    #symbol(): string | undefined {
        const token = this.#tokens[this.#next];
        return token?.kind === 'symbol' ? token.value : undefined;
    }

    #expect(symbol: string): void {
        if (this.#symbol() !== symbol) {
            throw this.#unexpected(`"${symbol}"`);
        }
        this.#next += 1;
    }

    #unexpected(expected: string): FormulaError {
        const token = this.#tokens[this.#next];
        return new FormulaError(
            token
                ? `Syntax error at position ${token.at + 1}: found "${token.value}", expected ${expected}.`
                : `Syntax error: the formula ends where ${expected} was expected.`
        );
    }
}

/** Reads a formula; throws `FormulaError` with the position when it is not one. */
export function parseFormula(formula: string): FormulaNode {
    return new FormulaReader(formula).whole();
}
