import { tabExists } from '../pages/checkPages.ts';
import type { Finding } from '../finding.ts';
import { externalCredentials, principalsOf } from '../read/callouts.ts';
import type { PackageModel } from '../read/packageModel.ts';
import { fieldAt, modelOf } from '../read/packageModel.ts';
import type { PermissionSet } from '../../metadata/permissions/readPermissionSets.ts';
import type { Component, Project } from '../read/project.ts';
import { permissionSetsOf } from '../read/roles.ts';
import { componentsOf } from '../read/project.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf, textOf } from '../../metadata/xml.ts';

// Objects of the platform that are no part of the local org's schema.
const PLATFORM_OBJECTS = new Set(['UserExternalCredential']);

// Those of the platform that this package may grant; an org refuses a name it does not know.
const USER_PERMISSIONS = new Set(['ApiEnabled', 'CreateCustomizeReports', 'RunFlow', 'RunReports']);

/** Permission sets name what exists, grant only what can be granted, and leave no field of ours unreadable. */
export function checkPermissions(project: Project): Finding[] {
    const model = modelOf(project);
    return [
        ...componentsOf(project, 'PermissionSet').flatMap((set) => checkSet(set, project, model)),
        ...unreadableFields(permissionSetsOf(project), model)
    ];
}

function checkSet(set: Component, project: Project, model: PackageModel): Finding[] {
    const names = (kind: string): Set<string> => new Set(componentsOf(project, kind).map(({ name }) => name));
    const objects = childrenOf(set.root, 'objectPermissions');
    return [
        ...childrenOf(set.root, 'fieldPermissions').flatMap((field) => checkField(field, set, model)),
        ...objects.flatMap((rights) => checkObject(rights, set, model)),
        ...unknown(set, 'flowAccesses', 'flow', (name) => names('Flow').has(name)),
        ...unknown(set, 'pageAccesses', 'apexPage', (name) => names('ApexPage').has(name)),
        ...unknown(set, 'applicationVisibilities', 'application', (name) => names('CustomApplication').has(name)),
        ...unknown(set, 'tabSettings', 'tab', (name) => tabExists(name, project)),
        ...unknown(set, 'customPermissions', 'name', (name) => names('CustomPermission').has(name)),
        ...unknown(set, 'userPermissions', 'name', (name) => USER_PERMISSIONS.has(name)),
        ...unknown(set, 'externalCredentialPrincipalAccesses', 'externalCredentialPrincipal', (name) =>
            externalCredentials(project).flatMap(principalsOf).includes(name)
        )
    ];
}

function unknown(set: Component, group: string, key: string, exists: (name: string) => boolean): Finding[] {
    return childrenOf(set.root, group)
        .filter((grant) => !exists(textOf(grant, key)))
        .map((grant) => ({
            file: `${set.file}:${grant.line}`,
            what: `There is no ${key === 'name' ? group : key} ${textOf(grant, key)}`,
            mend: 'Correct the name or remove the grant.'
        }));
}

function checkField(grant: XmlElement, set: Component, model: PackageModel): Finding[] {
    const [object = '', name = ''] = textOf(grant, 'field').split('.');
    const field = fieldAt(model, object, name);
    const file = `${set.file}:${grant.line}`;
    if (!field) {
        return [{ file, what: `There is no field ${object}.${name}`, mend: 'Correct the name or remove the grant.' }];
    }
    if (field.required) {
        const what = `${object}.${name} is required, so everybody has it and an org refuses the grant`;
        return [{ file, what, mend: 'Remove the grant.' }];
    }
    return field.formula && textOf(grant, 'editable') === 'true'
        ? [{ file, what: `${object}.${name} is a formula and cannot be editable`, mend: 'Set <editable> to false.' }]
        : [];
}

function checkObject(rights: XmlElement, set: Component, model: PackageModel): Finding[] {
    const object = textOf(rights, 'object');
    const file = `${set.file}:${rights.line}`;
    return model.has(object) || PLATFORM_OBJECTS.has(object)
        ? []
        : [{ file, what: `There is no object ${object}`, mend: 'Correct the name or remove the grant.' }];
}

function unreadableFields(sets: readonly PermissionSet[], model: PackageModel): Finding[] {
    const readable = new Set(sets.flatMap(({ fields }) => [...fields.keys()]));
    return [...model.values()].flatMap((object) =>
        [...object.fields.values()].flatMap(({ file, name, required }) =>
            file === undefined || required || readable.has(`${object.name}.${name}`)
                ? []
                : [{ file, what: 'No permission set lets anybody read it', mend: 'Grant it.' }]
        )
    );
}
