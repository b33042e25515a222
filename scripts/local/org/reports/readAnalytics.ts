import { readPublicGroups } from '../../metadata/sharing/readSharingRules.ts';
import type { OrgSchema } from '../../metadata/objects/schema.ts';
import type { AnalyticsFolder, Dashboard, Report } from '../../metadata/reports/definition.ts';
import { readDashboards } from '../../metadata/reports/readDashboards.ts';
import { readFolders } from '../../metadata/reports/readFolders.ts';
import { readReports } from '../../metadata/reports/readReports.ts';
import { readReportTypes } from '../../metadata/reports/readReportTypes.ts';
import type { MetadataFolders } from '../../metadata/metadataFiles.ts';

/** Everything the package brings for reports. */
export interface AnalyticsMetadata {
    readonly folders: readonly AnalyticsFolder[];
    /** By folder and developer name: `ConVox_Reports/Calls_by_Agent`. */
    readonly reports: ReadonlyMap<string, Report>;
    readonly dashboards: readonly Dashboard[];
}

/** @throws MetadataError naming the file, and what in it is wrong or not supported by the local org */
export function readAnalytics(forceApp: MetadataFolders, schema: OrgSchema): AnalyticsMetadata {
    const reports = readReports(forceApp, readReportTypes(forceApp, schema));
    return {
        folders: readFolders(forceApp, readPublicGroups(forceApp)),
        reports,
        dashboards: readDashboards(forceApp, reports)
    };
}
