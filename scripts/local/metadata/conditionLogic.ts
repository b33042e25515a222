/** How conditions are combined: `and`, `or`, or numbers from 1 with AND, OR, NOT and parentheses. */
export type ConditionLogic =
    | { readonly kind: 'condition'; readonly index: number }
    | { readonly kind: 'all'; readonly parts: readonly ConditionLogic[] }
    | { readonly kind: 'any'; readonly parts: readonly ConditionLogic[] }
    | { readonly kind: 'not'; readonly part: ConditionLogic };

const TOKEN = /\s*(\d+|and|or|not|[()])/iy;

function tokensOf(logic: string): string[] {
    const tokens: string[] = [];
    TOKEN.lastIndex = 0;
    while (logic.slice(TOKEN.lastIndex).trim() !== '') {
        const at = TOKEN.lastIndex;
        const match = TOKEN.exec(logic);
        if (!match?.[1]) {
            throw new SyntaxError(`condition logic "${logic}" is not understood at "${logic.slice(at)}"`);
        }
        tokens.push(match[1].toLowerCase());
    }
    return tokens;
}

class LogicReader {
    readonly #logic: string;
    readonly #tokens: string[];
    readonly #count: number;

    constructor(logic: string, count: number) {
        this.#logic = logic;
        this.#tokens = tokensOf(logic);
        this.#count = count;
    }

    whole(): ConditionLogic {
        const logic = this.#any();
        if (this.#tokens.length > 0) {
            throw this.#unexpected();
        }
        return logic;
    }

    #any(): ConditionLogic {
        const parts = [this.#all()];
        while (this.#take('or')) {
            parts.push(this.#all());
        }
        return parts.length === 1 && parts[0] ? parts[0] : { kind: 'any', parts };
    }

    #all(): ConditionLogic {
        const parts = [this.#operand()];
        while (this.#take('and')) {
            parts.push(this.#operand());
        }
        return parts.length === 1 && parts[0] ? parts[0] : { kind: 'all', parts };
    }

    #operand(): ConditionLogic {
        if (this.#take('not')) {
            return { kind: 'not', part: this.#operand() };
        }
        if (this.#take('(')) {
            const inner = this.#any();
            if (!this.#take(')')) {
                throw this.#unexpected();
            }
            return inner;
        }
        const number = Number(this.#tokens[0]);
        if (!Number.isInteger(number)) {
            throw this.#unexpected();
        }
        if (number < 1 || number > this.#count) {
            throw new SyntaxError(`condition logic "${this.#logic}" names filter ${number} of ${this.#count}`);
        }
        this.#tokens.shift();
        return { kind: 'condition', index: number - 1 };
    }

    #take(token: string): boolean {
        if (this.#tokens[0] !== token) {
            return false;
        }
        this.#tokens.shift();
        return true;
    }

    #unexpected(): SyntaxError {
        const found = this.#tokens[0] ?? 'the end';
        return new SyntaxError(
            `condition logic "${this.#logic}" is not understood at "${found}" (${this.#count} conditions)`
        );
    }
}

/** Reads condition logic over a number of conditions. Throws `SyntaxError` that quotes it. */
export function parseConditionLogic(logic: string, count: number): ConditionLogic {
    const word = logic.trim().toLowerCase();
    if (word === 'and' || word === 'or') {
        const parts = Array.from({ length: count }, (_unused, index) => ({ kind: 'condition', index }) as const);
        return { kind: word === 'and' ? 'all' : 'any', parts };
    }
    return new LogicReader(logic, count).whole();
}

/** Decides condition logic; conditions are asked for only while the result is open. */
export function logicHolds(logic: ConditionLogic, holds: (index: number) => boolean): boolean {
    switch (logic.kind) {
        case 'condition':
            return holds(logic.index);
        case 'all':
            return logic.parts.every((part) => logicHolds(part, holds));
        case 'any':
            return logic.parts.some((part) => logicHolds(part, holds));
        case 'not':
            return !logicHolds(logic.part, holds);
    }
}
