import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WrittenFilter } from './dashboardFilters.ts';
import { filteredDashboard } from './dashboardFilters.ts';

const INSIGHTS = 'force-app/main/insights';

/** Dashboards that are filtered by process and agent: folder and developer name. */
export const FILTERED_DASHBOARDS = ['ConVox_Today', 'ConVox_Week', 'ConVox_Operations'].map(
    (name) => `ConVox_Dashboards/${name}`
);

/** A dashboard of the package as one org gets it. @param root of the repository */
export function dashboardFor(
    root: string,
    path: string,
    filters: readonly WrittenFilter[],
    runningUser?: string
): string {
    const packaged = readFileSync(join(root, INSIGHTS, 'dashboards', `${path}.dashboard-meta.xml`), 'utf8');
    const typeOf = (report: string): string => {
        const xml = readFileSync(join(root, INSIGHTS, 'reports', `${report}.report-meta.xml`), 'utf8');
        return /<reportType>([^<]*)<\/reportType>/.exec(xml)?.[1] ?? '';
    };
    return filteredDashboard(packaged, filters, typeOf, runningUser);
}
