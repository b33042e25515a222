/** What a test says of a report; everything else is filled in. Column names go without `Ticket__c$`. */
export interface DeskReport {
    readonly format?: 'Tabular' | 'Summary' | 'Matrix';
    readonly type?: 'Tickets' | 'Tickets_with_Follow_Ups' | 'Tickets_and_Follow_Ups';
    /** Column and its summaries: `Minutes__c Sum Average`. */
    readonly columns?: readonly string[];
    /** Column and the order of the groups: `State__c Desc`, `Due_At__c Week`, `Team__c by RowCount`. */
    readonly down?: readonly string[];
    readonly across?: readonly string[];
    /** Column, operator, value: `Minutes__c greaterThan 5`. */
    readonly filters?: readonly string[];
    readonly logic?: string;
    /** Formula and its data type: `percent Ticket__c.Minutes__c:SUM / RowCount`. */
    readonly formulas?: readonly string[];
    readonly interval?: string;
    readonly dateColumn?: string;
    readonly sort?: string;
    readonly rowLimit?: number;
    /** XML put before everything else. */
    readonly more?: string;
}

const DEFAULTS = {
    format: 'Summary',
    type: 'Tickets',
    columns: ['Key__c'],
    down: [],
    across: [],
    filters: [],
    formulas: [],
    interval: 'INTERVAL_CUSTOM',
    dateColumn: 'Due_At__c',
    more: ''
} as const satisfies DeskReport;

/** The XML of a report over the desk package. */
export function reportXml(report: DeskReport): string {
    const full = { ...DEFAULTS, ...report };
    const frame = `<dateColumn>${columnName(full.dateColumn)}</dateColumn><interval>${full.interval}</interval>`;
    return `<Report xmlns="http://soap.sforce.com/2006/04/metadata">${full.more}
        ${full.formulas.map(aggregate).join('')}${full.columns.map(shownColumn).join('')}
        ${filterXml(full.filters, report.logic)}<format>${full.format}</format>
        ${full.across.map((text) => grouping('groupingsAcross', text)).join('')}
        ${full.down.map((text) => grouping('groupingsDown', text)).join('')}
        <name>A report</name><reportType>${full.type}__c</reportType>${limitXml(report.rowLimit)}
        <scope>organization</scope>${sortXml(report.sort)}<timeFrameFilter>${frame}</timeFrameFilter></Report>`;
}

function filterXml(filters: readonly string[], logic: string | undefined): string {
    const written = logic === undefined ? '' : `<booleanFilter>${logic}</booleanFilter>`;
    return filters.length === 0 ? '' : `<filter>${written}${filters.map(criteriaItem).join('')}</filter>`;
}

function limitXml(rowLimit: number | undefined): string {
    return rowLimit === undefined ? '' : `<rowLimit>${rowLimit}</rowLimit>`;
}

function sortXml(sort: string | undefined): string {
    const [column, order] = sort?.split(' ') ?? [];
    return column === undefined ? '' : `<sortColumn>${columnName(column)}</sortColumn><sortOrder>${order}</sortOrder>`;
}

function columnName(column: string): string {
    return column.includes('$') ? column : `Ticket__c$${column}`;
}

function shownColumn(text: string): string {
    const [column = '', ...summaries] = text.split(' ');
    const types = summaries.map((summary) => `<aggregateTypes>${summary}</aggregateTypes>`).join('');
    return `<columns>${types}<field>${columnName(column)}</field></columns>`;
}

function criteriaItem(text: string): string {
    const [column = '', operator, ...value] = text.split(' ');
    return `<criteriaItems><column>${columnName(column)}</column><operator>${operator}</operator><value>${value.join(' ')}</value></criteriaItems>`;
}

function aggregate(text: string, index: number): string {
    const [dataType = '', ...formula] = text.split(' ');
    return `<aggregates><calculatedFormula>${formula.join(' ')}</calculatedFormula><datatype>${dataType}</datatype><developerName>FORMULA${index + 1}</developerName>
        <isActive>true</isActive><masterLabel>Formula ${index + 1}</masterLabel><scale>1</scale></aggregates>`;
}

function grouping(element: string, text: string): string {
    const [column = '', ...words] = text.split(' ');
    const order = words.includes('Desc') ? 'Desc' : 'Asc';
    const granularity = words.find((word) => /^(Week|Month|Quarter|Year)$/.test(word)) ?? 'Day';
    const by = words[words.indexOf('by') + 1] ?? '';
    const sortings: Readonly<Record<string, string>> = {
        RowCount:
            '<aggregateType>RowCount</aggregateType><sortByName>RowCount</sortByName><sortType>Aggregate</sortType>',
        FORMULA1: '<sortByName>FORMULA1</sortByName><sortType>CustomSummaryFormula</sortType>'
    };
    const sorting = words.includes('by') ? (sortings[by] ?? '') : '';
    return `<${element}><dateGranularity>${granularity}</dateGranularity><field>${columnName(column)}</field><sortOrder>${order}</sortOrder>${sorting}</${element}>`;
}
