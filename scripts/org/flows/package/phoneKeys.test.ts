import { phoneCases } from '../../../../force-app/main/contract/lwc/convoxContract/__tests__/data/phoneNumbers.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

let org: PackageOrg;
beforeAll(async () => {
    org = await openPackageOrg();
});
afterAll(() => org.close());

const OWNERS = [
    ['Contact', { LastName: 'Rao' }, 'Phone', 'ConVox_Phone_Key__c'],
    ['Contact', { LastName: 'Rao' }, 'MobilePhone', 'ConVox_Mobile_Key__c'],
    ['Lead', { LastName: 'Rao', Company: 'Sunrise' }, 'Phone', 'ConVox_Phone_Key__c'],
    ['Lead', { LastName: 'Rao', Company: 'Sunrise' }, 'MobilePhone', 'ConVox_Mobile_Key__c'],
    ['Account', { Name: 'Sunrise' }, 'Phone', 'ConVox_Phone_Key__c'],
    ['ConVox_Call__c', { Call_Reference__c: '' }, 'Customer_Number__c', 'Phone_Key__c']
] as const;

// A phone field holds 40 characters; what is longer never reaches a flow.
const storable = phoneCases.filter(({ text }) => text.length <= 40);

describe.each(OWNERS)('%s %j, %s', (object, values, numberField, keyField) => {
    test.each(storable.map((phoneCase): [string, string, string] => [phoneCase.name, phoneCase.text, phoneCase.key]))(
        'the key of %s, %j, is %j',
        (name, text, key) => {
            const own = object === 'ConVox_Call__c' ? { Call_Reference__c: name } : values;
            const id = org.create(object, { ...own, [numberField]: text });
            expect(org.read(object, id)[keyField]).toBe(key || null);
        }
    );

    test('the key follows the number', () => {
        const own = object === 'ConVox_Call__c' ? { Call_Reference__c: 'follows' } : values;
        const id = org.create(object, { ...own, [numberField]: '98765 43210' });
        org.update(object, id, { [numberField]: '+91 90000 00077' });
        expect(org.read(object, id)[keyField]).toBe('9000000077');
        org.update(object, id, { [numberField]: null });
        expect(org.read(object, id)[keyField]).toBeNull();
    });
});

test('200 contacts of one save get their keys in well under two seconds', () => {
    const rows = Array.from({ length: 200 }, (_unused, index) => ({
        LastName: `Batch ${index}`,
        Phone: `+91 98765-43${String(index).padStart(3, '0')}`
    }));
    const started = performance.now();
    const results = org.store.create('Contact', rows, org.admin);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(results.every(({ success }) => success)).toBe(true);
});
