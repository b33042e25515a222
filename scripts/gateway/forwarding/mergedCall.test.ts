import type { Push } from '../journal/journal.ts';
import { mergePushes } from './mergedCall.ts';

const RECEIVED = Date.UTC(2026, 10, 22, 6);
const FULL = {
    CALL_REFERENCE_ID: 'R1',
    MOBILE_NO: '9876543201',
    CALL_STATUS: 'Connected',
    CALL_DATE: '2026-11-22T11:00:00',
    CALL_DURATION: '95',
    DISPOSITION: 'SALE',
    crm_ticket: 'T-77'
};

function push(parameters: Readonly<Record<string, string>>, minutesLater = 0): Push {
    const body = new URLSearchParams(parameters).toString();
    return { reference: 'R1', receivedAt: RECEIVED + minutesLater * 60_000, shape: 'form', body };
}

function merged(...pushes: Push[]): Record<string, unknown> {
    const result = mergePushes('R1', pushes, 'Asia/Kolkata');
    if (!result.ok) {
        throw new Error(result.problems.join());
    }
    return { ...result.call.fields };
}

test('a recording that comes later adds itself, blanks nothing and makes nothing doubtful', () => {
    const late = { CALL_REFERENCE_ID: 'R1', MOBILE_NO: '', DISPOSITION: '', RECORDING_FILE_NAME: '/calls/1.wav' };
    const together = merged(push(FULL), push(late, 5));
    expect(together).toMatchObject({
        Customer_Number__c: '9876543201',
        Started_At__c: '2026-11-22T05:30:00.000Z',
        Duration_Seconds__c: 95,
        Disposition__c: 'SALE',
        Recording_File__c: '/calls/1.wav',
        Status__c: 'Disposed',
        Status_Received_At__c: '2026-11-22T06:05:00.000Z'
    });
    expect(together).not.toHaveProperty('Data_Quality__c');
    expect(together['Status_Payload__c']).toContain('crm_ticket=T-77');
    expect(String(together['Status_Payload__c']).split('\n')).toHaveLength(2);
});

test('a later value takes the place of an earlier one, however it is spelled', () => {
    const corrected = { call_reference_id: 'R1', 'Mobile Number': '9876543201', disposition: 'CALLBACK' };
    expect(merged(push(FULL), push(corrected, 1))).toMatchObject({ Disposition__c: 'CALLBACK' });
    expect(merged(push(corrected), push(FULL, 1))).toMatchObject({ Disposition__c: 'SALE' });
});

test('what had to be cut in one push stays doubtful, what a later one makes good does not', () => {
    const long = push({ ...FULL, QUEUE_NAME: 'Q'.repeat(100), CALL_DURATION: 'long' });
    expect(merged(long)['Data_Quality__c']).toBe('valueCut; durationUnreadable');
    expect(merged(long, push(FULL, 1))['Data_Quality__c']).toBe('valueCut');
});

test('one push that makes no sense makes none of the call', () => {
    expect(mergePushes('R1', [push(FULL), push({ CALL_DATE: 'x' })], 'Asia/Kolkata')).toMatchObject({ ok: false });
});

test.each([
    [{ CALL_DATE: '2026-11-22T00:10:00' }, '2026-11-22', 0, '00:00'],
    [{ CALL_DATE: '2026-11-22T23:59:59' }, '2026-11-22', 23, '23:30'],
    [{ CALL_DATE: '2026-11-22T09:29:59' }, '2026-11-22', 9, '09:00'],
    [{ CALL_DATE: '2026-11-22T09:30:00' }, '2026-11-22', 9, '09:30'],
    [{ CALL_DATE: '2026-11-22', CALL_HOUR: '15' }, '2026-11-22', 15, '15:00'],
    [{ CALL_DATE: '2026-11-22', CALL_HOUR: '03 PM' }, '2026-11-22', 15, '15:00'],
    [{ CALL_DATE: '2026-11-22', CALL_HOUR: '' }, '2026-11-22', undefined, undefined],
    [{ CALL_DATE: '2026-11-22', CALL_HOUR: '24' }, '2026-11-22', undefined, undefined],
    [{ CALL_DATE: '2026-11-22', CALL_HOUR: '15:29' }, '2026-11-22', undefined, undefined],
    [{ CALL_DATE: '2026-11-22', CALL_HOUR: '15.0' }, '2026-11-22', undefined, undefined],
    [{ CALL_DATE: '' }, undefined, undefined, undefined]
])('a call of %j began on %s in hour %s, half hour %s', (change, day, hour, halfHour) => {
    const { Start_Day__c, Start_Hour__c, Start_Half_Hour__c } = merged(push({ ...FULL, ...change }));
    expect([Start_Day__c, Start_Hour__c, Start_Half_Hour__c]).toEqual([day, hour, halfHour]);
});

test.each([
    ['before the clocks go forward', '2026-03-08T06:59:59Z', '2026-03-08', 1, '01:30'],
    ['after the clocks went forward', '2026-03-08T07:00:00Z', '2026-03-08', 3, '03:00'],
    ['in the first run of the hour that is repeated', '2026-11-01T05:40:00Z', '2026-11-01', 1, '01:30'],
    ['in its second run', '2026-11-01T06:40:00Z', '2026-11-01', 1, '01:30'],
    ['on the last evening of a year', '2027-01-01T04:45:00Z', '2026-12-31', 23, '23:30']
])('a call %s in New York is counted by the clock there', (_when, at, day, hour, halfHour) => {
    const result = mergePushes('R1', [push({ ...FULL, CALL_DATE: at, CALL_HOUR: '' })], 'America/New_York');
    expect(result).toMatchObject({
        call: { fields: { Start_Day__c: day, Start_Hour__c: hour, Start_Half_Hour__c: halfHour } }
    });
});
