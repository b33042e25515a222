import { orgRightsOf, partFolders } from '../../local/metadata/packageParts.ts';
import { metadataFiles } from '../../local/metadata/metadataFiles.ts';
import { childrenOf } from '../../local/metadata/xml.ts';
import { readMetadataFile, requiredTextOf } from '../../local/metadata/readMetadata.ts';
import { readPermissionSetGroups } from '../../local/metadata/permissions/readPermissionSetGroups.ts';
import type { PermissionSet } from '../../local/metadata/permissions/readPermissionSets.ts';
import { readPermissionSets } from '../../local/metadata/permissions/readPermissionSets.ts';
import { readSchema } from '../../local/metadata/objects/readSchema.ts';
import { root } from '../root.ts';
import { codeSpans, readGuides, tableRows } from './markdown.ts';

const product = partFolders(root);
const schema = readSchema(product);
const sets = readPermissionSets(product, schema);
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

const userPermissions: Readonly<Record<string, string>> = {
    CreateCustomizeReports: 'makes and changes reports',
    RunReports: 'runs reports'
};

function userRights(name: string): string[] {
    return metadataFiles(product, `${name}.permissionset-meta.xml`)
        .flatMap(({ file }) => childrenOf(readMetadataFile(file, 'PermissionSet'), 'userPermissions'))
        .flatMap((permission) => userPermissions[requiredTextOf(permission, 'name')] ?? []);
}

function besides(set: PermissionSet): string {
    return (
        [
            ...(set.flows.has('ConVox_Send_Command') ? ['sends commands'] : []),
            ...(set.principals.has('ConVox-Server') ? ['uses the credential of ConVox'] : []),
            ...(set.pages.has('ConVoxScreenPop') ? ['opens screen pops'] : []),
            ...userRights(set.name)
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
    const groups = readPermissionSetGroups(product, sets);
    const told = tables
        .filter((cells) => cells.length === 4 && groups.some(({ name }) => cells[0] === `\`${name}\``))
        .map(([name = '', , members = '', besideThem = '']) => [name, members, besideThem].flatMap(codeSpans));
    const expected = groups.map(({ name, sets: members }) => [name, ...members, ...orgRightsOf(name)]);
    expect(told.toSorted(byName)).toEqual(expected.toSorted(byName));
});

test('only who sends something to ConVox may use the credential of ConVox', () => {
    const may = (holds: (set: PermissionSet) => boolean): string[] => sets.filter(holds).map(({ name }) => name);
    const credential = may((set) => set.principals.size > 0);

    expect(credential).toEqual(may((set) => set.objects.has('UserExternalCredential')));
    expect(may(({ flows }) => [...flows].some((flow) => /^ConVox_Send_/.test(flow)))).toEqual(
        may(({ name }) => orgRightsOf(name).some((set) => credential.includes(set)))
    );
});
