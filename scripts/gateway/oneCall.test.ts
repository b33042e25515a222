import { callFieldsFromPop } from '#call-record';
import { decodeScreenPop, ranksOfPop } from '#contract';
import * as fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen } from '../node/listen.ts';
import type { Listening } from '../node/listen.ts';
import type { Org } from '../local/org/org.ts';
import type { FieldValue } from '../local/org/records.ts';
import { CLIENT, createTestOrg } from '../local/org/testing/testOrg.ts';
import { seedOrg } from '../sample/org/seedOrg.ts';
import { createGateway } from './app.ts';
import type { Gateway } from './app.ts';
import { forwarderFor } from './forwarding/forwarderFor.ts';
import { createSqliteJournal } from './journal/sqliteJournal.ts';

const SECRET = 'a-secret-of-the-test';
// Ahead of this machine's clock: a batch leaves when the test says so.
const NINE = Date.parse('2046-03-02T09:00:00.000Z');

type Values = Readonly<Record<string, string>>;
/** What was said, in which minute; or what happens to the gateway. */
type Said = { readonly minute: number } & ({ readonly push: Values } | { readonly pop: Values });
type Step = Said | 'forward' | 'restart';

let folder: string;
let org: Org;
let orgServer: Listening;
let gateway: Gateway;
let now = NINE;
let count = 0;

beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'one-call-'));
    org = await createTestOrg({ clock: () => new Date(NINE) });
    seedOrg(org);
    orgServer = await listen(org);
    gateway = openGateway();
});
afterAll(async () => {
    await gateway.close();
    await orgServer.close();
    await org.close();
    rmSync(folder, { recursive: true });
});

/** The gateway over its journal's file. It forwards only when told to, so that a restart leaves pushes waiting. */
function openGateway(): Gateway {
    const journal = createSqliteJournal({ file: join(folder, 'journal.sqlite') });
    return createGateway({
        secrets: [SECRET],
        timeZone: 'Asia/Kolkata',
        lightningOrigin: 'https://example.lightning.force.com',
        salesforce: {
            loginUrl: orgServer.url,
            clientId: CLIENT.clientId,
            clientSecret: CLIENT.clientSecret,
            timeout: 30_000
        },
        journal,
        forward(job) {
            const forwarder = forwarderFor(job, { journal });
            return {
                state: () => forwarder.state(),
                async flushed() {
                    while ((await forwarder.flush()) === 0);
                },
                stop: () => Promise.resolve()
            };
        },
        clock: () => new Date(now),
        log: () => undefined
    });
}

async function take(reference: string, step: Step): Promise<void> {
    if (step === 'forward') {
        await gateway.flushed();
        return;
    }
    if (step === 'restart') {
        await gateway.close();
        gateway = openGateway();
        return;
    }
    now = NINE + step.minute * 60_000;
    if ('pop' in step) {
        savePop(reference, valuesOf(reference, step.pop));
        return;
    }
    const said = { CALL_REFERENCE_ID: reference, MOBILE_NO: '9876543201', ...step.push };
    const body = new URLSearchParams(valuesOf(reference, said));
    const headers = { 'access-token': SECRET };
    const answer = await gateway.fetch(new Request('http://gateway/call-status', { method: 'POST', headers, body }));
    expect(answer.status).toBe(200);
}

// Every call has customers of its own, so that none is the repetition or the return of another.
const NUMBERS = '98765432';
const numbersOf = (reference: string): string => `98${reference.replace(/\D/g, '').padStart(6, '0')}`;

function valuesOf(reference: string, values: Values): Values {
    const entries = Object.entries(values).map(([name, value]): [string, string] => [
        name,
        value.replaceAll(NUMBERS, numbersOf(reference))
    ]);
    return Object.fromEntries(entries);
}

function savePop(reference: string, values: Values): void {
    const pop = decodeScreenPop(Object.entries({ CallReferenceID: reference, ...values }));
    if (!pop.ok) {
        throw new Error(JSON.stringify(pop.problems));
    }
    const fields = callFieldsFromPop(pop.value, {
        poppedAt: iso(now),
        payload: JSON.stringify(values),
        ranks: ranksOfPop(pop.value, now)
    });
    expect(org.store.upsert('ConVox_Call__c', 'Call_Reference__c', [fields], org.users.admin)).toMatchObject([
        { success: true }
    ]);
}

function iso(milliseconds: number): string {
    return new Date(milliseconds).toISOString();
}

// What is no word of ConVox: the row's own names and times; who had the call last keeps it when ConVox names an agent
// whom nobody mapped; and Returned_At__c is what was noted once, of which Missed_Call_Returned_At__c is what counts.
const OWN = [
    'Returned_At__c',
    'Is_Return_Void__c',
    'Id',
    'Call_Back__c',
    'Name',
    'Call_Reference__c',
    'CreatedDate',
    'LastModifiedDate',
    'SystemModstamp',
    'OwnerId',
    'LastModifiedById',
    'CreatedById'
];

/** Ranks and legs without the digit that tells messages of one millisecond apart, by the order in which they came. */
const withoutOrder = (text: FieldValue | undefined, length: number): string =>
    String(text ?? '').replaceAll(new RegExp(`(.{13}).(.{${length - 14}})`, 'gs'), '$1*$2');

/** The row without what tells one call from another; messages are a set. */
function rowOf(reference: string): Record<string, unknown> {
    const [stored] = org.store.find({
        object: 'ConVox_Call__c',
        where: { field: 'Call_Reference__c', operator: 'eq', value: reference }
    });
    const row = Object.fromEntries(
        Object.entries(stored ?? {}).map(([field, value]) => [
            field,
            typeof value === 'string' ? value.replaceAll(numbersOf(reference), NUMBERS) : value
        ])
    );
    const { Status_Payload__c: payload, Value_Ranks_1__c, Value_Ranks_2__c, Agent_Legs__c, ...fields } = row;
    const messages =
        String(payload ?? '')
            .replaceAll(reference, '')
            .match(/«[^»]*»/g) ?? [];
    const told = Object.entries(fields).filter(([field]) => !OWN.includes(field));
    return {
        ...Object.fromEntries(told),
        ranks: withoutOrder(`${String(Value_Ranks_1__c)}${String(Value_Ranks_2__c)}`, 15),
        legs: withoutOrder(Agent_Legs__c, 200),
        messages: [...new Set(messages)].sort()
    };
}

/** What else happened to the customers: a call before, and conversations later. */
const OTHER_CALLS: readonly Record<string, string>[] = [
    { Customer_Number__c: '9876543201', Status__c: 'Not Connected', Started_At__c: '2026-03-01T16:00:00.000Z' },
    { Customer_Number__c: '9876543201', Status__c: 'Ended', Started_At__c: '2026-03-04T10:00:00.000Z' },
    { Customer_Number__c: '9876543299', Status__c: 'Ended', Started_At__c: '2026-03-02T08:00:00.000Z' },
    { Customer_Number__c: '9876543299', Status__c: 'Ended', Started_At__c: '2026-03-06T10:00:00.000Z' }
];

async function rowAfter(
    steps: readonly Step[],
    others: readonly Record<string, string>[] = []
): Promise<Record<string, unknown>> {
    count += 1;
    const reference = `ONE-${count}`;
    const rows = others.map((other, index) => ({
        ...valuesOf(reference, other),
        Direction__c: 'Inbound',
        Call_Reference__c: `${reference}/${index}`
    }));
    org.store.create('ConVox_Call__c', rows, org.users.admin).forEach((result) => expect(result.success).toBe(true));
    for (const step of [...steps, 'forward'] as const) {
        await take(reference, step);
    }
    return rowOf(reference);
}

const NOT_CONNECTED: Values = {
    CALL_STATUS: 'Not connected',
    USER_ID: 'AG_RAVI',
    CALL_DURATION: '0',
    CALL_MODE: 'inbound'
};
const CONNECTED: Values = {
    CALL_STATUS: 'Connected',
    USER_ID: 'AG_ASHA',
    CALL_DURATION: '95',
    CALL_MODE: 'inbound',
    CALL_DATE: '2026-03-02T14:20:00',
    QUEUE_NAME: 'SUPPORT'
};

interface Example {
    readonly name: string;
    readonly said: readonly Said[];
    readonly row: Record<string, unknown>;
}

const examples: readonly Example[] = [
    {
        name: 'a call that was answered after all is no missed one',
        said: [
            { minute: 1, push: NOT_CONNECTED },
            { minute: 2, push: CONNECTED }
        ],
        row: { Status__c: 'Ended', Agent__c: 'AG_ASHA', Connected_Calls__c: 1, Missed_Calls__c: 0 }
    },
    {
        name: 'a losing leg takes nothing from the talk',
        said: [
            { minute: 1, push: { ...CONNECTED, DISPOSITION: 'RESOLVED' } },
            { minute: 2, push: { ...NOT_CONNECTED, CALL_DATE: '2026-03-02T14:10:00', DISPOSITION: 'NOANSWER' } }
        ],
        row: {
            Status__c: 'Disposed',
            Agent_Code__c: 'AG_ASHA',
            ConVox_Status__c: 'Connected',
            Duration_Seconds__c: 95,
            Started_At__c: '2026-03-02T08:50:00.000Z',
            Disposition__c: 'RESOLVED'
        }
    },
    {
        name: 'a leg that nobody answered fills what no connected one says, its agent among them',
        said: [
            { minute: 1, push: { ...NOT_CONNECTED, DISPOSITION: 'NOANSWER', STATION: '12' } },
            { minute: 2, push: { ...CONNECTED, USER_ID: '' } }
        ],
        row: {
            Agent_Code__c: 'AG_RAVI',
            Disposition__c: 'NOANSWER',
            Status__c: 'Disposed',
            Duration_Seconds__c: 95,
            Connected_Calls__c: 1,
            Earlier_Agents__c: null
        }
    },
    {
        name: 'an agent who spoke takes the call from one who did not',
        said: [
            { minute: 1, push: { ...CONNECTED, USER_ID: '' } },
            { minute: 2, push: NOT_CONNECTED },
            { minute: 3, push: { CALL_STATUS: 'Connected', USER_ID: 'AG_ASHA' } }
        ],
        row: { Agent_Code__c: 'AG_ASHA', Duration_Seconds__c: 95, Earlier_Agents__c: null }
    },
    {
        name: 'the agent after a transfer has the call, and the one before stays readable',
        said: [
            { minute: 1, push: { ...CONNECTED, CALL_DURATION: '60', DISPOSITION: 'SALE' } },
            { minute: 2, push: { ...CONNECTED, USER_ID: 'AG_RAVI', CALL_DURATION: '120' } },
            { minute: 3, push: { ...CONNECTED, USER_ID: 'AG_TINA', CALL_DURATION: '30' } }
        ],
        row: {
            Agent_Code__c: 'AG_TINA',
            Agent__c: null,
            Duration_Seconds__c: 30,
            Disposition__c: 'SALE',
            Earlier_Agents__c: 'AG_ASHA, 60 s, SALE; AG_RAVI, 120 s',
            Data_Quality__c: 'severalAgents'
        }
    },
    {
        name: 'a late recording makes nothing doubtful',
        said: [
            { minute: 1, push: CONNECTED },
            { minute: 2, push: { MOBILE_NO: '', RECORDING_FILE_NAME: '/a.wav' } }
        ],
        row: { Data_Quality__c: null, Recording_File__c: '/a.wav', Customer_Number__c: '9876543201' }
    },
    {
        name: 'a recording that comes alone counts more than the one of an agent who did not answer',
        said: [
            { minute: 1, push: CONNECTED },
            { minute: 2, push: { RECORDING_FILE_NAME: '/talk.wav' } },
            { minute: 3, push: { ...NOT_CONNECTED, RECORDING_FILE_NAME: '/leg.wav' } }
        ],
        row: { Recording_File__c: '/talk.wav', Agent_Code__c: 'AG_ASHA', Status__c: 'Ended' }
    },
    {
        name: 'a day alone takes no hour away',
        said: [
            { minute: 1, push: { ...NOT_CONNECTED, CALL_DATE: '2026-03-02T14:20:00' } },
            { minute: 2, push: { ...CONNECTED, CALL_DATE: '2026-03-02', CALL_HOUR: '', CALL_MINUTE: '' } }
        ],
        row: { Start_Hour__c: 14, Started_At__c: '2026-03-02T08:50:00.000Z', Status__c: 'Ended' }
    },
    {
        name: 'a word that says both leaves it to the seconds',
        said: [
            { minute: 1, push: { ...CONNECTED, CALL_STATUS: 'Disconnected by customer' } },
            { minute: 2, push: { ...NOT_CONNECTED, CALL_STATUS: 'Disconnected' } }
        ],
        row: { Status__c: 'Ended', Agent_Code__c: 'AG_ASHA', Duration_Seconds__c: 95 }
    },
    {
        name: 'words for nothing take nothing away, and are no disposition',
        said: [
            { minute: 1, push: { ...CONNECTED, DISPOSITION: 'null' } },
            {
                minute: 2,
                push: {
                    MOBILE_NO: 'null',
                    USER_ID: 'null',
                    DISPOSITION: 'null',
                    QUEUE_NAME: 'NULL',
                    RECORDING_FILE_NAME: 'undefined',
                    CALL_DURATION: 'NaN'
                }
            }
        ],
        row: {
            Status__c: 'Ended',
            Disposition__c: null,
            Customer_Number__c: '9876543201',
            Agent_Code__c: 'AG_ASHA',
            Queue__c: 'SUPPORT',
            Recording_File__c: null,
            Duration_Seconds__c: 95,
            Data_Quality__c: null
        }
    },
    {
        name: 'what could not be read is made good by what can, and not the other way round',
        said: [
            { minute: 1, push: CONNECTED },
            {
                minute: 2,
                push: { ...CONNECTED, CALL_DURATION: 'long', CALL_DATE: 'yesterday', QUEUE_NAME: 'Q'.repeat(90) }
            }
        ],
        row: { Data_Quality__c: 'valueCut', Duration_Seconds__c: 95, Started_At__c: '2026-03-02T08:50:00.000Z' }
    },
    {
        name: 'a pop says only what no push does',
        said: [
            {
                minute: 0,
                pop: { AgentID: 'AG_RAVI', CallerID: '9876543299', Process: 'SALES', TypeOfCall: 'Inbound call' }
            },
            { minute: 1, push: CONNECTED }
        ],
        row: {
            Status__c: 'Ended',
            Agent_Code__c: 'AG_ASHA',
            Customer_Number__c: '9876543201',
            Process_Name__c: 'SALES',
            Type_Of_Call__c: 'Inbound call',
            Pop_At__c: iso(NINE)
        }
    },
    {
        name: 'a correction without a status is one of everything but the talk',
        said: [
            { minute: 1, push: { ...CONNECTED, DISPOSITION: 'SALE' } },
            { minute: 2, push: { USER_ID: 'AG_RAVI', DISPOSITION: 'CALLBACK' } }
        ],
        row: { Agent_Code__c: 'AG_ASHA', Disposition__c: 'CALLBACK', Status__c: 'Disposed' }
    },
    {
        name: 'a word that nobody knows, without seconds and agent, is no talk',
        said: [{ minute: 1, push: { CALL_STATUS: 'RINGBACK', CALL_DURATION: '0' } }],
        row: { Status__c: 'Not Connected', Connected_Calls__c: 0 }
    }
];

test.each(examples)('$name, in any order, once or twice, together or not', async ({ said, row }) => {
    const user = org.store.find({
        object: 'ConVox_Agent__c',
        where: { field: 'Agent_Code__c', operator: 'eq', value: 'AG_ASHA' }
    });
    const asha = user[0]?.['User__c'];
    const expected = 'Agent__c' in row ? { ...row, Agent__c: row['Agent__c'] === 'AG_ASHA' ? asha : null } : row;
    const apart = said.flatMap((one): Step[] => [one, 'forward']);
    const backwards = said.toReversed().flatMap((one): Step[] => [one, 'forward']);
    const restarted = said.flatMap((one): Step[] => [one, 'restart']);
    const ways = [said, backwards, restarted, [...apart, ...said.toReversed()]];
    for (const way of ways) {
        expect(await rowAfter(way)).toMatchObject(expected);
    }
});

test('a missed call that somebody returned, and that turns out to be answered, is neither missed nor returned', async () => {
    const at = (hour: number): Values => ({ CALL_DATE: `2026-03-02T${hour}:00:00`, MOBILE_NO: '9876500077' });
    await take('MISSED', { minute: 1, push: { ...NOT_CONNECTED, ...at(11) } });
    await take('RETURN', { minute: 2, push: { ...CONNECTED, ...at(12) } });
    await gateway.flushed();
    const returnedAt = { Missed_Call_Returned_At__c: '2026-03-02T06:30:00.000Z' };
    expect(rowOf('MISSED')).toMatchObject({ Missed_Calls__c: 1, Returned_Calls__c: 1, ...returnedAt });
    await take('MISSED', { minute: 3, push: { ...CONNECTED, ...at(11) } });
    await gateway.flushed();
    expect(rowOf('MISSED')).toMatchObject({
        Status__c: 'Ended',
        Connected_Calls__c: 1,
        Missed_Calls__c: 0,
        Returned_Calls__c: 0,
        Missed_Call_Returned_At__c: null
    });
});

test.each<[string, Values, Record<string, unknown>]>([
    ['Ended', CONNECTED, { Connected_Calls__c: 1 }],
    ['Disposed', { ...CONNECTED, DISPOSITION: 'SALE' }, { Disposition__c: 'SALE' }],
    ['Not Connected', NOT_CONNECTED, { Missed_Calls__c: 1 }]
])('a call that the agent finished without ConVox is %s once ConVox reports it', async (status, push, also) => {
    const pop = { AgentID: 'AG_ASHA', CallerID: '9876543201' };
    const keptAt = iso(NINE + 60_000);
    const reported = await reportedAfter(pop, {}, push);
    const kept = await reportedAfter(pop, { Kept_At__c: keptAt }, push);
    expect(kept).toEqual({ ...reported, Kept_At__c: keptAt });
    expect(kept).toMatchObject({ Status__c: status, ...also });
});

/** The row of a call that popped, was changed by its agent, and was reported. */
async function reportedAfter(pop: Values, change: Record<string, string>, push: Values): Promise<object> {
    count += 1;
    const reference = `ONE-${count}`;
    await take(reference, { minute: 0, pop });
    const fields = { Call_Reference__c: reference, ...change };
    expect(org.store.upsert('ConVox_Call__c', 'Call_Reference__c', [fields], org.users.admin)).toMatchObject([
        { success: true }
    ]);
    expect(rowOf(reference)).toMatchObject({ Status__c: 'In Progress' });
    await take(reference, { minute: 2, push });
    await gateway.flushed();
    return rowOf(reference);
}

describe('a call that was reported before there were ranks', () => {
    const TALK = {
        Status__c: 'Disposed',
        ConVox_Status__c: 'Connected',
        Agent_Code__c: 'AG_ASHA',
        Customer_Number__c: '9876543201',
        Started_At__c: '2026-03-02T08:50:00.000Z',
        Duration_Seconds__c: 95,
        Disposition__c: 'SALE',
        Data_Quality__c: 'valueCut; ringDurationUnreadable',
        Status_Received_At__c: '2026-03-02T09:00:00.000Z',
        Status_Payload__c: 'CALL_STATUS=Connected'
    };
    const MISSED = { ...TALK, Status__c: 'Not Connected', Duration_Seconds__c: 0, Disposition__c: 'NOANSWER' };
    const POP = { Status__c: 'In Progress', Agent_Code__c: 'AG_ASHA', Pop_At__c: '2026-03-02T08:50:00.000Z' };

    test.each<[string, Record<string, unknown>, Values, Record<string, unknown>]>([
        [
            'keeps its talk when a losing leg is reported late, whose other values fill what is blank',
            TALK,
            { ...NOT_CONNECTED, CALL_DURATION: '3', DISPOSITION: 'NOANSWER', QUEUE_NAME: 'SUPPORT' },
            { ...TALK, Status_Received_At__c: expect.any(String), Status_Payload__c: undefined, Queue__c: 'SUPPORT' }
        ],
        [
            'takes what another connected agent says, and keeps the first one readable',
            TALK,
            { ...CONNECTED, USER_ID: 'AG_RAVI', RING_DURATION: '4' },
            {
                Status__c: 'Disposed',
                Agent_Code__c: 'AG_RAVI',
                Disposition__c: 'SALE',
                Ring_Seconds__c: 4,
                Earlier_Agents__c: 'AG_ASHA, 95 s, SALE',
                Data_Quality__c: 'valueCut; severalAgents'
            }
        ],
        [
            'is answered after all',
            MISSED,
            { ...CONNECTED, CALL_DURATION: '40' },
            { Status__c: 'Disposed', Duration_Seconds__c: 40, Missed_Calls__c: 0, Connected_Calls__c: 1 }
        ],
        [
            'takes a correction of what nobody answered',
            MISSED,
            { ...NOT_CONNECTED, CALL_STATUS: 'Busy', DISPOSITION: 'BUSY' },
            { Status__c: 'Not Connected', ConVox_Status__c: 'Busy', Disposition__c: 'BUSY', Earlier_Agents__c: null }
        ],
        [
            'and of which only the pop was known holds what is reported of it',
            POP,
            NOT_CONNECTED,
            { Status__c: 'Not Connected', Agent_Code__c: 'AG_RAVI' }
        ]
    ])('%s', async (_, before, push, { Status_Payload__c: _left, ...row }) => {
        count += 1;
        const reference = `ONE-${count}`;
        const fields = { Call_Reference__c: reference, ...before };
        expect(org.store.create('ConVox_Call__c', [fields], org.users.admin)).toMatchObject([{ success: true }]);
        await take(reference, { minute: 1, push });
        await gateway.flushed();
        expect(rowOf(reference)).toMatchObject(row);
    });
});

test.each([
    ['together', 40],
    ['in parts', 7],
    ['one by one', 1]
])('of more messages than the row holds, sent %s, the first and the newest stay whole', async (_, batch) => {
    count += 1;
    const reference = `ONE-${count}`;
    for (let index = 0; index < 40; index += 1) {
        const REMARKS = `number ${index} ${'x'.repeat(1500)}`;
        await take(reference, { minute: index, push: { ...CONNECTED, REMARKS } });
        if (index % batch === batch - 1) {
            await gateway.flushed();
        }
    }
    await gateway.flushed();
    const [row] = org.store.find({
        object: 'ConVox_Call__c',
        where: { field: 'Call_Reference__c', operator: 'eq', value: reference }
    });
    const payload = String(row?.['Status_Payload__c']);
    expect(payload.length).toBeLessThanOrEqual(32_768);
    const kept = Array.from(
        payload.matchAll(/«([^»]*)»/g),
        ([, text = '']) => /number\+(\d+)\+x{1500}/.exec(text)?.[1] ?? text
    );
    const newest = kept.slice(2).map(Number);
    expect(kept.slice(0, 2)).toEqual(['0', '…']);
    expect(newest).toEqual(Array.from({ length: newest.length }, (_unused, index) => 40 - newest.length + index));
    expect(newest.length).toBeGreaterThan(12);
    expect(payload.replaceAll(/«[^»]*»/g, '').trim()).toBe('');
});

test.each<[string, readonly Step[]]>([
    ['beside a new one', [{ minute: 2, push: { USER_ID: 'AG_RAVI', REMARKS: 'new' } }]],
    ['after a restart', ['restart']],
    [
        'beyond what the row keeps',
        Array.from({ length: 30 }, (_unused, minute) => ({
            minute,
            push: { STATION: 'x'.repeat(2000) + String(minute) }
        }))
    ]
])('a message that comes again %s changes nothing', async (_, between) => {
    const first: Step = { minute: 0, push: { ...CONNECTED, DISPOSITION: 'SALE' } };
    const corrected: Step = { minute: 1, push: { ...CONNECTED, DISPOSITION: 'CALLBACK' } };
    const again: Step = { ...first, minute: 50 };
    const told = [first, 'forward', corrected, 'forward', ...between] as const;
    expect(await rowAfter([...told, again])).toEqual(await rowAfter(told));
});

const someText = (name: string, values: readonly string[]) =>
    fc.constantFrom('', ...values).map((value) => ({ [name]: value }));
const pushes = fc
    .tuple(
        someText('CALL_STATUS', ['Connected', 'Not connected', 'Busy', 'HOLDUP']),
        someText('USER_ID', ['AG_ASHA', 'ag_asha', 'AG_RAVI', 'AG_TINA']),
        someText('CALL_DURATION', ['0', '60', '95', 'long']),
        someText('CALL_DATE', ['2026-03-02T14:20:00', '2026-03-02', '2026-03-05T10:00:00', 'soon']),
        someText('DISPOSITION', ['SALE', 'CALLBACK', 'NOANSWER']),
        someText('MOBILE_NO', ['9876543201', '0987654320', 'anonymous']),
        someText('RECORDING_FILE_NAME', ['/a.wav', '/b.wav']),
        someText('QUEUE_NAME', ['SUPPORT', 'Q'.repeat(90)]),
        someText('RING_DURATION', ['5', '?']),
        someText('CALL_MODE', ['inbound', 'predictive']),
        someText('FOLLOWUP TIME', ['2026-03-09 10:00', 'later'])
    )
    .map((parts) => ({ push: Object.assign({}, ...parts) as Values }));
const pops = fc
    .tuple(
        fc.constantFrom('AG_ASHA', 'AG_RAVI').map((AgentID) => ({ AgentID })),
        someText('CallerID', ['9876543299', '9876543201']),
        someText('Process', ['SALES', 'SUPPORT']),
        someText('TypeOfCall', ['Inbound call', 'Outbound call'])
    )
    .map((parts) => ({ pop: Object.assign({}, ...parts) as Values }));

/** Different messages of different minutes, and another way in which they reach the org: shuffled, repeated, cut anywhere. */
const calls = fc
    .uniqueArray(fc.oneof({ weight: 4, arbitrary: pushes }, { weight: 1, arbitrary: pops }), {
        minLength: 2,
        maxLength: 6,
        selector: (said) => JSON.stringify(said)
    })
    .map((all) => all.map((said, minute): Said => ({ ...said, minute })))
    .chain((said) =>
        fc.record({
            said: fc.constant(said),
            shuffled: fc.shuffledSubarray(said, { minLength: said.length }),
            again: fc.array(fc.constantFrom(...said), { maxLength: 4 }),
            between: fc.array(fc.constantFrom<Step | undefined>('forward', 'restart', undefined, undefined), {
                minLength: 12,
                maxLength: 12
            })
        })
    );

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** When the customer called again counts within a week alone: what lies outside was noted before the start of the call was known. */
function counted(row: Record<string, unknown>): Record<string, unknown> {
    const after = Date.parse(String(row['Called_Again_At__c'])) - Date.parse(String(row['Started_At__c']));
    return after > 0 && after <= WEEK ? row : { ...row, Called_Again_At__c: null };
}

test('the row is a function of the set of what was said', async () => {
    const seed = Date.now() % 1_000_000_000;
    process.stdout.write(`one call: seed ${seed}\n`);
    await fc.assert(
        fc.asyncProperty(calls, async ({ said, shuffled, again, between }) => {
            // A message that comes again does so later; a pop that comes again is told of at the time it came.
            const repeated = again.map((one): Said => ('push' in one ? { ...one, minute: one.minute + 30 } : one));
            const other = [...shuffled, ...repeated].flatMap((one, index) => {
                const step = between[index];
                return step === undefined ? [one] : [one, step];
            });
            const [one, another] = [await rowAfter(other, OTHER_CALLS), await rowAfter(said, OTHER_CALLS)];
            expect(counted(one)).toEqual(counted(another));
        }),
        { seed, numRuns: 12 }
    );
});
