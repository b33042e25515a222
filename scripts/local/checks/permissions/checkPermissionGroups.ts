import type { Finding } from '../finding.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { refusalsOf } from '../read/refusals.ts';
import { permissionSetGroupsOf } from '../read/roles.ts';
import { childrenOf, textOf } from '../../metadata/xml.ts';

/** Permission set groups hold permission sets of the package, each once, and are told apart from them by name. */
export function checkPermissionGroups(project: Project): Finding[] {
    const sets = new Set(componentsOf(project, 'PermissionSet').map(({ name }) => name));
    const groups = componentsOf(project, 'PermissionSetGroup').flatMap((group) => [
        ...checkMembers(group),
        ...checkStatus(group),
        ...checkName(group, sets)
    ]);
    return [...refusalsOf((refuse) => permissionSetGroupsOf(project, refuse)), ...groups];
}

function checkMembers({ file, root }: Component): Finding[] {
    const members = childrenOf(root, 'permissionSets');
    if (members.length === 0) {
        return [{ file, what: 'The group holds no permission set', mend: 'Add one or remove the group.' }];
    }
    const seen = new Set<string>();
    return members.flatMap(({ text, line }) => {
        const isRepeated = seen.has(text);
        seen.add(text);
        const what = `${text} stands twice in the group, and an org refuses that`;
        return isRepeated ? [{ file: `${file}:${line}`, what, mend: 'Remove one of the two.' }] : [];
    });
}

/** The org computes the status; what a source may say is what an org says once it is done. */
function checkStatus({ file, root }: Component): Finding[] {
    const status = textOf(root, 'status');
    const what = `The status ${status} is the org's to give`;
    return status === '' || status === 'Updated' ? [] : [{ file, what, mend: 'Set it to Updated or leave it out.' }];
}

function checkName({ file, name }: Component, sets: ReadonlySet<string>): Finding[] {
    return sets.has(name)
        ? [
              {
                  file,
                  what: `A permission set is called ${name} too, so nobody knows which one is meant`,
                  mend: 'Rename the group.'
              }
          ]
        : [];
}
