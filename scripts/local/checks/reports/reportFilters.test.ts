import { checkReports } from './checkReports.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

const minutes = 'Ticket__c$Minutes__c</column><operator>greaterThan</operator><value>0';
const created = 'Ticket__c$CreatedDate</column><operator>equals</operator><value>';

test('finds nothing in a sound package', () => {
    expect(checkReports(projectOf(sampleFiles))).toEqual([]);
});

catches(checkReports, [
    fault(
        'a column that is not there',
        'report',
        '<column>Ticket__c$State__c',
        '<column>Ticket__c$Stage__c',
        'no column Ticket__c$Stage__c'
    ),
    fault(
        'a value that is not in the picklist',
        'report',
        '<value>Open,Sent',
        '<value>Open,Lost',
        '"Lost" is not in the picklist'
    ),
    fault('a word for a number', 'report', '<value>0', '<value>none', '"none" is no number'),
    fault('a part of a number', 'report', 'greaterThan', 'startsWith', 'startsWith is no filter of a Number'),
    fault(
        'several values of a picklist with one',
        'report',
        '<operator>equals',
        '<operator>includes',
        'includes is no filter'
    ),
    fault('a day nobody knows', 'report', minutes, `${created}SOMETIME`, '"SOMETIME" is no relative date'),
    fault('logic with a filter too many', 'report', '1 AND 2', '1 AND 2 AND 3', 'names filter 3 of 2'),
    fault('logic that forgets a filter', 'report', '1 AND 2', '1', 'leaves out filter 2'),
    fault(
        'a time frame over what is no date',
        'report',
        'n>Ticket__c$CreatedDate',
        'n>Ticket__c$Minutes__c',
        'Minutes__c is no date'
    ),
    fault(
        'a time frame over what is not there',
        'tabularReport',
        'n>Contact$CreatedDate',
        'n>Contact$Birthdate',
        'no column Contact$Birthdate'
    )
]);

test('takes relative dates', () => {
    const text = sampleFiles['force-app/main/insights/reports/Ticket_Reports/Tickets_by_State.report-meta.xml'] ?? '';
    const files = {
        ...sampleFiles,
        'force-app/main/insights/reports/Ticket_Reports/Tickets_by_State.report-meta.xml': text.replace(
            minutes,
            `${created}LAST_N_DAYS:7`
        )
    };
    expect(checkReports(projectOf(files))).toEqual([]);
});
