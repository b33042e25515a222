import type { Grouping, LabeledValue, ReportResult } from './reportResult.ts';
import { columnLabel, summaryInfo } from './reportResult.ts';

export interface MatrixLine {
    readonly key: string;
    readonly kind: 'group' | 'total';
    readonly level: number;
    readonly title: string;
    /** One for each column. */
    readonly cells: readonly MatrixCell[];
}

export interface MatrixCell {
    readonly key: string;
    /** One for each summary. */
    readonly figures: readonly MatrixFigure[];
    readonly isTotal: boolean;
}

export interface MatrixFigure {
    readonly label: string;
    /** Its background, where the report colours the summary. */
    readonly colour?: string;
}

/** A matrix report: row groups down, column groups across, totals at both ends. */
export interface MatrixTable {
    /** What the rows are grouped by, and what the columns. */
    readonly corner: string;
    readonly columns: readonly { readonly key: string; readonly label: string; readonly isTotal: boolean }[];
    readonly summaries: readonly string[];
    readonly lines: readonly MatrixLine[];
}

const TOTAL = 'T';

interface Place {
    readonly key: string;
    readonly label: string;
    readonly level: number;
    readonly isTotal: boolean;
}

export function matrixTableOf(result: ReportResult): MatrixTable {
    const { groupingsDown, groupingsAcross, aggregates } = result.reportMetadata;
    const names = (groupings: readonly { name: string }[]): string =>
        groupings.map(({ name }) => columnLabel(result, name)).join(' > ');
    const rules = aggregates.map((summary) =>
        result.reportMetadata.formattingRules.find(({ columnName }) => columnName === summary)
    );
    const total = { key: TOTAL, label: 'Total', level: 0, isTotal: true };
    const columns = [...innermost(result.groupingsAcross.groupings, ''), total];
    const lines = [...nested(result.groupingsDown.groupings, 0), total];
    return {
        corner: `${names(groupingsDown)} / ${names(groupingsAcross)}`,
        columns: columns.map(({ key, label, isTotal }) => ({ key, label, isTotal })),
        summaries: aggregates.map((summary) => summaryInfo(result, summary).label),
        lines: lines.map((line) => ({
            key: line.key,
            kind: line.isTotal ? 'total' : 'group',
            level: line.level,
            title: line.label,
            cells: columns.map((column) => ({
                key: column.key,
                figures: (result.factMap[`${line.key}!${column.key}`]?.aggregates ?? []).map((figure, index) =>
                    figureOf(figure, rules[index])
                ),
                isTotal: column.isTotal || line.isTotal
            }))
        }))
    };
}

type FormattingRule = ReportResult['reportMetadata']['formattingRules'][number];

/** A figure at a bound has the colour above it. */
function figureOf({ label, value }: LabeledValue, rule: FormattingRule | undefined): MatrixFigure {
    const found =
        typeof value === 'number'
            ? rule?.values.find(({ rangeUpperBound }) => rangeUpperBound === null || value < rangeUpperBound)
            : undefined;
    return { label, ...(found && { colour: found.backgroundColor }) };
}

function nested(groups: readonly Grouping[], level: number): Place[] {
    return groups.flatMap(({ key, label, groupings }) => [
        { key, label, level, isTotal: false },
        ...nested(groupings, level + 1)
    ]);
}

/** Column groups one beside the other, under the names of those that they are in. */
function innermost(groups: readonly Grouping[], above: string): Place[] {
    return groups.flatMap(({ key, label, groupings }) =>
        groupings.length > 0
            ? innermost(groupings, `${above}${label} > `)
            : [{ key, label: `${above}${label}`, level: 0, isTotal: false }]
    );
}
