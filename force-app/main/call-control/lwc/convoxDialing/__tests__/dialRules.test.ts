import type { AgentSetup } from 'c/convoxAgentSetup';
import { customerFields, newReferenceNumber } from 'c/convoxDialing';
import { dialCommandOf } from '../dialCommand.ts';

const number = { text: '98765 43201', dial: '9876543201', customer: { Contact__c: '003' } };
const dialer: AgentSetup = {
    agentCode: 'AG_ASHA',
    serverId: 's1',
    timeZone: 'Asia/Kolkata',
    route: 'Direct',
    arePhoneKeysFilled: true
};

test('a command names agent, server, number and customer', () => {
    expect(dialCommandOf(number, dialer)).toEqual({
        type: 'Dial',
        server: dialer,
        fields: {
            Agent_Code__c: 'AG_ASHA',
            Phone_Number__c: '9876543201',
            Ref_No__c: expect.stringMatching(/^\w{6,20}$/),
            Contact__c: '003'
        }
    });
});

test.each([
    ['Contact', '003', { Contact__c: '003' }],
    ['Lead', '00Q', { Lead__c: '00Q' }],
    ['Account', '001', { Account__c: '001' }],
    ['Account', '', undefined],
    ['Case', '500', undefined]
])('how a command names a customer: %s %s', (object, id, expected) => {
    expect(customerFields(object, id)).toEqual(expected);
});

test('every command has a reference of its own', () => {
    const commands = [1, 2].map(() => dialCommandOf(number, dialer));
    expect(commands[0]?.fields.Ref_No__c).not.toBe(commands[1]?.fields.Ref_No__c);
});

test('a reference number is one that ConVox takes, whatever the dice say', () => {
    expect(newReferenceNumber((bytes) => bytes.fill(255))).toMatch(/^[A-Za-z0-9_]{6,20}$/);
    expect(newReferenceNumber((bytes) => bytes.fill(0))).toMatch(/^[A-Za-z0-9_]{6,20}$/);
});
