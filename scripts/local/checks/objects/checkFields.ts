import type { Finding } from '../finding.ts';
import { modelOf, modelProblems } from '../read/packageModel.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { childOf, textOf } from '../../metadata/xml.ts';

// What an org refuses to do without, though the schema calls it optional.
const NEEDED: Readonly<Record<string, readonly string[]>> = {
    LongTextArea: ['visibleLines'],
    Html: ['visibleLines'],
    Number: ['precision', 'scale'],
    Currency: ['precision', 'scale'],
    Percent: ['precision', 'scale'],
    Checkbox: ['defaultValue'],
    MultiselectPicklist: ['visibleLines'],
    Lookup: ['relationshipName'],
    MasterDetail: ['relationshipName', 'relationshipOrder'],
    Summary: ['summaryForeignKey', 'summaryOperation']
};

/** Fields as their type needs them, lookups that point to something, and words for everybody who meets a field. */
export function checkFields(project: Project): Finding[] {
    return [
        ...modelProblems(project),
        ...componentsOf(project, 'CustomField').flatMap((field) => checkField(field, project))
    ];
}

function checkField(field: Component, project: Project): Finding[] {
    const { file, root, object } = field;
    const type = textOf(root, 'type');
    const isFormula = childOf(root, 'formula') !== undefined;
    const needed = (isFormula ? [] : (NEEDED[type] ?? [])).filter((name) => !childOf(root, name));
    return [
        ...needed.map((name) => ({ file, what: `A ${type} field needs <${name}>`, mend: `Add <${name}>.` })),
        ...(modelOf(project).has(object)
            ? []
            : [{ file, what: `There is no object ${object}`, mend: 'Move or add it.' }]),
        ...(textOf(root, 'description') === ''
            ? [{ file, what: 'The field has no description', mend: 'Say in one sentence what it holds.' }]
            : []),
        ...(textOf(root, 'inlineHelpText') === ''
            ? [{ file, what: 'The field has no help', mend: 'Say in <inlineHelpText> what a user should know of it.' }]
            : []),
        ...checkHistory(field, project),
        ...checkUniqueText(field)
    ];
}

function checkHistory({ file, root, object }: Component, project: Project): Finding[] {
    const owner = componentsOf(project, 'CustomObject').find(({ name }) => name === object);
    return owner && textOf(root, 'trackHistory') === 'true' && textOf(owner.root, 'enableHistory') !== 'true'
        ? [{ file, what: `${object} keeps no history`, mend: 'Set <enableHistory> of the object, or do not track.' }]
        : [];
}

function checkUniqueText({ file, root }: Component): Finding[] {
    const isUniqueText = textOf(root, 'type') === 'Text' && textOf(root, 'unique') === 'true';
    if (isUniqueText === (childOf(root, 'caseSensitive') !== undefined)) {
        return [];
    }
    return isUniqueText
        ? [{ file, what: 'A unique text must say whether case counts', mend: 'Add <caseSensitive>.' }]
        : [{ file, what: 'Only a unique text says whether case counts', mend: 'Remove <caseSensitive>.' }];
}
