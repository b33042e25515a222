import { basename, dirname } from 'node:path';
import { parseConditionLogic } from '../conditionLogic.ts';
import { FormulaError } from '../formula/formula.ts';
import type { MetadataFolders } from '../metadataFiles.ts';
import { metadataFiles } from '../metadataFiles.ts';
import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import {
    MetadataError,
    booleanOf,
    integerOf,
    readMetadataFile,
    requiredTextOf,
    optionalTextOf
} from '../readMetadata.ts';
import { rangeOfInterval } from '../../org/reports/dateIntervals.ts';
import type { CustomSummaryFormula, Report, ReportFilter, ReportType, ShownColumn, TimeFrame } from './definition.ts';
import { FILTER_OPERATORS, SUMMARY_KINDS } from './definition.ts';
import { onlyChildOf, refuseUnknown, wordOf } from '../metadataWords.ts';
import { readChart } from './readReportChart.ts';
import { readFormattingRule } from './readFormattingRule.ts';
import { readGroupings } from './readReportGroupings.ts';
import { readSummaryFormula } from './summaryFormula.ts';

const SUFFIX = '.report-meta.xml';

const SUPPORTED = [
    'aggregates',
    'chart',
    'columns',
    'description',
    'filter',
    'format',
    'formattingRules',
    'groupingsAcross',
    'groupingsDown',
    'name',
    'params',
    'reportType',
    'rowLimit',
    'scope',
    'showDetails',
    'showGrandTotal',
    'showSubTotals',
    'sortColumn',
    'sortOrder',
    'timeFrameFilter'
];

/**
 * Reads the package's reports, by folder and developer name.
 * @throws MetadataError naming the file, and what in it is wrong or not supported by the local org
 */
export function readReports(
    forceApp: MetadataFolders,
    types: ReadonlyMap<string, ReportType>
): ReadonlyMap<string, Report> {
    return new Map(
        metadataFiles(forceApp, SUFFIX).map(({ file }) => {
            const report = readReport(file, types);
            return [`${report.folder}/${report.developerName}`, report];
        })
    );
}

function readReport(file: string, types: ReadonlyMap<string, ReportType>): Report {
    const element = readMetadataFile(file, 'Report');
    refuseUnknown(element, SUPPORTED);
    const type = types.get(requiredTextOf(element, 'reportType'));
    if (!type) {
        throw new MetadataError(file, `there is no report type ${requiredTextOf(element, 'reportType')}`);
    }
    wordOf(element, 'scope', ['organization']);
    const formulas = childrenOf(element, 'aggregates').filter((formula) => booleanOf(formula, 'isActive'));
    const chart = onlyChildOf(element, 'chart');
    const report: Report = {
        folder: basename(dirname(file)),
        developerName: basename(file, SUFFIX),
        name: requiredTextOf(element, 'name'),
        description: optionalTextOf(element, 'description') ?? '',
        format: wordOf(element, 'format', ['Tabular', 'Summary', 'Matrix']),
        type,
        columns: childrenOf(element, 'columns').map(readShownColumn),
        ...readGroupings(element),
        ...readFilters(element),
        timeFrame: readTimeFrame(element),
        formulas: formulas.map(readFormula),
        formattingRules: childrenOf(element, 'formattingRules').map(readFormattingRule),
        showsDetails: booleanOf(element, 'showDetails'),
        showsSubtotals: booleanOf(element, 'showSubTotals'),
        showsGrandTotal: booleanOf(element, 'showGrandTotal'),
        ...readOrder(element),
        ...(chart && { chart: readChart(chart) })
    };
    checkColumns(report, file);
    return report;
}

function readShownColumn(column: XmlElement): ShownColumn {
    return {
        column: requiredTextOf(column, 'field'),
        summaries: childrenOf(column, 'aggregateTypes').map((element) => {
            const kind = SUMMARY_KINDS.find((known) => known === element.text);
            if (!kind) {
                throw new MetadataError(element, `the local org does not support the summary ${element.text}`);
            }
            return kind;
        })
    };
}

function readFilters(element: XmlElement): Pick<Report, 'filters' | 'logic' | 'writtenLogic'> {
    const filter = onlyChildOf(element, 'filter');
    const items = filter ? childrenOf(filter, 'criteriaItems') : [];
    const writtenLogic = (filter && optionalTextOf(filter, 'booleanFilter')) ?? '';
    try {
        return {
            filters: items.map(readFilter),
            logic: parseConditionLogic(writtenLogic === '' ? 'and' : writtenLogic, items.length),
            writtenLogic
        };
    } catch (error) {
        throw error instanceof SyntaxError ? new MetadataError(element, error.message) : error;
    }
}

function readFilter(item: XmlElement): ReportFilter {
    if (booleanOf(item, 'columnToColumn')) {
        throw new MetadataError(item, 'the local org does not support filters that compare two columns');
    }
    return {
        column: requiredTextOf(item, 'column'),
        operator: wordOf(item, 'operator', FILTER_OPERATORS),
        value: optionalTextOf(item, 'value') ?? ''
    };
}

function readTimeFrame(element: XmlElement): TimeFrame {
    const frame = onlyChildOf(element, 'timeFrameFilter');
    if (!frame) {
        throw new MetadataError(element, 'a report needs <timeFrameFilter>');
    }
    refuseUnknown(frame, ['dateColumn', 'interval']);
    const interval = requiredTextOf(frame, 'interval');
    if (interval !== 'INTERVAL_CUSTOM' && !rangeOfInterval(interval, '2026-01-01')) {
        throw new MetadataError(element, `the local org does not support the interval ${interval}`);
    }
    return { column: requiredTextOf(frame, 'dateColumn'), interval };
}

function readFormula(element: XmlElement): CustomSummaryFormula {
    for (const context of ['acrossGroupingContext', 'downGroupingContext']) {
        if (optionalTextOf(element, context) !== undefined) {
            throw new MetadataError(element, `the local org computes formulas for every group, not for <${context}>`);
        }
    }
    const written = requiredTextOf(element, 'calculatedFormula');
    try {
        return {
            name: requiredTextOf(element, 'developerName'),
            label: requiredTextOf(element, 'masterLabel'),
            dataType: wordOf(element, 'datatype', ['number', 'percent', 'currency']),
            scale: integerOf(element, 'scale') ?? 2,
            written,
            formula: readSummaryFormula(written)
        };
    } catch (error) {
        throw error instanceof FormulaError ? new MetadataError(element, error.message) : error;
    }
}

function readOrder(element: XmlElement): Pick<Report, 'sort' | 'rowLimit'> {
    const column = optionalTextOf(element, 'sortColumn');
    const rowLimit = integerOf(element, 'rowLimit');
    return {
        ...(column !== undefined && { sort: { column, order: wordOf(element, 'sortOrder', ['Asc', 'Desc']) } }),
        ...(rowLimit !== undefined && { rowLimit })
    };
}

/** Every column is the type's, and what is summed up belongs to the last of the joined objects. */
function checkColumns(report: Report, file: string): void {
    const { type } = report;
    const last = type.tables.at(-1)?.name;
    const summed = [
        ...report.columns.flatMap(({ column, summaries }) => (summaries.length > 0 ? [column] : [])),
        ...report.formulas.flatMap(({ formula }) =>
            [...formula.operands.values()].flatMap((operand) => (operand.kind === 'summary' ? [operand.column] : []))
        )
    ];
    const named = [
        ...report.columns.map(({ column }) => column),
        ...[...report.down, ...report.across].map(({ column }) => column),
        ...report.filters.map(({ column }) => column),
        report.timeFrame.column,
        ...(report.sort ? [report.sort.column] : []),
        ...summed
    ];
    const unknown = named.find((column) => !type.columns.has(column));
    if (unknown !== undefined) {
        throw new MetadataError(file, `the report type ${type.name} has no column ${unknown}`);
    }
    const parents = summed.find((column) => type.columns.get(column)?.table !== last);
    if (parents !== undefined) {
        throw new MetadataError(
            file,
            `the local org sums up the joined object only, so there is no summary of ${parents}`
        );
    }
}
