import {
    MetadataError,
    optionalTextOf,
    readEach,
    readMetadataFile,
    requiredTextOf,
    stopAtFirst
} from '../readMetadata.ts';
import type { MetadataFolders } from '../metadataFiles.ts';
import { metadataFiles } from '../metadataFiles.ts';
import type { PublicGroup } from '../sharing/readSharingRules.ts';
import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import type { AnalyticsFolder } from './definition.ts';

const KINDS = [
    { kind: 'Report', root: 'ReportFolder', suffix: '.reportFolder-meta.xml' },
    { kind: 'Dashboard', root: 'DashboardFolder', suffix: '.dashboardFolder-meta.xml' }
] as const;

const EVERYBODY = 'AllInternalUsers';

/**
 * Reads the package's folders of reports and dashboards.
 * @throws MetadataError naming a folder that is shared in a way that the local org does not know
 */
export function readFolders(forceApp: MetadataFolders, groups: readonly PublicGroup[]): AnalyticsFolder[] {
    const groupNames = new Set(groups.map(({ name }) => name));
    return KINDS.flatMap(({ kind, root, suffix }) =>
        metadataFiles(forceApp, suffix).map(({ name: developerName, file }): AnalyticsFolder => {
            const element = readMetadataFile(file, root);
            const sharedWith = receiversOf(element, groupNames);
            return {
                kind,
                developerName,
                name: requiredTextOf(element, 'name'),
                sharedWith: sharedWith.includes(EVERYBODY) ? 'everybody' : sharedWith
            };
        })
    );
}

/** Whom every org has, or public groups of the package. */
export function receiversOf(folder: XmlElement, groups: ReadonlySet<string>, refuse = stopAtFirst): string[] {
    return readEach(childrenOf(folder, 'folderShares'), (share) => receiverOf(share, groups), refuse);
}

function receiverOf(share: XmlElement, groups: ReadonlySet<string>): string {
    const name = requiredTextOf(share, 'sharedTo');
    const type = requiredTextOf(share, 'sharedToType');
    if (type === 'Group' && !groups.has(name)) {
        throw new MetadataError(share, `is shared with the group ${name}, which is none of the package`);
    }
    if (type !== 'Group' && (type !== 'Organization' || name !== EVERYBODY)) {
        throw new MetadataError(share, `is shared with ${type} ${name}, which other orgs do not have`);
    }
    if (optionalTextOf(share, 'accessLevel') !== 'View') {
        throw new MetadataError(share, 'the local org shares folders to view, and for nothing else');
    }
    return name;
}
