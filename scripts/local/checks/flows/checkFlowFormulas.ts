import { checkFormula, FormulaError } from '../../metadata/formula/formula.ts';
import type { Finding } from '../finding.ts';
import type { Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { everyElement } from '../../metadata/xml.ts';

/** Characters that a formula of a flow may have, blanks and line breaks among them. */
const LONGEST = 3900;

/** Formulas of flows parse, are not too long, and use functions the local org can compute. */
export function checkFlowFormulas(project: Project): Finding[] {
    return componentsOf(project, 'Flow').flatMap(({ file, root }) =>
        [...everyElement(root)]
            .filter(({ name }) => /^(expression|filterFormula)$/.test(name))
            .flatMap(({ text, line }) => {
                const what = problemOf(text);
                return what === undefined ? [] : [{ file: `${file}:${line}`, what, mend: 'Correct the formula.' }];
            })
    );
}

function problemOf(formula: string): string | undefined {
    if (formula.length > LONGEST) {
        return `The formula has ${formula.length} characters, a flow takes ${LONGEST}`;
    }
    try {
        checkFormula(formula);
        return undefined;
    } catch (error) {
        if (error instanceof FormulaError) {
            return error.message;
        }
        throw error;
    }
}
