import type { MetadataFolders } from '../metadataFiles.ts';
import { metadataFiles } from '../metadataFiles.ts';
import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import { MetadataError, readMetadataFile, requiredTextOf, optionalTextOf } from '../readMetadata.ts';
import type { PublicGroup } from '../sharing/readSharingRules.ts';
import type { AnalyticsFolder } from './definition.ts';

const KINDS = [
    { kind: 'Report', root: 'ReportFolder', suffix: '.reportFolder-meta.xml' },
    { kind: 'Dashboard', root: 'DashboardFolder', suffix: '.dashboardFolder-meta.xml' }
] as const;

/**
 * Reads the package's folders of reports and dashboards.
 * @throws MetadataError naming a folder that is shared in a way that the local org does not know
 */
export function readFolders(forceApp: MetadataFolders, groups: readonly PublicGroup[]): AnalyticsFolder[] {
    const groupNames = new Set(groups.map(({ name }) => name));
    return KINDS.flatMap(({ kind, root, suffix }) =>
        metadataFiles(forceApp, suffix).map(({ name: developerName, file }): AnalyticsFolder => {
            const element = readMetadataFile(file, root);
            const sharedWith = childrenOf(element, 'folderShares').map((share) => sharedWithOf(share, groupNames));
            return {
                kind,
                developerName,
                name: requiredTextOf(element, 'name'),
                sharedWith: sharedWith.some((name) => name === EVERYBODY) ? 'everybody' : sharedWith
            };
        })
    );
}

const EVERYBODY = 'AllInternalUsers';

function sharedWithOf(share: XmlElement, groupNames: ReadonlySet<string>): string {
    const name = requiredTextOf(share, 'sharedTo');
    const type = requiredTextOf(share, 'sharedToType');
    const isKnown = type === 'Group' ? groupNames.has(name) : type === 'Organization' && name === EVERYBODY;
    if (!isKnown || optionalTextOf(share, 'accessLevel') !== 'View') {
        throw new MetadataError(
            share,
            `the local org shares folders to view, with all internal users or a public group of the package, not with ${type} ${name}`
        );
    }
    return name;
}
