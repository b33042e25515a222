import type { FieldValues } from '../../local/org/records.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

let org: PackageOrg;
beforeEach(async () => {
    org = await openPackageOrg();
});
afterEach(() => org.close());

test.each<[numbers: FieldValues, caller: string, isLinked: boolean]>([
    [{ Phone: '98765 43231 (Ravi 2)' }, '9876543231', true],
    [{ Phone: '98765 43231 (Ravi 2)' }, '8765432312', false],
    [{ MobilePhone: '9876543291.0' }, '8765432910', false],
    [{ Phone: '98765 43281*101' }, '6543281101', false],
    [{ Phone: '+1 987 654 3241' }, '+919876543241', false],
    [{ Phone: '+1 987 654 3241' }, '0019876543241', true],
    [{ Phone: '+91 20 2555 0123' }, '+12025550123', false],
    [{ Phone: '+91 65908 55731' }, '+6590855731', false],
    [{ Phone: '1800-120-0000' }, '+918001200000', false],
    [{ Phone: '1800-120-0000' }, '18001200000', true],
    [{ Phone: '\u202d+91 98765 43245\u202c' }, '09876543245', true],
    [{ HomePhone: '98765 43246' }, '09876543246', true],
    [{ OtherPhone: '98765 43246' }, '09876543246', true],
    [{ AssistantPhone: '98765 43246' }, '09876543246', true],
    [{ Phone: '43201' }, '43201', false]
])('a contact with %j is linked to a call from %s: %s', (numbers, caller, isLinked) => {
    const contact = org.create('Contact', { LastName: 'Rao', ...numbers });
    const call = org.create('ConVox_Call__c', { Call_Reference__c: 'REF-1', Customer_Number__c: caller });
    expect(org.read('ConVox_Call__c', call)['Contact__c']).toBe(isLinked ? contact : null);
});

test('a call that an agent took for a record of another object is linked to nobody else', () => {
    org.create('Contact', { LastName: 'Rao', Phone: '9876543231' });
    const call = org.create('ConVox_Call__c', {
        Call_Reference__c: 'REF-1',
        Customer_Number__c: '9876543231',
        Caller_Record_Id__c: 'a0P000000000001AAA',
        Caller_Record_Name__c: 'Policy: 4711'
    });
    expect(org.read('ConVox_Call__c', call)).toMatchObject({ Contact__c: null, Matched_Calls__c: 1 });
});
