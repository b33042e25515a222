import type { Finding } from '../finding.ts';
import type { Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { rolesOf } from '../read/roles.ts';

/** In formulas and flows, in a page's visibility rule, and in code. */
const USES = /\$Permission\.(?:CustomPermission\.)?(\w+)|@salesforce\/customPermission\/(\w+)/g;

/** Custom permissions that anything asks for exist, and each is given to somebody. */
export function checkCustomPermissions(project: Project): Finding[] {
    const permissions = componentsOf(project, 'CustomPermission');
    const names = new Set(permissions.map(({ name }) => name));
    const sets = rolesOf(project).flatMap((role) => role.sets);
    return [
        ...[...project.files].flatMap(([file, text]) =>
            [...text.matchAll(USES)]
                .map(({ 1: inFormula, 2: inCode, index }) => ({ name: inFormula ?? inCode ?? '', index }))
                .filter(({ name }) => !names.has(name))
                .map(({ name, index }) => ({
                    file: `${file}:${text.slice(0, index).split('\n').length}`,
                    what: `There is no custom permission ${name}`,
                    mend: 'Add it or correct its name.'
                }))
        ),
        ...permissions
            .filter(({ name }) => !sets.some(({ customPermissions }) => customPermissions.has(name)))
            .map(({ file, name }) => ({
                file,
                what: `Nobody has the custom permission ${name}`,
                mend: 'Grant it in a permission set.'
            }))
    ];
}
