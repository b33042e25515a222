import type { FieldValues, OrgRecord } from '../../local/org/records.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

let org: PackageOrg;
let count = 0;

beforeAll(async () => {
    org = await openPackageOrg();
});
afterAll(() => org.close());

/** A user who works as the ConVox agent of this code. */
function newAgent(code: string, isActive = true): string {
    const username = `${code.toLowerCase()}@sunrise.example`;
    const userId = org.create('User', {
        LastName: code,
        Username: username,
        Email: username,
        Alias: code.slice(-8),
        IsActive: isActive
    });
    org.create('ConVox_Agent__c', { Name: code, Agent_Code__c: code, User__c: userId });
    return userId;
}

function newCall(values: FieldValues): string {
    count += 1;
    return org.create('ConVox_Call__c', { Call_Reference__c: `OWNER-${count}`, ...values });
}

function changed(id: string, values: FieldValues): OrgRecord {
    org.update('ConVox_Call__c', id, values);
    return org.read('ConVox_Call__c', id);
}

test("a call that moves to another agent moves to that agent's user", () => {
    newAgent('AG_FIRST');
    const second = newAgent('AG_SECOND');
    const call = changed(newCall({ Agent_Code__c: 'AG_FIRST' }), { Agent_Code__c: 'AG_SECOND' });
    expect(call).toMatchObject({ Agent__c: second, OwnerId: second });
});

test('a user who has left is named as agent and owns nothing', () => {
    const gone = newAgent('AG_GONE', false);
    const id = newCall({ Agent_Code__c: 'AG_GONE' });
    expect(org.read('ConVox_Call__c', id)).toMatchObject({ Agent__c: gone, OwnerId: org.admin.id });
});

test('an agent who is mapped later is found at the next push', () => {
    const id = newCall({ Agent_Code__c: 'AG_LATER', Status__c: 'In Progress' });
    const later = newAgent('AG_LATER');
    expect(changed(id, { Status__c: 'Ended' })).toMatchObject({ Agent__c: later, OwnerId: later });
});

test('a status once known is not blanked', () => {
    expect(changed(newCall({ Status__c: 'Ended' }), { Status__c: null })).toMatchObject({ Status__c: 'Ended' });
});

describe('a follow-up', () => {
    const followUps = (callId: string): OrgRecord[] =>
        org.store.find({
            object: 'ConVox_Follow_Up__c',
            where: { field: 'Origin_Call__c', operator: 'eq', value: callId }
        });

    test('belongs to the agent and knows the customer that was linked in the same save', () => {
        const agent = newAgent('AG_PROMISE');
        const contact = org.create('Contact', { LastName: 'Promised', Phone: '90000 00061' });
        const id = newCall({
            Customer_Number__c: '+91 90000 00061',
            Agent_Code__c: 'AG_PROMISE',
            Process_Name__c: 'SUPPORT',
            Follow_Up_At__c: '2026-03-03T10:00:00.000Z'
        });
        expect(followUps(id)).toMatchObject([
            {
                Due_At__c: '2026-03-03T10:00:00.000Z',
                State__c: 'Open',
                OwnerId: agent,
                Agent__c: agent,
                Agent_Code__c: 'AG_PROMISE',
                Contact__c: contact,
                Phone_Key__c: '9000000061',
                Process_Name__c: 'SUPPORT'
            }
        ]);
    });

    test('that was kept stays kept when the call promises another one', () => {
        const id = newCall({ Follow_Up_At__c: '2026-03-03T10:00:00.000Z' });
        const [kept] = followUps(id);
        org.update('ConVox_Follow_Up__c', String(kept?.Id), { State__c: 'Kept' });
        changed(id, { Follow_Up_At__c: '2026-03-04T10:00:00.000Z' });
        const states = followUps(id).map((followUp) => followUp.State__c);
        expect(states.sort()).toEqual(['Kept', 'Open']);
    });
});
