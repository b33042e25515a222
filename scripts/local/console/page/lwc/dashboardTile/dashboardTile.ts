import { api, LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { componentViewOf } from '../../reports/componentView.ts';
import type { ComponentView } from '../../reports/componentView.ts';
import type { DashboardComponent } from '../../reports/dashboardResult.ts';
import type { ChartData } from '../../reports/chartData.ts';
import type { ReportTable } from '../../reports/reportTables.ts';
import type { ReportResult } from '../../reports/reportResult.ts';

/** Header and footer of a component take this much of its height, in pixels. */
const FRAME = 88;

/** One component of a dashboard, with a link to its report. */
export default class DashboardTile extends NavigationMixin(LightningElement) {
    @api component: DashboardComponent | undefined;
    @api result: ReportResult | undefined;
    /** Pixels that the component has in the grid. */
    @api height = 0;

    get view(): ComponentView {
        return this.component && this.result ? componentViewOf(this.component, this.result) : { kind: 'nothing' };
    }

    get header(): string {
        return this.component?.header ?? this.reportName;
    }

    get footer(): string {
        return this.component?.footer ?? '';
    }

    get reportName(): string {
        return this.result?.attributes.reportName ?? '';
    }

    get reportUrl(): string {
        return `/lightning/r/Report/${this.component?.reportId ?? ''}/view`;
    }

    get metric(): { label: string; name: string; style: string } | undefined {
        const { view } = this;
        return view.kind === 'metric' ? { ...view, style: `border-color: ${view.color}` } : undefined;
    }

    get gauge(): (ComponentView & { kind: 'gauge'; figure: string }) | undefined {
        const { view } = this;
        return view.kind === 'gauge'
            ? { ...view, figure: view.label, label: `${this.header}: ${view.label}` }
            : undefined;
    }

    get chart(): ChartData | undefined {
        return this.view.kind === 'chart' ? this.view.data : undefined;
    }

    get chartHeight(): number {
        return Math.max(140, this.height - FRAME);
    }

    get table(): ReportTable | undefined {
        return this.view.kind === 'table' ? this.view.table : undefined;
    }

    get more(): string {
        return this.view.kind === 'table' && this.view.omitted > 0 ? `${this.view.omitted} more in the report` : '';
    }

    /** What may be longer than its place can be scrolled by keyboard. */
    get bodyTabIndex(): string | undefined {
        return this.view.kind === 'chart' ? '0' : undefined;
    }

    get bodyRole(): string | undefined {
        return this.view.kind === 'chart' ? 'group' : undefined;
    }

    get isEmpty(): boolean {
        return this.view.kind === 'nothing';
    }

    openReport(event: Event): void {
        event.preventDefault();
        this[NavigationMixin.Navigate]({
            type: 'standard__recordPage',
            attributes: { recordId: this.component?.reportId, objectApiName: 'Report', actionName: 'view' }
        });
    }
}
