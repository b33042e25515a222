import type { RoleOrg } from './roleOrg.ts';
import { openRoleOrg } from './roleOrg.ts';
import { waysToDelete, waysToRead, waysToUpdate } from './ways.ts';

let desk: RoleOrg;
let callId: string;

/** A call that Ravi took from a customer whom Asha looks after. */
beforeAll(async () => {
    desk = await openRoleOrg();
    const customer = desk.plant('Contact', {
        LastName: 'Nair',
        MobilePhone: '9000000055',
        OwnerId: desk.idOfUser('asha')
    });
    callId = desk.plant('ConVox_Call__c', {
        Call_Reference__c: 'REF-NAIR',
        Customer_Number__c: '9000000055',
        Agent_Code__c: 'AG_RAVI',
        Contact__c: customer
    });
});
afterAll(() => desk.org.close());

test.each(Object.entries(waysToRead))('an agent reads the call of their own customer by %s', async (_way, read) => {
    expect(await read(desk.as('asha'), 'ConVox_Call__c', callId)).toContain(callId);
});

test.each(Object.entries(waysToUpdate))('and cannot change it by %s', async (_way, update) => {
    expect(await update(desk.as('asha'), 'ConVox_Call__c', callId, { Notes__c: 'Mine' })).toBe(
        'INSUFFICIENT_ACCESS_OR_READONLY'
    );
});

test.each(Object.entries(waysToDelete))('nor delete it by %s', async (_way, remove) => {
    expect(await remove(desk.as('asha'), 'ConVox_Call__c', callId)).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
});
