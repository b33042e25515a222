export type Visualization = 'Bar' | 'Column' | 'Line' | 'Donut' | 'Pie' | 'Funnel' | 'Metric' | 'Gauge' | 'FlexTable';

/** How a report's chart looks on a dashboard. */
export interface ChartLook {
    readonly visualization: Visualization;
    readonly stacking: 'none' | 'grouped' | 'stacked' | 'stacked100';
}

/** Chart types of reports, as the metadata spells them. */
export const CHART_LOOKS = {
    HorizontalBar: { visualization: 'Bar', stacking: 'none' },
    HorizontalBarGrouped: { visualization: 'Bar', stacking: 'grouped' },
    HorizontalBarStacked: { visualization: 'Bar', stacking: 'stacked' },
    HorizontalBarStackedTo100: { visualization: 'Bar', stacking: 'stacked100' },
    VerticalColumn: { visualization: 'Column', stacking: 'none' },
    VerticalColumnGrouped: { visualization: 'Column', stacking: 'grouped' },
    VerticalColumnStacked: { visualization: 'Column', stacking: 'stacked' },
    VerticalColumnStackedTo100: { visualization: 'Column', stacking: 'stacked100' },
    Line: { visualization: 'Line', stacking: 'none' },
    LineGrouped: { visualization: 'Line', stacking: 'grouped' },
    Donut: { visualization: 'Donut', stacking: 'none' },
    Pie: { visualization: 'Pie', stacking: 'none' },
    Funnel: { visualization: 'Funnel', stacking: 'none' }
} as const satisfies Readonly<Record<string, ChartLook>>;

export type ChartType = keyof typeof CHART_LOOKS;

/** Whether the local org draws charts of a type of the metadata. */
export function isChartType(text: string): text is ChartType {
    return text in CHART_LOOKS;
}

/** Component types of the metadata; a chart that uses its report's takes that one's look instead. */
export const DASHBOARD_LOOKS = {
    Bar: { visualization: 'Bar', stacking: 'none' },
    BarGrouped: { visualization: 'Bar', stacking: 'grouped' },
    BarStacked: { visualization: 'Bar', stacking: 'stacked' },
    BarStacked100: { visualization: 'Bar', stacking: 'stacked100' },
    Column: { visualization: 'Column', stacking: 'none' },
    ColumnGrouped: { visualization: 'Column', stacking: 'grouped' },
    ColumnStacked: { visualization: 'Column', stacking: 'stacked' },
    ColumnStacked100: { visualization: 'Column', stacking: 'stacked100' },
    Line: { visualization: 'Line', stacking: 'none' },
    LineGrouped: { visualization: 'Line', stacking: 'grouped' },
    Donut: { visualization: 'Donut', stacking: 'none' },
    Pie: { visualization: 'Pie', stacking: 'none' },
    Funnel: { visualization: 'Funnel', stacking: 'none' },
    Metric: { visualization: 'Metric', stacking: 'none' },
    Gauge: { visualization: 'Gauge', stacking: 'none' },
    FlexTable: { visualization: 'FlexTable', stacking: 'none' }
} as const satisfies Readonly<Record<string, ChartLook>>;
type ComponentType = keyof typeof DASHBOARD_LOOKS;

export function isComponentType(text: string): text is ComponentType {
    return text in DASHBOARD_LOOKS;
}
