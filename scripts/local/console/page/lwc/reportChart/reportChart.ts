import { api, LightningElement } from 'lwc';
import { session } from '../../../platform/session.ts';
import type { Gauge } from '../../charts/chartConfiguration.ts';
import { configurationOf, gaugeConfigurationOf, heightOf } from '../../charts/chartConfiguration.ts';
import type { ChartData } from '../../reports/chartData.ts';

/** A chart or a gauge, as wide as its place. A reader hears it as a table. */
export default class ReportChart extends LightningElement {
    @api data: ChartData | undefined;
    @api gauge: Gauge | undefined;
    /** Pixels. */
    @api height: number | string = 240;
    #shown: ChartData | Gauge | undefined;
    #chart: { destroy(): void } | undefined;

    override renderedCallback(): void {
        const figures = this.gauge ?? this.data;
        if (figures !== this.#shown) {
            this.#shown = figures;
            void this.draw();
        }
    }

    override disconnectedCallback(): void {
        this.#chart?.destroy();
        this.#chart = undefined;
        this.#shown = undefined;
    }

    private async draw(): Promise<void> {
        const { data, gauge } = this;
        const { drawChart } = await import('../../charts/drawChart.ts');
        const canvas = this.refs?.['canvas'];
        if (canvas instanceof HTMLCanvasElement && (gauge ?? data) === this.#shown) {
            this.#chart?.destroy();
            this.#chart = gauge
                ? drawChart(canvas, gaugeConfigurationOf(gauge))
                : data && drawChart(canvas, configurationOf(data, session.user.locale));
        }
    }

    get frameStyle(): string {
        const wished = Number(this.height);
        return `height: ${this.data && !this.gauge ? heightOf(this.data, wished) : wished}px`;
    }

    get label(): string {
        const { data, gauge } = this;
        return gauge ? gauge.label : data ? `${data.valueLabel} by ${data.categoryLabel}` : '';
    }

    get omitted(): string {
        const count = this.data?.omitted ?? 0;
        return count === 0 ? '' : `${count} more not shown`;
    }

    get tableRows(): { key: string; name: string; values: { key: string; label: string }[] }[] | undefined {
        return this.data?.categories.map((name, index) => ({
            key: String(index),
            name,
            values: (this.data?.series ?? []).map(({ values }, place) => ({
                key: String(place),
                label: values[index]?.label ?? '-'
            }))
        }));
    }
}
