import type { ChartData } from '../reports/chartData.ts';

/** One piece of a bar, from where it begins to where it ends on the value axis. */
export interface Piece {
    readonly series: number;
    readonly category: number;
    readonly from: number;
    readonly to: number;
    /** Side by side with the others of its category: its place among them. */
    readonly place: number;
    /** What it stands for, in words. */
    readonly title: string;
}

export interface Pieces {
    readonly pieces: readonly Piece[];
    /** Bars side by side in each category. */
    readonly places: number;
    /** The longest bar's end. */
    readonly most: number;
    /** Whether the axis counts shares of 100. */
    readonly isPercent: boolean;
}

/** The bars of a chart, one on the other or side by side, as its stacking says. */
export function piecesOf(data: ChartData): Pieces {
    const { categories, series, stacking, isPercent } = data;
    const isStacked = stacking === 'stacked' || stacking === 'stacked100';
    const pieces = categories.flatMap((_category, index) => categoryPieces(data, index, isStacked));
    return {
        pieces,
        places: isStacked ? 1 : series.length,
        most: Math.max(0, ...pieces.map(({ to }) => to)),
        isPercent: isPercent || stacking === 'stacked100'
    };
}

function categoryPieces({ categories, series, stacking }: ChartData, category: number, isStacked: boolean): Piece[] {
    const figures = series.map(({ values }) => Math.max(0, values[category]?.value ?? 0));
    const total = figures.reduce((sum, value) => sum + value, 0);
    const unit = stacking === 'stacked100' && total > 0 ? total / 100 : 1;
    let reached = 0;
    return series.map(({ name, values }, index) => {
        const length = (figures[index] ?? 0) / unit;
        const from = isStacked ? reached : 0;
        reached += length;
        const who = series.length > 1 ? `${categories[category] ?? ''}, ${name}` : (categories[category] ?? '');
        return {
            series: index,
            category,
            from,
            to: from + length,
            place: isStacked ? 0 : index,
            title: `${who}: ${values[category]?.label ?? '-'}`
        };
    });
}
