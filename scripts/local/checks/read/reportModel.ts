import type { Refuse } from '../../metadata/readMetadata.ts';
import { readEach } from '../../metadata/readMetadata.ts';
import type { FieldSchema } from '../../metadata/objects/schema.ts';
import type { Dashboard, Report, ReportType } from '../../metadata/reports/definition.ts';
import { ROW_COUNT, summaryName } from '../../metadata/reports/definition.ts';
import { readDashboard } from '../../metadata/reports/readDashboards.ts';
import { readReport } from '../../metadata/reports/readReports.ts';
import { readReportType } from '../../metadata/reports/readReportTypes.ts';
import type { Finding } from '../finding.ts';
import { modelOf } from './packageModel.ts';
import type { Component, Project } from './project.ts';
import { componentsOf } from './project.ts';
import { findingOf } from './refusals.ts';

type AnalyticsKind = 'ReportType' | 'Report' | 'Dashboard';

/** What of the project's reports can be read, and what the local org would refuse. */
export interface Analytics {
    readonly types: readonly ReportType[];
    readonly reports: readonly Report[];
    /** By folder and developer name: `ConVox_Reports/Calls_by_Agent`. */
    readonly reportsByPath: ReadonlyMap<string, Report>;
    readonly dashboards: readonly Dashboard[];
    readonly problems: Readonly<Record<AnalyticsKind, readonly Finding[]>>;
}

const known = new WeakMap<Project, Analytics>();

/** Read once, since many checks ask. */
export function analyticsOf(project: Project): Analytics {
    const analytics = known.get(project) ?? read(project);
    known.set(project, analytics);
    return analytics;
}

function read(project: Project): Analytics {
    const problems: Record<AnalyticsKind, Finding[]> = { ReportType: [], Report: [], Dashboard: [] };
    const each = <Item>(kind: AnalyticsKind, readOne: (component: Component, refuse: Refuse) => Item): Item[] => {
        const refuse: Refuse = (error) => problems[kind].push(findingOf(error));
        return readEach(componentsOf(project, kind), (component) => readOne(component, refuse), refuse);
    };
    const types = each('ReportType', ({ name, root }, refuse) => readReportType(root, name, modelOf(project), refuse));
    const typesByName = new Map(types.map((type) => [type.name, type]));
    const reports = each('Report', (report, refuse) => readReport(report.root, pathOf(report), typesByName, refuse));
    const reportsByPath = new Map(reports.map((report) => [`${report.folder}/${report.developerName}`, report]));
    const dashboards = each('Dashboard', (dashboard, refuse) =>
        readDashboard(dashboard.root, pathOf(dashboard), reportsByPath, refuse)
    );
    return { types, reports, dashboards, reportsByPath, problems };
}

/** Folder and developer name. */
function pathOf({ file, name }: Component): string {
    return `${file.split('/').at(-2) ?? ''}/${name}`;
}

/** The field behind a column of a report. */
export function fieldOf(project: Project, { type }: Report, column: string): FieldSchema | undefined {
    const { object = '', field = '' } = type.columns.get(column) ?? {};
    return modelOf(project).get(object)?.fields.get(field);
}

export function isGroupedBy({ across, down }: Report, column: string): boolean {
    return [...down, ...across].some((grouping) => grouping.column === column);
}

export function shows({ columns }: Report, name: string): boolean {
    return columns.some(({ column }) => column === name);
}

/** `RowCount`, `FORMULA1`, `s!ConVox_Call__c$Missed_Calls__c`. */
export function hasSummary({ columns, formulas }: Report, name: string): boolean {
    const summed = columns.flatMap(({ column, summaries }) => summaries.map((kind) => summaryName(kind, column)));
    return [ROW_COUNT, ...formulas.map((formula) => formula.name), ...summed].includes(name);
}
