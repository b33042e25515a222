import type { ReportRun } from '../../reports/runReport.ts';
import type { InstalledReport } from '../../reports/analytics.ts';
import type { ReportClock } from '../../reports/reportFilter.ts';
import { API_ROOT } from '../context.ts';
import { extendedMetadataOf, reportMetadataOf, reportTypeMetadataOf } from './reportMetadata.ts';
import { factMapOf, groupingsOf } from './reportResult.ts';

/** A report in the list of reports. */
export function reportEntry({ id, report }: InstalledReport): object {
    return { id, name: report.name, ...addressesOf(id) };
}

function addressesOf(id: string): Readonly<Record<'url' | 'describeUrl' | 'instancesUrl', string>> {
    const url = `${API_ROOT}/analytics/reports/${id}`;
    return { url, describeUrl: `${url}/describe`, instancesUrl: `${url}/instances` };
}

/** What a run found. Rows come with it when they are asked for and the report shows any. */
export function reportBody(run: ReportRun, installed: InstalledReport, clock: ReportClock, withRows: boolean): object {
    const { id, report } = installed;
    const { describeUrl, instancesUrl } = addressesOf(id);
    const showsRows = run.report.showsDetails || run.report.format === 'Tabular';
    const { allData, factMap } = factMapOf(run, withRows && showsRows);
    return {
        attributes: { type: 'Report', reportId: id, reportName: report.name, describeUrl, instancesUrl },
        allData,
        hasDetailRows: withRows && showsRows,
        factMap,
        groupingsDown: { groupings: groupingsOf(run.down) },
        groupingsAcross: { groupings: groupingsOf(run.across) },
        reportMetadata: reportMetadataOf(run, installed, clock),
        reportExtendedMetadata: extendedMetadataOf(run)
    };
}

export function reportDescription(run: ReportRun, installed: InstalledReport, clock: ReportClock): object {
    return {
        attributes: { type: 'Report', reportId: installed.id, reportName: installed.report.name },
        reportMetadata: reportMetadataOf(run, installed, clock),
        reportExtendedMetadata: extendedMetadataOf(run),
        reportTypeMetadata: reportTypeMetadataOf(run)
    };
}
