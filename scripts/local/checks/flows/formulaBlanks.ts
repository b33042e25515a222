import { parseFormula } from '../../metadata/formula/parse.ts';
import type { FormulaNode } from '../../metadata/formula/parse.ts';

function isFilledNode(node: FormulaNode): boolean {
    switch (node.kind) {
        case 'literal':
            return node.value.value !== null && node.value.value !== '';
        case 'reference':
            return /^\$Flow\.Current(Date|DateTime)$/.test(node.name);
        case 'call':
            return isFilledCall(node.name, node.operands);
    }
}

function isFilledCall(name: string, operands: readonly FormulaNode[]): boolean {
    const filled = operands.map(isFilledNode);
    switch (name) {
        case '+':
        case '&':
            return filled.includes(true);
        case 'BLANKVALUE':
            return filled[1] === true;
        case 'CASE':
            // A value to compare with stands before each result, the result of all others at the end.
            return filled.every((is, index) => is || (index % 2 === 1 && index < filled.length - 1) || index === 0);
        case 'IF':
            return filled[1] === true && (filled[2] === true || isAskedFor(operands));
        case 'LPAD':
        case 'RPAD':
            return filled[0] === true;
        default:
            return false;
    }
}

/** IF(ISBLANK(x), ..., x) comes to x only where it has a value. */
function isAskedFor([condition, , otherwise]: readonly FormulaNode[]): boolean {
    const asked = condition?.kind === 'call' && condition.name === 'ISBLANK' ? condition.operands[0] : undefined;
    return asked?.kind === 'reference' && otherwise?.kind === 'reference' && asked.name === otherwise.name;
}

/** Whether a formula gives a value whatever its references hold. A formula of another shape may: nobody can tell. */
export function isNeverBlank(formula: string): boolean {
    return isFilledNode(parseFormula(formula));
}

/** Whether a formula gives what a field of the record holds, now or before the save, and nothing else. */
export function isChoiceOf(field: string, formula: string): boolean {
    const own = [`$Record.${field}`, `$Record__Prior.${field}`];
    const isOwn = (node: FormulaNode | undefined): boolean =>
        node?.kind === 'reference'
            ? own.includes(node.name)
            : node?.kind === 'call' && node.name === 'TEXT' && isOwn(node.operands[0]);
    const node = parseFormula(formula);
    return node.kind === 'call' && node.name === 'IF' && isOwn(node.operands[1]) && isOwn(node.operands[2]);
}
