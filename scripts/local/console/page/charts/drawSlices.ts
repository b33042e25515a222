import { arc, pie } from 'd3-shape';
import type { ChartData } from '../reports/chartData.ts';
import type { ChartPath, ChartSize, Drawing } from './chartParts.ts';
import { emptyDrawing } from './chartParts.ts';
import { fitted, widthOf } from './labelText.ts';
import { colorAt } from './palette.ts';

const HOLE = 0.6;

/** What each group is of the whole, as slices of a ring; the whole stands in the middle. */
export function drawDonut(data: ChartData, { width, height, language }: ChartSize): Drawing {
    const values = data.series[0]?.values ?? [];
    const radius = Math.min(width, height) / 2 - 4;
    const slice = arc<{ startAngle: number; endAngle: number; padAngle: number }>()
        .innerRadius(radius * HOLE)
        .outerRadius(radius);
    const angles = pie<{ value: number | null }>()
        .value(({ value }) => Math.max(0, value ?? 0))
        .sort(null)
        .padAngle(0.01)([...values]);
    const whole = values.reduce((sum, { value }) => sum + Math.max(0, value ?? 0), 0);
    const areas: ChartPath[] = angles.map((angle, index) => ({
        key: String(index),
        path: slice(angle) ?? '',
        color: colorAt(index),
        title: `${data.categories[index] ?? ''}: ${values[index]?.label ?? '-'} (${share(values[index]?.value ?? 0, whole, language)})`
    }));
    return {
        ...emptyDrawing,
        width,
        height,
        areas,
        texts: [
            { key: 'whole', x: 0, y: 6, text: whole.toLocaleString(language), anchor: 'middle', title: data.valueLabel }
        ]
    };
}

/** Part of a whole as a percentage. */
export function share(value: number, whole: number, language: string): string {
    return (whole === 0 ? 0 : value / whole).toLocaleString(language, { style: 'percent', maximumFractionDigits: 0 });
}

const STEP_HEIGHT = 34;

/** How many are left at each step, as a funnel of steps in the middle. */
export function drawFunnel(data: ChartData, { width }: ChartSize): Drawing {
    const values = data.series[0]?.values ?? [];
    const most = Math.max(1, ...values.map(({ value }) => value ?? 0));
    const left = Math.min(width * 0.4, Math.max(...data.categories.map(widthOf), 0) + 10);
    const room = width - left;
    return {
        ...emptyDrawing,
        width,
        height: values.length * STEP_HEIGHT,
        bars: values.map(({ value, label }, index) => {
            const length = ((value ?? 0) / most) * room;
            return {
                key: String(index),
                x: left + (room - length) / 2,
                y: index * STEP_HEIGHT,
                width: length,
                height: STEP_HEIGHT - 4,
                color: colorAt(index),
                title: `${data.categories[index] ?? ''}: ${label}`
            };
        }),
        texts: data.categories.map((category, index) => ({
            key: `category ${index}`,
            x: left - 6,
            y: index * STEP_HEIGHT + STEP_HEIGHT / 2 + 2,
            text: fitted(`${category} ${values[index]?.label ?? ''}`, left),
            anchor: 'end',
            title: category
        }))
    };
}
