import { createReportDesk } from '../../org/reports/deskReports.ts';
import type { DeskReport } from '../../org/reports/deskReportXml.ts';

const desk = createReportDesk();
const child = 'Ticket__c.Follow_Ups__r$';

test.each<[string, DeskReport, string]>([
    ['a bucket', { more: '<buckets/>' }, 'does not support <buckets> in <Report>'],
    ['a cross filter', { more: '<crossFilters/>' }, 'does not support <crossFilters>'],
    ['a row-level formula', { more: '<customDetailFormulas/>' }, 'does not support <customDetailFormulas>'],
    ['a column that is not there', { columns: ['Colour__c'] }, 'no column Ticket__c$Colour__c'],
    ['a grouping that is not there', { down: ['Colour__c'] }, 'no column Ticket__c$Colour__c'],
    ['a filter by what is not there', { filters: ['Colour__c equals red'] }, 'no column Ticket__c$Colour__c'],
    ['a summary nobody computes', { columns: ['Minutes__c Median'] }, 'does not support the summary Median'],
    ['an operator nobody knows', { filters: ['Minutes__c within 5'] }, '<operator>within</operator>'],
    ['logic that does not end', { filters: ['Minutes__c equals 5'], logic: '1 AND' }, 'condition logic'],
    ['an interval nobody knows', { interval: 'INTERVAL_CURFY' }, 'interval INTERVAL_CURFY'],
    ['a formula over another group', { formulas: ['number PREVGROUPVAL(RowCount, 1)'] }, 'PREVGROUPVAL'],
    ['a formula of a text', { formulas: ['number IF(RowCount = 1, "a", "b")'] }, 'text in a summary formula'],
    [
        'the sum of a parent',
        { type: 'Tickets_with_Follow_Ups', columns: ['Minutes__c Sum', `${child}Key__c`] },
        'no summary of Ticket__c$Minutes__c'
    ],
    ['a chart nobody draws', { more: '<chart><chartType>Scatter</chartType></chart>' }, 'no chart of type Scatter']
])('%s is refused by name', (_what, report, message) => {
    expect(() => desk.read({ down: ['Team__c'], ...report })).toThrow(message);
});

test('a formula that is not shown is not computed', () => {
    const report = desk.read({
        down: ['Team__c'],
        more: '<aggregates><isActive>false</isActive><calculatedFormula>nonsense</calculatedFormula></aggregates>'
    });
    expect(report.formulas).toEqual([]);
});
