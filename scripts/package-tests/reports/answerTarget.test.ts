import type { FieldValues } from '../../local/org/records.ts';
import type { PackageOrg } from '../flows/packageOrg.ts';
import { openPackageOrg } from '../flows/packageOrg.ts';

let org: PackageOrg;

beforeAll(async () => {
    org = await openPackageOrg();
    org.create('ConVox_Process__c', { Name: 'Sales', Process_Code__c: 'SALES', Answer_Target_Seconds__c: 45 });
});
afterAll(() => org.close());

const inbound = { Direction__c: 'Inbound', Status__c: 'Ended', Customer_Number__c: '9876500001' } as const;
const targetOf = (id: string): unknown => org.read('ConVox_Call__c', id)['Answer_Target_Seconds__c'];

test.each<[string, FieldValues, number]>([
    ['its process', { Process_Name__c: 'SALES' }, 45],
    ['its process, in lower case', { Process_Name__c: 'sales' }, 45],
    ['the usual one, of a process that nobody has entered', { Process_Name__c: 'WALK_IN' }, 20],
    ['the usual one, of no process', {}, 20],
    ['its process, whoever called', { Process_Name__c: 'SALES', Direction__c: 'Outbound' }, 45]
])('the target that a call is measured against is that of %s', (_what, values, expected) => {
    const reference = `T-${_what.length}-${expected}`;
    expect(targetOf(org.create('ConVox_Call__c', { Call_Reference__c: reference, ...inbound, ...values }))).toBe(
        expected
    );
});

test('a target stays when the process gets another one, and follows a transfer to another process', () => {
    const process = org.create('ConVox_Process__c', {
        Name: 'N',
        Process_Code__c: 'NEW',
        Answer_Target_Seconds__c: 10
    });
    const id = org.create('ConVox_Call__c', { Call_Reference__c: 'T-1', ...inbound, Process_Name__c: 'NEW' });
    org.update('ConVox_Process__c', process, { Answer_Target_Seconds__c: 60 });
    org.update('ConVox_Call__c', id, { Queue_Seconds__c: 5 });
    expect(targetOf(id)).toBe(10);
    org.update('ConVox_Call__c', id, { Process_Name__c: 'SALES' });
    expect(targetOf(id)).toBe(45);
});
