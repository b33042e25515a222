/** The 50 steps of the design system's palettes: each stands out from white by 4.5 to 1, as texts have to. */
const COLORS = ['#0176d3', '#a96404', '#0b827c', '#9050e9', '#e3066a', '#2e844a', '#5867e8', '#ba0517'];

/** The colour of a series or slice; a chart with more of them begins again. */
export function colorAt(index: number): string {
    return COLORS[index % COLORS.length] ?? '#0176d3';
}
