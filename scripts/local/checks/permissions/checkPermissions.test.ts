import { checkPermissions } from './checkPermissions.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkPermissions(projectOf(sampleFiles))).toEqual([]);
});

catches(checkPermissions, [
    fault(
        'a field that is not there',
        'permissionSet',
        'Ticket__c.State__c',
        'Ticket__c.Stage__c',
        'Ticket__c.Stage__c'
    ),
    fault(
        'a field nobody may read',
        'permissionSet',
        'Ticket__c.State__c',
        'Ticket__c.Contact__c',
        'No permission set'
    ),
    fault('a required field', 'permissionSet', 'Ticket__c.State__c', 'Ticket__c.Key__c', 'is required'),
    fault(
        'a formula that can be edited',
        'state',
        '<label>State</label>',
        '<formula>"Open"</formula><label>State</label>',
        'is a formula and cannot be editable'
    ),
    fault('a flow that is not there', 'permissionSet', 'Send_Ticket', 'Send', 'There is no flow Send'),
    fault('a page that is not there', 'permissionSet', '>Greeting<', '>Greetings<', 'There is no apexPage Greetings'),
    fault('an app that is not there', 'permissionSet', 'n>Desk<', 'n>Disk<', 'There is no application Disk'),
    fault('a tab that is not there', 'permissionSet', '<tab>Ticket__c', '<tab>Tickets__c', 'no tab Tickets__c'),
    fault('an object that is not there', 'permissionSet', 't>Ticket__c', 't>Tickets__c', 'no object Tickets__c'),
    fault('a credential that is not there', 'permissionSet', 'Desk-Server', 'Disk-Server', 'Disk-Server'),
    fault('a principal that is not there', 'permissionSet', 'Desk-Server', 'Desk-Servant', 'Desk-Servant'),
    fault(
        'a custom permission that is not there',
        'permissionSet',
        '<fieldPermissions><editable>true</editable><field>Ticket__c.Contact__c',
        '<customPermissions><enabled>true</enabled><name>See_All</name></customPermissions><fieldPermissions><editable>true</editable><field>Ticket__c.Contact__c',
        'There is no customPermissions See_All'
    ),
    fault(
        'a right of the platform that no org knows',
        'permissionSet',
        '</tabSettings>',
        '</tabSettings><userPermissions><enabled>true</enabled><name>ApiEnable</name></userPermissions>',
        'There is no userPermissions ApiEnable'
    )
]);
