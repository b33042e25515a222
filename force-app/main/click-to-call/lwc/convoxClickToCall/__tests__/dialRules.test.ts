import { DialGuard } from '../dialGuard.ts';
import { dialerOf } from '../dialerQuery.ts';
import { customerOf, numbersOf, phoneFieldsOf } from '../phoneFields.ts';

const field = (fieldApiName: string) => ({ fieldApiName, objectApiName: 'Contact' });

test.each([
    ['Account', ['Phone']],
    ['Contact', ['Phone', 'MobilePhone', 'HomePhone', 'OtherPhone', 'AssistantPhone']],
    ['Lead', ['Phone', 'MobilePhone']],
    ['Case', undefined],
    [undefined, undefined]
])('the phone fields of %s', (object, expected) => {
    expect(phoneFieldsOf(object)?.map(({ fieldApiName }) => fieldApiName)).toEqual(expected);
});

test('lists the numbers that are there, by the name their field has in this org', () => {
    const record = {
        fields: {
            Phone: { value: '+91 98765-43201', displayValue: null },
            MobilePhone: { value: ' ', displayValue: null },
            OtherPhone: { value: '1800', displayValue: null },
            HomePhone: { value: null, displayValue: null }
        }
    };
    const objectInfo = { fields: { Phone: { label: 'Business Phone' } } };
    const fields = ['Phone', 'MobilePhone', 'HomePhone', 'OtherPhone', 'AssistantPhone'].map(field);
    expect(numbersOf(fields, record, objectInfo)).toMatchObject([
        { field: 'Phone', name: 'Business Phone', dial: '9876543201' },
        { field: 'OtherPhone', name: 'OtherPhone', text: '1800', dial: '' }
    ]);
});

test.each([
    ['Contact', { contactId: '003' }],
    ['Lead', { leadId: '003' }],
    ['Account', { accountId: '003' }],
    ['Case', {}]
])('a dial from a %s page names its customer', (object, expected) => {
    expect(customerOf(object, '003')).toEqual(expected);
});

const nodes = (...list: object[]) => ({ edges: list.map((node) => ({ node })) });
const answer = (agents: object[], servers: object[]) => ({
    uiapi: { query: { ConVox_Agent__c: nodes(...agents), ConVox_Server__c: nodes(...servers) } }
});
const agent = { Id: 'a1', Agent_Code__c: { value: 'AG_ASHA' }, Server__c: { value: null }, Server__r: null };
const background = { Id: 's0', Command_Route__c: { value: 'Background' } };

test.each([
    [
        'with a server of their own',
        [{ ...agent, Server__c: { value: 's1' }, Server__r: { Command_Route__c: { value: 'Direct' } } }],
        [background],
        { agentCode: 'AG_ASHA', serverId: 's1', route: 'Direct' }
    ],
    ['with the default server', [agent], [background], { agentCode: 'AG_ASHA', serverId: 's0', route: 'Background' }],
    ['without any server', [agent], [], { agentCode: 'AG_ASHA', serverId: '', route: 'Direct' }],
    ['who is no agent', [], [background], undefined]
])('an agent %s', (_name, agents, servers, expected) => {
    expect(dialerOf(answer(agents, servers))).toEqual(expected);
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
