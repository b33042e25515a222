import { checkListViewAccess } from './checkListViewAccess.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { at, sampleFiles, sampleWith } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkListViewAccess(projectOf(sampleFiles))).toEqual([]);
});

catches(checkListViewAccess, [
    fault(
        'a column and a filter that the role cannot read',
        'permissionSet',
        'Ticket__c.State__c',
        'Ticket__c.Stage__c',
        'is offered the list view and cannot read Ticket__c.State__c'
    ),
    fault(
        'a tab of records that cannot be read',
        'permissionSet',
        '<allowRead>true',
        '<allowRead>false',
        'has the tab Ticket__c and cannot read its records'
    )
]);

test('asks nothing of roles whose tab is hidden', () => {
    const hidden = sampleWith('permissionSet', { from: '<visibility>Visible', to: '<visibility>None' });
    const withoutField = new Map(hidden.files);
    const set = withoutField.get(at.permissionSet) ?? '';
    withoutField.set(at.permissionSet, set.replace('Ticket__c.State__c', 'Ticket__c.Stage__c'));
    expect(checkListViewAccess(projectOf(Object.fromEntries(withoutField)))).toEqual([]);
});
