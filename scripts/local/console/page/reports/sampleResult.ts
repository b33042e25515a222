import type { Grouping, LabeledValue, ReportResult } from './reportResult.ts';

/** Tests: a report of tickets by team and state, with their number and the share that is done. */

const figure = (count: number, share: number): LabeledValue[] => [
    { label: `${Math.round(share * 100)}%`, value: share * 100 },
    { label: String(count), value: count }
];

const group = (key: string, label: string, groupings: readonly Grouping[] = []): Grouping => ({
    key,
    label,
    value: label,
    groupings: [...groupings]
});

const row = (name: string, id: string, minutes: number): { dataCells: LabeledValue[] } => ({
    dataCells: [
        { label: name, value: id },
        { label: String(minutes), value: minutes }
    ]
});

const info = (label: string, dataType: string): { label: string; dataType: string } => ({ label, dataType });

type Metadata = ReportResult['reportMetadata'];

/** A summary report with two levels of groups; `changes` replace parts of its metadata. */
export function summaryResult(changes: Partial<Metadata> = {}): ReportResult {
    return {
        allData: true,
        attributes: { reportId: '00O5g0000000001AAA', reportName: 'How many tickets?' },
        factMap: {
            'T!T': { aggregates: figure(6, 0.5) },
            '0!T': { aggregates: figure(4, 0.75) },
            '1!T': { aggregates: figure(2, 0) },
            '0_0!T': { aggregates: figure(1, 0), rows: [row('T-1', '00T5g0000000001AAA', 5)] },
            '0_1!T': { aggregates: figure(3, 1), rows: [row('T-2', '00T5g0000000002AAA', 6)] },
            '1_0!T': { aggregates: figure(2, 0), rows: [] }
        },
        groupingsAcross: { groupings: [] },
        groupingsDown: {
            groupings: [
                group('0', 'North', [group('0_0', 'New'), group('0_1', 'Done')]),
                group('1', 'South', [group('1_0', 'New')])
            ]
        },
        hasDetailRows: true,
        reportExtendedMetadata: {
            aggregateColumnInfo: { FORMULA1: info('Share Done', 'percent'), RowCount: info('Record Count', 'int') },
            detailColumnInfo: {
                'Ticket__c.Name': info('Ticket', 'string'),
                'Ticket__c.Minutes__c': info('Minutes', 'double')
            },
            groupingColumnInfo: {
                'Ticket__c.Team__c': info('Team', 'string'),
                'Ticket__c.State__c': info('State', 'picklist')
            }
        },
        reportMetadata: {
            aggregates: ['FORMULA1', 'RowCount'],
            chart: null,
            description: 'Counts tickets.',
            detailColumns: ['Ticket__c.Name', 'Ticket__c.Minutes__c'],
            groupingsAcross: [],
            formattingRules: [],
            groupingsDown: [{ name: 'Ticket__c.Team__c' }, { name: 'Ticket__c.State__c' }],
            name: 'How many tickets?',
            reportBooleanFilter: null,
            reportFilters: [],
            reportFormat: 'SUMMARY',
            scope: 'organization',
            showGrandTotal: true,
            showSubtotals: true,
            standardDateFilter: null,
            ...changes
        }
    };
}

/** The same tickets as a matrix: teams down, states across. */
export function matrixResult(): ReportResult {
    const summary = summaryResult({
        groupingsDown: [{ name: 'Ticket__c.Team__c' }],
        groupingsAcross: [{ name: 'Ticket__c.State__c' }],
        reportFormat: 'MATRIX'
    });
    return {
        ...summary,
        groupingsDown: { groupings: [group('0', 'North'), group('1', 'South')] },
        groupingsAcross: { groupings: [group('0', 'New'), group('1', 'Done')] },
        factMap: {
            'T!T': { aggregates: figure(6, 0.5) },
            'T!0': { aggregates: figure(3, 0) },
            'T!1': { aggregates: figure(3, 1) },
            '0!T': { aggregates: figure(4, 0.75) },
            '0!0': { aggregates: figure(1, 0) },
            '0!1': { aggregates: figure(3, 1) },
            '1!T': { aggregates: figure(2, 0) },
            '1!0': { aggregates: figure(2, 0) },
            '1!1': { aggregates: figure(0, 0) }
        }
    };
}
