import { hoursIn, isWithin } from '../hours';

function answerWith(...rows: readonly Record<string, string>[]): unknown {
    const edges = rows.map((row) => ({
        node: Object.fromEntries(Object.entries(row).map(([name, value]) => [name, { value }]))
    }));
    return { uiapi: { query: { ConVox_Process__c: { edges } } } };
}

const DAY = { Calling_From__c: '09:00', Calling_To__c: '20:00' };

test.each([
    ['with hours', [DAY], '09:00'],
    ['without hours: none', [{ Calling_From__c: '' }], undefined],
    ['with one time only: none', [{ Calling_From__c: '09:00' }], undefined],
    ['that nobody set up: none', [], undefined]
])('the hours of a process %s', (_name, rows, from) => {
    expect(hoursIn(answerWith(...rows))?.from).toBe(from);
});

test.each([
    ['09:00', '20:00', '08:59', false],
    ['09:00', '20:00', '09:00', true],
    ['09:00', '20:00', '19:59', true],
    ['09:00', '20:00', '20:00', false],
    ['22:00', '06:00', '23:30', true],
    ['22:00', '06:00', '05:59', true],
    ['22:00', '06:00', '12:00', false],
    ['00:00', '00:00', '03:00', true],
    ['09:00', '20:00', '', true]
])('from %s to %s: %s is within: %s', (from, to, time, expected) => {
    expect(isWithin({ from, to }, time)).toBe(expected);
});
