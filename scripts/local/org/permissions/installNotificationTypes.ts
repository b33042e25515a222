import type { MetadataFolders } from '../../metadata/metadataFiles.ts';
import { metadataFiles } from '../../metadata/metadataFiles.ts';
import { readMetadataFile, requiredTextOf } from '../../metadata/readMetadata.ts';
import type { ActingUser, RecordStore } from '../records.ts';

/** Gives every notification type of the package its row, by which flows name it. */
export function installNotificationTypes(store: RecordStore, forceApp: MetadataFolders, admin: ActingUser): void {
    const known = new Set(store.find({ object: 'CustomNotificationType' }).map((row) => row['DeveloperName']));
    const rows = metadataFiles(forceApp, '.notiftype-meta.xml').map(({ name, file }) => ({
        DeveloperName: name,
        MasterLabel: requiredTextOf(readMetadataFile(file, 'CustomNotificationType'), 'masterLabel')
    }));
    store.create(
        'CustomNotificationType',
        rows.filter(({ DeveloperName }) => !known.has(DeveloperName)),
        admin
    );
}
