import { orgRightsOf, partOf } from '../../metadata/packageParts.ts';
import type { FieldSchema } from '../../metadata/objects/schema.ts';
import type { Component, Project } from './project.ts';
import { componentsOf } from './project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf, textOf } from '../../metadata/xml.ts';

/** What a user is given: a group of permission sets, or a set that stands in no group, with the org's rights for it. */
export interface Role {
    readonly name: string;
    readonly sets: readonly XmlElement[];
}

/** Objects that need no grant: who a user is may be read by every other one. */
const READ_BY_ALL = new Set(['User']);

export function rolesOf(project: Project): Role[] {
    const sets = componentsOf(project, 'PermissionSet');
    const groups = componentsOf(project, 'PermissionSetGroup');
    const members = (group: Component): string[] => childrenOf(group.root, 'permissionSets').map(({ text }) => text);
    const grouped = new Set(groups.flatMap(members));
    const roleOf = (name: string, own: readonly string[]): Role => {
        const given = [...own, ...orgRightsOf(name)];
        return { name, sets: sets.filter((set) => given.includes(set.name)).map(({ root }) => root) };
    };
    const alone = sets.filter(({ name, file }) => !grouped.has(name) && partOf(file)?.name === 'package');
    return [
        ...groups.map((group) => roleOf(group.name, members(group))),
        ...alone.map(({ name }) => roleOf(name, [name]))
    ];
}

/** Whether one of the role's sets grants it: `isGranted(role, 'objectPermissions', 'object', 'Lead', 'allowRead')`. */
export function isGranted(role: Role, group: string, key: string, name: string, right: string): boolean {
    return role.sets.some((set) =>
        childrenOf(set, group).some((grant) => textOf(grant, key) === name && textOf(grant, right) === 'true')
    );
}

export function mayReadObject(role: Role, object: string): boolean {
    return READ_BY_ALL.has(object) || isGranted(role, 'objectPermissions', 'object', object, 'allowRead');
}

/** Fields that the package did not bring, and required ones, are read by everybody who reads the object. */
export function mayReadField(role: Role, object: string, field: FieldSchema): boolean {
    const everybodyHasIt = field.file === undefined || field.required;
    return (
        mayReadObject(role, object) &&
        (everybodyHasIt || isGranted(role, 'fieldPermissions', 'field', `${object}.${field.name}`, 'readable'))
    );
}
