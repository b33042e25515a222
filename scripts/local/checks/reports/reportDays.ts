import type { NamedColumn, Report } from '../../metadata/reports/definition.ts';
import { modelOf } from '../read/packageModel.ts';
import type { Project } from '../read/project.ts';
import { fieldOf } from '../read/reportModel.ts';
import type { ReportProblem } from './reportProblem.ts';

/** A moment has another day for each reader: where rows have the server's day, a report counts by that. */
export function checkDays(report: Report, project: Project): ReportProblem[] {
    const { across, down, filters, timeFrame } = report;
    const asked: readonly NamedColumn[] = [
        ...down,
        ...across,
        timeFrame,
        ...filters.filter(({ value }) => value !== '')
    ];
    return asked.flatMap(({ column, line }) => {
        const object = modelOf(project).get(report.type.columns.get(column)?.object ?? '');
        const day = [...(object?.fields.keys() ?? [])].find((name) => name.endsWith('_Day__c'));
        return day === undefined || fieldOf(project, report, column)?.type !== 'DateTime'
            ? []
            : [
                  {
                      line,
                      what: `${column} has the day of its reader, and its rows have that of their server`,
                      mend: `Count by ${day}.`
                  }
              ];
    });
}
