import type { Grouping, LabeledValue, ReportResult } from './reportResult.ts';
import { columnLabel, summaryInfo, TOTAL } from './reportResult.ts';

export interface TableColumn {
    readonly key: string;
    readonly label: string;
    readonly isNumber: boolean;
}

export interface TableCell {
    readonly key: string;
    readonly label: string;
    readonly isNumber: boolean;
    /** Id of the record that the cell names. */
    readonly recordId?: string;
}

export interface TableLine {
    readonly key: string;
    readonly kind: 'group' | 'row' | 'total';
    /** How deep the line's group is nested, from 0. */
    readonly level: number;
    /** What a group or total is called; rows have none. */
    readonly title: string;
    /** Its figures in words, where they have no columns of their own. */
    readonly figures: string;
    readonly cells: readonly TableCell[];
}

export interface ReportTable {
    readonly columns: readonly TableColumn[];
    readonly lines: readonly TableLine[];
}

const NUMERIC = new Set(['double', 'int', 'currency', 'percent']);
const RECORD_ID = /^[0-9A-Za-z]{18}$/;

/** A report's groups without their rows: one line a group, one column a figure, and the grand total. */
export function figureTableOf(result: ReportResult): ReportTable {
    const { groupingsDown, aggregates, showGrandTotal } = result.reportMetadata;
    const groups = result.groupingsDown.groupings.flatMap((group) => figureLines(result, group, 0));
    return {
        columns: [
            {
                key: 'groups',
                label: groupingsDown.map(({ name }) => columnLabel(result, name)).join(' > '),
                isNumber: false
            },
            ...aggregates.map((summary) => ({
                key: summary,
                label: summaryInfo(result, summary).label,
                isNumber: true
            }))
        ],
        lines: [...groups, ...(showGrandTotal ? [figureLine(result, TOTAL, 'total', 0, 'Total')] : [])]
    };
}

function figureLines(result: ReportResult, group: Grouping, level: number): TableLine[] {
    return [
        figureLine(result, `${group.key}!T`, 'group', level, group.label),
        ...group.groupings.flatMap((inner) => figureLines(result, inner, level + 1))
    ];
}

function figureLine(
    result: ReportResult,
    key: string,
    kind: TableLine['kind'],
    level: number,
    title: string
): TableLine {
    const figures = result.factMap[key]?.aggregates ?? [];
    const cells = result.reportMetadata.aggregates.map((summary, index) => ({
        key: summary,
        label: figures[index]?.label ?? '-',
        isNumber: true
    }));
    return { key, kind, level, title, figures: '', cells };
}

/** A report's rows under the groups that they are in, and the grand total. */
export function rowTableOf(result: ReportResult): ReportTable {
    const { reportMetadata, reportExtendedMetadata } = result;
    const columns = reportMetadata.detailColumns.map((column) => {
        const info = reportExtendedMetadata.detailColumnInfo[column];
        return { key: column, label: info?.label ?? column, isNumber: NUMERIC.has(info?.dataType ?? '') };
    });
    const groups = result.groupingsDown.groupings;
    return {
        columns,
        lines: [
            ...(groups.length > 0
                ? groups.flatMap((group) => groupedRows(result, columns, group, 0))
                : rowLines(result, columns, TOTAL, 0)),
            ...(reportMetadata.showGrandTotal
                ? [
                      {
                          key: TOTAL,
                          kind: 'total',
                          level: 0,
                          title: 'Total',
                          figures: figuresOf(result, TOTAL),
                          cells: []
                      } as const
                  ]
                : [])
        ]
    };
}

function groupedRows(
    result: ReportResult,
    columns: readonly TableColumn[],
    group: Grouping,
    level: number
): TableLine[] {
    const key = `${group.key}!T`;
    const label = columnLabel(result, result.reportMetadata.groupingsDown[level]?.name ?? '');
    return [
        { key, kind: 'group', level, title: `${label}: ${group.label}`, figures: figuresOf(result, key), cells: [] },
        ...(group.groupings.length > 0
            ? group.groupings.flatMap((inner) => groupedRows(result, columns, inner, level + 1))
            : rowLines(result, columns, key, level + 1))
    ];
}

function figuresOf(result: ReportResult, key: string): string {
    const figures = result.factMap[key]?.aggregates ?? [];
    return result.reportMetadata.aggregates
        .map((summary, index) => `${summaryInfo(result, summary).label}: ${figures[index]?.label ?? '-'}`)
        .join(' · ');
}

function rowLines(result: ReportResult, columns: readonly TableColumn[], key: string, level: number): TableLine[] {
    return (result.factMap[key]?.rows ?? []).map(({ dataCells }, index) => ({
        key: `${key} ${index}`,
        kind: 'row',
        level,
        title: '',
        figures: '',
        cells: columns.map((column, place) => cellOf(column, dataCells[place]))
    }));
}

function cellOf({ key, isNumber }: TableColumn, cell: LabeledValue | undefined): TableCell {
    const { label = '', value = null } = cell ?? {};
    const isRecord = typeof value === 'string' && RECORD_ID.test(value) && value !== label;
    return { key, label, isNumber, ...(isRecord && { recordId: value }) };
}
