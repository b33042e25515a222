import type { Chart, Plugin } from 'chart.js';
import type { ChartData } from '../reports/chartData.ts';

const GAP = 4;
const INK = '#2e2e2e';

function fontOf(chart: Chart, pixels: number): string {
    return `${pixels}px ${chart.options.font?.family ?? 'sans-serif'}`;
}

/** Writes the values of the only series, as people read them, at the ends of its bars, if every one has room. */
export function valueLabels({ shape, series }: ChartData): Plugin {
    const labels = (series[0]?.values ?? []).map(({ label }) => label);
    return {
        id: 'valueLabels',
        afterDatasetsDraw(chart) {
            const { ctx, chartArea } = chart;
            ctx.save();
            ctx.font = fontOf(chart, 12);
            ctx.fillStyle = INK;
            ctx.textAlign = shape === 'bar' ? 'left' : 'center';
            ctx.textBaseline = shape === 'bar' ? 'middle' : 'bottom';
            const room = shape === 'bar' ? Infinity : chartArea.width / labels.length;
            if (labels.every((label) => ctx.measureText(label).width <= room)) {
                for (const [index, { x, y }] of chart.getDatasetMeta(0).data.entries()) {
                    ctx.fillText(labels[index] ?? '', shape === 'bar' ? x + GAP : x, shape === 'bar' ? y : y - GAP);
                }
            }
            ctx.restore();
        }
    };
}

/** Writes a figure into the middle of a ring. */
export function figureInside(text: string): Plugin {
    return {
        id: 'figureInside',
        afterDatasetsDraw(chart) {
            const { ctx, chartArea } = chart;
            ctx.save();
            ctx.font = fontOf(chart, 20);
            ctx.fillStyle = INK;
            ctx.textAlign = 'center';
            ctx.textBaseline = 'middle';
            ctx.fillText(text, (chartArea.left + chartArea.right) / 2, (chartArea.top + chartArea.bottom) / 2);
            ctx.restore();
        }
    };
}

/** Points to a part of a half ring, from 0 at its left end to 1 at its right one. */
export function needle(share: number): Plugin<'doughnut'> {
    return {
        id: 'needle',
        afterDatasetsDraw(chart) {
            const [slice] = chart.getDatasetMeta(0).data;
            if (!slice) {
                return;
            }
            const { ctx, chartArea } = chart;
            const { x, y } = slice;
            const length = Math.min(chartArea.width / 2, chartArea.height) * 0.9;
            const angle = Math.PI * (1 + share);
            ctx.save();
            ctx.strokeStyle = INK;
            ctx.lineWidth = 2;
            ctx.beginPath();
            ctx.moveTo(x, y);
            ctx.lineTo(x + Math.cos(angle) * length, y + Math.sin(angle) * length);
            ctx.stroke();
            ctx.restore();
        }
    };
}
