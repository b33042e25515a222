import { AGENT_ASHA, KNOWN_CALLER_NUMBER, LEAD_NUMBER, SHARED_NUMBER, UNKNOWN_NUMBER } from '../org/seed/callers.ts';
import type { FieldValues, OrgRecord } from '../org/records.ts';
import type { PackagedOrg } from './packagedOrg.ts';
import { openPackagedOrg } from './packagedOrg.ts';

let org: PackagedOrg;
let calls = 0;

beforeAll(async () => {
    org = await openPackagedOrg();
});
afterAll(() => org.close());

const idOf = (username: string): string | undefined => org.org.users.find(username)?.id;

function newCall(values: FieldValues): OrgRecord {
    calls += 1;
    const [id = ''] = org.create('ConVox_Call__c', { Call_Reference__c: `REF${calls}`, ...values });
    return org.get('ConVox_Call__c', id);
}

function changed(call: OrgRecord, values: FieldValues): OrgRecord {
    const id = String(call.Id);
    org.update('ConVox_Call__c', id, values);
    return org.get('ConVox_Call__c', id);
}

describe('a call is completed as it is saved', () => {
    test('its phone key is worked out from the number', () => {
        expect(newCall({ Customer_Number__c: '+91 90000 00099' }).Phone_Key__c).toBe('9000000099');
    });

    test('the agent behind the code gets it, whatever the case of the code', () => {
        const call = newCall({ Agent_Code__c: AGENT_ASHA.toLowerCase() });
        expect(call).toMatchObject({ Agent__c: idOf('asha.verma'), OwnerId: idOf('asha.verma') });
    });

    test("a call that moves to another agent moves to that agent's user", () => {
        const call = changed(newCall({ Agent_Code__c: AGENT_ASHA }), { Agent_Code__c: 'AG_RAVI' });
        expect(call).toMatchObject({ Agent__c: idOf('ravi.kumar'), OwnerId: idOf('ravi.kumar') });
    });

    test('an agent code nobody has leaves the agent empty', () => {
        const call = newCall({ Agent_Code__c: 'AG_NOBODY' });
        expect(call).toMatchObject({ Agent__c: null, OwnerId: org.org.users.admin.id, Data_Quality__c: null });
    });

    test('a user who has left is named as agent and owns nothing', () => {
        const user = {
            LastName: 'Gone',
            Username: 'gone@sunrise.example',
            Alias: 'gone',
            Email: 'gone@sunrise.example'
        };
        const [userId = ''] = org.create('User', { ...user, IsActive: false });
        org.create('ConVox_Agent__c', { Name: 'Gone', Agent_Code__c: 'AG_GONE', User__c: userId });
        const call = newCall({ Agent_Code__c: 'AG_GONE' });
        expect(call).toMatchObject({ Agent__c: userId, OwnerId: org.org.users.admin.id });
    });
});

describe('the status of a call only moves forward', () => {
    const stages = ['In Progress', 'Ended', 'Not Connected', 'Disposed'];
    const pairs = stages.flatMap((before, first) =>
        stages.map((written, second) => ({ before, written, after: second > first ? written : before }))
    );

    test.each(pairs)('$before, then $written: $after', ({ before, written, after }) => {
        expect(changed(newCall({ Status__c: before }), { Status__c: written }).Status__c).toBe(after);
    });

    test('a status once known is not blanked', () => {
        expect(changed(newCall({ Status__c: 'Ended' }), { Status__c: null }).Status__c).toBe('Ended');
    });
});

describe('a call finds its customer', () => {
    const nobody = { Contact__c: null, Lead__c: null, Account__c: null, Match_Reason__c: null };

    test('the only contact with the number is linked, with the reason', () => {
        const call = newCall({ Customer_Number__c: KNOWN_CALLER_NUMBER });
        const [contact] = org.find('Contact', 'ConVox_Mobile_Key__c', KNOWN_CALLER_NUMBER);
        expect(call).toMatchObject({ Contact__c: contact?.Id, Match_Reason__c: 'The only contact with this number' });
    });

    test('without a contact, the only lead is linked', () => {
        const call = newCall({ Customer_Number__c: `0${LEAD_NUMBER}` });
        expect(call).toMatchObject({ Contact__c: null, Match_Reason__c: 'The only lead with this number' });
        expect(call.Lead__c).not.toBeNull();
    });

    test('without a contact or a lead, the only account is linked', () => {
        const call = newCall({ Customer_Number__c: '9000000053' });
        const [account] = org.find('Account', 'ConVox_Phone_Key__c', '9000000053');
        expect(call).toMatchObject({ Account__c: account?.Id, Match_Reason__c: 'The only account with this number' });
    });

    test('two contacts with one number are for the agent to choose from', () => {
        expect(newCall({ Customer_Number__c: SHARED_NUMBER })).toMatchObject(nobody);
    });

    test('a number nobody has links nobody', () => {
        expect(newCall({ Customer_Number__c: UNKNOWN_NUMBER })).toMatchObject(nobody);
    });

    test('a customer chosen by the agent stays', () => {
        const [chosen = ''] = org.create('Contact', { LastName: 'Chosen' });
        const call = newCall({ Customer_Number__c: KNOWN_CALLER_NUMBER, Contact__c: chosen });
        expect(call).toMatchObject({ Contact__c: chosen, Match_Reason__c: null });
    });

    test('two hundred calls saved together find their customers too', () => {
        const rows = Array.from({ length: 200 }, (_, index) => ({
            Call_Reference__c: `BULK${index}`,
            Customer_Number__c: index % 2 === 0 ? KNOWN_CALLER_NUMBER : UNKNOWN_NUMBER
        }));
        const linked = org.create('ConVox_Call__c', ...rows).map((id) => org.get('ConVox_Call__c', id).Contact__c);
        expect(linked.filter((contact) => contact !== null)).toHaveLength(100);
    });
});

describe('a promise to call again is kept as one follow-up', () => {
    const followUps = (call: OrgRecord): OrgRecord[] =>
        org.find('ConVox_Follow_Up__c', 'Origin_Call__c', String(call.Id));
    const FIRST = '2026-11-23T05:30:00.000Z';
    const SECOND = '2026-11-24T05:30:00.000Z';

    test('it is due when the call says, belongs to the agent, and knows the customer', () => {
        const call = newCall({
            Customer_Number__c: KNOWN_CALLER_NUMBER,
            Agent_Code__c: AGENT_ASHA,
            Process_Name__c: 'SUPPORT',
            Follow_Up_At__c: FIRST
        });
        expect(followUps(call)).toMatchObject([
            {
                Due_At__c: FIRST,
                State__c: 'Open',
                OwnerId: idOf('asha.verma'),
                Agent__c: idOf('asha.verma'),
                Agent_Code__c: AGENT_ASHA,
                Contact__c: call.Contact__c,
                Phone_Key__c: KNOWN_CALLER_NUMBER,
                Process_Name__c: 'SUPPORT'
            }
        ]);
        expect(call.Contact__c).not.toBeNull();
    });

    test('another time moves it instead of adding one', () => {
        const call = newCall({ Follow_Up_At__c: FIRST });
        changed(call, { Follow_Up_At__c: SECOND });
        changed(call, { Notes__c: 'Asked for the invoice.' });
        expect(followUps(call)).toMatchObject([{ Due_At__c: SECOND, State__c: 'Open' }]);
    });

    test('after a kept one, a new time opens a new one', () => {
        const call = newCall({ Follow_Up_At__c: FIRST });
        const [kept] = followUps(call);
        org.update('ConVox_Follow_Up__c', String(kept?.Id), { State__c: 'Kept' });
        changed(call, { Follow_Up_At__c: SECOND });
        expect(
            followUps(call)
                .map(({ State__c }) => State__c)
                .sort()
        ).toEqual(['Kept', 'Open']);
    });

    test('a call without one opens none', () => {
        expect(followUps(newCall({ Status__c: 'Ended' }))).toEqual([]);
    });
});

test('no flow has failed on the way', () => {
    expect(org.log).toEqual([]);
});
