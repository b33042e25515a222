import type { Report } from '../../metadata/reports/definition.ts';
import type { Finding } from '../finding.ts';
import type { Project } from '../read/project.ts';
import { analyticsOf, fieldOf } from '../read/reportModel.ts';
import type { Role } from '../read/roles.ts';
import { mayReadField, rolesOf } from '../read/roles.ts';

/** Some role runs reports, and whoever does can read every column of the package's reports. */
export function checkReportAccess(project: Project): Finding[] {
    const { reports } = analyticsOf(project);
    const readers = rolesOf(project).filter(({ sets }) => sets.some(({ runsReports }) => runsReports));
    const [first] = reports;
    if (first && readers.length === 0) {
        return [
            {
                file: first.file,
                what: 'No permission set lets anybody run reports',
                mend: 'Enable the user permission RunReports in the role that reads them.'
            }
        ];
    }
    return readers.flatMap((role) => reports.flatMap((report) => unreadable(report, role, project)));
}

function unreadable(report: Report, role: Role, project: Project): Finding[] {
    const lines = new Map(report.named.toReversed().map(({ column, line }) => [column, line]));
    return [...lines].flatMap(([column, line]) => {
        const field = fieldOf(project, report, column);
        const object = report.type.columns.get(column)?.object ?? '';
        return !field || mayReadField(role, object, field)
            ? []
            : [
                  {
                      file: `${report.file}:${line}`,
                      what: `${role.name} runs reports and cannot read ${object}.${field.name}`,
                      mend: 'Let the role read it, or leave the column out.'
                  }
              ];
    });
}
