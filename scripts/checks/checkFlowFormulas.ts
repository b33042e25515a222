import { checkFormula, FormulaError } from '../org/formula/formula.ts';
import type { Finding } from './finding.ts';
import type { Project } from './project.ts';
import { componentsOf } from './project.ts';
import { everyElement } from './xmlElement.ts';

/** What an org takes for one formula of a flow. */
export const LONGEST_FORMULA = 3900;

/** Formulas of flows and validation rules parse, use functions the local org can compute, and are short enough. */
export function checkFlowFormulas(project: Project): Finding[] {
    const holders = [...componentsOf(project, 'Flow'), ...componentsOf(project, 'ValidationRule')];
    return holders.flatMap(({ file, root }) =>
        [...everyElement(root)]
            .filter(({ name }) => /^(expression|filterFormula|errorConditionFormula)$/.test(name))
            .flatMap(({ text, line }) => checkText(text).map((finding) => ({ file: `${file}:${line}`, ...finding })))
    );
}

function checkText(text: string): Pick<Finding, 'what' | 'mend'>[] {
    const tooLong =
        text.length > LONGEST_FORMULA
            ? [{ what: `The formula has ${text.length} characters`, mend: `Split it: ${LONGEST_FORMULA} at most.` }]
            : [];
    try {
        checkFormula(text);
        return tooLong;
    } catch (error) {
        if (error instanceof FormulaError) {
            return [...tooLong, { what: error.message, mend: 'Correct the formula.' }];
        }
        throw error;
    }
}
