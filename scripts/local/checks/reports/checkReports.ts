import type { Finding } from '../finding.ts';
import { columnsWithoutPlace, summariesWithoutSense } from './reportColumns.ts';
import type { Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { checkReportChart } from './reportChart.ts';
import { checkFormattingRules } from './formattingRules.ts';
import { checkGroupings } from './reportGroupings.ts';
import type { ReportFacts } from '../read/reportModel.ts';
import { folderOf, reportsOf } from '../read/reportModel.ts';
import { childOf, textOf } from '../../metadata/xml.ts';

const LONGEST_NAME = 40;
const LONGEST_DESCRIPTION = 255;

/** Reports stand in a folder of the package, on a report type of the package, and name what their type has. */
export function checkReports(project: Project): Finding[] {
    const folders = new Set(componentsOf(project, 'ReportFolder').map(({ name }) => name));
    return [...reportsOf(project).values()].flatMap((report) => [
        ...checkTexts(report),
        ...checkPlace(report, folders),
        ...checkSort(report),
        ...columnsWithoutPlace(report),
        ...summariesWithoutSense(report),
        ...checkGroupings(report),
        ...checkReportChart(report),
        ...checkFormattingRules(report)
    ]);
}

function checkTexts({ component }: ReportFacts): Finding[] {
    const { file, root } = component;
    const name = textOf(root, 'name');
    const description = textOf(root, 'description');
    return [
        ...(name.length > LONGEST_NAME
            ? [{ file, what: `The name has ${name.length} characters`, mend: `Use ${LONGEST_NAME} at most.` }]
            : []),
        ...(description === '' || description.length > LONGEST_DESCRIPTION
            ? [
                  {
                      file,
                      what: `The description has ${description.length} characters`,
                      mend: `Say in 1 to ${LONGEST_DESCRIPTION} characters what the report shows.`
                  }
              ]
            : [])
    ];
}

function checkPlace({ component, type }: ReportFacts, folders: ReadonlySet<string>): Finding[] {
    const { file, root } = component;
    return [
        ...(folders.has(folderOf(component))
            ? []
            : [
                  {
                      file,
                      what: `There is no report folder ${folderOf(component)}`,
                      mend: 'Add its .reportFolder-meta.xml, or move the report.'
                  }
              ]),
        ...(type
            ? []
            : [
                  {
                      file,
                      what: `There is no report type ${textOf(root, 'reportType')}`,
                      mend: 'Write the developer name of a report type of the package, with __c.'
                  }
              ])
    ];
}

function checkSort({ component, detailColumns, format }: ReportFacts): Finding[] {
    const { file, root } = component;
    const column = textOf(root, 'sortColumn');
    const limited = childOf(root, 'rowLimit') !== undefined;
    return [
        ...(column === '' || detailColumns.has(column)
            ? []
            : [{ file, what: `It is sorted by ${column}, which it does not show`, mend: 'Add the column.' }]),
        ...((column === '') === (textOf(root, 'sortOrder') === '')
            ? []
            : [{ file, what: '<sortColumn> and <sortOrder> need each other', mend: 'Write both or none.' }]),
        ...(limited && (column === '' || format !== 'Tabular')
            ? [{ file, what: 'Only a sorted Tabular report can be limited', mend: 'Remove <rowLimit>, or sort it.' }]
            : [])
    ];
}
