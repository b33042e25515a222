import { checkReportTypes } from './checkReportTypes.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkReportTypes(projectOf(sampleFiles))).toEqual([]);
});

catches(checkReportTypes, [
    fault('a base that is not there', 'reportType', 't>Ticket__c<', 't>Tickets__c<', 'no object Tickets__c'),
    fault('an object without reports', 'object', '<enableReports>true', '<enableReports>false', 'allows no reports'),
    fault('a field that is not there', 'reportType', 'd>State__c<', 'd>Stage__c<', 'Ticket__c has no field Stage__c'),
    fault('a lookup with its Id', 'joinedType', 'd>State__c<', 'd>ContactId<', 'has no field ContactId'),
    fault('a column twice', 'reportType', 'd>Key__c<', 'd>State__c<', 'State__c is there twice'),
    fault('a relationship that is not there', 'joinedType', 'p>Tickets__r', 'p>Ticket__r', 'relationship Ticket__r'),
    fault('a relationship without __r', 'joinedType', 'p>Tickets__r', 'p>Tickets', 'child relationship Tickets'),
    fault('a table that is not joined', 'joinedType', '<table>Contact.', '<table>', 'has no table Tickets__r'),
    fault('no description', 'reportType', 'n>Tickets.<', 'n><', 'description has 0'),
    fault('a long label', 'reportType', 'l>Tickets<', `l>${'T'.repeat(51)}<`, 'label has 51 characters'),
    fault('no category', 'reportType', '<category>other</category>', '', 'no category'),
    fault(
        'an empty section',
        'joinedType',
        '<masterLabel>Ticket<',
        '<masterLabel>Ticket</masterLabel></sections><sections><masterLabel>Rest<',
        'section has no column'
    )
]);
