import type { CustomSummaryFormula, Report } from '../../metadata/reports/definition.ts';
import { LONGEST_FORMULA } from '../files/checkLimits.ts';
import type { Project } from '../read/project.ts';
import { fieldOf } from '../read/reportModel.ts';
import type { ReportProblem } from './reportProblem.ts';
import { isNumeric } from './reportColumns.ts';

/** Custom summary formulas that one report may have. */
const MOST_FORMULAS = 5;
const LONGEST_LABEL = 40;

/** Custom summary formulas compute with numbers, and are named and counted as an org takes them. */
export function checkFormulas(report: Report, project: Project): ReportProblem[] {
    const { format, formulas } = report;
    const names = formulas.map(({ name }) => name);
    return [
        ...(formulas.length > MOST_FORMULAS
            ? [{ what: `It has ${formulas.length} formulas`, mend: `Use ${MOST_FORMULAS} at most.` }]
            : []),
        ...(formulas.length > 0 && format === 'Tabular'
            ? [{ what: 'A Tabular report has no groups to compute', mend: 'Group it, or remove the formula.' }]
            : []),
        ...formulas.flatMap((formula) =>
            [...checkWords(formula), ...checkOperands(formula, report, project)].map((problem) => ({
                line: formula.line,
                ...problem
            }))
        ),
        ...names
            .filter((name, index) => names.indexOf(name) !== index)
            .map((name) => ({
                what: `There are two formulas ${name}`,
                mend: 'Number them FORMULA1, FORMULA2 and so on.'
            }))
    ];
}

function checkWords({ label, name, written }: CustomSummaryFormula): ReportProblem[] {
    return [
        ...(written.length > LONGEST_FORMULA
            ? [{ what: `The formula has ${written.length} characters`, mend: `Use ${LONGEST_FORMULA} at most.` }]
            : []),
        ...(/=\s*0\s*,\s*0\s*,/.test(written)
            ? [{ what: 'A share of nothing is 0, as the worst there is', mend: 'Make it NULL.' }]
            : []),
        ...(/^FORMULA\d+$/.test(name)
            ? []
            : [{ what: `An org does not name a formula "${name}"`, mend: 'Name it FORMULA1, FORMULA2 and so on.' }]),
        ...(label === '' || label.length > LONGEST_LABEL
            ? [{ what: `The label has ${label.length} characters`, mend: `Write 1 to ${LONGEST_LABEL}.` }]
            : [])
    ];
}

function checkOperands({ formula }: CustomSummaryFormula, report: Report, project: Project): ReportProblem[] {
    return [...formula.operands.values()].flatMap((operand) =>
        operand.kind === 'rowCount' ||
        operand.summary === 'UNIQUE' ||
        isNumeric(fieldOf(project, report, operand.column)?.type ?? '')
            ? []
            : [
                  {
                      what: `${operand.column} is no number, so there is no ${operand.summary}`,
                      mend: 'Compute with a number.'
                  }
              ]
    );
}
