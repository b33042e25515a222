import { api, LightningElement } from 'lwc';
import { session } from '../../../platform/session.ts';
import { askAnalytics } from '../../data/analytics.ts';
import type { DashboardComponent, DashboardResult } from '../../reports/dashboardResult.ts';
import { readDashboardResult } from '../../reports/dashboardResult.ts';
import type { ReportResult } from '../../reports/reportResult.ts';

interface Tile {
    readonly key: string;
    readonly component: DashboardComponent;
    readonly result: ReportResult | undefined;
    readonly height: number;
    readonly style: string;
}

interface Filter {
    readonly parameter: string;
    readonly label: string;
    readonly options: readonly { readonly label: string; readonly value: string }[];
    readonly value: string;
}

/** Pixels between the rows of the grid, as in the style sheet. */
const GAP = 8;

/** A dashboard: its components in its grid. */
export default class DashboardPage extends LightningElement {
    @api recordId = '';
    dashboard: DashboardResult | undefined;
    problem = '';
    /** Ids of chosen options by parameter; an empty one stands for all. */
    chosen: Readonly<Record<string, string>> = {};

    override connectedCallback(): void {
        void this.load();
    }

    async load(): Promise<void> {
        try {
            this.dashboard = readDashboardResult(await askAnalytics(this.address));
            this.problem = '';
            const detail = { title: this.heading, icon: 'standard:dashboard' };
            this.dispatchEvent(new CustomEvent('console__title', { bubbles: true, composed: true, detail }));
        } catch (error) {
            this.problem = error instanceof Error ? error.message : String(error);
        }
    }

    get address(): string {
        const chosen = Object.entries(this.chosen).filter(([, id]) => id !== '');
        const search = chosen.length === 0 ? '' : `?${new URLSearchParams(chosen)}`;
        return `/dashboards/${this.recordId}${search}`;
    }

    get filters(): Filter[] {
        return (this.dashboard?.dashboardMetadata.filters ?? []).map(({ name, options, selectedOption }, index) => ({
            parameter: `filter${index + 1}`,
            label: name,
            options: [{ label: 'All', value: '' }, ...options.map(({ id, value }) => ({ label: value, value: id }))],
            value: selectedOption ?? ''
        }));
    }

    get hasFilters(): boolean {
        return this.filters.length > 0;
    }

    choose(event: CustomEvent<{ value: string }>): void {
        const { target } = event;
        const parameter = target instanceof HTMLElement ? (target.dataset['parameter'] ?? '') : '';
        this.chosen = { ...this.chosen, [parameter]: event.detail.value };
        void this.load();
    }

    get heading(): string {
        return this.dashboard?.dashboardMetadata.name ?? 'Dashboard';
    }

    get description(): string {
        return this.dashboard?.dashboardMetadata.description ?? '';
    }

    get state(): string {
        const { dashboard } = this;
        const refreshed = dashboard?.componentData[0]?.status.refreshDate;
        if (!dashboard || refreshed === undefined) {
            return this.problem === '' ? 'Loading...' : '';
        }
        const { locale, timeZone } = session.user;
        const when = new Date(refreshed).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
        return `As of ${when} · Viewing as ${dashboard.dashboardMetadata.runningUser.displayName}`;
    }

    get gridStyle(): string {
        const { numColumns = 12, rowHeight = 36 } = this.dashboard?.dashboardMetadata.layout ?? {};
        return `--console-grid-columns: ${numColumns}; --console-grid-row: ${rowHeight}px`;
    }

    get tiles(): Tile[] {
        const { dashboard } = this;
        if (!dashboard) {
            return [];
        }
        const { components, layout } = dashboard.dashboardMetadata;
        return components.map((component, index) => {
            const { colspan = 12, column = 0, row = 0, rowspan = 6 } = layout.components[index] ?? {};
            return {
                key: component.id,
                component,
                result: dashboard.componentData[component.componentData]?.reportResult,
                height: rowspan * (layout.rowHeight + GAP) - GAP,
                style: `grid-column: ${column + 1} / span ${colspan}; grid-row: ${row + 1} / span ${rowspan}`
            };
        });
    }
}
