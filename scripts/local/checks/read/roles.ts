import { orgRightsOf, partOf } from '../../metadata/packageParts.ts';
import type { FieldSchema } from '../../metadata/objects/schema.ts';
import type { PermissionSetGroup } from '../../metadata/permissions/readPermissionSetGroups.ts';
import { readPermissionSetGroup } from '../../metadata/permissions/readPermissionSetGroups.ts';
import type { PermissionSet } from '../../metadata/permissions/readPermissionSets.ts';
import { readPermissionSet } from '../../metadata/permissions/readPermissionSets.ts';
import type { Refuse } from '../../metadata/readMetadata.ts';
import { readEach } from '../../metadata/readMetadata.ts';
import { modelOf } from './packageModel.ts';
import type { Project } from './project.ts';
import { componentsOf } from './project.ts';

/** What a user is given: a group of permission sets, or a set that stands in no group, with the org's rights for it. */
export interface Role {
    readonly name: string;
    readonly sets: readonly PermissionSet[];
}

/** Objects that need no grant: who a user is may be read by every other one. */
const READ_BY_ALL = new Set(['User']);

const ignore: Refuse = () => undefined;

export function permissionSetsOf(project: Project, refuse = ignore): PermissionSet[] {
    return readEach(
        componentsOf(project, 'PermissionSet'),
        ({ name, root }) => readPermissionSet(root, name, modelOf(project), refuse),
        refuse
    );
}

export function permissionSetGroupsOf(project: Project, refuse = ignore): PermissionSetGroup[] {
    const sets = new Set(componentsOf(project, 'PermissionSet').map(({ name }) => name));
    return readEach(
        componentsOf(project, 'PermissionSetGroup'),
        ({ name, root }) => readPermissionSetGroup(root, name, sets, refuse),
        refuse
    );
}

export function rolesOf(project: Project): Role[] {
    const sets = permissionSetsOf(project);
    const groups = permissionSetGroupsOf(project);
    const grouped = new Set(groups.flatMap((group) => group.sets));
    const roleOf = (name: string, own: readonly string[]): Role => {
        const given = [...own, ...orgRightsOf(name)];
        return { name, sets: sets.filter((set) => given.includes(set.name)) };
    };
    const alone = sets.filter(({ name, file }) => !grouped.has(name) && partOf(file)?.name === 'package');
    return [...groups.map((group) => roleOf(group.name, group.sets)), ...alone.map(({ name }) => roleOf(name, [name]))];
}

export function mayReadObject({ sets }: Role, object: string): boolean {
    return READ_BY_ALL.has(object) || sets.some(({ objects }) => objects.has(object));
}

/** Fields that the package did not bring, and required ones, are read by everybody who reads the object. */
export function mayReadField(role: Role, object: string, field: FieldSchema): boolean {
    const everybodyHasIt = field.file === undefined || field.required;
    return (
        mayReadObject(role, object) &&
        (everybodyHasIt || role.sets.some(({ fields }) => fields.has(`${object}.${field.name}`)))
    );
}
