import type { ChartLook, ChartType } from './chartLooks.ts';
import type { SummaryFormula } from './summaryFormula.ts';
import type { ConditionLogic } from '../conditionLogic.ts';

/** What the package's metadata says about report types, reports and dashboards. Column names are those of reports. */

/** What has a line of its own in a file. */
interface Written {
    readonly line: number;
}

/** A custom report type: which objects are joined, and what reports may name of them. */
export interface ReportType {
    readonly file: string;
    /** As reports name it: the developer name and `__c`. */
    readonly name: string;
    readonly label: string;
    /** The base object first, then what is joined to it, one below the other. */
    readonly tables: readonly ReportTable[];
    /** By name: `ConVox_Call__c$Status__c`, `ConVox_Call__c.Commands__r$Status__c`. */
    readonly columns: ReadonlyMap<string, ReportTypeColumn>;
}

export interface ReportTable {
    /** `ConVox_Call__c`, `ConVox_Call__c.Commands__r`. */
    readonly name: string;
    readonly object: string;
    /** Absent for the base object. */
    readonly join?: { readonly lookup: string; readonly outer: boolean };
}

export interface ReportTypeColumn {
    readonly name: string;
    readonly table: string;
    readonly object: string;
    /** The field's API name, of a standard lookup with its `Id`. */
    readonly field: string;
    /** Label of the section of the report type. */
    readonly section: string;
}

export const SUMMARY_KINDS = ['Sum', 'Average', 'Maximum', 'Minimum', 'Unique'] as const;
export type SummaryKind = (typeof SUMMARY_KINDS)[number];

export const DATE_GRANULARITIES = ['Day', 'Week', 'Month', 'Quarter', 'Year'] as const;
export type DateGranularity = (typeof DATE_GRANULARITIES)[number];

export type SortOrder = 'Asc' | 'Desc';

export interface NamedColumn extends Written {
    readonly column: string;
}

export interface ShownColumn extends NamedColumn {
    readonly summaries: readonly SummaryKind[];
}

export interface Grouping extends NamedColumn {
    /** Counts for dates only. */
    readonly granularity: DateGranularity;
    readonly order: SortOrder;
    /** Name of the summary that the groups are sorted by; absent when by their own values. */
    readonly sortBy?: string;
}

export interface CustomSummaryFormula extends Written {
    /** `FORMULA1`. */
    readonly name: string;
    readonly label: string;
    readonly dataType: 'number' | 'percent' | 'currency';
    readonly scale: number;
    readonly written: string;
    readonly formula: SummaryFormula;
}

export const FILTER_OPERATORS = [
    'equals',
    'notEqual',
    'lessThan',
    'greaterThan',
    'lessOrEqual',
    'greaterOrEqual',
    'contains',
    'notContain',
    'startsWith',
    'includes',
    'excludes'
] as const;
export type FilterOperator = (typeof FILTER_OPERATORS)[number];

export interface ReportFilter extends NamedColumn {
    readonly operator: FilterOperator;
    /** As written: several values with commas between them, a relative date, or '' for a blank. */
    readonly value: string;
}

export interface TimeFrame extends NamedColumn {
    /** `INTERVAL_LAST7`. */
    readonly interval: string;
}

export interface ReportChart extends Written {
    readonly type: ChartType;
    readonly title: string;
    readonly grouping: string;
    readonly secondGrouping?: string;
    /** Names of summaries: `RowCount`, `s!…`, `FORMULA1`. */
    readonly summaries: readonly string[];
    readonly hasLegend: boolean;
    readonly showsValues: boolean;
}

/** The background of a summary's figures, by how high they are. */
export interface FormattingRule extends Written {
    /** Name of the summary: `s!…`, `FORMULA1`. */
    readonly summary: string;
    /** From low to high; a colour goes up to its bound, the last without one. */
    readonly colours: readonly { readonly colour: string; readonly below?: number }[];
}

export type ReportFormat = 'Tabular' | 'Summary' | 'Matrix';

export interface Report {
    readonly file: string;
    readonly folder: string;
    readonly developerName: string;
    readonly name: string;
    readonly description: string;
    readonly format: ReportFormat;
    readonly type: ReportType;
    /** Every column that it names, wherever. */
    readonly named: readonly NamedColumn[];
    readonly columns: readonly ShownColumn[];
    readonly down: readonly Grouping[];
    readonly across: readonly Grouping[];
    readonly filters: readonly ReportFilter[];
    readonly logic: ConditionLogic;
    /** As written; '' when every filter must hold. */
    readonly writtenLogic: string;
    readonly timeFrame: TimeFrame;
    readonly formulas: readonly CustomSummaryFormula[];
    readonly formattingRules: readonly FormattingRule[];
    readonly chart?: ReportChart;
    readonly showsDetails: boolean;
    readonly showsSubtotals: boolean;
    readonly showsGrandTotal: boolean;
    readonly sort?: { readonly column: string; readonly order: SortOrder };
    /** Rows of a Tabular report that are shown at most. */
    readonly rowLimit?: number;
}

/** A folder of reports or of dashboards. */
export interface AnalyticsFolder {
    readonly kind: 'Report' | 'Dashboard';
    readonly developerName: string;
    readonly name: string;
    /** Developer names of the public groups whose members may open it. */
    readonly sharedWith: 'everybody' | readonly string[];
}

export interface Dashboard {
    readonly file: string;
    readonly folder: string;
    readonly developerName: string;
    readonly title: string;
    readonly description: string;
    readonly numberOfColumns: number;
    /** Pixels. */
    readonly rowHeight: number;
    readonly filters: readonly DashboardFilter[];
    readonly components: readonly DashboardComponent[];
}

/** Choices of which one narrows every component, each by a column of its own report. */
export interface DashboardFilter extends Written {
    readonly name: string;
    readonly options: readonly Omit<ReportFilter, 'column' | 'line'>[];
}

export interface DashboardComponent extends ChartLook, Written {
    readonly place: {
        readonly column: number;
        readonly row: number;
        readonly columns: number;
        readonly rows: number;
    };
    /** Folder and developer name: `ConVox_Reports/Calls_by_Agent`. */
    readonly report: string;
    readonly header: string;
    readonly footer: string;
    readonly usesReportChart: boolean;
    /** What each filter of the dashboard filters by, in their order. */
    readonly filterColumns: readonly string[];
    readonly groupings: readonly DashboardGrouping[];
    readonly summaries: readonly string[];
    readonly tableColumns: readonly {
        readonly name: string;
        readonly kind: 'grouping' | 'aggregate' | 'detail';
        readonly showsTotal: boolean;
    }[];
    /** Groups that are drawn at most. */
    readonly maxRows?: number;
    readonly hasLegend: boolean;
    readonly showsValues: boolean;
    readonly indicator?: Indicator;
}

export interface DashboardGrouping {
    readonly column: string;
    readonly sortBy?: string;
    readonly order: SortOrder;
}

/** Colours of a metric or gauge below, between and above its breakpoints. */
export interface Indicator {
    readonly breakpoints: readonly [number, number];
    readonly colours: readonly [low: string, middle: string, high: string];
    /** Ends of a gauge. */
    readonly range?: readonly [number, number];
}

const PREFIXES: Readonly<Record<SummaryKind, string>> = {
    Sum: 's!',
    Average: 'a!',
    Maximum: 'x!',
    Minimum: 'm!',
    Unique: 'u!'
};

export const ROW_COUNT = 'RowCount';

/** The name of a column's summary, as the Analytics API spells it: `s!ConVox_Call__c$Duration_Seconds__c`. */
export function summaryName(kind: SummaryKind, column: string): string {
    return PREFIXES[kind] + column;
}
