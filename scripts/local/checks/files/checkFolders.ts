import { receiversOf } from '../../metadata/reports/readFolders.ts';
import type { Finding } from '../finding.ts';
import type { Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { refusalsOf } from '../read/refusals.ts';

/** Folders of reports and dashboards are shared with whom every org has, or with a public group of the package. */
export function checkFolders(project: Project): Finding[] {
    const groups = new Set(componentsOf(project, 'Group').map(({ name }) => name));
    const folders = [...componentsOf(project, 'ReportFolder'), ...componentsOf(project, 'DashboardFolder')];
    return refusalsOf((refuse) => folders.forEach(({ root }) => receiversOf(root, groups, refuse)));
}
