import type { Finding } from './finding.ts';
import type { Component, Project } from './project.ts';
import { componentsOf } from './project.ts';
import type { XmlElement } from './xmlElement.ts';
import { childrenOf, textOf } from './xmlElement.ts';

const LEVELS = new Set(['Read', 'Edit']);
const KINDS = ['sharingCriteriaRules', 'sharingGuestRules', 'sharingOwnerRules', 'sharingTerritoryRules'];

/** Sharing rules are about an object that is not open to everybody anyway, and name public groups that exist. */
export function checkSharing(project: Project): Finding[] {
    const groups = new Set(componentsOf(project, 'Group').map(({ name }) => name));
    return componentsOf(project, 'SharingRules').flatMap((rules) => [
        ...checkObject(rules, project),
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
