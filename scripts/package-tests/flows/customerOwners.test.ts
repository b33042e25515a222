import type { FieldValues } from '../../local/org/records.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

let org: PackageOrg;
let meena: string;
let ravi: string;
let count = 0;

beforeEach(async () => {
    org = await openPackageOrg();
    meena = newUser('Meena');
    ravi = newUser('Ravi');
    org.create('ConVox_Agent__c', { Name: 'Ravi', Agent_Code__c: 'AG_RAVI', User__c: ravi });
});
afterEach(() => org.close());

function newUser(name: string): string {
    const email = `${name.toLowerCase()}@sunrise.example`;
    return org.create('User', { LastName: name, Username: email, Email: email, Alias: name });
}

const contactOf = (OwnerId: string): string =>
    org.create('Contact', { LastName: 'Nair', MobilePhone: `98765${String((count += 1)).padStart(5, '0')}`, OwnerId });

function newCall(values: FieldValues): string {
    count += 1;
    return org.create('ConVox_Call__c', { Call_Reference__c: `SHARE-${count}`, Agent_Code__c: 'AG_RAVI', ...values });
}

const shares = (): FieldValues[] =>
    org.store
        .find({ object: 'ConVox_Call__Share' })
        .map(({ ParentId = null, UserOrGroupId = null, AccessLevel = null, RowCause = null }) => ({
            ParentId,
            UserOrGroupId,
            AccessLevel,
            RowCause
        }));
const readBy = (user: string, call: string): FieldValues => ({
    ParentId: call,
    UserOrGroupId: user,
    AccessLevel: 'Read',
    RowCause: 'Manual'
});

test.each([
    ['a contact', () => ({ Contact__c: contactOf(meena) })],
    ['a lead', () => ({ Lead__c: org.create('Lead', { LastName: 'Rao', Company: 'Rao', OwnerId: meena }) })],
    ['an account', () => ({ Account__c: org.create('Account', { Name: 'Acme', OwnerId: meena }) })]
])('a call with %s is shared with its owner', (_, customer) => {
    const call = newCall(customer());
    expect(shares()).toEqual([readBy(meena, call)]);
});

test('a call whose caller is found by number is shared with the owner of the contact', () => {
    org.create('Contact', { LastName: 'Nair', MobilePhone: '9876500777', OwnerId: meena });
    const call = newCall({ Customer_Number__c: '09876500777' });
    expect(org.read('ConVox_Call__c', call)['Contact__c']).not.toBeNull();
    expect(shares()).toEqual([readBy(meena, call)]);
});

test('a call with a customer of the agent’s own needs no share', () => {
    newCall({ Contact__c: contactOf(ravi) });
    expect(shares()).toEqual([]);
});

test('a call of a customer nobody knows is shared with nobody', () => {
    newCall({});
    expect(shares()).toEqual([]);
});

test('a call that is linked later is shared then', () => {
    const call = newCall({});
    org.update('ConVox_Call__c', call, { Contact__c: contactOf(meena) });
    expect(shares()).toEqual([readBy(meena, call)]);
});

test('a later status of the same call does not share it again', () => {
    const call = newCall({ Contact__c: contactOf(meena), Status__c: 'In Progress' });
    org.update('ConVox_Call__c', call, { Status__c: 'Ended' });
    expect(shares()).toEqual([readBy(meena, call)]);
});

test('200 calls of 200 customers are shared in one save', () => {
    const rows = Array.from({ length: 200 }, (_, index) => ({
        Call_Reference__c: `BULK-${index}`,
        Agent_Code__c: 'AG_RAVI',
        Contact__c: contactOf(meena)
    }));
    const results = org.store.upsert('ConVox_Call__c', 'Call_Reference__c', rows, org.admin);
    expect(results.filter(({ success }) => !success)).toEqual([]);
    expect(shares()).toHaveLength(200);
});
