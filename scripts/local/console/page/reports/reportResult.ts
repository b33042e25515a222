import * as z from 'zod/mini';

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Labeled = z.object({ label: z.string(), value: Value });

const Grouping = z.object({
    key: z.string(),
    label: z.string(),
    value: Value,
    get groupings() {
        return z.array(Grouping);
    }
});

const Groupings = z.object({ groupings: z.array(Grouping) });

const ColumnInfo = z.object({ dataType: z.string(), label: z.string() });

/** A report's result, as far as the console shows it (Reports and Dashboards REST API). */
export const ReportResult = z.object({
    allData: z.boolean(),
    attributes: z.object({ reportId: z.string(), reportName: z.string() }),
    factMap: z.record(
        z.string(),
        z.object({
            aggregates: z.array(Labeled),
            rows: z.optional(z.array(z.object({ dataCells: z.array(Labeled) })))
        })
    ),
    groupingsAcross: Groupings,
    groupingsDown: Groupings,
    hasDetailRows: z.boolean(),
    reportExtendedMetadata: z.object({
        aggregateColumnInfo: z.record(z.string(), ColumnInfo),
        detailColumnInfo: z.record(z.string(), ColumnInfo),
        groupingColumnInfo: z.record(z.string(), ColumnInfo)
    }),
    reportMetadata: z.object({
        aggregates: z.array(z.string()),
        chart: z.nullable(
            z.object({
                chartType: z.string(),
                groupings: z.array(z.string()),
                summaries: z.array(z.string()),
                title: z.nullable(z.string())
            })
        ),
        description: z.nullable(z.string()),
        detailColumns: z.array(z.string()),
        groupingsAcross: z.array(z.object({ name: z.string() })),
        groupingsDown: z.array(z.object({ name: z.string() })),
        formattingRules: z.array(
            z.object({
                columnName: z.string(),
                values: z.array(z.object({ backgroundColor: z.string(), rangeUpperBound: z.nullable(z.number()) }))
            })
        ),
        name: z.string(),
        reportBooleanFilter: z.nullable(z.string()),
        reportFilters: z.array(z.object({ column: z.string(), operator: z.string(), value: z.string() })),
        reportFormat: z.enum(['TABULAR', 'SUMMARY', 'MATRIX']),
        scope: z.string(),
        showGrandTotal: z.boolean(),
        showSubtotals: z.boolean(),
        standardDateFilter: z.nullable(
            z.object({
                column: z.string(),
                durationValue: z.string(),
                endDate: z.nullable(z.string()),
                startDate: z.nullable(z.string())
            })
        )
    })
});

export type LabeledValue = z.infer<typeof Labeled>;
export type Grouping = z.infer<typeof Grouping>;
export type ReportResult = z.infer<typeof ReportResult>;

/** Rows of everything, and the key of a report's grand total. */
export const TOTAL = 'T!T';
export const ROW_COUNT = 'RowCount';

/** @throws when the org sent something else */
export function readReportResult(content: unknown): ReportResult {
    return z.parse(ReportResult, content);
}

/** One figure of a group; undefined when the report has no such summary or group. */
export function figureAt(result: ReportResult, key: string, summary: string): LabeledValue | undefined {
    const index = result.reportMetadata.aggregates.indexOf(summary);
    return index < 0 ? undefined : result.factMap[key]?.aggregates[index];
}

/** What a summary is called and how its figures are written. */
export function summaryInfo(
    result: ReportResult,
    summary: string
): { readonly label: string; readonly dataType: string } {
    return result.reportExtendedMetadata.aggregateColumnInfo[summary] ?? { label: summary, dataType: 'double' };
}

/** What a column of groups or of rows is called. */
export function columnLabel({ reportExtendedMetadata }: ReportResult, column: string): string {
    const { detailColumnInfo, groupingColumnInfo } = reportExtendedMetadata;
    return (groupingColumnInfo[column] ?? detailColumnInfo[column])?.label ?? column;
}
