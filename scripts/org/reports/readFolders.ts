import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MetadataError, childrenOf, readMetadataFile, requiredTextOf, textOf } from '../schema/metadataXml.ts';
import type { AnalyticsFolder } from './definition.ts';

const KINDS = [
    { kind: 'Report', root: 'ReportFolder', pattern: 'reports', suffix: '.reportFolder-meta.xml' },
    { kind: 'Dashboard', root: 'DashboardFolder', pattern: 'dashboards', suffix: '.dashboardFolder-meta.xml' }
] as const;

/**
 * Reads the package's folders of reports and dashboards.
 * @throws MetadataError naming a folder that is shared with anybody but all internal users
 */
export function readFolders(forceApp: string): AnalyticsFolder[] {
    return KINDS.flatMap(({ kind, root, pattern, suffix }) =>
        globSync(`**/${pattern}/*${suffix}`, { cwd: forceApp })
            .toSorted()
            .map((file) => readFolder(join(forceApp, file), kind, root, suffix))
    );
}

function readFolder(file: string, kind: AnalyticsFolder['kind'], root: string, suffix: string): AnalyticsFolder {
    const element = readMetadataFile(file, root);
    const others = childrenOf(element, 'folderShares').filter(
        (share) => textOf(share, 'sharedTo') !== 'AllInternalUsers' || textOf(share, 'accessLevel') !== 'View'
    );
    if (others.length > 0 || childrenOf(element, 'folderShares').length === 0) {
        throw new MetadataError(file, 'the local org knows folders that all internal users may view, and no others');
    }
    return { kind, developerName: basename(file, suffix), name: requiredTextOf(element, 'name') };
}
