import { dueCount, readIdleLists } from '../idleLists.ts';

const NOW = Date.parse('2026-11-30T10:00:00Z');
const PRIYA = { Contact__r: { Id: '003A', Name: { value: 'Priya Nair' } } };
const MOBILE = '9876543201';

const rows = (...nodes: object[]) => ({ totalCount: nodes.length, edges: nodes.map((node) => ({ node })) });
const values = (fields: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]));
const answer = (parts: Record<string, object>) => ({ uiapi: { query: parts } });

const followUp = (fields: Record<string, unknown>, customer: object = {}) =>
    answer({ ConVox_Follow_Up__c: rows({ Id: 'f1', ...values(fields), ...customer }) });
const missed = (fields: Record<string, unknown>, customer: object = {}) =>
    answer({ missedCalls: rows({ Id: 'c1', ...values(fields), ...customer }) });

test.each([
    ['a contact', PRIYA, { title: 'Priya Nair', customer: { object: 'Contact', id: '003A' } }],
    [
        'a lead',
        { Lead__r: { Id: '00QA', Name: { value: 'Imran Khan' } } },
        { title: 'Imran Khan', customer: { object: 'Lead', id: '00QA' } }
    ],
    [
        'an account',
        { Contact__r: null, Account__r: { Id: '001A', Name: { value: 'Acme' } } },
        { title: 'Acme', customer: { object: 'Account', id: '001A' } }
    ],
    [
        'a contact with a name that the agent may not read',
        { Contact__r: { Id: '003A' } },
        { title: '98765 43201', number: '', customer: { object: 'Contact', id: '003A' } }
    ],
    ['nobody', {}, { title: '98765 43201', number: '', customer: undefined }]
])('a call of %s', (_who, customer, expected) => {
    const { missedCalls } = readIdleLists(missed({ Customer_Number__c: MOBILE }, customer), NOW);
    expect(missedCalls.lines[0]).toMatchObject({ dial: MOBILE, ...expected });
});

test.each([
    ['9876543201', { title: '98765 43201', dial: '9876543201' }],
    ['+65 6123 4567', { title: '+6561234567', dial: '' }],
    ['anonymous', { title: 'c.ConVox_CallWords_Withheld', dial: '' }],
    [null, { title: 'c.ConVox_CallWords_Withheld', dial: '' }]
])('a call from %s whom nobody knows', (number, expected) => {
    const { missedCalls } = readIdleLists(missed({ Customer_Number__c: number }), NOW);
    expect(missedCalls.lines[0]).toMatchObject(expected);
});

test.each([
    ['2026-11-30T09:59:59Z', true, 1],
    ['2026-11-30T10:00:00Z', true, 1],
    ['2026-11-30T10:00:01Z', false, 0]
])('a promise for %s at ten: overdue %s', (due, isOverdue, count) => {
    const lists = readIdleLists(
        followUp({ Due_At__c: due, Phone_Key__c: MOBILE, Process_in_Words__c: 'Sales' }, PRIYA),
        NOW
    );
    expect(lists.followUps.lines[0]).toMatchObject({
        object: 'ConVox_Follow_Up__c',
        at: due,
        isOverdue,
        number: '98765 43201',
        notes: [...(isOverdue ? ['c.ConVox_IdlePanel_Overdue'] : []), 'Sales']
    });
    expect(dueCount(lists, NOW)).toBe(count);
});

test('a missed call has the name of its process', () => {
    const row = { Process_in_Words__c: 'Customer Support' };
    expect(readIdleLists(missed(row), NOW).missedCalls.lines[0]?.notes).toEqual(['Customer Support']);
});

test('a promise becomes due without a new answer', () => {
    const lists = readIdleLists(followUp({ Due_At__c: '2026-11-30T10:05:00Z' }), NOW);
    expect([dueCount(lists, NOW), dueCount(lists, NOW + 5 * 60_000)]).toEqual([0, 1]);
});

test.each([
    [
        'a disposed one',
        { Disposition_Name__c: 'Sale made', Status__c: 'Disposed', Duration_Seconds__c: 65 },
        ['Sale made', '1:05']
    ],
    ['one without disposition', { Status__c: 'Ended', Duration_Seconds__c: 5 }, ['Ended', '0:05']],
    ['one that nobody answered', { Status__c: 'Not Connected', Duration_Seconds__c: 0 }, ['Not Connected']],
    ['one of which nothing is known', {}, []]
])('of the last calls, %s', (_which, fields, notes) => {
    const { lastCalls } = readIdleLists(answer({ lastCalls: rows({ Id: 'c1', ...values(fields) }) }), NOW);
    expect(lastCalls.lines[0]?.notes).toEqual(notes);
});

test('the last calls stand in the order in which they were, with their way and their recording', () => {
    const outbound = { Direction__c: { value: 'Outbound', displayValue: 'जाने वाली' } };
    const { lastCalls } = readIdleLists(
        answer({
            lastCalls: rows(
                {
                    Id: 'early',
                    ...values({ CreatedDate: '2026-11-30T09:00:00Z', Started_At__c: '2026-11-29T09:00:00Z' })
                },
                {
                    Id: 'late',
                    ...values({ Pop_At__c: '2026-11-30T08:00:00Z', Recording__c: 'https://x/1.wav' }),
                    ...outbound
                }
            )
        }),
        NOW
    );
    expect(lastCalls.lines.map(({ id }) => id)).toEqual(['late', 'early']);
    expect(lastCalls.lines[0]).toMatchObject({
        icon: 'utility:outbound_call',
        iconText: 'जाने वाली',
        recording: 'https://x/1.wav'
    });
    expect(lastCalls.lines[1]).toMatchObject({ icon: 'utility:call', recording: '' });
});

test.each([undefined, null, {}, { uiapi: {} }])('an answer of %j has no lines', (data) => {
    const lists = readIdleLists(data, NOW);
    expect(Object.values(lists)).toEqual(Array(3).fill({ lines: [], total: 0 }));
});
