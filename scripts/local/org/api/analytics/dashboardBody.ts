import type { InstalledDashboard, InstalledReport } from '../../reports/analytics.ts';
import { reportOfComponent } from '../../reports/componentReport.ts';
import type { DashboardComponent } from '../../reports/definition.ts';
import type { ReportDesk } from '../../reports/reportDesk.ts';
import { makeRecordId } from '../../store/recordIds.ts';
import { API_ROOT } from '../context.ts';
import { componentMetadata } from './componentBody.ts';
import { reportBody } from './reportBody.ts';

/** Who dashboards run as. */
export interface RunningUser {
    readonly id: string;
    readonly displayName: string;
}

const COMPONENT_PREFIX = '01a';
/** Room for the components of one dashboard; the platform allows 20. */
const COMPONENTS = 100;

/** A dashboard in the list of dashboards. */
export function dashboardEntry({ dashboard, id }: InstalledDashboard): object {
    return { id, name: dashboard.title, url: urlOf(id), statusUrl: `${urlOf(id)}/status` };
}

function urlOf(id: string): string {
    return `${API_ROOT}/analytics/dashboards/${id}`;
}

/** What every component shows, and how the dashboard lays them out. */
export function dashboardBody(installed: InstalledDashboard, desk: ReportDesk, runningUser: RunningUser): object {
    const clock = desk.clock();
    return {
        componentData: componentsOf(installed, desk).map(({ component, id, report }) => {
            const run = desk.runForDashboard(reportOfComponent(report.report, component));
            return {
                componentId: id,
                reportResult: reportBody(run, report, clock, run.report.showsDetails),
                status: {
                    dataStatus: 'DATA',
                    errorCode: null,
                    errorMessage: null,
                    errorSeverity: null,
                    ...refreshOf(clock.now)
                }
            };
        }),
        dashboardMetadata: dashboardMetadata(installed, desk, runningUser)
    };
}

export function dashboardMetadata(
    installed: InstalledDashboard,
    desk: Pick<ReportDesk, 'analytics'>,
    runningUser: RunningUser
): object {
    const { dashboard, folderId, id } = installed;
    return {
        attributes: {
            type: 'Dashboard',
            dashboardId: id,
            dashboardName: dashboard.title,
            statusUrl: `${urlOf(id)}/status`
        },
        id,
        name: dashboard.title,
        developerName: dashboard.developerName,
        description: dashboard.description || null,
        folderId,
        dashboardType: 'SpecifiedUser',
        canChangeRunningUser: false,
        runningUser,
        filters: [],
        components: componentsOf(installed, desk).map(({ component, id: componentId, report }, index) =>
            componentMetadata(component, { id: componentId, index, reportId: report.id })
        ),
        layout: {
            gridLayout: true,
            numColumns: dashboard.numberOfColumns,
            rowHeight: dashboard.rowHeight,
            components: dashboard.components.map(({ place }) => ({
                column: place.column,
                row: place.row,
                colspan: place.columns,
                rowspan: place.rows
            }))
        }
    };
}

export function dashboardStatus(installed: InstalledDashboard, desk: ReportDesk): object {
    const { now } = desk.clock();
    return { componentStatus: componentsOf(installed, desk).map(({ id }) => ({ componentId: id, ...refreshOf(now) })) };
}

/** Nothing is kept here: what is asked for was refreshed just now. */
function refreshOf(now: Date): object {
    return { refreshDate: now.toISOString().replace('Z', '+0000'), refreshStatus: 'IDLE' };
}

interface PlacedComponent {
    readonly id: string;
    readonly component: DashboardComponent;
    readonly report: InstalledReport;
}

function componentsOf(
    { dashboard, id }: InstalledDashboard,
    { analytics }: Pick<ReportDesk, 'analytics'>
): PlacedComponent[] {
    const place = analytics.dashboards.findIndex((one) => one.id === id);
    return dashboard.components.map((component, index) => {
        const report = analytics.reportNamed(component.report);
        if (!report) {
            throw new Error(`There is no report ${component.report}`);
        }
        return { component, report, id: makeRecordId(COMPONENT_PREFIX, (place + 1) * COMPONENTS + index) };
    });
}
