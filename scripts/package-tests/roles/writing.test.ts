import type { Person, RoleOrg } from './roleOrg.ts';
import { openRoleOrg } from './roleOrg.ts';
import { waysToCreate, waysToDelete, waysToUpdate } from './ways.ts';

let desk: RoleOrg;
let keys = 0;

beforeAll(async () => {
    desk = await openRoleOrg();
});
afterAll(() => desk.org.close());

const newRow: Readonly<Record<string, () => object>> = {
    ConVox_Call__c: () => ({ Call_Reference__c: `NEW-${++keys}` }),
    ConVox_Command__c: () => ({
        Key__c: `NEW-${++keys}`,
        Type__c: 'Dial',
        Agent_Code__c: 'AG_ASHA',
        Phone_Number__c: '9876543201',
        Ref_No__c: `NEW_${keys}`
    }),
    ConVox_Follow_Up__c: () => ({ Due_At__c: '2026-03-03T10:00:00.000Z' }),
    ConVox_Recording_Opening__c: () => ({ Call__c: desk.rows.ashasCall }),
    ConVox_Agent__c: () => ({ Name: 'New', Agent_Code__c: `NEW_${++keys}` }),
    ConVox_Process__c: () => ({ Name: 'New', Process_Code__c: `NEW_${++keys}` }),
    ConVox_Disposition__c: () => ({ Name: 'New', Code__c: `NEW_${++keys}` }),
    ConVox_Server__c: () => ({ Name: `New ${++keys}` }),
    Contact: () => ({ LastName: 'New' }),
    PermissionSetAssignment: () => ({ AssigneeId: desk.idOfUser('asha') }),
    GroupMember: () => ({ UserOrGroupId: desk.idOfUser('asha') })
};

/** Each API's code for an object that the user may read and not create, and for one that is not there for the user. */
const refusedTo = {
    REST: { create: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', unknown: 'NOT_FOUND' },
    collection: { create: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', unknown: 'INVALID_TYPE' },
    'UI API': { create: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', unknown: 'INVALID_TYPE' },
    Bulk: { create: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', unknown: 'INVALIDENTITY' }
} as const;

type Created = 'done' | 'refused' | 'unknown';

const creators: readonly (readonly [object: string, by: Readonly<Partial<Record<Person, Created>>>])[] = [
    [
        'ConVox_Call__c',
        {
            asha: 'done',
            supervisor: 'done',
            administrator: 'done',
            gateway: 'done',
            manager: 'refused',
            guest: 'unknown'
        }
    ],
    [
        'ConVox_Command__c',
        {
            asha: 'done',
            administrator: 'done',
            manager: 'refused',
            gateway: 'unknown',
            guest: 'unknown'
        }
    ],
    [
        'ConVox_Follow_Up__c',
        {
            administrator: 'done',
            asha: 'refused',
            supervisor: 'refused',
            manager: 'refused',
            gateway: 'unknown',
            guest: 'unknown'
        }
    ],
    [
        'ConVox_Recording_Opening__c',
        {
            asha: 'done',
            manager: 'done',
            supervisor: 'done',
            administrator: 'done',
            gateway: 'unknown',
            guest: 'unknown'
        }
    ],
    [
        'ConVox_Agent__c',
        { administrator: 'done', asha: 'refused', supervisor: 'refused', manager: 'refused', gateway: 'unknown' }
    ],
    ['ConVox_Process__c', { administrator: 'done', asha: 'refused', manager: 'refused', gateway: 'unknown' }],
    ['ConVox_Disposition__c', { administrator: 'done', asha: 'refused', manager: 'refused', gateway: 'unknown' }],
    [
        'ConVox_Server__c',
        { administrator: 'done', asha: 'refused', manager: 'refused', gateway: 'unknown', guest: 'unknown' }
    ],
    ['Contact', { asha: 'done', gateway: 'unknown' }],
    ['PermissionSetAssignment', { asha: 'refused', manager: 'refused', gateway: 'refused', guest: 'refused' }],
    ['GroupMember', { asha: 'refused', gateway: 'refused' }]
];
const everyCreator = creators.flatMap(([object, by]) =>
    Object.entries(by).map(([person, what]) => [person as Person, object, what] as const)
);

describe.each(Object.entries(waysToCreate))('by %s', (way, create) => {
    const codes = Object.entries(refusedTo).find(([name]) => name === way)?.[1];

    test.each(everyCreator)('%s creates a row of %s: %s', async (person, object, what) => {
        const outcome = { done: 'done', refused: codes?.create, unknown: codes?.unknown }[what];
        expect(await create(desk.as(person), object, newRow[object]?.() ?? {})).toBe(outcome);
    });
});

/** Each API's codes for a row that may be read and not changed, and for one out of sight. */
const changeCodes = {
    REST: { readOnly: 'INSUFFICIENT_ACCESS_OR_READONLY', outOfSight: 'NOT_FOUND' },
    collection: { readOnly: 'INSUFFICIENT_ACCESS_OR_READONLY', outOfSight: 'INVALID_CROSS_REFERENCE_KEY' },
    'UI API': { readOnly: 'INSUFFICIENT_ACCESS_OR_READONLY', outOfSight: 'NOT_FOUND' },
    Bulk: { readOnly: 'INSUFFICIENT_ACCESS_OR_READONLY', outOfSight: 'INVALID_CROSS_REFERENCE_KEY' }
} as const;

type Row = keyof RoleOrg['rows'];
type Changed = 'done' | 'readOnly' | 'outOfSight' | 'readOnlyField';

const objectOf: Readonly<Record<Row, string>> = {
    contact: 'Contact',
    ashasCall: 'ConVox_Call__c',
    ravisCall: 'ConVox_Call__c',
    ashasCommand: 'ConVox_Command__c',
    ravisCommand: 'ConVox_Command__c',
    ravisFollowUp: 'ConVox_Follow_Up__c',
    ravisOpening: 'ConVox_Recording_Opening__c',
    disposition: 'ConVox_Disposition__c'
};

const changes: readonly (readonly [Person, Row, field: string, value: unknown, Changed])[] = [
    ['asha', 'ashasCall', 'Notes__c', 'Mine', 'done'],
    ['asha', 'ashasCall', 'Disposition__c', 'SALE', 'readOnlyField'],
    ['asha', 'ashasCall', 'Duration_Seconds__c', 5, 'readOnlyField'],
    ['asha', 'ashasCall', 'Status_Payload__c', 'x', 'readOnlyField'],
    ['asha', 'ashasCall', 'Recording__c', 'https://evil.example/1.wav', 'readOnlyField'],
    ['administrator', 'ashasCall', 'Recording__c', 'https://evil.example/1.wav', 'readOnlyField'],
    ['ravi', 'ravisOpening', 'Call__c', null, 'readOnly'],
    ['manager', 'ravisOpening', 'Call__c', null, 'readOnly'],
    ['supervisor', 'ravisOpening', 'Call__c', null, 'readOnly'],
    ['asha', 'ravisCall', 'Notes__c', 'Mine', 'outOfSight'],
    ['asha', 'ashasCommand', 'Reply__c', 'OK', 'readOnlyField'],
    ['asha', 'ravisCommand', 'Status__c', 'Requested', 'outOfSight'],
    ['asha', 'ravisFollowUp', 'State__c', 'Cancelled', 'outOfSight'],
    ['asha', 'disposition', 'Name', 'Mine', 'readOnly'],
    ['ravi', 'ravisFollowUp', 'Due_At__c', '2026-03-04T10:00:00.000Z', 'done'],
    ['ravi', 'ravisFollowUp', 'Agent_Code__c', 'AG_ASHA', 'readOnlyField'],
    ['manager', 'ashasCall', 'Notes__c', 'Mine', 'readOnly'],
    ['manager', 'ashasCommand', 'Status__c', 'Requested', 'readOnly'],
    ['manager', 'ravisFollowUp', 'State__c', 'Cancelled', 'readOnly'],
    ['supervisor', 'ashasCall', 'Notes__c', 'Mine', 'readOnly'],
    ['supervisor', 'ravisCommand', 'Status__c', 'Requested', 'readOnly'],
    ['gateway', 'ravisCall', 'Recording_File__c', 'a.wav', 'done'],
    ['administrator', 'ravisCall', 'Notes__c', 'Mended', 'done'],
    ['administrator', 'disposition', 'Name', 'Resolved', 'done']
];

describe.each(Object.entries(waysToUpdate))('by %s', (way, update) => {
    const codes = Object.entries(changeCodes).find(([name]) => name === way)?.[1];

    test.each(changes)('%s changes %s, %s to %j: %s', async (person, row, field, value, what) => {
        const id = desk.rows[row];
        const expected: Partial<Record<Changed, string>> = {
            ...codes,
            done: 'done',
            readOnlyField: 'INVALID_FIELD_FOR_INSERT_UPDATE'
        };
        const before = desk.org.store.get(objectOf[row], id)?.[field];
        const outcome = await update(desk.as(person), objectOf[row], id, { [field]: value });

        expect(outcome).toBe(expected[what]);
        expect(desk.org.store.get(objectOf[row], id)?.[field]).toEqual(what === 'done' ? value : before);
    });
});

const keepers: readonly (readonly [Person, Row])[] = [
    ['asha', 'ashasCall'],
    ['asha', 'ashasCommand'],
    ['ravi', 'ravisFollowUp'],
    ['manager', 'ravisCall'],
    ['supervisor', 'ravisCall'],
    ['supervisor', 'disposition'],
    ['ravi', 'ravisOpening'],
    ['manager', 'ravisOpening'],
    ['gateway', 'ravisCall']
];

describe.each(Object.entries(waysToDelete))('by %s', (_way, remove) => {
    test.each(keepers)('%s cannot delete %s', async (person, row) => {
        const code = await remove(desk.as(person), objectOf[row], desk.rows[row]);
        expect(code).toBe('INSUFFICIENT_ACCESS_OR_READONLY');
        expect(desk.org.store.get(objectOf[row], desk.rows[row])).toMatchObject({ IsDeleted: false });
    });

    test('the administrator deletes a call', async () => {
        const id = desk.plant('ConVox_Call__c', { Call_Reference__c: `NEW-${++keys}` });
        expect(await remove(desk.as('administrator'), 'ConVox_Call__c', id)).toBe('done');
        expect(desk.org.store.get('ConVox_Call__c', id)).toBeUndefined();
    });
});

describe.each(Object.entries(waysToUpdate))('by %s', (_way, update) => {
    test.each(['asha', 'supervisor', 'administrator'] as const)(
        '%s cannot change what a command says once it was sent',
        async (person) => {
            const id = desk.plant('ConVox_Command__c', {
                Key__c: `SENT-${++keys}`,
                Type__c: 'Dial',
                Status__c: 'Requested',
                OwnerId: desk.idOfUser(person),
                Agent_Code__c: 'AG_ASHA',
                Phone_Number__c: '9876543201',
                Ref_No__c: `SENT_${keys}`
            });
            const code = await update(desk.as(person), 'ConVox_Command__c', id, { Phone_Number__c: '9876543202' });

            expect(code).toBe('FIELD_CUSTOM_VALIDATION_EXCEPTION');
            expect(desk.org.store.get('ConVox_Command__c', id)).toMatchObject({ Phone_Number__c: '9876543201' });
        }
    );
});

describe('the gateway', () => {
    const upsert = (reference: string, fields: object) =>
        desk.as('gateway')('PATCH', '/composite/sobjects/ConVox_Call__c/Call_Reference__c', {
            allOrNone: false,
            records: [{ attributes: { type: 'ConVox_Call__c' }, Call_Reference__c: reference, ...fields }]
        });

    test('upserts new calls and those that agents own, who keep them', async () => {
        expect((await upsert(`NEW-${++keys}`, { Agent_Code__c: 'AG_ASHA' })).body).toMatchObject([
            { success: true, created: true }
        ]);
        expect((await upsert('REF-RAVI', { Duration_Seconds__c: 61 })).body).toMatchObject([
            { success: true, created: false }
        ]);
        expect(desk.org.store.get('ConVox_Call__c', desk.rows.ravisCall)).toMatchObject({
            Duration_Seconds__c: 61,
            OwnerId: desk.idOfUser('ravi')
        });
    });

    test('decides by its report whose a call is, whoever guessed the reference and made the row first', async () => {
        const reference = `NEW-${++keys}`;
        const create = (person: Person, agent: string) =>
            desk.as(person)('POST', '/sobjects/ConVox_Call__c', { Call_Reference__c: reference, Agent_Code__c: agent });
        const path = `/sobjects/ConVox_Call__c/Call_Reference__c/${reference}`;
        expect((await create('asha', 'AG_ASHA')).status).toBe(201);
        expect((await create('ravi', 'AG_RAVI')).body).toMatchObject([{ errorCode: 'DUPLICATE_VALUE' }]);
        expect((await desk.as('ravi')('GET', path)).status).toBe(404);
        expect((await upsert(reference, { Agent_Code__c: 'AG_RAVI', Status__c: 'Ended' })).body).toMatchObject([
            { success: true, created: false }
        ]);
        expect((await desk.as('ravi')('GET', path)).status).toBe(200);
        expect((await desk.as('ravi')('PATCH', path, { Notes__c: 'Mine' })).status).toBe(200);
    });

    test.each([
        ['Notes__c', 'what agents note'],
        ['Contact__c', 'the customer'],
        ['Pop_Payload__c', 'what the screen pop told']
    ])('knows no %s: %s', async (field) => {
        expect((await upsert('REF-RAVI', { [field]: null })).body).toMatchObject([
            { success: false, errors: [{ statusCode: 'INVALID_FIELD' }] }
        ]);
    });

    test('cannot take a call away from its agent', async () => {
        expect((await upsert('REF-RAVI', { OwnerId: desk.idOfUser('gateway') })).body).toMatchObject([
            { success: false, errors: [{ statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }] }
        ]);
    });

    test('without its place in the public group reaches no call of an agent', async () => {
        const other = await openRoleOrg();
        const { store, users } = other.org;
        store.delete(
            'GroupMember',
            store.find({ object: 'GroupMember' }).map(({ Id }) => String(Id)),
            users.admin
        );
        const path = '/sobjects/ConVox_Call__c/Call_Reference__c/REF-RAVI';

        expect((await other.as('gateway')('PATCH', path, { Duration_Seconds__c: 5 })).body).toMatchObject([
            { errorCode: 'DUPLICATE_VALUE' }
        ]);
        await other.org.close();
    });
});
