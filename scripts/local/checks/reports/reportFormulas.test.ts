import { checkReports } from './checkReports.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkReports(projectOf(sampleFiles))).toEqual([]);
});

catches(checkReports, [
    fault('a field that is not there', 'report', 'Minutes__c:SUM', 'Hours__c:SUM', 'needs Ticket__c$Hours__c'),
    fault('a dollar for a dot', 'report', 'a>Ticket__c.', 'a>Ticket__c$', 'a dot between table and field'),
    fault('a field without a summary', 'report', 'Minutes__c:SUM', 'Minutes__c', 'needs a summary'),
    fault('a summary nobody knows', 'report', ':SUM', ':TOTAL', 'There is no summary TOTAL'),
    fault('the sum of a text', 'report', 'a>Ticket__c.Minutes__c', 'a>Ticket__c.Key__c', 'Key__c is no number'),
    fault('a formula that does not end', 'report', '/ RowCount', '/', 'Syntax error'),
    fault('a function nobody knows', 'report', '/ RowCount', '/ HALF(RowCount)', 'Unknown function HALF'),
    fault(
        'a share of nothing',
        'report',
        'Ticket__c.Minutes__c:SUM / RowCount',
        'IF(RowCount = 0, 0, Ticket__c.Minutes__c:SUM / RowCount)',
        'share of nothing'
    ),
    fault('a name of its own', 'report', '>FORMULA1<', '>Average<', 'does not name a formula "Average"'),
    fault('no label', 'report', '>Minutes a Ticket<', '><', 'label has 0 characters'),
    fault('a formula without groups', 'report', '<format>Summary', '<format>Tabular', 'no groups to compute')
]);
