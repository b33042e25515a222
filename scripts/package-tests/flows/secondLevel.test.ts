import type { FieldValues } from '../../local/org/records.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

let org: PackageOrg;
let late: string;
beforeEach(async () => {
    org = await openPackageOrg();
    const disposition = (Process__c: string, Code__c: string, Name: string, more: FieldValues): string =>
        org.create('ConVox_Disposition__c', { Process__c, Code__c, Name, ...more });
    const sales = org.create('ConVox_Process__c', { Name: 'Sales', Process_Code__c: 'SALES' });
    const complaint = disposition(sales, 'COMPLAINT', 'Complaint', { Level__c: 1 });
    const praise = disposition(sales, 'PRAISE', 'Praise', { Level__c: 1 });
    late = disposition(sales, 'TIME', 'Came too late', { Level__c: 2, Parent__c: complaint });
    disposition(sales, 'TIME', 'Came in time', { Level__c: 2, Parent__c: praise });
});
afterEach(() => org.close());

const call = (more: FieldValues): string =>
    org.create('ConVox_Call__c', {
        Call_Reference__c: 'R1',
        Process_Name__c: 'sales',
        Disposition__c: 'COMPLAINT',
        Disposition_2__c: 'TIME',
        ...more
    });
const nameOf = (id: string): unknown => org.read('ConVox_Call__c', id)['Disposition_2_Name__c'];

test.each<[what: string, call: FieldValues, said: string | null]>([
    ['as it is called', {}, 'Came too late'],
    ['as it is called below its own disposition', { Disposition__c: 'PRAISE' }, 'Came in time'],
    ['by a code that nobody has entered', { Disposition_2__c: 'RUDE' }, 'RUDE'],
    ['by its code below a disposition that nobody has entered', { Disposition__c: 'GONE' }, 'TIME'],
    ['by its code in a process that nobody has entered', { Process_Name__c: 'WALK_IN' }, 'TIME'],
    ['not at all where there is none', { Disposition_2__c: null }, null]
])('the second level of a call is named %s', (_, values, said) => {
    expect(nameOf(call(values))).toBe(said);
});

test('a call keeps the name that it had, and follows a correction', () => {
    const id = call({});
    org.update('ConVox_Disposition__c', late, { Name: 'Late' });
    org.update('ConVox_Call__c', id, { Remarks__c: 'later' });
    expect(nameOf(id)).toBe('Came too late');
    org.update('ConVox_Call__c', id, { Disposition__c: 'PRAISE' });
    expect(nameOf(id)).toBe('Came in time');
    org.update('ConVox_Call__c', id, { Disposition_2__c: null });
    expect(nameOf(id)).toBe(null);
});
