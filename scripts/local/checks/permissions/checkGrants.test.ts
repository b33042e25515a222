import { checkGrants } from './checkGrants.ts';
import { catches, fault } from '../testing/faults.ts';
import { projectOf } from '../read/project.ts';
import { sampleFiles } from '../testing/sampleProject.ts';

test('finds nothing in a sound package', () => {
    expect(checkGrants(projectOf(sampleFiles))).toEqual([]);
});

const REST =
    '<allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead>';
const reading = (object: string): string =>
    `<objectPermissions>${REST}<modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`;

catches(checkGrants, [
    fault('editing without reading', 'permissionSet', '<allowRead>true', '<allowRead>false', 'allowEdit on Ticket__c'),
    fault(
        'a right of every record without the right of one',
        'permissionSet',
        '<modifyAllRecords>false</modifyAllRecords><object>Ticket__c',
        '<modifyAllRecords>true</modifyAllRecords><object>Ticket__c',
        'modifyAllRecords on Ticket__c needs allowDelete'
    ),
    fault(
        'a field granted twice',
        'permissionSet',
        'Ticket__c.State__c',
        'Ticket__c.Contact__c',
        'Ticket__c.Contact__c stands twice in fieldPermissions'
    ),
    fault(
        'a flow granted twice',
        'permissionSet',
        '<label>Clerk</label>',
        '<flowAccesses><enabled>true</enabled><flow>Send_Ticket</flow></flowAccesses><label>Clerk</label>',
        'Send_Ticket stands twice in flowAccesses'
    ),
    fault(
        'fields of an object that the set does not show',
        'permissionSet',
        '<object>Ticket__c<',
        '<object>Contact<',
        'Ticket__c.State__c is granted, but not reading Ticket__c'
    ),
    fault(
        'contacts without their accounts',
        'permissionSet',
        '<pageAccesses>',
        `${reading('Contact')}<pageAccesses>`,
        'Reading Contact depends on reading Account'
    ),
    fault(
        'accounts without their people',
        'permissionSet',
        '<pageAccesses>',
        `${reading('Account')}<pageAccesses>`,
        'Reading Account depends on reading Contact'
    )
]);
