import { basename, dirname } from 'node:path';
import type { ConditionLogic } from '../conditionLogic.ts';
import { parseConditionLogic } from '../conditionLogic.ts';
import type { MetadataFolders } from '../metadataFiles.ts';
import { metadataFiles } from '../metadataFiles.ts';
import type { XmlElement } from '../xml.ts';
import { childrenOf } from '../xml.ts';
import type { Refuse } from '../readMetadata.ts';
import {
    MetadataError,
    booleanOf,
    integerOf,
    optionalTextOf,
    readEach,
    readMetadataFile,
    requiredTextOf,
    stopAtFirst
} from '../readMetadata.ts';
import { rangeOfInterval } from '../../org/reports/dateIntervals.ts';
import type { NamedColumn, Report, ReportFilter, ReportType, ShownColumn, TimeFrame } from './definition.ts';
import { FILTER_OPERATORS, SUMMARY_KINDS } from './definition.ts';
import { onlyChildOf, optionalWordOf, refuseUnknown, wordOf } from '../metadataWords.ts';
import { readChart } from './readReportChart.ts';
import { readFormattingRule } from './readFormattingRule.ts';
import { readReportFormula } from './readReportFormula.ts';
import type { TakeColumn } from './readReportGroupings.ts';
import { readGrouping } from './readReportGroupings.ts';

const FORMATS = ['Tabular', 'Summary', 'Matrix'] as const;
const ORDERS = ['Asc', 'Desc'] as const;

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
        metadataFiles(forceApp, '.report-meta.xml').map(({ name, file }) => {
            const path = `${basename(dirname(file))}/${name}`;
            return [path, readReport(readMetadataFile(file, 'Report'), path, types)];
        })
    );
}

/** @param path folder and developer name */
export function readReport(
    element: XmlElement,
    path: string,
    types: ReadonlyMap<string, ReportType>,
    refuse: Refuse = stopAtFirst
): Report {
    const [folder = '', developerName = ''] = path.split('/');
    refuseUnknown(element, SUPPORTED, refuse);
    const type = types.get(requiredTextOf(element, 'reportType'));
    if (!type) {
        throw new MetadataError(element, `There is no report type ${requiredTextOf(element, 'reportType')}`);
    }
    wordOf(element, 'scope', ['organization']);
    const named: NamedColumn[] = [];
    const take: TakeColumn = (item, column) => {
        if (!type.columns.has(column)) {
            const problem = `<${item.name}> needs ${column}, and the report type ${type.name} has no column ${column}`;
            throw new MetadataError(item, problem);
        }
        named.push({ column, line: item.line });
        return { column, line: item.line };
    };
    const formulas = childrenOf(element, 'aggregates').filter((formula) => booleanOf(formula, 'isActive'));
    const written = onlyChildOf(element, 'chart');
    const [chart] = readEach(written ? [written] : [], readChart, refuse);
    const each = <Part>(name: string, read: (part: XmlElement, take: TakeColumn) => Part): Part[] =>
        readEach(childrenOf(element, name), (part) => read(part, take), refuse);
    const report: Report = {
        file: element.file,
        folder,
        developerName,
        name: requiredTextOf(element, 'name'),
        description: optionalTextOf(element, 'description') ?? '',
        format: readFormat(element),
        type,
        named,
        columns: each('columns', readShownColumn),
        down: each('groupingsDown', readGrouping),
        across: each('groupingsAcross', readGrouping),
        ...readFilters(element, take, refuse),
        timeFrame: readTimeFrame(element, take),
        formulas: readEach(formulas, (formula) => readReportFormula(formula, take), refuse),
        formattingRules: each('formattingRules', readFormattingRule),
        showsDetails: booleanOf(element, 'showDetails'),
        showsSubtotals: booleanOf(element, 'showSubTotals'),
        showsGrandTotal: booleanOf(element, 'showGrandTotal'),
        ...readOrder(element, type, refuse),
        ...(chart && { chart })
    };
    refuseSumsOfParents(report, element, refuse);
    return report;
}

function readFormat(element: XmlElement): Report['format'] {
    const format = FORMATS.find((known) => known === requiredTextOf(element, 'format'));
    if (!format) {
        throw new MetadataError(element, `The local org cannot run a ${requiredTextOf(element, 'format')} report`);
    }
    return format;
}

function readShownColumn(column: XmlElement, take: TakeColumn): ShownColumn {
    return {
        ...take(column, requiredTextOf(column, 'field')),
        summaries: childrenOf(column, 'aggregateTypes').map((element) => {
            const kind = SUMMARY_KINDS.find((known) => known === element.text);
            if (!kind) {
                throw new MetadataError(element, `the local org does not support the summary ${element.text}`);
            }
            return kind;
        })
    };
}

function readFilters(
    element: XmlElement,
    take: TakeColumn,
    refuse: Refuse
): Pick<Report, 'filters' | 'logic' | 'writtenLogic'> {
    const filter = onlyChildOf(element, 'filter');
    const items = filter ? childrenOf(filter, 'criteriaItems') : [];
    const writtenLogic = (filter && optionalTextOf(filter, 'booleanFilter')) ?? '';
    const filters = readEach(items, (item) => readFilter(item, take), refuse);
    const [logic = parseConditionLogic('and', items.length)] = readEach(
        writtenLogic === '' ? [] : [writtenLogic],
        (text) => readLogic(element, text, items.length),
        refuse
    );
    return { filters, logic, writtenLogic };
}

function readLogic(element: XmlElement, text: string, count: number): ConditionLogic {
    try {
        return parseConditionLogic(text, count);
    } catch (error) {
        throw error instanceof SyntaxError ? new MetadataError(element, error.message) : error;
    }
}

function readFilter(item: XmlElement, take: TakeColumn): ReportFilter {
    if (booleanOf(item, 'columnToColumn')) {
        throw new MetadataError(item, 'the local org does not support filters that compare two columns');
    }
    return {
        ...take(item, requiredTextOf(item, 'column')),
        operator: wordOf(item, 'operator', FILTER_OPERATORS),
        value: optionalTextOf(item, 'value') ?? ''
    };
}

function readTimeFrame(element: XmlElement, take: TakeColumn): TimeFrame {
    const frame = onlyChildOf(element, 'timeFrameFilter');
    if (!frame) {
        throw new MetadataError(element, 'a report needs <timeFrameFilter>');
    }
    refuseUnknown(frame, ['dateColumn', 'interval']);
    const interval = requiredTextOf(frame, 'interval');
    if (interval !== 'INTERVAL_CUSTOM' && !rangeOfInterval(interval, '2026-01-01')) {
        throw new MetadataError(frame, `the local org does not support the interval ${interval}`);
    }
    return { ...take(frame, requiredTextOf(frame, 'dateColumn')), interval };
}

function readOrder(element: XmlElement, type: ReportType, refuse: Refuse): Pick<Report, 'sort' | 'rowLimit'> {
    const [column, order] = [optionalTextOf(element, 'sortColumn'), optionalWordOf(element, 'sortOrder', ORDERS)];
    const rowLimit = integerOf(element, 'rowLimit');
    if ((column === undefined) !== (order === undefined)) {
        refuse(new MetadataError(element, '<sortColumn> and <sortOrder> need each other'));
    }
    if (column !== undefined && !type.columns.has(column)) {
        refuse(new MetadataError(element, `It is sorted by ${column}, and ${type.name} has no column ${column}`));
    }
    return {
        ...(column !== undefined && order && { sort: { column, order } }),
        ...(rowLimit !== undefined && { rowLimit })
    };
}

/** What is summed up belongs to the last of the joined objects. */
function refuseSumsOfParents({ type, columns, formulas }: Report, element: XmlElement, refuse: Refuse): void {
    const last = type.tables.at(-1)?.name;
    const summed = [
        ...columns.flatMap(({ column, summaries }) => (summaries.length > 0 ? [column] : [])),
        ...formulas.flatMap(({ formula }) =>
            [...formula.operands.values()].flatMap((operand) => (operand.kind === 'summary' ? [operand.column] : []))
        )
    ];
    const parents = summed.find((column) => type.columns.get(column)?.table !== last);
    if (parents !== undefined) {
        const problem = `the local org sums up the joined object only, so there is no summary of ${parents}`;
        refuse(new MetadataError(element, problem));
    }
}
