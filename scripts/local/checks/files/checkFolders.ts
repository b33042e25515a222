import type { Finding } from '../finding.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { childrenOf, textOf } from '../../metadata/xml.ts';

/** Folders of reports and dashboards are shared with whom every org has, or with a public group of the package. */
export function checkFolders(project: Project): Finding[] {
    const groups = new Set(componentsOf(project, 'Group').map(({ name }) => name));
    return [...componentsOf(project, 'ReportFolder'), ...componentsOf(project, 'DashboardFolder')].flatMap((folder) =>
        checkShares(folder, groups)
    );
}

function checkShares({ file, root }: Component, groups: ReadonlySet<string>): Finding[] {
    return childrenOf(root, 'folderShares').flatMap((share) => {
        const name = textOf(share, 'sharedTo');
        switch (textOf(share, 'sharedToType')) {
            case 'Organization':
                return [];
            case 'Group':
                return groups.has(name)
                    ? []
                    : [
                          {
                              file: `${file}:${share.line}`,
                              what: `The folder is shared with the group ${name}, which is none of the package`,
                              mend: 'Add the group in a folder named groups, or share with another one.'
                          }
                      ];
            default:
                return [
                    {
                        file: `${file}:${share.line}`,
                        what: `The folder is shared with ${name}, which other orgs do not have`,
                        mend: 'Share with all internal users or with a public group of the package.'
                    }
                ];
        }
    });
}
