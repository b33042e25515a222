import { at } from '../../local/org/testing/testOrg.ts';
import type { Person, RoleOrg } from './roleOrg.ts';
import { openRoleOrg } from './roleOrg.ts';
import { waysToRead } from './ways.ts';

let desk: RoleOrg;

beforeAll(async () => {
    desk = await openRoleOrg();
});
afterAll(() => desk.org.close());

type Row = keyof RoleOrg['rows'];

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

/** `all`: the rows of everybody. `own`: this row, which is theirs. `none`: rows of this kind, but not this one. */
const rules: readonly (readonly [person: Person, row: Row, reads: 'own' | 'all' | 'none'])[] = [
    ['asha', 'ashasCall', 'own'],
    ['asha', 'ashasCommand', 'own'],
    ['asha', 'ravisCall', 'none'],
    ['asha', 'ravisCommand', 'none'],
    ['asha', 'ravisFollowUp', 'none'],
    ['asha', 'ravisOpening', 'none'],
    ['ravi', 'ravisOpening', 'own'],
    ['manager', 'ravisOpening', 'all'],
    ['supervisor', 'ravisOpening', 'all'],
    ['administrator', 'ravisOpening', 'all'],
    ['asha', 'disposition', 'all'],
    ['asha', 'contact', 'all'],
    ['ravi', 'ravisCall', 'own'],
    ['ravi', 'ashasCall', 'none'],
    ['manager', 'ashasCall', 'all'],
    ['manager', 'ravisCall', 'all'],
    ['manager', 'ravisCommand', 'all'],
    ['manager', 'ravisFollowUp', 'all'],
    ['supervisor', 'ashasCall', 'all'],
    ['supervisor', 'ravisFollowUp', 'all'],
    ['administrator', 'ravisCall', 'all'],
    ['administrator', 'ravisCommand', 'all'],
    ['administrator', 'ravisFollowUp', 'all'],
    ['gateway', 'ravisCall', 'all']
];

const LISTS = new Set(['SOQL', 'GraphQL', 'Bulk query']);

describe.each(Object.entries(waysToRead))('by %s', (way, read) => {
    test.each(rules)('%s asks for %s and reads %s', async (person, row, reads) => {
        const id = desk.rows[row];
        const answer = await read(desk.as(person), objectOf[row], id);

        if (reads === 'none') {
            expect(answer).not.toContain(id);
            expect(LISTS.has(way) || answer === 'NOT_FOUND' || answer.length === 0).toBe(true);
        } else {
            expect(answer).toContain(id);
        }
    });

    test.each([
        ['own', 'asha', 1],
        ['all', 'manager', 2],
        ['all', 'supervisor', 2],
        ['all', 'administrator', 2],
        ['all', 'gateway', 2]
    ] as const)('%s calls and no others are listed for %s', async (_which, person, count) => {
        if (LISTS.has(way)) {
            expect(await read(desk.as(person), 'ConVox_Call__c', desk.rows.ashasCall)).toHaveLength(count);
        }
    });
});

/** How each API answers for an object that the user may not see: as for one that does not exist. */
const unknownTo = {
    'REST by id': 'NOT_FOUND',
    SOQL: 'INVALID_TYPE',
    collection: 'NOT_FOUND',
    'UI API': 'INVALID_ID_FIELD',
    GraphQL: 'ValidationError',
    'Bulk query': 'API_ERROR'
} as const;

const hidden: readonly (readonly [Person, Row])[] = [
    ['guest', 'ravisCall'],
    ['guest', 'ravisCommand'],
    ['guest', 'ravisFollowUp'],
    ['guest', 'disposition'],
    ['gateway', 'ravisCommand'],
    ['gateway', 'ravisFollowUp'],
    ['gateway', 'disposition'],
    ['gateway', 'contact']
];

describe.each(Object.entries(unknownTo))('by %s, for which the code is %s,', (way, code) => {
    test.each(hidden)('%s asks for %s and learns not even that there is such an object', async (person, row) => {
        expect(await waysToRead[way]?.(desk.as(person), objectOf[row], desk.rows[row])).toBe(code);
    });
});

async function query(person: Person, soql: string): Promise<unknown> {
    return (await desk.as(person)('GET', `/query?q=${encodeURIComponent(soql)}`)).body;
}

describe('a row out of sight does not show through one in sight:', () => {
    test('not as its parent', async () => {
        const soql = 'SELECT Name, Call__c, Call__r.Notes__c FROM ConVox_Command__c';
        expect(at(await query('asha', soql), 'records.0.Call__r')).toBeNull();
        expect(at(await query('manager', soql), 'records.0.Call__r.Notes__c')).toBe('Noted by AG_RAVI');
    });

    test('not among its children', async () => {
        const soql = `SELECT (SELECT Notes__c FROM ConVox_Calls__r) FROM Contact WHERE Id = '${desk.rows.contact}'`;
        expect(at(await query('asha', soql), 'records.0.ConVox_Calls__r.records')).toMatchObject([
            { Notes__c: 'Noted by AG_ASHA' }
        ]);
        expect(at(await query('manager', soql), 'records.0.ConVox_Calls__r.totalSize')).toBe(2);
    });

    test('not among its children in GraphQL', async () => {
        const request = {
            query: `{ uiapi { query { ConVox_Command__c { edges { node { Call__r { Notes__c { value } } } } } } } }`
        };
        const parents = async (person: Person): Promise<unknown> =>
            at((await desk.as(person)('POST', '/graphql', request)).body, 'data.uiapi.query.ConVox_Command__c.edges');

        expect(await parents('asha')).toEqual([{ node: { Call__r: null } }]);
        expect(JSON.stringify(await parents('manager'))).toContain('Noted by AG_RAVI');
    });

    test('not in a count, and not as a group', async () => {
        expect(at(await query('asha', 'SELECT COUNT() FROM ConVox_Call__c'), 'totalSize')).toBe(1);
        expect(
            at(
                await query('asha', 'SELECT Agent_Code__c, COUNT(Id) n FROM ConVox_Call__c GROUP BY Agent_Code__c'),
                'totalSize'
            )
        ).toBe(1);
    });

    test('not as the page of the UI API that asks for its parent', async () => {
        const path = `/ui-api/records/${desk.rows.ashasCommand}?fields=ConVox_Command__c.Call__r.Notes__c`;
        expect(JSON.stringify((await desk.as('asha')('GET', path)).body)).not.toContain('AG_RAVI');
        expect(JSON.stringify((await desk.as('manager')('GET', path)).body)).toContain('Noted by AG_RAVI');
    });

    test('not by its key, and not in the words that refuse the key to somebody else', async () => {
        const asha = desk.as('asha');
        expect((await asha('GET', '/sobjects/ConVox_Call__c/Call_Reference__c/REF-RAVI')).status).toBe(404);
        for (const answer of [
            await asha('POST', '/sobjects/ConVox_Call__c', { Call_Reference__c: 'REF-RAVI' }),
            await asha('PATCH', '/sobjects/ConVox_Call__c/Call_Reference__c/REF-RAVI', { Notes__c: 'Mine' })
        ]) {
            expect(answer.body).toMatchObject([
                {
                    errorCode: 'DUPLICATE_VALUE',
                    message: 'duplicate value found: <unknown> duplicates value on record with id: <unknown>'
                }
            ]);
        }
    });
});

test('fields of the package on customers are hidden from who has none of it', async () => {
    const fieldsOf = async (person: Person): Promise<unknown> =>
        at((await desk.as(person)('GET', '/ui-api/object-info/Contact')).body, 'fields');

    expect(await fieldsOf('asha')).toHaveProperty('ConVox_Mobile_Key__c');
    expect(await fieldsOf('guest')).not.toHaveProperty('ConVox_Mobile_Key__c');
    expect(await query('guest', 'SELECT ConVox_Mobile_Key__c FROM Contact')).toMatchObject([
        { errorCode: 'INVALID_FIELD' }
    ]);
    expect((await desk.as('guest')('GET', `/sobjects/Contact/${desk.rows.contact}`)).body).not.toHaveProperty(
        'ConVox_Mobile_Key__c'
    );
});

test('who may not see the package finds none of its objects in the list of objects', async () => {
    const ours = async (person: Person): Promise<number> =>
        JSON.stringify((await desk.as(person)('GET', '/sobjects')).body).match(/"name":"ConVox_/g)?.length ?? 0;

    expect(await ours('guest')).toBe(0);
    expect(await ours('asha')).toBeGreaterThan(6);
});
