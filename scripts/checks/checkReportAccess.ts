import { FormulaError } from '../org/formula/formula.ts';
import { readSummaryFormula } from '../org/reports/summaryFormula.ts';
import type { Finding } from './finding.ts';
import type { Component, Project } from './project.ts';
import { componentsOf } from './project.ts';
import type { ReportColumnFacts, ReportFacts } from './reportModel.ts';
import { reportsOf } from './reportModel.ts';
import type { XmlElement } from './xmlElement.ts';
import { childrenOf, everyElement, textOf } from './xmlElement.ts';

/** Elements of a report whose text is a column of its type. */
const COLUMN_ELEMENTS = new Set(['field', 'column', 'sortColumn', 'dateColumn']);

/** Some role runs reports, and whoever does can read every column of the package's reports. */
export function checkReportAccess(project: Project): Finding[] {
    const reports = [...reportsOf(project).values()];
    const readers = componentsOf(project, 'PermissionSet').filter(runsReports);
    const [first] = reports;
    if (first && readers.length === 0) {
        return [
            {
                file: first.component.file,
                what: 'No permission set lets anybody run reports',
                mend: 'Enable the user permission RunReports in the role that reads them.'
            }
        ];
    }
    return readers.flatMap((set) => reports.flatMap((report) => unreadable(report, set)));
}

function runsReports({ root }: Component): boolean {
    return childrenOf(root, 'userPermissions').some(
        (permission) => textOf(permission, 'name') === 'RunReports' && textOf(permission, 'enabled') === 'true'
    );
}

function unreadable({ component, type }: ReportFacts, set: Component): Finding[] {
    const lines = new Map([...everyElement(component.root)].toReversed().flatMap(columnsNamedBy));
    return [...lines].flatMap(([name, line]) => {
        const column = type?.columns.get(name);
        return !column || isReadable(column, set.root)
            ? []
            : [
                  {
                      file: `${component.file}:${line}`,
                      what: `${set.name} runs reports and cannot read ${column.object}.${column.field.name}`,
                      mend: 'Let the permission set read it, or leave the column out.'
                  }
              ];
    });
}

/** Columns that an element names, each with the element's line. */
function columnsNamedBy({ line, name, text }: XmlElement): [string, number][] {
    if (name === 'calculatedFormula') {
        return columnsComputedWith(text).map((column) => [column, line]);
    }
    return COLUMN_ELEMENTS.has(name) ? [[text, line]] : [];
}

function columnsComputedWith(formula: string): string[] {
    try {
        const operands = [...readSummaryFormula(formula).operands.values()];
        return operands.flatMap((operand) => (operand.kind === 'summary' ? [operand.column] : []));
    } catch (error) {
        // Another check says what is wrong with the formula.
        if (error instanceof FormulaError) {
            return [];
        }
        throw error;
    }
}

function isReadable({ field, object }: ReportColumnFacts, set: XmlElement): boolean {
    const objectIsReadable = granted(set, 'objectPermissions', 'object', object, 'allowRead');
    const everybodyHasIt = !field.component || field.required;
    return (
        objectIsReadable &&
        (everybodyHasIt || granted(set, 'fieldPermissions', 'field', `${object}.${field.name}`, 'readable'))
    );
}

function granted(set: XmlElement, group: string, key: string, name: string, right: string): boolean {
    return childrenOf(set, group).some((grant) => textOf(grant, key) === name && textOf(grant, right) === 'true');
}
