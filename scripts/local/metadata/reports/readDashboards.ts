import { basename, dirname } from 'node:path';
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
import { CHART_LOOKS, DASHBOARD_LOOKS, isComponentType } from './chartLooks.ts';
import type {
    Dashboard,
    DashboardComponent,
    DashboardFilter,
    DashboardGrouping,
    Indicator,
    Report
} from './definition.ts';
import { FILTER_OPERATORS } from './definition.ts';
import { decimalOf, onlyChildOf, optionalWordOf, refuseUnknown, wordOf } from '../metadataWords.ts';
import { readSummary } from './readReportChart.ts';

const SUFFIX = '.dashboard-meta.xml';

/**
 * Reads the package's dashboards.
 * @param reports by folder and developer name
 * @throws MetadataError naming the file, and what in it is wrong or not supported by the local org
 */
export function readDashboards(forceApp: MetadataFolders, reports: ReadonlyMap<string, Report>): readonly Dashboard[] {
    return metadataFiles(forceApp, SUFFIX).map(({ file }) =>
        readDashboard(
            readMetadataFile(file, 'Dashboard'),
            `${basename(dirname(file))}/${basename(file, SUFFIX)}`,
            reports
        )
    );
}

/**
 * @param path folder and developer name
 * @throws MetadataError saying what is wrong, or not supported by the local org
 */
export function readDashboard(
    element: XmlElement,
    path: string,
    reports: ReadonlyMap<string, Report>,
    refuse: Refuse = stopAtFirst
): Dashboard {
    const [folder = '', developerName = ''] = path.split('/');
    const type = optionalTextOf(element, 'dashboardType');
    if (type !== 'SpecifiedUser') {
        refuse(new MetadataError(element, `A dashboard of type ${type} takes one of the few an org has`));
    }
    const grid = onlyChildOf(element, 'dashboardGridLayout');
    if (!grid) {
        throw new MetadataError(
            element,
            'the local org lays dashboards out in a grid: <dashboardGridLayout> is missing'
        );
    }
    const filters = childrenOf(element, 'dashboardFilters').map(readFilter);
    const places = childrenOf(grid, 'dashboardGridComponents');
    const components = readEach(places, (place) => readPlace(place, reports, filters.length), refuse);
    return {
        file: element.file,
        folder,
        developerName,
        title: optionalTextOf(element, 'title') ?? '',
        description: optionalTextOf(element, 'description') ?? '',
        numberOfColumns: requiredInteger(grid, 'numberOfColumns'),
        rowHeight: requiredInteger(grid, 'rowHeight'),
        filters,
        components
    };
}

function readFilter(element: XmlElement): DashboardFilter {
    return {
        line: element.line,
        name: requiredTextOf(element, 'name'),
        options: childrenOf(element, 'dashboardFilterOptions').map((option) => ({
            operator: wordOf(option, 'operator', FILTER_OPERATORS),
            value: requiredTextOf(option, 'values')
        }))
    };
}

function readPlace(place: XmlElement, reports: ReadonlyMap<string, Report>, filters: number): DashboardComponent {
    const component = onlyChildOf(place, 'dashboardComponent');
    if (!component) {
        throw new MetadataError(place, 'a place of the grid holds no <dashboardComponent>');
    }
    const name = requiredTextOf(component, 'report');
    const report = reports.get(name);
    if (!report) {
        throw new MetadataError(place, `There is no report ${name}`);
    }
    const filterColumns = childrenOf(component, 'dashboardFilterColumns').map((filter) =>
        filterColumnOf(filter, report)
    );
    if (filterColumns.length !== filters) {
        const problem = `It says for ${filterColumns.length} of ${filters} filters what they filter`;
        throw new MetadataError(component, problem);
    }
    return {
        line: component.line,
        place: {
            column: requiredInteger(place, 'columnIndex'),
            row: requiredInteger(place, 'rowIndex'),
            columns: requiredInteger(place, 'colSpan'),
            rows: requiredInteger(place, 'rowSpan')
        },
        report: name,
        header: optionalTextOf(component, 'header') ?? '',
        footer: optionalTextOf(component, 'footer') ?? '',
        filterColumns,
        ...readLook(component, report)
    };
}

function filterColumnOf(filter: XmlElement, { type }: Report): string {
    const column = requiredTextOf(filter, 'column');
    if (!type.columns.has(column)) {
        throw new MetadataError(filter, `the report type ${type.name} has no column ${column} to filter by`);
    }
    return column;
}

type Look = Omit<DashboardComponent, 'line' | 'place' | 'report' | 'header' | 'footer' | 'filterColumns'>;

function readLook(component: XmlElement, report: Report): Look {
    const type = requiredTextOf(component, 'componentType');
    if (!isComponentType(type)) {
        throw new MetadataError(component, `The local org draws no ${type}`);
    }
    if (booleanOf(component, 'useReportChart')) {
        return lookOfReportChart(component, report);
    }
    const maxRows = integerOf(component, 'maxValuesDisplayed');
    const indicator = type === 'Metric' || type === 'Gauge' ? readIndicator(component) : undefined;
    return {
        ...DASHBOARD_LOOKS[type],
        usesReportChart: false,
        groupings: readGroupings(component),
        summaries: childrenOf(component, 'chartSummary').map(readSummary),
        tableColumns: readTable(component),
        hasLegend: optionalTextOf(component, 'legendPosition') !== undefined,
        showsValues: booleanOf(component, 'showValues'),
        ...(maxRows !== undefined && { maxRows }),
        ...(indicator && { indicator })
    };
}

function lookOfReportChart(component: XmlElement, report: Report): Look {
    const { chart } = report;
    if (!chart) {
        throw new MetadataError(component, `the report ${report.developerName} has no chart to use`);
    }
    const columns = [chart.grouping, ...(chart.secondGrouping === undefined ? [] : [chart.secondGrouping])];
    return {
        ...CHART_LOOKS[chart.type],
        usesReportChart: true,
        groupings: columns.map((column) => sortedAsIn(report, column)),
        summaries: chart.summaries,
        tableColumns: [],
        hasLegend: chart.hasLegend,
        showsValues: chart.showsValues
    };
}

function sortedAsIn(report: Report, column: string): DashboardGrouping {
    const grouping = [...report.down, ...report.across].find((candidate) => candidate.column === column);
    return {
        column,
        order: grouping?.order ?? 'Asc',
        ...(grouping?.sortBy !== undefined && { sortBy: grouping.sortBy })
    };
}

/** A chart names its groupings, a table has them among its columns; `g1` sorts the first of them. */
function readGroupings(component: XmlElement): DashboardGrouping[] {
    const table = onlyChildOf(component, 'flexComponentProperties');
    const columns = table
        ? childrenOf(table, 'flexTableColumn')
              .filter((column) => optionalTextOf(column, 'type') === 'grouping')
              .map((column) => requiredTextOf(column, 'reportColumn'))
        : childrenOf(component, 'groupingColumn').map(({ text }) => text);
    const properties = onlyChildOf(component, 'groupingSortProperties');
    const sorts = properties ? childrenOf(properties, 'groupingSorts') : [];
    return columns.map((column, index) => {
        const sort = sorts.find((candidate) => optionalTextOf(candidate, 'groupingLevel') === `g${index + 1}`);
        const sortBy = sort && optionalTextOf(sort, 'sortColumn');
        return {
            column,
            order: sort && optionalWordOf(sort, 'sortOrder', ['a', 'd']) === 'd' ? 'Desc' : 'Asc',
            ...(sortBy !== undefined && { sortBy })
        };
    });
}

function readTable(component: XmlElement): DashboardComponent['tableColumns'] {
    const properties = onlyChildOf(component, 'flexComponentProperties');
    if (!properties) {
        return [];
    }
    refuseUnknown(properties, ['decimalPrecision', 'flexTableColumn', 'flexTableSortInfo', 'hideChatterPhotos']);
    childrenOf(properties, 'flexTableSortInfo').forEach((sort) => refuseUnknown(sort, ['sortOrder']));
    return childrenOf(properties, 'flexTableColumn').map((column) => ({
        name: requiredTextOf(column, 'reportColumn'),
        kind: wordOf(column, 'type', ['grouping', 'aggregate', 'detail']),
        showsTotal: booleanOf(column, 'showTotal')
    }));
}

function readIndicator(component: XmlElement): Indicator {
    const low = decimalOf(component, 'indicatorBreakpoint1') ?? 0;
    const [from, to] = [decimalOf(component, 'gaugeMin'), decimalOf(component, 'gaugeMax')];
    return {
        breakpoints: [low, decimalOf(component, 'indicatorBreakpoint2') ?? low],
        colours: [
            requiredTextOf(component, 'indicatorLowColor'),
            requiredTextOf(component, 'indicatorMiddleColor'),
            requiredTextOf(component, 'indicatorHighColor')
        ],
        ...(from !== undefined && to !== undefined && { range: [from, to] })
    };
}

function requiredInteger(element: XmlElement, name: string): number {
    requiredTextOf(element, name);
    return integerOf(element, name) ?? 0;
}
