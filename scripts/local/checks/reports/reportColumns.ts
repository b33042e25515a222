import type { Finding } from '../finding.ts';
import type { ReportFacts } from '../read/reportModel.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf, textOf } from '../../metadata/xml.ts';

const NUMBERS = new Set(['Number', 'Currency', 'Percent', 'Checkbox']);
const MOST_COLUMNS = 100;

/** Whether values of the type can be added up. */
export function isNumeric(type: string): boolean {
    return NUMBERS.has(type);
}

/** Columns that the report's type does not have, that occur twice, or that are grouped by and shown as well. */
export function columnsWithoutPlace(report: ReportFacts): Finding[] {
    const { component, groupings } = report;
    const columns = childrenOf(component.root, 'columns');
    const names = columns.map((column) => textOf(column, 'field'));
    const finding = (column: XmlElement, what: string, mend: string): Finding => ({
        file: `${component.file}:${column.line}`,
        what,
        mend
    });
    return [
        ...unknownColumns(report, columns, 'field'),
        ...columns
            .filter((_column, index) => names.indexOf(names[index] ?? '') !== index)
            .map((column) => finding(column, `The column ${textOf(column, 'field')} is there twice`, 'Keep one.')),
        ...columns
            .filter((column) => groupings.includes(textOf(column, 'field')))
            .map((column) =>
                finding(column, `${textOf(column, 'field')} is grouped by`, 'Do not show it as a column.')
            ),
        ...(columns.length > MOST_COLUMNS || columns.length === 0
            ? [
                  {
                      file: component.file,
                      what: `It has ${columns.length} columns`,
                      mend: `Show 1 to ${MOST_COLUMNS}.`
                  }
              ]
            : [])
    ];
}

/** Elements whose child `key` is no column of the report's type; nothing while the type itself is unknown. */
export function unknownColumns(report: ReportFacts, elements: readonly XmlElement[], key: string): Finding[] {
    const { component, type } = report;
    return elements
        .filter((element) => type && !type.columns.has(textOf(element, key)))
        .map((element) => ({
            file: `${component.file}:${element.line}`,
            what: `The report type has no column ${textOf(element, key)}`,
            mend: 'Write the table, $ and the field as in the report type.'
        }));
}

/** Sums and averages of what is no number. */
export function summariesWithoutSense({ component, type }: ReportFacts): Finding[] {
    return childrenOf(component.root, 'columns').flatMap((column) => {
        const name = textOf(column, 'field');
        const field = type?.columns.get(name)?.field;
        return childrenOf(column, 'aggregateTypes')
            .filter(({ text }) => field && text !== 'Unique' && !isNumeric(field.type))
            .map(({ text, line }) => ({
                file: `${component.file}:${line}`,
                what: `${name} is no number, so there is no ${text}`,
                mend: 'Remove the summary.'
            }));
    });
}
