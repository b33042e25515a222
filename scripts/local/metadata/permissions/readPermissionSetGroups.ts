import type { MetadataFolders } from '../metadataFiles.ts';
import { metadataFiles } from '../metadataFiles.ts';
import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import { MetadataError, readEach, readMetadataFile, requiredTextOf, stopAtFirst } from '../readMetadata.ts';
import type { PermissionSet } from './readPermissionSets.ts';

export interface PermissionSetGroup {
    readonly name: string;
    readonly label: string;
    /** Names of the permission sets that whoever has the group has. */
    readonly sets: readonly string[];
}

/**
 * Reads the package's permission set groups.
 * @throws MetadataError naming the file, for a permission set that the package does not hold, and for muted permissions
 */
export function readPermissionSetGroups(
    forceApp: MetadataFolders,
    sets: readonly PermissionSet[]
): PermissionSetGroup[] {
    const known = new Set(sets.map(({ name }) => name));
    return metadataFiles(forceApp, '.permissionsetgroup-meta.xml').map(({ name, file }) =>
        readPermissionSetGroup(readMetadataFile(file, 'PermissionSetGroup'), name, known)
    );
}

export function readPermissionSetGroup(
    element: XmlElement,
    name: string,
    known: ReadonlySet<string>,
    refuse = stopAtFirst
): PermissionSetGroup {
    for (const muting of childrenOf(element, 'mutingPermissionSets')) {
        refuse(
            new MetadataError(muting, `There is no muting permission set ${muting.text}, so nothing mutes permissions`)
        );
    }
    const sets = readEach(
        childrenOf(element, 'permissionSets'),
        (member) => {
            if (!known.has(member.text)) {
                throw new MetadataError(member, `There is no permission set ${member.text}`);
            }
            return member.text;
        },
        refuse
    );
    return { name, label: requiredTextOf(element, 'label'), sets };
}
