import { api, LightningElement } from 'lwc';
import { session } from '../../../platform/session.ts';
import type { ChartText, Drawing } from '../../charts/chartParts.ts';
import { drawChart } from '../../charts/draw.ts';
import { drawGauge } from '../../charts/drawGauge.ts';
import type { GaugeRange } from '../../charts/drawGauge.ts';
import { legendOf } from '../../charts/legend.ts';
import type { ChartData } from '../../reports/chartData.ts';

interface Gauge {
    readonly value: number;
    readonly ranges: readonly GaugeRange[];
    readonly label: string;
}

type ShownDrawing = Omit<Drawing, 'texts'> & {
    readonly texts: readonly (ChartText & { readonly className: string })[];
};

/** A chart or a gauge, as wide as its place. A reader hears it as a table. */
export default class ReportChart extends LightningElement {
    @api data: ChartData | undefined;
    @api gauge: Gauge | undefined;
    /** Pixels. */
    @api height: number | string = 240;
    width = 0;
    pointed = '';
    #observer: ResizeObserver | undefined;

    override renderedCallback(): void {
        const frame = this.refs?.['frame'];
        if (!this.#observer && frame) {
            this.#observer = new ResizeObserver(() => {
                this.width = Math.floor(frame.clientWidth);
            });
            this.#observer.observe(frame);
        }
    }

    override disconnectedCallback(): void {
        this.#observer?.disconnect();
        this.#observer = undefined;
    }

    get drawing(): ShownDrawing | undefined {
        const drawn = this.width > 0 ? this.draw() : undefined;
        return (
            drawn && {
                ...drawn,
                texts: drawn.texts.map((text) => ({
                    ...text,
                    className: text.key === 'whole' ? 'console-chart-whole' : 'console-chart-text'
                }))
            }
        );
    }

    private draw(): Drawing | undefined {
        const { data, gauge, width } = this;
        if (gauge) {
            return drawGauge(gauge.value, gauge.ranges, width, Number(this.height));
        }
        return data && drawChart(data, { width, height: Number(this.height), language: session.user.locale });
    }

    get viewBox(): string {
        return `0 0 ${this.drawing?.width ?? 0} ${this.drawing?.height ?? 0}`;
    }

    /** Rings and gauges are drawn around their own middle. */
    get origin(): string {
        const { drawing } = this;
        const [width, height] = [drawing?.width ?? 0, drawing?.height ?? 0];
        if (this.gauge) {
            return `translate(${width / 2} ${height - 26})`;
        }
        return this.data?.shape === 'donut' ? `translate(${width / 2} ${height / 2})` : 'translate(0 0)';
    }

    get label(): string {
        const { data, gauge } = this;
        return gauge ? gauge.label : data ? `${data.valueLabel} by ${data.categoryLabel}` : '';
    }

    get legend(): { key: string; label: string; style: string }[] | undefined {
        const entries = this.data ? legendOf(this.data, session.user.locale) : [];
        return entries.length === 0
            ? undefined
            : entries.map(({ color, label }, index) => ({ key: String(index), label, style: `background: ${color}` }));
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

    point(event: Event): void {
        this.pointed =
            event.currentTarget instanceof Element ? (event.currentTarget.getAttribute('data-title') ?? '') : '';
    }

    leave(): void {
        this.pointed = '';
    }
}
