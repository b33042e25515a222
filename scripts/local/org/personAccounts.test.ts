import { join } from 'node:path';
import { packageParts, partFolders } from '../metadata/packageParts.ts';
import type { FieldValues } from './records.ts';
import type { Org } from './org.ts';
import { createTestOrg } from './testing/testOrg.ts';

let org: Org;
let count = 0;
beforeAll(async () => {
    const forceApp = partFolders(join(import.meta.dirname, '..', '..', '..'), packageParts);
    org = await createTestOrg({ personAccounts: true, forceApp });
});
afterAll(() => org.close());

function save(object: string, values: FieldValues): string {
    const [result] = org.store.create(object, [values], org.users.admin);
    if (!result?.success) {
        throw new Error(`Not saved: ${JSON.stringify(result)}`);
    }
    return result.id;
}

const person = (values: FieldValues): string =>
    save('Account', { Name: 'Meera Rao', FirstName: 'Meera', LastName: 'Rao', IsPersonAccount: true, ...values });

function change(id: string, values: FieldValues): void {
    expect(org.store.update('Account', [{ id, values }], org.users.admin)).toMatchObject([{ success: true }]);
}

const contactOf = (account: string): unknown => org.store.get('Account', account)?.['PersonContactId'];

/** Who a call from this number is linked to, by its flows. */
function linkedTo(number: string): Record<string, unknown> {
    count += 1;
    const id = save('ConVox_Call__c', { Call_Reference__c: `P-${count}`, Customer_Number__c: number });
    const { Contact__c, Account__c } = org.store.get('ConVox_Call__c', id) ?? {};
    return { Contact__c, Account__c };
}

test.each([
    ['Phone', '9810000001'],
    ['PersonMobilePhone', '9810000002'],
    ['PersonHomePhone', '9810000003'],
    ['PersonOtherPhone', '9810000004'],
    ['PersonAssistantPhone', '9810000005']
])('a person who calls from the %s is found once, as a contact', (field, number) => {
    const id = person({ [field]: `+91 ${number}` });
    expect(linkedTo(number)).toEqual({ Contact__c: contactOf(id), Account__c: null });
});

test('a number that goes takes its key with it, and one that changes brings another', () => {
    const id = person({ Phone: '9820000001', PersonMobilePhone: '9820000002' });
    change(id, { PersonMobilePhone: '9820000003' });
    change(id, { Phone: null });
    expect(['9820000001', '9820000002'].map(linkedTo)).toEqual(
        Array.from({ length: 2 }, () => ({ Contact__c: null, Account__c: null }))
    );
    expect(linkedTo('9820000003')).toEqual({ Contact__c: contactOf(id), Account__c: null });
});

test('a change of something else leaves a person found once', () => {
    const id = person({ Phone: '9830000001' });
    change(id, { Website: 'https://rao.example' });
    expect(linkedTo('9830000001')).toEqual({ Contact__c: contactOf(id), Account__c: null });
});

test('a company beside them is found as an account, as ever', () => {
    const id = save('Account', { Name: 'Rao Steel', Phone: '9840000001' });
    expect(linkedTo('9840000001')).toEqual({ Contact__c: null, Account__c: id });
    expect(contactOf(id)).toBeNull();
});
