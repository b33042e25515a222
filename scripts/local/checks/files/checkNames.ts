import type { Finding } from '../finding.ts';
import { META_SUFFIX } from '../read/metadataKinds.ts';
import type { Component, Project } from '../read/project.ts';
import { childOf } from '../../metadata/xml.ts';

const LONGEST_API_NAME = 80;
const LONGEST_LABEL = 40;

/** An API name: letters, digits and single underscores, neither first nor last. */
const API_NAME = /^[A-Za-z](?:_?[A-Za-z0-9])*(?:__c)?$/;

// File names that are more than one API name: a layout's has its label in it, tabs and labels are named by others.
const FREELY_NAMED = new Set(['CustomObjectTranslation', 'Layout', 'CustomTab', 'Translations', 'QuickAction']);

/** Files that stand in a folder named after their component. */
const IN_OWN_FOLDER = new Set(['CustomObject', 'CustomObjectTranslation']);

/** File and folder names as the Salesforce CLI reads them, API names within the platform's rules, `fullName` the same. */
export function checkNames(project: Project): Finding[] {
    return [...project.components.flatMap(checkComponent), ...duplicates(project.components)];
}

function checkComponent(component: Component): Finding[] {
    const { file, kind, name } = component;
    const findings: Finding[] = [];
    const report = (what: string, mend: string): void => void findings.push({ file, what, mend });
    const ending = `${kind.suffix}${META_SUFFIX}`;
    if (!file.endsWith(ending)) {
        report(`A ${kind.root} file must end in ${ending}`, 'Rename the file.');
    }
    if (!folderFits(component)) {
        report(`A ${kind.root} belongs in a folder ${kind.folder}`, 'Move the file.');
    }
    if (!FREELY_NAMED.has(kind.root) && !API_NAME.test(name)) {
        report(`"${name}" is no API name`, 'Use letters, digits and single underscores, beginning with a letter.');
    }
    const longest = kind.longestName ?? LONGEST_API_NAME;
    if (name.length > longest) {
        report(`"${name}" has ${name.length} characters, an org takes ${longest}`, 'Shorten the name.');
    }
    return [...findings, ...checkFullName(component), ...checkLabel(component)];
}

function folderFits({ file, kind, name }: Component): boolean {
    const folders = file.split('/').slice(0, -1);
    if (kind.root === 'CustomFieldTranslation') {
        return folders.at(-2) === kind.folder;
    }
    if (IN_OWN_FOLDER.has(kind.root)) {
        return folders.at(-1) === name && folders.at(-2) === kind.folder;
    }
    return folders.at(kind.inFolder ? -2 : -1) === kind.folder;
}

function checkFullName({ file, root, name }: Component): Finding[] {
    const fullName = childOf(root, 'fullName');
    return fullName && fullName.text !== name
        ? [{ file, what: `<fullName> is ${fullName.text}`, mend: `Write ${name}, as the file is named.` }]
        : [];
}

function checkLabel({ file, root, kind }: Component): Finding[] {
    const label = kind.root === 'CustomField' || kind.root === 'CustomObject' ? childOf(root, 'label') : undefined;
    return label && label.text.length > LONGEST_LABEL
        ? [{ file, what: `The label has ${label.text.length} characters`, mend: `Use ${LONGEST_LABEL} at most.` }]
        : [];
}

// Labels are one component in an org, however many rooms have a file of them.
function duplicates(components: readonly Component[]): Finding[] {
    const seen = new Map<string, string>();
    return components.flatMap(({ file, kind, object, name }) => {
        const key = `${kind.root} ${object} ${name}`.toLowerCase();
        const first = seen.get(key);
        seen.set(key, first ?? file);
        return first === undefined || kind.root === 'CustomLabels'
            ? []
            : [{ file, what: `${name} is also in ${first}`, mend: 'Keep one of the two.' }];
    });
}
