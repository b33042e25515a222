import { FormulaError } from '../../metadata/formula/formula.ts';
import { readSummaryFormula } from '../../metadata/reports/summaryFormula.ts';
import type { Finding } from '../finding.ts';
import type { Project } from '../read/project.ts';
import type { ReportFacts } from '../read/reportModel.ts';
import { reportsOf } from '../read/reportModel.ts';
import type { Role } from '../read/roles.ts';
import { isGranted, mayReadField, rolesOf } from '../read/roles.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { everyElement } from '../../metadata/xml.ts';

/** Elements of a report whose text is a column of its type. */
const COLUMN_ELEMENTS = new Set(['field', 'column', 'sortColumn', 'dateColumn']);

/** Some role runs reports, and whoever does can read every column of the package's reports. */
export function checkReportAccess(project: Project): Finding[] {
    const reports = [...reportsOf(project).values()];
    const readers = rolesOf(project).filter((role) =>
        isGranted(role, 'userPermissions', 'name', 'RunReports', 'enabled')
    );
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
    return readers.flatMap((role) => reports.flatMap((report) => unreadable(report, role)));
}

function unreadable({ component, type }: ReportFacts, role: Role): Finding[] {
    const lines = new Map([...everyElement(component.root)].toReversed().flatMap(columnsNamedBy));
    return [...lines].flatMap(([name, line]) => {
        const column = type?.columns.get(name);
        return !column || mayReadField(role, column.object, column.field)
            ? []
            : [
                  {
                      file: `${component.file}:${line}`,
                      what: `${role.name} runs reports and cannot read ${column.object}.${column.field.name}`,
                      mend: 'Let the role read it, or leave the column out.'
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
