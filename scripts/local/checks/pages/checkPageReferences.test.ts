import { checkPageReferences } from './checkPageReferences.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles, sampleWith } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkPageReferences(projectOf(sampleFiles))).toEqual([]);
});

const from = '<componentName>force:detailPanel</componentName>';
const property = (name: string, value: string): string =>
    `<componentInstanceProperties><name>${name}</name><value>${value}</value></componentInstanceProperties>${from}`;
const shownWhen = (field: string, value: string): string =>
    `<visibilityRule><criteria><leftValue>{!Record.${field}}</leftValue><operator>EQUAL</operator><rightValue>${value}</rightValue></criteria></visibilityRule>`;

test.each([
    ['a dashboard', property('dashboardName', 'Desk')],
    ['a report', property('reportName', 'Ticket_Reports/Tickets_by_State')],
    ["a list of Salesforce's own", property('relatedListApiName', 'Histories')],
    ['a rule about a field', `${from}${shownWhen('State__c', 'Open')}`],
    ['a rule about the user', `${from}${shownWhen('State__c', 'Open').replace('Record.State__c', '$User.Name')}`]
])('lets a page name %s', (_, to) => {
    expect(checkPageReferences(sampleWith('recordPage', { from, to }))).toEqual([]);
});

test('lets the page of a parent name a related list of the package', () => {
    const { files } = sampleWith('recordPage', { from, to: property('relatedListApiName', 'Tickets__r') });
    const ofContacts = [...files].map(([path, text]): [string, string] => [
        path,
        text.replace('<sobjectType>Ticket__c', '<sobjectType>Contact')
    ]);
    expect(checkPageReferences(projectOf(Object.fromEntries(ofContacts)))).toEqual([]);
});

catches(checkPageReferences, [
    fault('an unknown dashboard', 'recordPage', from, property('dashboardName', 'Disk'), 'no dashboard Disk'),
    fault('an unknown report', 'recordPage', from, property('reportName', 'Tickets'), 'no report Tickets'),
    fault(
        "another object's related list",
        'recordPage',
        from,
        property('relatedListApiName', 'Tickets__r'),
        'Ticket__c has no related list Tickets__r'
    ),
    fault('a rule about no field', 'recordPage', from, `${from}${shownWhen('Stage__c', 'Open')}`, 'no field Stage__c'),
    fault('a rule about no value', 'recordPage', from, `${from}${shownWhen('State__c', 'Shut')}`, '"Shut" is not in')
]);
