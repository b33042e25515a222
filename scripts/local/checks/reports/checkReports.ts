import type { Report } from '../../metadata/reports/definition.ts';
import type { Finding } from '../finding.ts';
import type { Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { analyticsOf, shows } from '../read/reportModel.ts';
import { checkFormattingRules } from './formattingRules.ts';
import { checkReportChart } from './reportChart.ts';
import { checkColumns } from './reportColumns.ts';
import { checkDays } from './reportDays.ts';
import { checkFilters } from './reportFilters.ts';
import { checkFormulas } from './reportFormulas.ts';
import { checkGroupings } from './reportGroupings.ts';
import type { ReportProblem } from './reportProblem.ts';

const LONGEST_NAME = 40;
const LONGEST_DESCRIPTION = 255;

/** Reports stand in a folder of the package, on a report type of the package, and name what their type has. */
export function checkReports(project: Project): Finding[] {
    const folders = new Set(componentsOf(project, 'ReportFolder').map(({ name }) => name));
    const { problems, reports } = analyticsOf(project);
    return [
        ...problems.Report,
        ...reports.flatMap((report) =>
            [
                ...checkTexts(report),
                ...checkFolder(report, folders),
                ...checkOrder(report),
                ...checkColumns(report, project),
                ...checkGroupings(report, project),
                ...checkFilters(report, project),
                ...checkDays(report, project),
                ...checkFormulas(report, project),
                ...checkReportChart(report),
                ...checkFormattingRules(report)
            ].map(({ line, what, mend }) => ({
                file: line === undefined ? report.file : `${report.file}:${line}`,
                what,
                mend
            }))
        )
    ];
}

function checkTexts({ name, description }: Report): ReportProblem[] {
    return [
        ...(name.length > LONGEST_NAME
            ? [{ what: `The name has ${name.length} characters`, mend: `Use ${LONGEST_NAME} at most.` }]
            : []),
        ...(description === '' || description.length > LONGEST_DESCRIPTION
            ? [
                  {
                      what: `The description has ${description.length} characters`,
                      mend: `Say in 1 to ${LONGEST_DESCRIPTION} characters what the report shows.`
                  }
              ]
            : [])
    ];
}

function checkFolder({ folder }: Report, folders: ReadonlySet<string>): ReportProblem[] {
    const mend = 'Add its .reportFolder-meta.xml, or move the report.';
    return folders.has(folder) ? [] : [{ what: `There is no report folder ${folder}`, mend }];
}

function checkOrder(report: Report): ReportProblem[] {
    const { format, rowLimit, sort } = report;
    return [
        ...(sort && !shows(report, sort.column)
            ? [{ what: `It is sorted by ${sort.column}, which it does not show`, mend: 'Add the column.' }]
            : []),
        ...(rowLimit !== undefined && (!sort || format !== 'Tabular')
            ? [{ what: 'Only a sorted Tabular report can be limited', mend: 'Remove <rowLimit>, or sort it.' }]
            : [])
    ];
}
