import type { AnalyticsIds } from './installAnalytics.ts';
import type { AnalyticsFolder, Dashboard, Report } from '../../metadata/reports/definition.ts';
import type { AnalyticsMetadata } from './readAnalytics.ts';
import { readDashboard } from '../../metadata/reports/readDashboards.ts';
import type { XmlElement } from '../../metadata/xml.ts';

/** A report of the org with its record id. */
export interface InstalledReport {
    readonly id: string;
    readonly folder: AnalyticsFolder;
    readonly folderId: string;
    readonly report: Report;
}

export interface InstalledDashboard {
    readonly id: string;
    readonly folder: AnalyticsFolder;
    readonly folderId: string;
    readonly dashboard: Dashboard;
}

/** What is in the org's folders of reports and dashboards. */
export interface Analytics {
    /** By name, as users read it. */
    readonly reports: readonly InstalledReport[];
    readonly dashboards: readonly InstalledDashboard[];
    /** The report that a dashboard's component names by folder and developer name. */
    reportNamed(path: string): InstalledReport | undefined;
    /**
     * Shows a dashboard from now on as a deployment brings it.
     * @param path folder and developer name of one that the org has
     * @throws MetadataError for what the local org does not support
     */
    takeDashboard(path: string, element: XmlElement): void;
}

/** Joins what the package says with the ids that its rows have in this org. */
export function createAnalytics({ dashboards, folders, reports }: AnalyticsMetadata, ids: AnalyticsIds): Analytics {
    const folderOf = (kind: AnalyticsFolder['kind'], name: string): AnalyticsFolder => {
        const found = folders.find((folder) => folder.kind === kind && folder.developerName === name);
        if (!found) {
            throw new Error(`The package has no folder ${name} for its ${kind}`);
        }
        return found;
    };
    const byPath = new Map(
        [...reports].map(([path, report]): [string, InstalledReport] => [
            path,
            {
                id: ids.reports.get(path) ?? '',
                folder: folderOf('Report', report.folder),
                folderId: ids.folders.get(report.folder) ?? '',
                report
            }
        ])
    );
    const shown = new Map(dashboards.map((one) => [`${one.folder}/${one.developerName}`, one]));
    return {
        reports: [...byPath.values()].toSorted((one, other) => one.report.name.localeCompare(other.report.name, 'en')),
        get dashboards() {
            return [...shown].map(([path, dashboard]) => ({
                id: ids.dashboards.get(path) ?? '',
                folder: folderOf('Dashboard', dashboard.folder),
                folderId: ids.folders.get(dashboard.folder) ?? '',
                dashboard
            }));
        },
        reportNamed: (path) => byPath.get(path),
        takeDashboard: (path, element) => {
            if (!shown.has(path)) {
                throw new Error(`The org has no dashboard ${path}`);
            }
            shown.set(path, readDashboard(element, path, reports));
        }
    };
}
