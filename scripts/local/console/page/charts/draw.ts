import type { ChartData } from '../reports/chartData.ts';
import type { ChartSize, Drawing } from './chartParts.ts';
import { drawBars, drawColumns } from './drawBars.ts';
import { drawLines } from './drawLines.ts';
import { drawDonut, drawFunnel } from './drawSlices.ts';

const DRAWINGS: Readonly<Record<ChartData['shape'], (data: ChartData, size: ChartSize) => Drawing>> = {
    bar: drawBars,
    column: drawColumns,
    line: drawLines,
    donut: drawDonut,
    funnel: drawFunnel
};

/** Draws a chart into a width. */
export function drawChart(data: ChartData, size: ChartSize): Drawing {
    return DRAWINGS[data.shape](data, size);
}
