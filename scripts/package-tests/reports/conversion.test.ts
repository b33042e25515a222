import type { PackageOrg } from '../flows/packageOrg.ts';
import { openPackageOrg } from '../flows/packageOrg.ts';

let org: PackageOrg;
let sale: string;

beforeEach(async () => {
    org = await openPackageOrg();
    const sales = org.create('ConVox_Process__c', { Name: 'Sales', Process_Code__c: 'SALES' });
    const support = org.create('ConVox_Process__c', { Name: 'Support', Process_Code__c: 'SUPPORT' });
    const disposition = (process: string, code: string, values: object): string =>
        org.create('ConVox_Disposition__c', {
            Name: `${process === sales ? 'Sales' : 'Support'}: ${code}`,
            Code__c: code,
            Process__c: process,
            Level__c: 1,
            ...values
        });
    sale = disposition(sales, 'SALE', { Counts_As__c: 'Success' });
    disposition(sales, 'CALLBACK', { Counts_As__c: 'Contact' });
    disposition(sales, 'WRONG', { Counts_As__c: 'Neither' });
    disposition(sales, 'OTHER', {});
    const parent = disposition(support, 'SALE', { Counts_As__c: 'Contact' });
    disposition(support, 'DEEP', { Counts_As__c: 'Success', Level__c: 2, Parent__c: parent });
});
afterEach(() => org.close());

const call = { Call_Reference__c: 'C-1', Direction__c: 'Outbound', Status__c: 'Disposed' } as const;
const countsAs = (id: string): unknown => org.read('ConVox_Call__c', id)['Counts_As__c'];
const nameOf = (id: string): unknown => org.read('ConVox_Call__c', id)['Disposition_Name__c'];

test.each([
    ['success', 'SALES', 'SALE', 'Success', [1, 1], 'Sales: SALE'],
    ['contact, of the process that rates it so', 'support', 'sale', 'Contact', [0, 1], 'Support: SALE'],
    ['neither', 'SALES', 'WRONG', 'Neither', [0, 0], 'Sales: WRONG'],
    ['nothing, where nobody has rated it', 'SALES', 'OTHER', null, [0, 0], 'Sales: OTHER'],
    ['nothing, with a code of a lower level', 'SUPPORT', 'DEEP', null, [0, 0], 'DEEP'],
    ['nothing, with a code that nobody has entered', 'SALES', 'GONE', null, [0, 0], 'GONE'],
    ['nothing, in a process that nobody has entered', 'WALK_IN', 'SALE', null, [0, 0], 'SALE'],
    ['nothing, without a process', null, 'SALE', null, [0, 0], 'SALE'],
    ['nothing, without a disposition', 'SALES', null, null, [0, 0], null]
])('a call counts as %s, and has a name for it', (_what, process, code, expected, figures, name) => {
    const id = org.create('ConVox_Call__c', { ...call, Process_Name__c: process, Disposition__c: code });
    const { Successful_Calls__c: successful, Contacts_Made__c: contacts } = org.read('ConVox_Call__c', id);
    expect([countsAs(id), [successful, contacts], nameOf(id)]).toEqual([expected, figures, name]);
});

test('what a call counts as follows its disposition, and no later rating of it', () => {
    const id = org.create('ConVox_Call__c', { ...call, Process_Name__c: 'SALES', Disposition__c: 'CALLBACK' });
    org.update('ConVox_Call__c', id, { Disposition__c: 'SALE' });
    expect(countsAs(id)).toBe('Success');
    org.update('ConVox_Disposition__c', sale, { Counts_As__c: 'Contact' });
    org.update('ConVox_Call__c', id, { Remarks__c: 'Said yes' });
    expect(countsAs(id)).toBe('Success');
    org.update('ConVox_Call__c', id, { Disposition__c: 'OTHER' });
    expect([countsAs(id), nameOf(id)]).toEqual([null, 'Sales: OTHER']);
    org.update('ConVox_Call__c', id, { Disposition__c: null });
    expect(nameOf(id)).toBeNull();
});
