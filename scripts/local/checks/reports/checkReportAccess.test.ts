import { checkReportAccess } from './checkReportAccess.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkReportAccess(projectOf(withContacts(sampleFiles)))).toEqual([]);
});

// The sample's clerk has no contacts of the package's making, so the report over contacts is left out here.
function withContacts(files: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(Object.entries(files).filter(([path]) => !path.includes('Open_Tickets')));
}

catches(checkReportAccess, [
    fault('nobody who runs reports', 'permissionSet', 'RunReports', 'RunFlow', 'No permission set'),
    fault(
        'a shown column that cannot be read',
        'permissionSet',
        'Ticket__c.Minutes__c',
        'Ticket__c.Hours__c',
        'cannot read Ticket__c.Minutes__c'
    ),
    fault(
        'a grouping that cannot be read',
        'permissionSet',
        'Ticket__c.State__c',
        'Ticket__c.Stage__c',
        'cannot read Ticket__c.State__c'
    ),
    fault(
        'a formula over what cannot be read',
        'permissionSet',
        'Ticket__c.Minutes__c',
        'Ticket__c.Hours__c',
        'cannot read Ticket__c.Minutes__c'
    ),
    fault(
        'an object that cannot be read',
        'permissionSet',
        '<allowRead>true',
        '<allowRead>false',
        'cannot read Ticket__c.Name'
    )
]);
