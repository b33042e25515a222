import { Hono } from 'hono';
import type { InstalledDashboard, InstalledReport } from '../../reports/analytics.ts';
import type { Report } from '../../../metadata/reports/definition.ts';
import type { ReportRun } from '../../reports/runReport.ts';
import { ReportAccessError } from '../../reports/runReport.ts';
import { toLongId } from '../../store/recordIds.ts';
import { ApiError, notFound } from '../apiError.ts';
import type { ApiVariables, DataContext } from '../context.ts';
import { dashboardBody, dashboardEntry, dashboardMetadata, dashboardStatus } from './dashboardBody.ts';
import { reportBody, reportDescription, reportEntry } from './reportBody.ts';

/** `analytics`: lists, describes and runs the reports and dashboards that the user may open. */
export function analyticsRoutes({ reports: desk, users }: DataContext): Hono<ApiVariables> {
    const app = new Hono<ApiVariables>();
    const runningUser = { id: users.admin.id, displayName: users.get(users.admin.id)?.name ?? users.admin.username };

    app.use('/analytics/*', async (_c, next) => {
        if (!desk.mayRunReports) {
            throw forbidden(
                "You don't have permission to run reports. Check that you have the Run Reports user permission."
            );
        }
        await next();
    });

    const openReports = (): readonly InstalledReport[] =>
        desk.analytics.reports.filter(({ folder }) => desk.isOpen(folder));
    const openDashboards = (): readonly InstalledDashboard[] =>
        desk.analytics.dashboards.filter(({ folder }) => desk.isOpen(folder));
    const run = (report: Report): ReportRun => {
        try {
            return desk.run(report);
        } catch (error) {
            throw error instanceof ReportAccessError ? forbidden(error.message) : error;
        }
    };

    app.get('/analytics/reports', (c) => c.json(openReports().map(reportEntry)));
    app.get('/analytics/reports/:id', (c) => {
        const installed = found(openReports(), c.req.param('id'));
        const withRows = c.req.query('includeDetails') === 'true';
        return c.json(reportBody(run(installed.report), installed, desk.clock(), withRows));
    });
    app.get('/analytics/reports/:id/describe', (c) => {
        const installed = found(openReports(), c.req.param('id'));
        return c.json(reportDescription(run(installed.report), installed, desk.clock()));
    });

    app.get('/analytics/dashboards', (c) => c.json(openDashboards().map(dashboardEntry)));
    app.get('/analytics/dashboards/:id', (c) =>
        c.json(dashboardBody(found(openDashboards(), c.req.param('id')), desk, runningUser, c.req.query()))
    );
    app.get('/analytics/dashboards/:id/describe', (c) =>
        c.json(dashboardMetadata(found(openDashboards(), c.req.param('id')), desk, runningUser))
    );
    app.get('/analytics/dashboards/:id/status', (c) =>
        c.json(dashboardStatus(found(openDashboards(), c.req.param('id')), desk))
    );
    return app;
}

/** By an id of 15 or 18 characters. What is in a closed folder is as good as not there. */
function found<Installed extends { readonly id: string }>(installed: readonly Installed[], asked: string): Installed {
    const id = toLongId(asked);
    const one = installed.find((candidate) => candidate.id === id);
    if (!one) {
        throw notFound("The data you're trying to access is unavailable.");
    }
    return one;
}

function forbidden(message: string): ApiError {
    return new ApiError(403, [{ errorCode: 'FORBIDDEN', message }]);
}
