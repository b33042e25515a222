import type { FieldValue } from '../../org/records.ts';
import type { FormulaNode } from './parse.ts';
import { parseFormula } from './parse.ts';
import type { CompiledFormula } from './compile.ts';
import { compileFormula } from './compile.ts';
import type { FormulaContext, FormulaValue } from './types.ts';
import { FormulaError } from './types.ts';

export type { FormulaContext, FormulaDataType, FormulaValue, SaveContext } from './types.ts';
export { FormulaError } from './types.ts';

interface CachedFormula {
    readonly references: readonly string[];
    readonly run: CompiledFormula;
}

// Formulas come from metadata, so their number is bounded by the package's size.
const cache = new Map<string, CachedFormula>();

function collectReferences(node: FormulaNode, found: Set<string>): Set<string> {
    if (node.kind === 'reference') {
        found.add(node.name);
    } else if (node.kind === 'call') {
        node.operands.forEach((operand) => collectReferences(operand, found));
    }
    return found;
}

// Salesforce's limit for formulas in flows, its most generous one.
const MAXIMUM_LENGTH = 5000;

function prepared(expression: string): CachedFormula {
    let formula = cache.get(expression);
    if (!formula) {
        if (expression.length > MAXIMUM_LENGTH) {
            throw new FormulaError(
                `Formula is too long (${expression.length} characters). Maximum length is ${MAXIMUM_LENGTH}.`
            );
        }
        const node = parseFormula(expression);
        formula = { references: [...collectReferences(node, new Set())], run: compileFormula(node) };
        cache.set(expression, formula);
    }
    return formula;
}

/**
 * Checks a formula's syntax, function names and operand counts, and returns the names it refers to, without braces.
 * Throws `FormulaError` that names what is wrong or not supported. Operand types show only at run time.
 */
export function checkFormula(expression: string): readonly string[] {
    return prepared(expression).references;
}

/** Computes a formula with the type of its result. Throws `FormulaError`. Parsed formulas are kept. */
export function computeFormula(expression: string, context: FormulaContext): FormulaValue {
    return prepared(expression).run(context);
}

/** Computes a formula's value: text, number, checkbox, `YYYY-MM-DD`, ISO 8601 UTC, or null for a blank. */
export function evaluateFormula(expression: string, context: FormulaContext): FieldValue {
    return computeFormula(expression, context).value;
}

/** Whether a condition (validation rule, entry condition) holds; a blank is false. */
export function formulaHolds(expression: string, context: FormulaContext): boolean {
    return computeFormula(expression, context).value === true;
}
