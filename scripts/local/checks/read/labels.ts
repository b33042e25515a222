import type { Project } from './project.ts';
import { componentsOf } from './project.ts';
import { childrenOf, textOf } from '../../metadata/xml.ts';

export interface CustomLabel {
    readonly name: string;
    /** Path with line. */
    readonly file: string;
    readonly value: string;
    readonly shortDescription: string;
}

/** The labels of all rooms; in an org they are one list. */
export function labelsOf(project: Project): CustomLabel[] {
    return componentsOf(project, 'CustomLabels').flatMap(({ file, root }) =>
        childrenOf(root, 'labels').map((label) => ({
            name: textOf(label, 'fullName'),
            file: `${file}:${label.line}`,
            value: textOf(label, 'value'),
            shortDescription: textOf(label, 'shortDescription')
        }))
    );
}
