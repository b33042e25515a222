import { globSync } from 'node:fs';
import { join } from 'node:path';
import { childrenOf, readMetadataFile, requiredTextOf } from '../../org/schema/metadataXml.ts';
import { readPermissionSetGroups } from '../../org/permissions/readPermissionSetGroups.ts';
import type { PermissionSet } from '../../org/permissions/readPermissionSets.ts';
import { readPermissionSets } from '../../org/permissions/readPermissionSets.ts';
import { readSchema } from '../../org/schema/readSchema.ts';
import { root } from '../root.ts';
import { codeSpans, readGuides, tableRows } from './markdown.ts';

const forceApp = join(root, 'force-app');
const schema = readSchema(forceApp);
const sets = readPermissionSets(forceApp, schema);
const security = readGuides(root).find(({ file }) => file === 'docs/security.md')?.text ?? '';

function rightsOn(set: PermissionSet, object: string): string {
    const access = set.objects.get(object);
    if (!access) {
        return '–';
    }
    if (access.modifyAll) {
        return 'everything';
    }
    return ['read', ...(['create', 'edit', 'delete'] as const).filter((right) => access[right])].join(', ');
}

/** Whose rows, and what may be done with them. */
function rowsAndRights(set: PermissionSet, object: string): string {
    const access = set.objects.get(object);
    const isPrivate = schema.objects.get(object)?.sharingModel === 'Private';
    const scope = isPrivate && access?.viewAll !== true ? 'own' : 'all';
    return access ? `${scope}: ${rightsOn(set, object)}` : '–';
}

const setUp: Readonly<Record<string, string>> = {
    ConVox_Agent__c: 'agents',
    ConVox_Process__c: 'processes',
    ConVox_Disposition__c: 'dispositions',
    ConVox_Server__c: 'servers'
};

function setUpRights(set: PermissionSet): string {
    const rights = Object.entries(setUp).map(([object, name]) => [name, rightsOn(set, object)] as const);
    const [[, first] = ['', '']] = rights;
    if (rights.some(([, right]) => right !== first)) {
        return rights.flatMap(([name, right]) => (right === '–' ? [] : [`${name}: ${right}`])).join('; ');
    }
    return first === '–' ? first : `all: ${first}`;
}

function runsReports(name: string): boolean {
    const [file = ''] = globSync(`**/permissionsets/${name}.permissionset-meta.xml`, { cwd: forceApp });
    return childrenOf(readMetadataFile(join(forceApp, file), 'PermissionSet'), 'userPermissions').some(
        (permission) => requiredTextOf(permission, 'name') === 'RunReports'
    );
}

function besides(set: PermissionSet): string {
    const sends = set.flows.has('ConVox_Send_Command') && set.principals.has('ConVox-Server');
    return (
        [
            ...(sends ? ['sends commands'] : []),
            ...(set.pages.has('ConVoxScreenPop') ? ['opens screen pops'] : []),
            ...(runsReports(set.name) ? ['runs reports'] : [])
        ].join(', ') || '–'
    );
}

const byName = (one: readonly string[], other: readonly string[]): number =>
    (one[0] ?? '').localeCompare(other[0] ?? '');
const tables = tableRows(security, /^`ConVox_/);

test('the guide says what each permission set grants on the objects of the package', () => {
    const expected = sets.map((set) => [
        `\`${set.name}\``,
        ...['ConVox_Call__c', 'ConVox_Command__c', 'ConVox_Follow_Up__c'].map((object) => rowsAndRights(set, object)),
        setUpRights(set),
        besides(set)
    ]);
    expect(tables.filter((cells) => cells.length === 6).toSorted(byName)).toEqual(expected.toSorted(byName));
});

test('the guide says what each permission set grants on customers', () => {
    const expected = sets.map((set) => [
        `\`${set.name}\``,
        ...['Account', 'Contact', 'Lead', 'Case'].map((object) => rightsOn(set, object))
    ]);
    expect(tables.filter((cells) => cells.length === 5).toSorted(byName)).toEqual(expected.toSorted(byName));
});

test('the guide says which permission sets each group holds', () => {
    const told = tables
        .filter((cells) => cells.length === 3)
        .map(([name = '', , members = '']) => [...codeSpans(name), ...codeSpans(members)]);
    const expected = readPermissionSetGroups(forceApp, sets).map(({ name, sets: members }) => [name, ...members]);
    expect(told.toSorted(byName)).toEqual(expected.toSorted(byName));
});

test('only who sends commands may use the credential of ConVox', () => {
    const may = (holds: (set: PermissionSet) => boolean): string[] => sets.filter(holds).map(({ name }) => name);
    const senders = ['ConVox_Admin', 'ConVox_Agent'];

    expect(may((set) => set.flows.has('ConVox_Send_Command'))).toEqual(senders);
    expect(may((set) => set.principals.size > 0)).toEqual(senders);
    expect(may((set) => set.objects.has('UserExternalCredential'))).toEqual(senders);
});
