import type { MetadataFolders } from '../../metadata/metadataFiles.ts';
import { metadataFiles } from '../../metadata/metadataFiles.ts';
import { childrenOf } from '../../metadata/xml.ts';
import { MetadataError, readMetadataFile, requiredTextOf } from '../../metadata/readMetadata.ts';
import type { PermissionSet } from './readPermissionSets.ts';

export interface PermissionSetGroup {
    readonly name: string;
    readonly label: string;
    /** Names of the permission sets that whoever has the group has. */
    readonly sets: readonly string[];
}

const SUFFIX = '.permissionsetgroup-meta.xml';

/**
 * Reads the package's permission set groups.
 * @throws MetadataError naming the file, for a permission set that the package does not hold, and for muted permissions
 */
export function readPermissionSetGroups(
    forceApp: MetadataFolders,
    sets: readonly PermissionSet[]
): PermissionSetGroup[] {
    const known = new Set(sets.map(({ name }) => name));
    return metadataFiles(forceApp, SUFFIX).map(({ name, file }) => {
        const element = readMetadataFile(file, 'PermissionSetGroup');
        const members = childrenOf(element, 'permissionSets').map(({ text }) => text.trim());
        const lacking = members.find((member) => !known.has(member));
        if (lacking !== undefined) {
            throw new MetadataError(file, `holds the permission set ${lacking}, which does not exist`);
        }
        if (childrenOf(element, 'mutingPermissionSets').length > 0) {
            throw new MetadataError(file, 'mutes permissions, which the local org does not support');
        }
        return { name, label: requiredTextOf(element, 'label'), sets: members };
    });
}
