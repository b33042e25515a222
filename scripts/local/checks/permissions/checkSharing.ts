import type { Finding } from '../finding.ts';
import type { ObjectSchema } from '../../metadata/objects/schema.ts';
import { modelOf, valuesOf } from '../read/packageModel.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf, textOf } from '../../metadata/xml.ts';

const LEVELS = new Set(['Read', 'Edit']);
const KINDS = ['sharingCriteriaRules', 'sharingGuestRules', 'sharingOwnerRules', 'sharingTerritoryRules'];

/**
 * Sharing rules are about an object that is not open to everybody anyway, name public groups that exist, and go by fields
 * that keep their value.
 */
export function checkSharing(project: Project): Finding[] {
    const groups = new Set(componentsOf(project, 'Group').map(({ name }) => name));
    const model = modelOf(project);
    return componentsOf(project, 'SharingRules').flatMap((rules) => [
        ...checkObject(rules, project),
        ...childrenOf(rules.root, 'sharingCriteriaRules')
            .flatMap((rule) => childrenOf(rule, 'criteriaItems'))
            .flatMap((item) => checkCriterion(item, rules.file, model.get(rules.name))),
        ...KINDS.flatMap((kind) => childrenOf(rules.root, kind)).flatMap((rule) => checkRule(rule, rules.file, groups))
    ]);
}

function checkObject({ name, file }: Component, project: Project): Finding[] {
    const object = componentsOf(project, 'CustomObject').find((component) => component.name === name);
    if (!object) {
        return [{ file, what: `The package has no object ${name} to share`, mend: 'Name the file after the object.' }];
    }
    const model = textOf(object.root, 'sharingModel');
    const what = `Rows of ${name} are ${model === '' ? 'ReadWrite' : model}, so no rule can open them further`;
    return model === 'Private' || model === 'Read'
        ? []
        : [{ file, what, mend: "Make the object's sharing model Private, or remove the rules." }];
}

function checkRule(rule: XmlElement, path: string, groups: ReadonlySet<string>): Finding[] {
    const file = `${path}:${rule.line}`;
    const level = textOf(rule, 'accessLevel');
    const named = ['sharedFrom', 'sharedTo']
        .flatMap((side) => childrenOf(rule, side))
        .flatMap((side) => childrenOf(side, 'group'))
        .map(({ text }) => text);
    return [
        ...(LEVELS.has(level)
            ? []
            : [{ file, what: `"${level}" is no access level of a rule`, mend: 'Say Read or Edit.' }]),
        ...named
            .filter((group) => !groups.has(group))
            .map((group) => ({
                file,
                what: `There is no public group ${group}`,
                mend: 'Correct the name or add the group.'
            }))
    ];
}

function checkCriterion(item: XmlElement, path: string, object: ObjectSchema | undefined): Finding[] {
    if (!object) {
        return [];
    }
    const name = textOf(item, 'field');
    const field = object.fields.get(name);
    const file = `${path}:${item.line}`;
    if (!field || field.formula) {
        const what = field ? `${name} is a formula, by which no rule shares` : `The object has no field ${name}`;
        return [{ file, what, mend: 'Go by a field that keeps its value.' }];
    }
    const values = valuesOf(field);
    const unknown = values.length === 0 ? [] : textOf(item, 'value').split(',');
    return unknown
        .filter((value) => !values.includes(value))
        .map((value) => ({ file, what: `${name} has no value ${value}`, mend: 'Correct the value.' }));
}
