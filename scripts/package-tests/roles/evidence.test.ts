import type { FieldValues } from '../../local/org/records.ts';
import { AGENT_ASHA, AGENT_RAVI } from '../../sample/org/callers.ts';
import { at } from '../../local/org/testing/testOrg.ts';
import type { Person, RoleOrg } from './roleOrg.ts';
import { openRoleOrg } from './roleOrg.ts';
import { waysToCreate, waysToUpdate } from './ways.ts';

let desk: RoleOrg;
let keys = 0;
beforeAll(async () => {
    desk = await openRoleOrg();
});
afterAll(() => desk.org.close());

const REFUSED = 'FIELD_CUSTOM_VALIDATION_EXCEPTION';

/** A command of Asha's own, as her softphone would save it. */
function commandWith(values: FieldValues): FieldValues {
    return {
        Key__c: `EVIDENCE-${++keys}`,
        Type__c: 'Close',
        Status__c: 'Created',
        Agent_Code__c: AGENT_ASHA,
        ConVox_ID__c: '4543201',
        Disposition__c: 'RESOLVED',
        ...values
    };
}

describe.each(Object.entries(waysToCreate))('by %s', (_way, create) => {
    test.each<[Person, string, FieldValues, string]>([
        ['asha', 'a command of her own', {}, 'done'],
        ['asha', 'a command as a colleague', { Agent_Code__c: AGENT_RAVI }, REFUSED],
        ['supervisor', 'a command as an agent', {}, REFUSED],
        ['administrator', 'a command as an agent', {}, 'done'],
        ['asha', 'a command that ConVox has accepted', { Status__c: 'Accepted' }, REFUSED],
        ['asha', 'a command that ConVox has refused', { Status__c: 'Refused' }, REFUSED]
    ])('%s creates %s: %j', async (person, _what, values, outcome) => {
        expect(await create(desk.as(person), 'ConVox_Command__c', commandWith(values))).toBe(outcome);
    });

    test.each<[string, FieldValues, string]>([
        ['a call of her own', { Agent_Code__c: AGENT_ASHA, Status__c: 'In Progress' }, 'done'],
        ['a call that names no agent', { Status__c: 'In Progress' }, 'done'],
        ['a call of a colleague', { Agent_Code__c: AGENT_RAVI, Status__c: 'In Progress' }, REFUSED],
        ['a call that is over', { Agent_Code__c: AGENT_ASHA, Status__c: 'Disposed' }, REFUSED],
        [
            'a call with the ranks of a report',
            { Status__c: 'In Progress', Value_Ranks_1__c: '+499999999999999' },
            REFUSED
        ],
        ['a call that nobody took', { Agent_Code__c: AGENT_ASHA, Status__c: 'Not Connected' }, REFUSED]
    ])('asha creates %s: %j', async (_what, values, outcome) => {
        const call = { Call_Reference__c: `EVIDENCE-${++keys}`, ...values };
        expect(await create(desk.as('asha'), 'ConVox_Call__c', call)).toBe(outcome);
    });
});

/** A call of Asha's that ConVox has reported, as far as `values` do not say otherwise. */
function plantCall(values: FieldValues = {}): string {
    return desk.plant('ConVox_Call__c', {
        Call_Reference__c: `EVIDENCE-${++keys}`,
        Agent_Code__c: AGENT_ASHA,
        ConVox_ID__c: '4543201',
        Customer_Number__c: '9876543201',
        Started_At__c: '2026-03-01T09:00:00.000Z',
        Status__c: 'Ended',
        Status_Received_At__c: '2026-03-01T09:05:00.000Z',
        ...values
    });
}

const REPORTED = { Value_Ranks_1__c: `4${'0'.repeat(14)}${`3${'0'.repeat(14)}`.repeat(15)}` };
const UNREPORTED = { Status__c: 'In Progress', Status_Received_At__c: null };
const DAY = { Start_Day__c: '2026-03-01' };
/** ConVox has named it in its reply, and nobody has spoken yet. */
const DIALLED = { ...UNREPORTED, Status__c: null };

describe.each(Object.entries(waysToUpdate))('by %s', (_way, update) => {
    test.each<[string, FieldValues, FieldValues, string]>([
        ['notes on a reported call', {}, { Notes__c: 'Mine' }, 'done'],
        ['the number, spelled otherwise', {}, { Customer_Number__c: '+91 98765 43201' }, 'done'],
        ['what the report left blank', { ConVox_ID__c: null }, { ConVox_ID__c: '77' }, 'done'],
        ['another start', {}, { Started_At__c: '2020-01-01T00:00:00.000Z' }, REFUSED],
        ['another agent', {}, { Agent_Code__c: AGENT_RAVI }, REFUSED],
        ['another ConVox id', {}, { ConVox_ID__c: '99' }, REFUSED],
        ['another day', DAY, { Start_Day__c: '2020-01-01' }, REFUSED],
        ['another day of a call in progress', { ...DAY, ...UNREPORTED }, { Start_Day__c: '2026-03-02' }, 'done'],
        ['another process', { Process_Name__c: 'SALES' }, { Process_Name__c: 'SUPPORT' }, REFUSED],
        ['a faster pop', { Pop_Latency_Ms__c: 9000 }, { Pop_Latency_Ms__c: 90 }, REFUSED],
        ['a pop that came late', {}, { Pop_At__c: '2026-03-01T09:00:02.000Z', Pop_Latency_Ms__c: 900 }, 'done'],
        ['another customer number', {}, { Customer_Number__c: '9876543299' }, REFUSED],
        ['another status', {}, { Status__c: 'Disposed' }, REFUSED],
        ['the ranks of a report', {}, { Value_Ranks_1__c: '+399999999999999' }, REFUSED],
        ['the ranks of a number', {}, { Value_Ranks_1__c: '+1', Value_Ranks_2__c: '+399999999999999' }, REFUSED],
        ['the ranks of a pop', REPORTED, { Value_Ranks_1__c: '+100000000000010', Value_Ranks_2__c: '+' }, 'done'],
        ['a colleague on a call in progress', UNREPORTED, { Agent_Code__c: AGENT_RAVI }, REFUSED],
        ['an end of a call in progress', UNREPORTED, { Status__c: 'Ended' }, REFUSED],
        ['the progress of a call that was dialled', DIALLED, { Status__c: 'In Progress' }, 'done'],
        ['an end of a call that was dialled', DIALLED, { Status__c: 'Ended' }, REFUSED],
        ['another start of a call in progress', UNREPORTED, { Started_At__c: '2026-03-01T09:01:00.000Z' }, 'done']
    ])('asha writes %s', async (_what, call, change, outcome) => {
        expect(await update(desk.as('asha'), 'ConVox_Call__c', plantCall(call), change)).toBe(outcome);
    });

    test.each<[Person, FieldValues]>([
        ['administrator', { Started_At__c: '2026-03-01T08:00:00.000Z' }],
        ['gateway', { Started_At__c: '2026-03-01T08:00:00.000Z', Status__c: 'Disposed', Agent_Code__c: AGENT_RAVI }]
    ])('%s mends a reported call', async (person, change) => {
        expect(await update(desk.as(person), 'ConVox_Call__c', plantCall(), change)).toBe('done');
    });

    test.each<[string, FieldValues, string]>([
        ['accepted by hand', { Status__c: 'Accepted' }, REFUSED],
        ['refused by hand', { Status__c: 'Refused' }, REFUSED],
        ['given to a colleague', { Agent_Code__c: AGENT_RAVI }, REFUSED],
        ['given up', { Status__c: 'Unknown' }, 'done']
    ])('a command of asha is %s: %j', async (_what, change, outcome) => {
        const call = plantCall(UNREPORTED);
        const id = desk.plant('ConVox_Command__c', {
            ...commandWith({ Call__c: call }),
            OwnerId: desk.idOfUser('asha')
        });
        expect(await update(desk.as('asha'), 'ConVox_Command__c', id, change)).toBe(outcome);
        expect(at(desk.org.store.get('ConVox_Call__c', call), 'Disposition__c')).toBeNull();
    });

    test.each<[string, FieldValues, FieldValues, string]>([
        ['an open one, kept by no call', {}, { State__c: 'Kept' }, REFUSED],
        ['an open one, kept late by no call', {}, { State__c: 'Late' }, REFUSED],
        ['an open one, called off', {}, { State__c: 'Cancelled' }, 'done'],
        ['an open one, moved', {}, { Due_At__c: '2026-03-03T09:00:00.000Z' }, 'done'],
        ['a broken one, kept by no call', { State__c: 'Broken' }, { State__c: 'Kept' }, REFUSED],
        ['a broken one, called off', { State__c: 'Broken' }, { State__c: 'Cancelled' }, REFUSED],
        ['a broken one, moved', { State__c: 'Broken' }, { Due_At__c: '2026-03-03T09:00:00.000Z' }, REFUSED]
    ])('asha saves a promise of her own: %s', async (_what, promise, change, outcome) => {
        const id = desk.plant('ConVox_Follow_Up__c', {
            State__c: 'Open',
            Due_At__c: '2026-03-02T09:00:00.000Z',
            Agent__c: desk.idOfUser('asha'),
            OwnerId: desk.idOfUser('asha'),
            ...promise
        });
        expect(await update(desk.as('asha'), 'ConVox_Follow_Up__c', id, change)).toBe(outcome);
    });
});
