import { callLinesOf, concernsHistory, talkTime } from '../callLines.ts';

const call = (id: string, fields: Record<string, unknown>) => ({
    node: {
        Id: id,
        Name: { value: `CALL-${id}` },
        CreatedDate: { value: '2026-11-20T09:00:00.000Z' },
        Started_At__c: { value: null },
        Pop_At__c: { value: null },
        Direction__c: { value: null, displayValue: null },
        Status__c: { value: null, displayValue: null },
        Disposition_Name__c: { value: null },
        Duration_Seconds__c: { value: null },
        Agent_Code__c: { value: null },
        Agent__r: null,
        ...fields
    }
});
const answer = (...edges: unknown[]) => ({ uiapi: { query: { ConVox_Call__c: { edges } } } });

test.each([
    [0, '0:00'],
    [65, '1:05'],
    [600, '10:00'],
    [3725, '1:02:05'],
    [7.9, '0:07']
])('%s seconds of talk are shown as %s', (seconds, expected) => {
    expect(talkTime(seconds)).toBe(expected);
});

test('orders calls by when they were, not by when Salesforce learned of them', () => {
    const lines = callLinesOf(
        answer(
            call('1', { Started_At__c: { value: '2026-11-01T09:00:00.000Z' } }),
            call('2', { Pop_At__c: { value: '2026-11-20T08:00:00.000Z' } }),
            call('3', {})
        )
    );
    expect(lines.map(({ id }) => id)).toEqual(['3', '2', '1']);
});

test('tells status, disposition, agent and talk time as far as they are known', () => {
    const [full, bare] = callLinesOf(
        answer(
            call('1', {
                Direction__c: { value: 'Inbound', displayValue: 'Inbound' },
                Status__c: { value: 'Disposed', displayValue: 'पूरा' },
                Disposition_Name__c: { value: 'Sale made' },
                Duration_Seconds__c: { value: 65 },
                Agent_Code__c: { value: 'AG_ASHA' },
                Agent__r: { Name: { value: 'Asha Rao' } }
            }),
            call('2', { Agent_Code__c: { value: 'AG_RAVI' } })
        )
    );
    expect(full).toMatchObject({
        icon: 'utility:incoming_call',
        direction: 'c.ConVox_CallHistory_Inbound',
        details: 'पूरा · Sale made · Asha Rao · c.ConVox_CallHistory_Talked',
        url: '/lightning/r/ConVox_Call__c/1/view'
    });
    expect(bare).toMatchObject({ icon: 'utility:call', details: 'AG_RAVI' });
});

test('a call that nobody took is a missed one, and no talk is no talk time', () => {
    const [missed, unanswered] = callLinesOf(
        answer(
            call('1', {
                Direction__c: { value: 'Inbound' },
                Status__c: { value: 'Not Connected' },
                Duration_Seconds__c: { value: 0 }
            }),
            call('2', { Direction__c: { value: 'Outbound' }, Status__c: { value: 'Not Connected' } })
        )
    );
    expect(missed).toMatchObject({
        icon: 'utility:missed_call',
        direction: 'c.ConVox_CallHistory_Missed',
        details: 'Not Connected'
    });
    expect(unanswered).toMatchObject({ icon: 'utility:outbound_call' });
});

test.each([
    [
        'a customer',
        '98765 43201',
        { Contact__c: { value: '003' } },
        { dial: '9876543201', customer: { Contact__c: '003' } }
    ],
    ['nobody known', '98765 43201', {}, { dial: '9876543201', customer: {} }],
    ['a number that ConVox cannot dial', '1800', {}, { dial: '', text: '1800' }],
    ['a number that was withheld', 'anonymous', {}, { dial: '', text: '' }]
])('whom a line of %s calls', (_who, number, lookups, expected) => {
    expect(callLinesOf(answer(call('1', { Customer_Number__c: { value: number }, ...lookups })))[0]).toMatchObject(
        expected
    );
});

const LINES = callLinesOf(answer(call('a01', {})));

test.each([
    ['a call of the list that was disposed', { change: 'disposed', recordId: 'a01' }, true],
    ['a call that was linked somewhere', { change: 'linked', recordId: 'a02' }, true],
    ['a new call', { change: 'saved', recordId: 'a02' }, true],
    ['another call that was disposed', { change: 'disposed', recordId: 'a02' }, false],
    ['a call that has no record yet', { change: 'arrived', recordId: '' }, false],
    ['something else', 'text', false]
])('hears of %s', (_name, message, expected) => {
    expect(concernsHistory(message, LINES)).toBe(expected);
});
