import type { CustomLabel } from '../../metadata/labels.ts';
import { labelsIn } from '../../metadata/labels.ts';
import type { Project } from './project.ts';
import { componentsOf } from './project.ts';

/** The labels of all rooms; in an org they are one list. */
export function labelsOf(project: Project): CustomLabel[] {
    return componentsOf(project, 'CustomLabels').flatMap(({ root }) => labelsIn(root));
}
