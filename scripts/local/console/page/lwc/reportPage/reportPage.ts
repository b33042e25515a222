import { api, LightningElement } from 'lwc';
import { session } from '../../../platform/session.ts';
import { askAnalytics } from '../../data/analytics.ts';
import type { ChartData } from '../../reports/chartData.ts';
import { reportChartOf } from '../../reports/chartData.ts';
import { filterTexts } from '../../reports/filterTexts.ts';
import type { FilterText } from '../../reports/filterTexts.ts';
import { matrixTableOf } from '../../reports/matrixTable.ts';
import type { MatrixTable } from '../../reports/matrixTable.ts';
import { figureTableOf, rowTableOf } from '../../reports/reportTables.ts';
import type { ReportTable } from '../../reports/reportTables.ts';
import { readDescribedColumns } from '../../reports/reportDescription.ts';
import type { DescribedColumns } from '../../reports/reportDescription.ts';
import { columnLabel, readReportResult, ROW_COUNT, summaryInfo, TOTAL } from '../../reports/reportResult.ts';
import type { ReportResult } from '../../reports/reportResult.ts';

function dayText(day: string): string {
    const date = new Date(`${day}T00:00:00Z`);
    return date.toLocaleDateString(session.user.locale, { dateStyle: 'medium', timeZone: 'UTC' });
}

/** A report's run: its filters in words, its figures, its chart, its groups and rows. */
export default class ReportPage extends LightningElement {
    @api recordId = '';
    result: ReportResult | undefined;
    columns: DescribedColumns = new Map();
    problem = '';

    override connectedCallback(): void {
        void this.load();
    }

    async load(): Promise<void> {
        try {
            const [result, description] = await Promise.all([
                askAnalytics(`/reports/${this.recordId}?includeDetails=true`),
                askAnalytics(`/reports/${this.recordId}/describe`)
            ]);
            this.columns = readDescribedColumns(description);
            this.result = readReportResult(result);
            this.problem = '';
            const detail = { title: this.heading, icon: 'standard:report' };
            this.dispatchEvent(new CustomEvent('console__title', { bubbles: true, composed: true, detail }));
        } catch (error) {
            this.problem = error instanceof Error ? error.message : String(error);
        }
    }

    get heading(): string {
        return this.result?.reportMetadata.name ?? 'Report';
    }

    get description(): string {
        return this.result?.reportMetadata.description ?? '';
    }

    get figures(): { key: string; name: string; label: string }[] {
        const { result } = this;
        if (!result) {
            return [];
        }
        const { aggregates } = result.reportMetadata;
        const figures = aggregates.map((key, index) => ({
            key,
            name: key === ROW_COUNT ? 'Total Records' : summaryInfo(result, key).label,
            label: result.factMap[TOTAL]?.aggregates[index]?.label ?? '-'
        }));
        return [...figures.filter(({ key }) => key === ROW_COUNT), ...figures.filter(({ key }) => key !== ROW_COUNT)];
    }

    get filters(): readonly FilterText[] {
        const { columns, result } = this;
        return result
            ? filterTexts(result, {
                  labelOf: (column) => columns.get(column)?.label ?? columnLabel(result, column),
                  valueOf: (column, value) =>
                      columns.get(column)?.filterValues.find(({ name }) => name === value)?.label ?? value,
                  dayText
              })
            : [];
    }

    get isEmpty(): boolean {
        const { result } = this;
        const index = result?.reportMetadata.aggregates.indexOf(ROW_COUNT) ?? -1;
        return result?.factMap[TOTAL]?.aggregates[index]?.value === 0;
    }

    get isCut(): boolean {
        return this.result?.allData === false;
    }

    get chart(): ChartData | undefined {
        return this.result && reportChartOf(this.result);
    }

    get matrix(): MatrixTable | undefined {
        return this.result?.reportMetadata.reportFormat === 'MATRIX' ? matrixTableOf(this.result) : undefined;
    }

    /** Groups without rows; with rows, the groups stand among them. */
    get table(): ReportTable | undefined {
        const { result } = this;
        const isGrouped = result?.reportMetadata.reportFormat === 'SUMMARY';
        return result && isGrouped && !result.hasDetailRows ? figureTableOf(result) : undefined;
    }

    get rows(): ReportTable | undefined {
        const { result } = this;
        return result?.hasDetailRows && result.reportMetadata.reportFormat !== 'MATRIX'
            ? rowTableOf(result)
            : undefined;
    }
}
