import type { ChartData } from '../reports/chartData.ts';
import { share } from './drawSlices.ts';
import { colorAt } from './palette.ts';

export interface LegendEntry {
    readonly color: string;
    readonly label: string;
}

/** What the colours of a chart stand for; none for a chart of one colour. Slices say their figure and share. */
export function legendOf(data: ChartData, language: string): LegendEntry[] {
    const { categories, series, shape } = data;
    if (shape === 'donut') {
        const values = series[0]?.values ?? [];
        const whole = values.reduce((sum, { value }) => sum + Math.max(0, value ?? 0), 0);
        return categories.map((category, index) => ({
            color: colorAt(index),
            label: `${category}: ${values[index]?.label ?? '-'} (${share(values[index]?.value ?? 0, whole, language)})`
        }));
    }
    return series.length < 2 ? [] : series.map(({ name }, index) => ({ color: colorAt(index), label: name }));
}
