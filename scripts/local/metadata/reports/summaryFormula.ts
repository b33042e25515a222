import { checkFormula } from '../formula/formula.ts';
import { FormulaError } from '../formula/types.ts';

/** Functions that a custom summary formula may apply to a column. */
export const SUMMARY_FUNCTIONS = ['SUM', 'AVG', 'MAX', 'MIN', 'UNIQUE'] as const;
export type SummaryFunction = (typeof SUMMARY_FUNCTIONS)[number];

/** What a formula computes with: the number of rows, or a summary of a column in the report's own spelling. */
export type SummaryOperand =
    | { readonly kind: 'rowCount' }
    | { readonly kind: 'summary'; readonly column: string; readonly summary: SummaryFunction };

export interface SummaryFormula {
    /** As the formula engine reads it: every operand is a name. */
    readonly expression: string;
    readonly operands: ReadonlyMap<string, SummaryOperand>;
}

const OPERAND = /([A-Za-z_][\w.]*):([A-Za-z]+)/g;

/**
 * Reads a custom summary formula such as `ConVox_Call__c.Missed_Calls__c:SUM / RowCount`.
 * @throws FormulaError naming what is wrong or not supported
 */
export function readSummaryFormula(formula: string): SummaryFormula {
    if (/["']/.test(formula)) {
        throw new FormulaError('The local org does not support text in a summary formula.');
    }
    if (formula.includes('$')) {
        throw new FormulaError('A summary formula writes a dot between table and field, not $.');
    }
    const operands = new Map<string, SummaryOperand>();
    const expression = formula.replaceAll(OPERAND, (_match, path: string, name: string) => {
        const written = `${path}.${name}`;
        operands.set(written, { kind: 'summary', column: columnOf(path), summary: summaryFunction(name) });
        return written;
    });
    for (const reference of checkFormula(expression)) {
        if (!operands.has(reference)) {
            operands.set(reference, plainOperand(reference));
        }
    }
    return { expression, operands };
}

/** `ConVox_Call__c.Status__c` in a formula is `ConVox_Call__c$Status__c` everywhere else. */
function columnOf(path: string): string {
    const dot = path.lastIndexOf('.');
    return `${path.slice(0, Math.max(0, dot))}$${path.slice(dot + 1)}`;
}

function summaryFunction(name: string): SummaryFunction {
    const found = SUMMARY_FUNCTIONS.find((known) => known === name.toUpperCase());
    if (!found) {
        throw new FormulaError(`There is no summary ${name}; use one of ${SUMMARY_FUNCTIONS.join(', ')}.`);
    }
    return found;
}

function plainOperand(name: string): SummaryOperand {
    if (name.toUpperCase() !== 'ROWCOUNT') {
        throw new FormulaError(`${name} needs a summary in a summary formula, such as ${name}:SUM.`);
    }
    return { kind: 'rowCount' };
}
