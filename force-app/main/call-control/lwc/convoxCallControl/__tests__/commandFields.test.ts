import { commandFields, commandKey } from 'c/convoxCallControl';
import type { CloseCommand, DialCommand } from 'c/convoxCommand';
import { encodeCloseCall, encodeDial } from 'c/convoxContract';

const CLOSE: CloseCommand = {
    type: 'Close',
    close: { agentCode: 'AG_ASHA', convoxId: '1000001', disposition: 'SALE', mobileNumber: '9876543201' },
    callReference: 'REF1',
    attempt: 1,
    callId: 'a0A000000000001AAA',
    server: { serverId: 'a0S000000000001AAA', timeZone: 'Asia/Kolkata' }
};

const DIAL: DialCommand = {
    type: 'Dial',
    fields: {
        Agent_Code__c: 'AG_ASHA',
        Phone_Number__c: '9876543201',
        Ref_No__c: 'SF_0123456789ABCDEF',
        Contact__c: '003000000000001AAA'
    }
};

const FOLLOW_UP = { date: '2026-11-23', hours: '18', minutes: '05' };

test('a close row holds what the sheet sends, and nothing blank', () => {
    expect(commandFields(CLOSE, new Date('2025-12-31T18:30:00.000Z'))).toEqual({
        Type__c: 'Close',
        Key__c: 'REF1:close:1',
        Status__c: 'Created',
        Call__c: 'a0A000000000001AAA',
        Server__c: 'a0S000000000001AAA',
        Requested_Day__c: '2026-01-01',
        Agent_Code__c: 'AG_ASHA',
        ConVox_ID__c: '1000001',
        Disposition__c: 'SALE',
        Mobile_Number__c: '9876543201',
        Set_Follow_Up__c: 'N'
    });
});

test.each([
    ['America/Chicago', '2026-01-01T05:59:59.000Z', '2025-12-31'],
    ['America/Chicago', '2026-01-01T06:00:00.000Z', '2026-01-01'],
    ['Asia/Kolkata', '2025-12-31T18:29:59.000Z', '2025-12-31'],
    ['Nowhere', '2025-12-31T18:29:59.000Z', undefined]
])('the day of a command is that on the clock of its server: %s at %s', (timeZone, now, day) => {
    const command = { ...CLOSE, server: { serverId: '', timeZone } };
    const { Requested_Day__c: found } = commandFields(command, new Date(now));
    expect(found).toBe(day);
});

test('a follow-up travels as date, hours and minutes of the server', () => {
    expect(commandFields({ ...CLOSE, close: { ...CLOSE.close, followUp: FOLLOW_UP } })).toMatchObject({
        Set_Follow_Up__c: 'Y',
        Callback_Date__c: '2026-11-23',
        Callback_Hours__c: '18',
        Callback_Minutes__c: '05'
    });
});

/** Where the row keeps what the wire calls by another name. */
const FIELDS: Readonly<Record<string, string>> = {
    agent_id: 'Agent_Code__c',
    convoxid: 'ConVox_ID__c',
    disposition: 'Disposition__c',
    mobile_number: 'Mobile_Number__c',
    set_followUp: 'Set_Follow_Up__c',
    callback_date: 'Callback_Date__c',
    callback_hrs: 'Callback_Hours__c',
    callback_mins: 'Callback_Minutes__c',
    user: 'Agent_Code__c',
    phone_number: 'Phone_Number__c',
    refno: 'Ref_No__c'
};

test.each([
    ['close', CLOSE, encodeCloseCall(CLOSE.close)],
    [
        'close with a follow-up',
        { ...CLOSE, close: { ...CLOSE.close, followUp: FOLLOW_UP } },
        encodeCloseCall({ ...CLOSE.close, followUp: FOLLOW_UP })
    ],
    [
        'dial',
        DIAL,
        encodeDial({ agentCode: 'AG_ASHA', phoneNumber: '9876543201', referenceNumber: 'SF_0123456789ABCDEF' })
            .parameters
    ]
])('a %s row holds every value that the contract puts on the wire', (_name, command, wire) => {
    const fields = commandFields(command);
    const sent = wire.filter(([name]) => name !== 'ACTION');
    expect(sent.map(([name]) => [name, fields[FIELDS[name] ?? ''] ?? ''])).toEqual(sent);
});

test('a dial row holds the ten digits; the flow adds the prefix of the server', () => {
    expect(commandFields(DIAL)).toEqual({
        Type__c: 'Dial',
        Key__c: 'dial:SF_0123456789ABCDEF',
        Status__c: 'Created',
        Agent_Code__c: 'AG_ASHA',
        Phone_Number__c: '9876543201',
        Ref_No__c: 'SF_0123456789ABCDEF',
        Contact__c: '003000000000001AAA'
    });
});

test('the same press has the same key, another attempt another one', () => {
    expect(commandKey({ ...CLOSE })).toBe(commandKey(CLOSE));
    expect(commandKey({ ...CLOSE, attempt: 2 })).not.toBe(commandKey(CLOSE));
    expect(commandKey({ ...DIAL, fields: { ...DIAL.fields, Ref_No__c: 'SF_2' } })).not.toBe(commandKey(DIAL));
});

test('the longest call reference still leaves room for its key', () => {
    const command = { ...CLOSE, callReference: 'R'.repeat(64), attempt: 999_999 };
    expect(commandKey(command).length).toBeLessThanOrEqual(80);
});
