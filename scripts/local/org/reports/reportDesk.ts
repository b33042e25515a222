import type { UserAccess } from '../permissions/access.ts';
import type { ActingUser } from '../records.ts';
import type { Store } from '../store/store.ts';
import type { Locale } from '../ui/displayValue.ts';
import type { Analytics } from './analytics.ts';
import type { AnalyticsFolder, Report } from '../../metadata/reports/definition.ts';
import type { ReportClock } from './reportFilter.ts';
import type { ReportRun } from './runReport.ts';
import { runReport } from './runReport.ts';

/** The org's reports and dashboards before one user. */
export interface ReportDesk {
    readonly analytics: Analytics;
    readonly mayRunReports: boolean;
    /** Whether the folder is shared with the user. */
    isOpen(folder: AnalyticsFolder): boolean;
    /** Over the rows and fields that the user sees. @throws ReportAccessError */
    run(report: Report): ReportRun;
    /** As dashboards run it: over what their running user, the administrator, sees; in the viewer's language. */
    runForDashboard(report: Report): ReportRun;
    clock(): ReportClock;
}

export interface ReportDeskSources {
    readonly analytics: Analytics;
    readonly accessOf: (acting: ActingUser) => UserAccess;
    /** Every row. */
    readonly store: Store;
    readonly localeOf: (userId: string) => Locale;
    readonly now: () => Date;
    readonly isAdmin: (userId: string) => boolean;
}

/** Reports as one user may run them. What a lookup leads to is shown by name, whoever owns it, as in an org. */
export function createReportDesk(sources: ReportDeskSources, acting: ActingUser): ReportDesk {
    const { accessOf, analytics, isAdmin, localeOf, now, store } = sources;
    const runAs = (report: Report, viewer: ActingUser): ReportRun => {
        const rows = store.visibleTo(viewer);
        return runReport(report, {
            schema: accessOf(viewer).schema,
            find: (query) => rows.find(query),
            get: (object, id) => store.get(object, id),
            locale: localeOf(acting.id),
            now: now()
        });
    };
    return {
        analytics,
        mayRunReports: accessOf(acting).mayRunReports,
        isOpen: ({ sharedWith }) =>
            sharedWith === 'everybody' || isAdmin(acting.id) || isMember(store, acting.id, sharedWith),
        run: (report) => runAs(report, acting),
        runForDashboard: (report) => runAs(report, { ...acting, systemContext: true }),
        clock: () => ({ now: now(), timeZone: localeOf(acting.id).timeZone })
    };
}

function isMember(store: Store, userId: string, groupNames: readonly string[]): boolean {
    const groups = store.find({
        object: 'Group',
        where: { field: 'DeveloperName', operator: 'in', value: groupNames }
    });
    const where = [
        { field: 'UserOrGroupId', operator: 'eq', value: userId },
        { field: 'GroupId', operator: 'in', value: groups.map(({ Id: id }) => id ?? null) }
    ] as const;
    return groups.length > 0 && store.count({ object: 'GroupMember', where: { all: where } }) > 0;
}
