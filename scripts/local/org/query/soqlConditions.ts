import type { Condition as SoqlCondition, ValueQueryCondition, WhereClause } from '@jetstreamapp/soql-parser-js';
import type { Condition } from '../records.ts';
import { malformed } from './soqlErrors.ts';

type Leaf = Exclude<SoqlCondition, { openParen: number; field?: undefined }> | ValueQueryCondition;
type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | { readonly leaf: Leaf };

/**
 * Turns the parser's chain of conditions, where parentheses are counters, into a tree.
 * AND and OR may only be mixed with parentheses, as SOQL demands.
 */
export function toCondition(where: WhereClause, leafCondition: (leaf: Leaf) => Condition): Condition {
    const tokens = tokensOf(where);
    let place = 0;

    function expression(): Condition {
        const operands = [operand()];
        let operator: Token | undefined;
        for (let next = tokens[place]; next === 'AND' || next === 'OR'; next = tokens[place]) {
            if (operator !== undefined && operator !== next) {
                throw malformed(`unexpected token: ${next} (AND and OR need parentheses between them)`);
            }
            operator = next;
            place += 1;
            operands.push(operand());
        }
        const [only] = operands;
        if (operator === undefined && only) {
            return only;
        }
        return operator === 'OR' ? { any: operands } : { all: operands };
    }

    function operand(): Condition {
        const token = tokens[place];
        place += 1;
        if (token === 'NOT') {
            return { not: operand() };
        }
        if (token === '(') {
            const inner = expression();
            if (tokens[place] !== ')') {
                throw malformed('a closing parenthesis is missing');
            }
            place += 1;
            return inner;
        }
        if (typeof token === 'object') {
            return leafCondition(token.leaf);
        }
        throw malformed(`unexpected token: ${token ?? 'end of query'}`);
    }

    const condition = expression();
    if (place < tokens.length) {
        throw malformed('unexpected token: )');
    }
    return condition;
}

function tokensOf(where: WhereClause): Token[] {
    const tokens: Token[] = [];
    let clause: WhereClause | undefined = where;
    while (clause) {
        const { left } = clause;
        if (left) {
            tokens.push(...parens('(', 'openParen' in left ? left.openParen : 0));
            if (isLeaf(left)) {
                tokens.push({ leaf: left }, ...parens(')', left.closeParen));
            }
        }
        if ('operator' in clause) {
            tokens.push(clause.operator);
            clause = clause.right;
        } else {
            clause = undefined;
        }
    }
    return tokens;
}

function isLeaf(left: NonNullable<WhereClause['left']>): left is Leaf {
    return 'operator' in left;
}

function parens(sign: '(' | ')', count = 0): Token[] {
    return Array.from({ length: count }, () => sign);
}
