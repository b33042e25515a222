import type { AgentSetup } from 'c/convoxAgentSetup';
import {
    dialCommandOf,
    DIALABLE_OBJECTS,
    DialGuard,
    fieldsOf,
    newReferenceNumber,
    numbersOf,
    objectOfRecord
} from 'c/convoxDialing';

const values = (entries: Record<string, string | null>) =>
    Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, { value, displayValue: null }]));

test.each([
    ['Account', ['Phone']],
    ['Contact', ['Phone', 'MobilePhone', 'HomePhone', 'OtherPhone', 'AssistantPhone']],
    ['Lead', ['Phone', 'MobilePhone']],
    ['ConVox_Call__c', ['Customer_Number__c', 'Contact__c', 'Lead__c', 'Account__c']],
    ['ConVox_Follow_Up__c', ['Phone_Key__c', 'Contact__c', 'Lead__c', 'Account__c']],
    ['Case', undefined],
    [undefined, undefined]
])('what a call from a %s needs to read', (object, expected) => {
    expect(fieldsOf(object)?.map(({ fieldApiName }) => fieldApiName)).toEqual(expected);
});

test.each(DIALABLE_OBJECTS)('%s has numbers to read', (object) => {
    expect(fieldsOf(object)).toBeDefined();
});

test('lists the numbers that are there, by the name their field has in this org', () => {
    const fields = values({ Phone: '+91 98765-43201', MobilePhone: ' ', OtherPhone: '1800', HomePhone: null });
    const objectInfo = { fields: { Phone: { label: 'Business Phone' } } };
    expect(numbersOf({ apiName: 'Contact', fields }, objectInfo)).toMatchObject([
        { field: 'Phone', name: 'Business Phone', dial: '9876543201' },
        { field: 'OtherPhone', name: 'OtherPhone', text: '1800', dial: '' }
    ]);
});

const number = { field: 'Phone', name: 'Phone', text: '98765 43201', dial: '9876543201' };
const dialer: AgentSetup = {
    agentCode: 'AG_ASHA',
    serverId: 's1',
    timeZone: 'Asia/Kolkata',
    route: 'Direct',
    arePhoneKeysFilled: true
};

test.each([
    ['Contact', {}, { Contact__c: '003' }],
    ['Lead', {}, { Lead__c: '003' }],
    ['Account', {}, { Account__c: '003' }],
    ['ConVox_Call__c', { Contact__c: 'c1', Lead__c: null, Account__c: 'a1' }, { Contact__c: 'c1', Account__c: 'a1' }],
    ['ConVox_Follow_Up__c', { Contact__c: null, Lead__c: 'l1', Account__c: null }, { Lead__c: 'l1' }],
    ['ConVox_Call__c', {}, {}]
])('a call from a %s names its customer', (apiName, lookups, customer) => {
    const command = dialCommandOf(number, dialer, { apiName, id: '003', fields: values(lookups) });
    expect(command).toEqual({
        type: 'Dial',
        serverId: 's1',
        fields: {
            Agent_Code__c: 'AG_ASHA',
            Phone_Number__c: '9876543201',
            Ref_No__c: expect.stringMatching(/^\w{6,20}$/),
            ...customer
        }
    });
});

test('every command has a reference of its own', () => {
    const commands = [1, 2].map(() => dialCommandOf(number, dialer, {}));
    expect(commands[0]?.fields.Ref_No__c).not.toBe(commands[1]?.fields.Ref_No__c);
});

test('a reference number is one that ConVox takes, whatever the dice say', () => {
    expect(newReferenceNumber((bytes) => bytes.fill(255))).toMatch(/^[A-Za-z0-9_]{6,20}$/);
    expect(newReferenceNumber((bytes) => bytes.fill(0))).toMatch(/^[A-Za-z0-9_]{6,20}$/);
});

const infos = {
    results: [
        { statusCode: 404, result: [{ errorCode: 'INVALID_TYPE' }] },
        { statusCode: 200, result: { apiName: 'Lead', keyPrefix: '00Q' } }
    ]
};

test.each([
    ['00Q000000000001AAA', infos, 'Lead'],
    ['500000000000001AAA', infos, undefined],
    ['00Q000000000001AAA', undefined, undefined]
])('the object of %s', (recordId, known, expected) => {
    expect(objectOfRecord(recordId, known)).toBe(expected);
});

test('the guard rests half a minute after a dial and not after a refusal', () => {
    const guard = new DialGuard();
    expect(guard.left(1_000)).toBe(0);
    guard.close(1_000);
    expect(guard.left(1_000)).toBe(30_000);
    expect(guard.left(30_999)).toBe(1);
    expect(guard.left(31_000)).toBe(0);
    guard.close(40_000);
    guard.open();
    expect(guard.left(40_001)).toBe(0);
});
