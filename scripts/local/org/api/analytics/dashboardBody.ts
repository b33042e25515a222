import type { InstalledDashboard, InstalledReport } from '../../reports/analytics.ts';
import type { FilterOption } from '../../reports/componentReport.ts';
import { reportOfComponent } from '../../reports/componentReport.ts';
import type { DashboardComponent } from '../../../metadata/reports/definition.ts';
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
const OPTION_PREFIX = '0IC';
/** Room for the options of one filter, and for the filters of one dashboard. */
const OPTIONS = 100;
const FILTERS = 10;
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
export function dashboardBody(
    installed: InstalledDashboard,
    desk: ReportDesk,
    runningUser: RunningUser,
    chosen: ChosenOptions
): object {
    const clock = desk.clock();
    const options = filtersOf(installed, desk).map((filter) => chosenOf(filter, chosen)?.option);
    return {
        componentData: componentsOf(installed, desk).map(({ component, id, report }) => {
            const run = desk.runForDashboard(reportOfComponent(report.report, component, options));
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
        dashboardMetadata: dashboardMetadata(installed, desk, runningUser, chosen)
    };
}

export function dashboardMetadata(
    installed: InstalledDashboard,
    desk: Pick<ReportDesk, 'analytics'>,
    runningUser: RunningUser,
    chosen: ChosenOptions = {}
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
        filters: filtersOf(installed, desk).map((filter) => ({
            name: filter.name,
            options: filter.options.map(({ id: optionId, option }) => ({
                id: optionId,
                alias: null,
                operation: option.operator,
                value: option.value,
                startValue: null,
                endValue: null
            })),
            selectedOption: chosenOf(filter, chosen)?.id ?? null,
            errorMessage: null
        })),
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

/** Ids of options by the parameters that name them: `filter1` for the first filter. */
export type ChosenOptions = Readonly<Record<string, string>>;

interface PlacedFilter {
    readonly name: string;
    /** `filter1`. */
    readonly parameter: string;
    readonly options: readonly { readonly id: string; readonly option: FilterOption }[];
}

function filtersOf({ dashboard, id }: InstalledDashboard, desk: Pick<ReportDesk, 'analytics'>): PlacedFilter[] {
    const place = placeOf(id, desk);
    return dashboard.filters.map(({ name, options }, index) => ({
        name,
        parameter: `filter${index + 1}`,
        options: options.map((option, number) => ({
            id: makeRecordId(OPTION_PREFIX, (place * FILTERS + index) * OPTIONS + number + 1),
            option
        }))
    }));
}

function chosenOf(
    { options, parameter }: PlacedFilter,
    chosen: ChosenOptions
): PlacedFilter['options'][number] | undefined {
    return options.find(({ id }) => id === chosen[parameter]);
}

function placeOf(id: string, { analytics }: Pick<ReportDesk, 'analytics'>): number {
    return analytics.dashboards.findIndex((one) => one.id === id);
}

interface PlacedComponent {
    readonly id: string;
    readonly component: DashboardComponent;
    readonly report: InstalledReport;
}

function componentsOf({ dashboard, id }: InstalledDashboard, desk: Pick<ReportDesk, 'analytics'>): PlacedComponent[] {
    const place = placeOf(id, desk);
    return dashboard.components.map((component, index) => {
        const report = desk.analytics.reportNamed(component.report);
        if (!report) {
            throw new Error(`There is no report ${component.report}`);
        }
        return { component, report, id: makeRecordId(COMPONENT_PREFIX, (place + 1) * COMPONENTS + index) };
    });
}
