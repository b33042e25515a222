import type { Finding } from '../finding.ts';
import type { CustomLabel } from '../../metadata/labels.ts';
import { labelsOf } from '../read/labels.ts';
import type { Project } from '../read/project.ts';

const LONGEST_VALUE = 1000;
const LONGEST_NAME = 80;
const IMPORT = /@salesforce\/label\/c\.(\w+)/g;
const FORMULA = /\$Label\.(\w+)/g;

/** Every label a component imports exists, every label is used, and none is there twice. */
export function checkLabels(project: Project): Finding[] {
    const labels = labelsOf(project);
    const names = new Set(labels.map(({ name }) => name));
    const used = usesOf(project);
    return [
        ...labels.flatMap(checkLabel),
        ...labels
            .filter(({ name }, index) => labels.findIndex((label) => label.name === name) !== index)
            .map(({ name, file }) => ({ file, what: `The label ${name} is there twice`, mend: 'Keep one.' })),
        ...[...used]
            .filter(([name]) => !names.has(name))
            .map(([name, file]) => ({ file, what: `There is no label ${name}`, mend: 'Add it or correct its name.' })),
        ...labels
            .filter(({ name }) => !used.has(name))
            .map(({ name, file }) => ({ file, what: `Nothing uses the label ${name}`, mend: 'Remove it.' }))
    ];
}

/** The first file that uses each label. */
function usesOf(project: Project): Map<string, string> {
    const uses = new Map<string, string>();
    for (const [file, text] of project.files) {
        const pattern = file.endsWith('.ts') ? IMPORT : /(-meta\.xml|\.page)$/.test(file) ? FORMULA : undefined;
        for (const [, name = ''] of pattern ? text.matchAll(pattern) : []) {
            uses.set(name, uses.get(name) ?? file);
        }
    }
    return uses;
}

function checkLabel({ name, file, value, shortDescription }: CustomLabel): Finding[] {
    return [
        ...(value === '' || value.length > LONGEST_VALUE
            ? [{ file, what: `${name} has ${value.length} characters`, mend: `Write 1 to ${LONGEST_VALUE}.` }]
            : []),
        ...(name.length > LONGEST_NAME || shortDescription.length > LONGEST_NAME
            ? [{ file, what: `Name or short description of ${name} is too long`, mend: `Use ${LONGEST_NAME} at most.` }]
            : []),
        ...(/__|_$/.test(name)
            ? [{ file, what: `The name ${name} has an underscore too many`, mend: 'An org refuses it: take it out.' }]
            : [])
    ];
}
