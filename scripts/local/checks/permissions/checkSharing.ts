import { readEach } from '../../metadata/readMetadata.ts';
import { rulesIn } from '../../metadata/sharing/readSharingRules.ts';
import type { Finding } from '../finding.ts';
import { modelOf } from '../read/packageModel.ts';
import type { Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { refusalsOf } from '../read/refusals.ts';

/** The local org takes the sharing rules, and they are about an object that is not open to everybody anyway. */
export function checkSharing(project: Project): Finding[] {
    const groups = new Set(componentsOf(project, 'Group').map(({ name }) => name));
    const rules = componentsOf(project, 'SharingRules');
    const model = modelOf(project);
    return [
        ...refusalsOf((refuse) => {
            readEach(rules, ({ name, root }) => rulesIn(root, model.get(name) ?? name, groups, refuse), refuse);
        }),
        ...rules
            .filter(({ name }) => model.get(name)?.sharingModel === 'ReadWrite')
            .map(({ file, name }) => ({
                file,
                what: `Rows of ${name} are ReadWrite, so no rule can open them further`,
                mend: "Make the object's sharing model Private, or remove the rules."
            }))
    ];
}
