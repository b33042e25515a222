import { FormulaError } from '../../metadata/formula/formula.ts';
import type { SummaryOperand } from '../../metadata/reports/summaryFormula.ts';
import { readSummaryFormula } from '../../metadata/reports/summaryFormula.ts';
import { LONGEST_FORMULA } from '../files/checkLimits.ts';
import type { Finding } from '../finding.ts';
import type { Project } from '../read/project.ts';
import { isNumeric } from './reportColumns.ts';
import type { ReportFacts } from '../read/reportModel.ts';
import { reportsOf } from '../read/reportModel.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf, textOf } from '../../metadata/xml.ts';

/** Custom summary formulas that one report may have. */
const MOST_FORMULAS = 5;
const LONGEST_LABEL = 40;

/** Custom summary formulas parse, and compute with numbers that the report's type has. */
export function checkReportFormulas(project: Project): Finding[] {
    return [...reportsOf(project).values()].flatMap((report) => {
        const formulas = childrenOf(report.component.root, 'aggregates');
        const names = formulas.map((formula) => textOf(formula, 'developerName'));
        return [
            ...checkCount(report, formulas.length),
            ...formulas.flatMap((formula) => checkFormula(formula, report)),
            ...names
                .filter((name, index) => names.indexOf(name) !== index)
                .map((name) => ({
                    file: report.component.file,
                    what: `There are two formulas ${name}`,
                    mend: 'Number them FORMULA1, FORMULA2 and so on.'
                }))
        ];
    });
}

function checkCount({ component, format }: ReportFacts, count: number): Finding[] {
    const { file } = component;
    return [
        ...(count > MOST_FORMULAS
            ? [{ file, what: `It has ${count} formulas`, mend: `Use ${MOST_FORMULAS} at most.` }]
            : []),
        ...(count > 0 && format === 'Tabular'
            ? [{ file, what: 'A Tabular report has no groups to compute', mend: 'Group it, or remove the formula.' }]
            : [])
    ];
}

function checkFormula(formula: XmlElement, report: ReportFacts): Finding[] {
    const file = `${report.component.file}:${formula.line}`;
    const text = textOf(formula, 'calculatedFormula');
    const label = textOf(formula, 'masterLabel');
    return [
        ...problemsOf(text, report).map((found) => ({ file, ...found })),
        ...(text.length > LONGEST_FORMULA
            ? [{ file, what: `The formula has ${text.length} characters`, mend: `Use ${LONGEST_FORMULA} at most.` }]
            : []),
        ...(/^FORMULA\d+$/.test(textOf(formula, 'developerName'))
            ? []
            : [
                  {
                      file,
                      what: `An org does not name a formula "${textOf(formula, 'developerName')}"`,
                      mend: 'Name it FORMULA1, FORMULA2 and so on.'
                  }
              ]),
        ...(label === '' || label.length > LONGEST_LABEL
            ? [{ file, what: `The label has ${label.length} characters`, mend: `Write 1 to ${LONGEST_LABEL}.` }]
            : [])
    ];
}

function problemsOf(text: string, report: ReportFacts): Omit<Finding, 'file'>[] {
    try {
        return [...readSummaryFormula(text).operands.values()].flatMap((operand) => checkOperand(operand, report));
    } catch (error) {
        if (error instanceof FormulaError) {
            return [{ what: error.message, mend: 'Correct the formula.' }];
        }
        throw error;
    }
}

function checkOperand(operand: SummaryOperand, { type }: ReportFacts): Omit<Finding, 'file'>[] {
    if (operand.kind === 'rowCount' || !type) {
        return [];
    }
    const { column, summary } = operand;
    const field = type.columns.get(column)?.field;
    if (!field) {
        return [
            {
                what: `The formula needs ${column}, which the report type does not have`,
                mend: 'Write table and field with a dot, as in the report type.'
            }
        ];
    }
    return summary === 'UNIQUE' || isNumeric(field.type)
        ? []
        : [{ what: `${column} is no number, so there is no ${summary}`, mend: 'Compute with a number.' }];
}
