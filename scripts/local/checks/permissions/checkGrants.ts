import { orgRightsOf } from '../../metadata/packageParts.ts';
import type { Finding } from '../finding.ts';
import type { Component, Project } from '../read/project.ts';
import { componentsOf } from '../read/project.ts';
import { permissionSetsOf } from '../read/roles.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childrenOf, textOf } from '../../metadata/xml.ts';

/** What each right needs beside it; an org refuses the set otherwise. */
const NEEDED_RIGHTS: readonly (readonly [string, readonly string[]])[] = [
    ['allowCreate', ['allowRead']],
    ['allowEdit', ['allowRead']],
    ['allowDelete', ['allowRead', 'allowEdit']],
    ['viewAllRecords', ['allowRead']],
    ['modifyAllRecords', ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords']]
];

/** Objects that nobody may read without the other: an account's people, and with person accounts the other way round. */
const READ_TOGETHER: readonly (readonly [string, string])[] = [
    ['Contact', 'Account'],
    ['Account', 'Contact']
];

/** Objects without rights of their own: who may read the other reads them. */
const READ_BY: ReadonlyMap<string, string> = new Map([['CampaignMember', 'Campaign']]);

/** Where a permission set names what it grants. */
const KEYS: readonly (readonly [string, string])[] = [
    ['applicationVisibilities', 'application'],
    ['customPermissions', 'name'],
    ['externalCredentialPrincipalAccesses', 'externalCredentialPrincipal'],
    ['fieldPermissions', 'field'],
    ['flowAccesses', 'flow'],
    ['objectPermissions', 'object'],
    ['pageAccesses', 'apexPage'],
    ['tabSettings', 'tab'],
    ['userPermissions', 'name']
];

/** The grants of a permission set go together: each once, and with what it depends on. */
export function checkGrants(project: Project): Finding[] {
    const sets = new Map(permissionSetsOf(project).map((set) => [set.name, set]));
    const readableIn = (names: readonly string[]): Set<string> =>
        new Set(names.flatMap((name) => [...(sets.get(name)?.objects.keys() ?? [])]));
    return componentsOf(project, 'PermissionSet').flatMap((set) => [
        ...KEYS.flatMap(([group, key]) => grantedTwice(set, group, key)),
        ...childrenOf(set.root, 'objectPermissions').flatMap((rights) => missingRights(rights, set)),
        ...missingObjects(set, readableIn([set.name])),
        ...fieldsWithoutObject(set, readableIn([set.name, ...orgRightsOf(set.name)]))
    ]);
}

function grantedTwice(set: Component, group: string, key: string): Finding[] {
    const seen = new Set<string>();
    return childrenOf(set.root, group).flatMap((grant) => {
        const name = textOf(grant, key);
        const known = seen.has(name);
        seen.add(name);
        const what = `${name} stands twice in ${group}, and an org refuses that`;
        return known ? [{ file: `${set.file}:${grant.line}`, what, mend: 'Remove one of the two.' }] : [];
    });
}

function missingRights(rights: XmlElement, set: Component): Finding[] {
    const file = `${set.file}:${rights.line}`;
    return NEEDED_RIGHTS.filter(([right]) => textOf(rights, right) === 'true').flatMap(([right, needed]) =>
        needed
            .filter((other) => textOf(rights, other) !== 'true')
            .map((other) => ({
                file,
                what: `${right} on ${textOf(rights, 'object')} needs ${other}`,
                mend: `Set <${other}> to true.`
            }))
    );
}

function missingObjects(set: Component, readable: ReadonlySet<string>): Finding[] {
    return READ_TOGETHER.filter(([object, other]) => readable.has(object) && !readable.has(other)).map(
        ([object, other]) => ({
            file: set.file,
            what: `Reading ${object} depends on reading ${other}, and an org refuses the one without the other`,
            mend: `Grant reading of ${other} too.`
        })
    );
}

/** @param readable in this set and in those of the org's part that come with it */
function fieldsWithoutObject(set: Component, readable: ReadonlySet<string>): Finding[] {
    return childrenOf(set.root, 'fieldPermissions').flatMap((grant) => {
        const [object = ''] = textOf(grant, 'field').split('.');
        const what = `${textOf(grant, 'field')} is granted, but not reading ${object}, so nobody sees it`;
        return readable.has(READ_BY.get(object) ?? object)
            ? []
            : [{ file: `${set.file}:${grant.line}`, what, mend: `Grant reading of ${object} in the same set.` }];
    });
}
