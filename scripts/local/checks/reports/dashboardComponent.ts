import type { Finding } from '../finding.ts';
import type { Component } from '../read/project.ts';
import type { ReportFacts } from '../read/reportModel.ts';
import { summaryOf } from '../read/reportModel.ts';
import type { XmlElement } from '../../metadata/xml.ts';
import { childOf, childrenOf, everyElement, textOf } from '../../metadata/xml.ts';

type Problem = Omit<Finding, 'file'>;
type Look = (component: XmlElement, report: ReportFacts) => Problem[];

/** What each type of component needs; the others are charts. */
const LOOKS: Readonly<Record<string, Look>> = {
    Metric: (component, report) => [...checkSummary(component, report), ...checkIndicator(component)],
    Gauge: (component, report) => [
        ...checkSummary(component, report),
        ...checkIndicator(component),
        ...checkGaugeRange(component)
    ],
    FlexTable: checkTable
};
const CHARTS = new Set(['Bar', 'BarStacked', 'Column', 'ColumnStacked', 'Line', 'Donut', 'Pie', 'Funnel']);

/** One component of a dashboard shows a report that is there, by groupings and summaries that the report has. */
export function checkDashboardComponent(
    component: XmlElement,
    dashboard: Component,
    reports: ReadonlyMap<string, ReportFacts>
): Finding[] {
    const file = `${dashboard.file}:${component.line}`;
    const name = textOf(component, 'report');
    const report = reports.get(name);
    const filters = childrenOf(dashboard.root, 'dashboardFilters').length;
    if (!report) {
        return [{ file, what: `There is no report ${name}`, mend: 'Write the folder, a slash and the report.' }];
    }
    return [
        ...checkLook(component, report),
        ...checkSorts(component, report),
        ...checkFilterColumns(component, report, filters),
        ...(textOf(component, 'header') === '' && textOf(component, 'title') === ''
            ? [{ what: 'The component has no header', mend: 'Say in <header> what it shows.' }]
            : [])
    ].map((problem) => ({ file, ...problem }));
}

function checkLook(component: XmlElement, report: ReportFacts): Problem[] {
    const type = textOf(component, 'componentType');
    const look = LOOKS[type];
    if (look) {
        return look(component, report);
    }
    return CHARTS.has(type)
        ? checkChart(component, report)
        : [{ what: `The local org draws no ${type}`, mend: `Use ${[...Object.keys(LOOKS), ...CHARTS].join(', ')}.` }];
}

function checkChart(component: XmlElement, report: ReportFacts): Problem[] {
    if (textOf(component, 'useReportChart') === 'true') {
        return childOf(report.component.root, 'chart')
            ? []
            : [{ what: 'The report has no chart to use', mend: 'Add one to it, or set <useReportChart> to false.' }];
    }
    const groupings = childrenOf(component, 'groupingColumn');
    return [
        ...checkSummary(component, report),
        ...(groupings.length === 0 ? [{ what: 'The chart has no <groupingColumn>', mend: 'Draw a grouping.' }] : []),
        ...groupings
            .filter(({ text }) => !report.groupings.includes(text))
            .map(({ text }) => ({ what: `The report is not grouped by ${text}`, mend: 'Draw one of its groupings.' }))
    ];
}

function checkSummary(component: XmlElement, report: ReportFacts): Problem[] {
    const summaries = childrenOf(component, 'chartSummary');
    return summaries.length === 0
        ? [{ what: 'The component has no <chartSummary>', mend: 'Name what it shows.' }]
        : summaries
              .map((summary) => summaryOf(textOf(summary, 'aggregate'), textOf(summary, 'column')))
              .filter((summary) => !report.summaries.has(summary))
              .map(missingSummary);
}

function missingSummary(name: string): Problem {
    return { what: `The report has no summary ${name}`, mend: 'Add it to the report, or show another.' };
}

function checkIndicator(component: XmlElement): Problem[] {
    const missing = ['indicatorHighColor', 'indicatorLowColor', 'indicatorMiddleColor'].filter(
        (name) => !/^#[0-9A-Fa-f]{6}$/.test(textOf(component, name))
    );
    const [low, high] = [numberOf(component, 'indicatorBreakpoint1'), numberOf(component, 'indicatorBreakpoint2')];
    return [
        ...missing.map((name) => ({ what: `<${name}> is no colour`, mend: 'Write one, such as #00716B.' })),
        ...(low > high ? [{ what: `It turns at ${low} before ${high}`, mend: 'Put the breakpoints in order.' }] : [])
    ];
}

function checkGaugeRange(component: XmlElement): Problem[] {
    const ends = ['gaugeMin', 'indicatorBreakpoint1', 'indicatorBreakpoint2', 'gaugeMax'].map((name) =>
        numberOf(component, name)
    );
    return ends.every((end, index) => index === 0 || (ends[index - 1] ?? NaN) <= end)
        ? []
        : [{ what: `The gauge runs ${ends.join(', ')}`, mend: 'Put its ends and breakpoints in order.' }];
}

function checkTable(component: XmlElement, report: ReportFacts): Problem[] {
    const properties = childOf(component, 'flexComponentProperties');
    const columns = properties ? childrenOf(properties, 'flexTableColumn') : [];
    const known: Readonly<Record<string, (name: string) => boolean>> = {
        grouping: (name) => report.groupings.includes(name),
        aggregate: (name) => report.summaries.has(name),
        detail: (name) => report.detailColumns.has(name)
    };
    return [
        ...(columns.length === 0
            ? [{ what: 'The table has no column', mend: 'Add <flexTableColumn> to <flexComponentProperties>.' }]
            : []),
        ...columns
            .filter((column) => known[textOf(column, 'type')]?.(textOf(column, 'reportColumn')) !== true)
            .map((column) => ({
                what: `The report has no ${textOf(column, 'type')} ${textOf(column, 'reportColumn')}`,
                mend: 'Show what the report has.'
            }))
    ];
}

function checkSorts(component: XmlElement, { summaries, detailColumns }: ReportFacts): Problem[] {
    return [...everyElement(component)]
        .filter(({ name, text }) => name === 'sortColumn' && !summaries.has(text) && !detailColumns.has(text))
        .map(({ text }) => missingSummary(text));
}

function checkFilterColumns(component: XmlElement, { type }: ReportFacts, filters: number): Problem[] {
    const columns = childrenOf(component, 'dashboardFilterColumns').map((column) => textOf(column, 'column'));
    return [
        ...(columns.length === filters
            ? []
            : [
                  {
                      what: `It says for ${columns.length} of ${filters} filters what they filter`,
                      mend: 'Write one <dashboardFilterColumns> per filter, in their order.'
                  }
              ]),
        ...columns
            .filter((column) => type && !type.columns.has(column))
            .map((column) => ({ what: `The report type has no column ${column}`, mend: 'Filter by one that it has.' }))
    ];
}

function numberOf(component: XmlElement, name: string): number {
    const text = textOf(component, name);
    return text === '' ? NaN : Number(text);
}
