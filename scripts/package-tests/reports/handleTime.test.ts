import type { PackageOrg } from '../flows/packageOrg.ts';
import { openPackageOrg } from '../flows/packageOrg.ts';

const START = Date.parse('2026-03-02T10:00:00.000Z');
const MINUTE = 60_000;

const at = (minutes: number): string => new Date(START + minutes * MINUTE).toISOString();

let org: PackageOrg;
let now: number;

beforeEach(async () => {
    now = START;
    org = await openPackageOrg();
});
afterEach(() => org.close());

const connected = { Direction__c: 'Inbound', Status__c: 'Ended', Customer_Number__c: '9876500001' } as const;
const times = { Started_At__c: at(-10), Queue_Seconds__c: 20, Ring_Seconds__c: 10, Duration_Seconds__c: 300 };

/** What is left of an agent's save once ConVox has accepted it. */
function close(call: string): void {
    org.create('ConVox_Command__c', {
        Key__c: call,
        Type__c: 'Close',
        Status__c: 'Accepted',
        Agent_Code__c: 'AG_ASHA',
        Disposition__c: 'SALE',
        ConVox_ID__c: '1',
        Mobile_Number__c: '9876500001',
        Call__c: call,
        Answered_At__c: new Date(now).toISOString()
    });
}

function pass(minutes: number): void {
    org.pass(minutes);
    now += minutes * MINUTE;
}

describe('when a call was closed', () => {
    const reported = { Call_Reference__c: 'W-1', ...connected, ...times };

    test('is when ConVox accepted its end, whatever is saved to it later', () => {
        const id = org.create('ConVox_Call__c', reported);
        pass(2);
        close(id);
        pass(600);
        org.update('ConVox_Call__c', id, { Remarks__c: 'Late', Disposition__c: 'CALLBACK' });
        expect(org.read('ConVox_Call__c', id)['Closed_At__c']).toBe(at(2));
    });

    test('is not known of a disposition that ConVox reports by itself', () => {
        const id = org.create('ConVox_Call__c', { ...reported, Pop_At__c: at(-9) });
        org.update('ConVox_Call__c', id, { Status__c: 'Disposed', Disposition__c: 'SALE' });
        expect(org.read('ConVox_Call__c', id)['Closed_At__c']).toBeNull();
    });
});

test.each([
    ['the rest after queue, ringing and talk', {}, 5, [570, 870]],
    ['never below zero', { Duration_Seconds__c: 2000 }, 5, [0, 2000]],
    ['unknown until ConVox reports the talk', { Duration_Seconds__c: null }, 5, [null, null]],
    ['known without the times of the queue', { Queue_Seconds__c: null, Ring_Seconds__c: null }, 0, [300, 600]]
])('the wrap-up is %s', (_what, changes, minutes, expected) => {
    const id = org.create('ConVox_Call__c', {
        Call_Reference__c: 'W-2',
        ...connected,
        ...times,
        ...changes
    });
    pass(minutes);
    close(id);
    const row = org.read('ConVox_Call__c', id);
    expect([row['Wrap_Up_Seconds__c'], row['Handle_Seconds__c']]).toEqual(expected);
});
