import type { FieldValues } from '../../local/org/records.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

let org: PackageOrg;
const users = new Map<string, string>();
let call: string;

beforeEach(async () => {
    org = await openPackageOrg();
    for (const name of ['Asha', 'Ravi', 'Meena']) {
        const email = `${name.toLowerCase()}@sunrise.example`;
        const user = org.create('User', { LastName: name, Username: email, Email: email, Alias: name });
        users.set(name, user);
        org.create('ConVox_Agent__c', { Name: name, Agent_Code__c: codeOf(name), User__c: user });
    }
    org.create('ConVox_Agent__c', { Name: 'Nobody', Agent_Code__c: codeOf('Nobody') });
    call = org.create('ConVox_Call__c', { Call_Reference__c: 'PASSED-ON', Agent_Code__c: codeOf('Asha') });
});
afterEach(() => org.close());

const codeOf = (name: string): string => `AG_${name.toUpperCase()}`;
const nameOf = (id: unknown): string | undefined => [...users].find(([, user]) => user === id)?.[0];
const passOn = (name: string): void => org.update('ConVox_Call__c', call, { Agent_Code__c: codeOf(name) });
const shares = (): (string | undefined)[][] =>
    org.store
        .find({ object: 'ConVox_Call__Share' })
        .map(({ UserOrGroupId, AccessLevel, RowCause }: FieldValues) => [
            nameOf(UserOrGroupId),
            String(AccessLevel),
            String(RowCause)
        ]);
const owner = (): string | undefined => nameOf(org.read('ConVox_Call__c', call)['OwnerId']);

test.each([
    ['a call that stays', [], 'Asha', []],
    ['the same agent again', ['Asha'], 'Asha', []],
    ['a call that is passed on', ['Ravi'], 'Ravi', ['Asha']],
    ['a call that comes back', ['Ravi', 'Asha'], 'Asha', ['Ravi']],
    ['a call that goes on', ['Ravi', 'Meena'], 'Meena', ['Ravi']],
    ['an agent who is no user', ['Nobody'], 'Asha', []]
])('%s: its agent owns it, the one before writes to it, and nobody else', (_name, agents, last, before) => {
    agents.forEach(passOn);
    expect(owner()).toBe(last);
    expect(shares()).toEqual(before.map((name) => [name, 'Edit', 'Manual']));
});

test('an agent who left cannot be given the call, and it is passed on all the same', () => {
    org.update('User', users.get('Asha') ?? '', { IsActive: false });
    passOn('Ravi');
    expect(owner()).toBe('Ravi');
});

test('a call that an administrator gives to somebody is not shared with the agent', () => {
    org.update('ConVox_Call__c', call, { OwnerId: users.get('Meena') ?? '' });
    expect([owner(), shares()]).toEqual(['Meena', []]);
});

test('an earlier agent who owns the customer, too, may still write', () => {
    const contact = org.create('Contact', {
        LastName: 'Nair',
        MobilePhone: '9876500001',
        OwnerId: users.get('Asha') ?? ''
    });
    org.update('ConVox_Call__c', call, { Contact__c: contact });
    passOn('Ravi');
    expect(shares()).toContainEqual(['Asha', 'Edit', 'Manual']);
});

test('200 calls are passed on in one save', () => {
    const rows = (name: string): FieldValues[] =>
        Array.from({ length: 200 }, (_, index) => ({
            Call_Reference__c: `BULK-${index}`,
            Agent_Code__c: codeOf(name)
        }));
    for (const name of ['Asha', 'Ravi']) {
        const results = org.store.upsert('ConVox_Call__c', 'Call_Reference__c', rows(name), org.admin);
        expect(results.filter(({ success }) => !success)).toEqual([]);
    }
    expect(shares()).toHaveLength(200);
});
