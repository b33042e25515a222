import { arc } from 'd3-shape';
import type { Drawing } from './chartParts.ts';
import { emptyDrawing } from './chartParts.ts';

export interface GaugeRange {
    readonly from: number;
    readonly to: number;
    readonly color: string;
}

const HALF = Math.PI / 2;
const HOLE = 0.68;

/** A half circle of ranges with a needle at the value; a value outside stands at its end. Sizes in pixels. */
export function drawGauge(value: number, ranges: readonly GaugeRange[], width: number, mostHeight = 150): Drawing {
    const [first] = ranges;
    const last = ranges.at(-1);
    const [min, max] = [first?.from ?? 0, last?.to ?? 1];
    const radius = Math.max(30, Math.min(width / 2 - 4, mostHeight - 30));
    const angle = (at: number): number =>
        -HALF + ((Math.min(max, Math.max(min, at)) - min) / (max - min || 1)) * Math.PI;
    const slice = arc<{ startAngle: number; endAngle: number }>()
        .innerRadius(radius * HOLE)
        .outerRadius(radius);
    const needle = angle(value);
    const [x, y] = [Math.sin(needle) * radius * 0.95, -Math.cos(needle) * radius * 0.95];
    const text = (key: string, at: number, place: number, anchor: 'start' | 'end'): Drawing['texts'][number] => ({
        key,
        x: place,
        y: 16,
        text: String(at),
        anchor,
        title: ''
    });
    return {
        ...emptyDrawing,
        width: radius * 2 + 8,
        height: radius + 30,
        areas: ranges.map(({ from, to, color }, index) => ({
            key: String(index),
            path: slice({ startAngle: angle(from), endAngle: angle(to) }) ?? '',
            color,
            title: `${from} - ${to}`
        })),
        strokes: [{ key: 'needle', path: `M0,0L${x.toFixed(2)},${y.toFixed(2)}`, color: '#181818', title: '' }],
        texts: [text('min', min, -radius, 'start'), text('max', max, radius, 'end')]
    };
}
