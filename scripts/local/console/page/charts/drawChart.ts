import { Chart, defaults } from 'chart.js/auto';
import type { Configuration } from './chartConfiguration.ts';

/** Draws a chart on a canvas in the page's own letters. Whoever draws again on it destroys the chart first. */
export function drawChart(canvas: HTMLCanvasElement, configuration: Configuration): { destroy(): void } {
    defaults.font.family = getComputedStyle(document.body).fontFamily;
    defaults.color = '#2e2e2e';
    return new Chart(canvas, configuration);
}
