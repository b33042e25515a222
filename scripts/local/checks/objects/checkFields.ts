import type { Finding } from '../finding.ts';
import type { PackageModel } from '../read/packageModel.ts';
import { modelOf } from '../read/packageModel.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { childOf, textOf } from '../../metadata/xml.ts';

// What an org refuses to do without, though the schema calls it optional.
const NEEDED: Readonly<Record<string, readonly string[]>> = {
    Text: ['length'],
    LongTextArea: ['length', 'visibleLines'],
    Html: ['length', 'visibleLines'],
    Number: ['precision', 'scale'],
    Currency: ['precision', 'scale'],
    Percent: ['precision', 'scale'],
    Checkbox: ['defaultValue'],
    Picklist: ['valueSet'],
    MultiselectPicklist: ['valueSet', 'visibleLines'],
    Lookup: ['referenceTo', 'relationshipName'],
    MasterDetail: ['referenceTo', 'relationshipName', 'relationshipOrder'],
    AutoNumber: ['displayFormat'],
    Summary: ['summaryForeignKey', 'summaryOperation']
};

/** Fields as their type needs them, lookups that point to something, and words for everybody who meets a field. */
export function checkFields(project: Project): Finding[] {
    const model = modelOf(project);
    const fields = componentsOf(project, 'CustomField');
    return [...fields.flatMap((field) => checkField(field, model)), ...relationshipClashes(fields)];
}

function checkField(field: Component, model: PackageModel): Finding[] {
    const { file, root, object } = field;
    const type = textOf(root, 'type');
    const isFormula = childOf(root, 'formula') !== undefined;
    const needed = (isFormula ? [] : (NEEDED[type] ?? [])).filter((name) => !childOf(root, name));
    const target = textOf(root, 'referenceTo');
    return [
        ...needed.map((name) => ({ file, what: `A ${type} field needs <${name}>`, mend: `Add <${name}>.` })),
        ...(target === '' || model.has(target)
            ? []
            : [{ file, what: `It looks up ${target}, which does not exist`, mend: 'Correct <referenceTo>.' }]),
        ...(model.has(object) ? [] : [{ file, what: `There is no object ${object}`, mend: 'Move or add it.' }]),
        ...(textOf(root, 'description') === ''
            ? [{ file, what: 'The field has no description', mend: 'Say in one sentence what it holds.' }]
            : []),
        ...(textOf(root, 'inlineHelpText') === ''
            ? [{ file, what: 'The field has no help', mend: 'Say in <inlineHelpText> what a user should know of it.' }]
            : []),
        ...checkHistory(field, model),
        ...checkUniqueText(field)
    ];
}

function checkHistory({ file, root, object }: Component, model: PackageModel): Finding[] {
    const owner = model.get(object)?.component;
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

function relationshipClashes(fields: readonly Component[]): Finding[] {
    const seen = new Map<string, string>();
    return fields.flatMap(({ file, root }) => {
        const name = textOf(root, 'relationshipName');
        const key = `${textOf(root, 'referenceTo')}.${name}`.toLowerCase();
        const first = name === '' ? undefined : seen.get(key);
        seen.set(key, first ?? file);
        return first === undefined
            ? []
            : [{ file, what: `The relationship ${name} is also that of ${first}`, mend: 'Choose another name.' }];
    });
}
