import type { Refuse } from '../../metadata/readMetadata.ts';
import { readEach } from '../../metadata/readMetadata.ts';
import { rulesIn } from '../../metadata/sharing/readSharingRules.ts';
import type { Finding } from '../finding.ts';
import { findingOf, modelOf } from '../read/packageModel.ts';
import type { Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';

/** The local org takes the sharing rules, and they are about an object that is not open to everybody anyway. */
export function checkSharing(project: Project): Finding[] {
    const groups = new Set(componentsOf(project, 'Group').map(({ name }) => name));
    const found: Finding[] = [];
    const refuse: Refuse = (error) => found.push(findingOf(error));
    readEach(
        componentsOf(project, 'SharingRules'),
        ({ file, name, root }) => {
            const object = modelOf(project).get(name);
            if (object?.sharingModel === 'ReadWrite') {
                const what = `Rows of ${name} are ReadWrite, so no rule can open them further`;
                found.push({ file, what, mend: "Make the object's sharing model Private, or remove the rules." });
            }
            rulesIn(root, object ?? name, groups, refuse);
        },
        refuse
    );
    return found;
}
