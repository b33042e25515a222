import { openPackageOrg } from './packageOrg.ts';
import type { PackageOrg } from './packageOrg.ts';

let org: PackageOrg;
beforeEach(async () => {
    org = await openPackageOrg();
});
afterEach(() => org.close());

/** As the phone saves it. */
const COUNTED = {
    Direction__c: 'Inbound',
    Pop_At__c: '2026-03-02T10:00:00.000Z',
    Start_Day__c: '2026-03-02',
    Started_At__c: '2026-03-02T10:00:00.000Z',
    Status__c: 'In Progress'
};
const APART = {
    Direction__c: null,
    Pop_At__c: null,
    Start_Day__c: null,
    Started_At__c: null,
    Status__c: 'Ended'
};

function popped(reference: string): string {
    const call = { Agent_Code__c: 'AG_ASHA', Call_Reference__c: reference, Customer_Number__c: '9000000000' };
    return org.create('ConVox_Call__c', { ...call, ...COUNTED });
}

test.each([
    ['TRIAL-1', 'a trial, which no figure, list or check counts', APART],
    ['austin:TRIAL-1', 'a trial, which no figure, list or check counts', APART],
    ['1772445600.17', 'a call of the centre', COUNTED],
    ['RETRIAL-1', 'a call of the centre', COUNTED],
    ['austin:RETRIAL-1', 'a call of the centre', COUNTED]
])('%s is %s', (reference, _what, fields) => {
    expect(org.read('ConVox_Call__c', popped(reference))).toMatchObject(fields);
});

test.each([
    ['TRIAL-1', 59, 1],
    ['TRIAL-1', 61, 0],
    ['1772445600.17', 61, 1]
])('of %s there are after %i minutes %i', async (reference, minutes, left) => {
    const id = popped(reference);
    // What the administrator does with it in the phone.
    org.update('ConVox_Call__c', id, { Notes__c: 'Tried' });
    org.pass(minutes);
    await org.engine.runDueAsync();

    expect(org.log).toEqual([]);
    expect(org.column('ConVox_Call__c', 'Call_Reference__c')).toHaveLength(left);
});
