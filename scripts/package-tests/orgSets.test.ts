import path from 'node:path';
import { ORG_SETS } from '../../force-app/main/setup/lwc/convoxSetupChecks/orgSets.ts';
import { metadataFiles } from '../local/metadata/metadataFiles.ts';
import { booleanOf, optionalTextOf, readMetadataFile, requiredTextOf } from '../local/metadata/readMetadata.ts';
import { childrenOf } from '../local/metadata/xml.ts';

const ORG = path.resolve(import.meta.dirname, '../../config/org');
const SUFFIX = '.permissionset-meta.xml';

/** What a file of config/org gives, in the shape in which the assistant spells it out. */
function given(file: string) {
    const set = readMetadataFile(file, 'PermissionSet');
    const named = (list: string, name: string): string[] =>
        childrenOf(set, list).map((entry) => requiredTextOf(entry, name));
    const objects = childrenOf(set, 'objectPermissions').map((entry) => ({
        object: requiredTextOf(entry, 'object'),
        rights: ['allowRead', 'allowCreate', 'allowEdit', 'allowDelete', 'viewAllRecords', 'modifyAllRecords'].filter(
            (right) => booleanOf(entry, right)
        )
    }));
    const having = (...rights: string[]): string[] =>
        objects.filter((one) => one.rights.join() === rights.join()).map(({ object }) => object);
    const read = having('allowRead');
    const change = having('allowRead', 'allowCreate', 'allowEdit');
    const other = objects.map(({ object }) => object).filter((object) => ![...read, ...change].includes(object));
    const editable = childrenOf(set, 'fieldPermissions').filter((entry) => booleanOf(entry, 'editable'));
    return {
        name: path.basename(file, SUFFIX),
        label: optionalTextOf(set, 'label'),
        // The assistant has no words for these.
        beyond: [...other, ...editable.map((entry) => requiredTextOf(entry, 'field'))],
        read,
        change,
        fields: named('fieldPermissions', 'field'),
        tabs: named('tabSettings', 'tab'),
        system: named('userPermissions', 'name'),
        principals: named('externalCredentialPrincipalAccesses', 'externalCredentialPrincipal')
    };
}

test('the assistant spells out exactly what the permission sets of config/org give', () => {
    const byName = (one: { name: string }, other: { name: string }): number => one.name.localeCompare(other.name);

    expect(
        metadataFiles(ORG, SUFFIX)
            .map(({ file }) => given(file))
            .toSorted(byName)
    ).toEqual(ORG_SETS.map((set) => ({ ...set, beyond: [], label: set.name.replaceAll('_', ' ') })).toSorted(byName));
});
