import { decodeCallStatus, instantToServerTime } from '#contract';
import { callFieldsFromStatus } from '#call-record';
import {
    durationCases,
    followUpCases,
    modeCases,
    sheetPush,
    startCases,
    statusWordCases
} from '../../../../force-app/main/contract/lwc/convoxContract/__tests__/data/callStatusTexts.ts';
import type { FieldValue, FieldValues, OrgRecord } from '../../records.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

const RECEIVED = new Date('2026-11-22T12:00:00.000Z');
const MINUTES_UNTIL_THEN = (RECEIVED.getTime() - Date.parse('2026-03-02T10:00:00Z')) / 60_000;

let org: PackageOrg;
let count = 0;
beforeAll(async () => {
    org = await openPackageOrg({
        ownRules: {
            ConVox_Call__c: [
                {
                    name: 'Closed_Station',
                    condition: 'Station__c = "999"',
                    message: 'Station 999 is closed',
                    field: undefined
                }
            ]
        }
    });
    org.pass(MINUTES_UNTIL_THEN);
});
afterAll(() => org.close());
afterEach(() => {
    const servers = org.column('ConVox_Server__c', 'Id').map(String);
    org.store.delete('ConVox_Server__c', servers, org.admin);
});

type Push = Readonly<Record<string, string>>;

async function receive(push: Push): Promise<Readonly<Record<string, unknown>>> {
    const inputs = Object.fromEntries(
        Object.entries(push).map(([name, value]) => [name.replaceAll(' ', '_'), value] as const)
    );
    const result = await org.engine.run('ConVox_Receive_Call_Status', inputs, org.admin);
    return result.outputs;
}

function calls(reference: string): readonly OrgRecord[] {
    return org.store.find({
        object: 'ConVox_Call__c',
        where: { field: 'Call_Reference__c', operator: 'eq', value: reference }
    });
}

/** A push of its own call. */
function newPush(change: Push): Push & { readonly CALL_REFERENCE_ID: string } {
    count += 1;
    return { ...sheetPush, CALL_REFERENCE_ID: `REF-${count}`, ...change };
}

const without = <Value>(name: string, values: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(Object.entries(values).filter(([key]) => key !== name));

/** The row that the gateway would write for the same push. */
function rowOfGateway(push: Push, timeZone = 'Asia/Kolkata'): FieldValues {
    const decoded = decodeCallStatus(Object.entries(push), { timeZone, now: RECEIVED });
    if (!decoded.ok) {
        throw new Error(JSON.stringify(decoded.problems));
    }
    const { startedAt } = decoded.value;
    const hour = startedAt === undefined ? undefined : Number(instantToServerTime(startedAt, timeZone).hours);
    return without('Status_Payload__c', callFieldsFromStatus(decoded.value, RECEIVED.toISOString(), '', hour));
}

const TEXT_PARAMETERS = Object.keys(sheetPush).filter((name) => !/^CALL_(?!MODE|STATUS)|DURATION|TIME/.test(name));

const pushes: readonly (readonly [what: string, change: Push])[] = [
    ['the sheet’s own sample', {}],
    ['a withheld number', { MOBILE_NO: '' }],
    ['values with spaces around them', { DISPOSITION: ' SALE ', USER_ID: ' AG_ASHA' }],
    ...TEXT_PARAMETERS.map((name) => [`a ${name} too long for its field`, { [name]: 'x'.repeat(300) }] as const),
    ['a missed call that the dialler closed', { CALL_STATUS: 'Not Connected', DISPOSITION: 'NO_ANSWER' }],
    ['a call that has no disposition yet', { DISPOSITION: '' }],
    ['the 29th of February', { CALL_DATE: '2024-02-29' }],
    ['a 29th of February that was none', { CALL_DATE: '2025-02-29' }],
    ['a last day of the year in India', { CALL_DATE: '2025-12-31 23:59:59+05:30' }],
    ['a first day of the year in India', { CALL_DATE: '2026-01-01 00:10:00' }],
    ['a day that ends later in New York', { CALL_DATE: '2026-11-21T20:10:00-05:00' }],
    ...modeCases
        .filter(([, type]) => type === undefined)
        .map(([mode]) => [`the mode "${mode}"`, { CALL_MODE: mode }] as const),
    ...['IN', 'inbound_call', 'Incoming call', 'preview-dial', 'out', 'Manual'].map(
        (mode) => [`the mode "${mode}"`, { CALL_MODE: mode }] as const
    ),
    ...statusWordCases.map(([word]) => [`the status "${word}"`, { CALL_STATUS: word }] as const),
    ...startCases.map(
        ({ date, hour, minute }) =>
            [
                `the start "${date}", "${hour}", "${minute}"`,
                { CALL_DATE: date, CALL_HOUR: hour, CALL_MINUTE: minute }
            ] as const
    ),
    ...followUpCases.map(({ text }) => [`the follow-up "${text}"`, { 'FOLLOWUP TIME': text }] as const),
    ...durationCases.flatMap(({ text }) =>
        ['CALL_DURATION', 'QUEUE_DURATION', 'RING_DURATION'].map(
            (name) => [`the ${name} "${text}"`, { [name]: text }] as const
        )
    )
];

// The gateway alone judges whether a number has a key; here the flow that fills the key does.
const withoutNumberFlag = (quality: FieldValue | undefined): string =>
    (typeof quality === 'string' ? quality : '')
        .split('; ')
        .filter((flag) => flag !== 'numberWithoutKey')
        .join('; ');

// What a push can fill: nothing of it may appear from nowhere.
const written = Object.keys(rowOfGateway(sheetPush)).filter((name) => name !== 'Data_Quality__c');

test.each(pushes)('a status with %s makes the row that the gateway makes', async (_, change) => {
    const push = newPush(change);
    expect(await receive(push)).toMatchObject({ status: 'success', message: 'Call status saved' });
    const [row = {}, ...more] = calls(push.CALL_REFERENCE_ID);
    const { Data_Quality__c, ...expected } = rowOfGateway(push);
    const nothing = Object.fromEntries(written.map((name) => [name, null]));
    expect(more).toEqual([]);
    expect(row).toMatchObject({ ...nothing, ...expected });
    expect(withoutNumberFlag(row['Data_Quality__c'])).toBe(withoutNumberFlag(Data_Quality__c));
});

test('200 statuses of 200 calls make 200 rows', async () => {
    const pushed = Array.from({ length: 200 }, () => newPush({}));
    await Promise.all(pushed.map(receive));
    expect(pushed.flatMap((push) => calls(push.CALL_REFERENCE_ID))).toHaveLength(200);
});

test('the parameters stay with the call as they came', async () => {
    const push = newPush({});
    await receive(push);
    expect(calls(push.CALL_REFERENCE_ID)).toMatchObject([
        {
            Status_Payload__c: Object.entries(push)
                .map(([name, value]) => `${name.replaceAll(' ', '_')}=${value}`)
                .join('; ')
        }
    ]);
});

describe('the clock of the server', () => {
    test.each([
        { offset: 240, start: '2026-11-22T06:05:00.000Z', hour: 10 },
        { offset: -300, start: '2026-11-22T15:05:00.000Z', hour: 10 },
        { offset: 0, start: '2026-11-22T10:05:00.000Z', hour: 10 },
        { offset: null, start: '2026-11-22T04:35:00.000Z', hour: 10 }
    ])('$offset minutes ahead of UTC puts 10:05 at $start', async ({ offset, start, hour }) => {
        org.create('ConVox_Server__c', {
            Name: 'Main',
            Dialect__c: 'sheet',
            Is_Default__c: true,
            UTC_Offset_Minutes__c: offset
        });
        const push = newPush({});
        await receive(push);
        expect(calls(push.CALL_REFERENCE_ID)).toMatchObject([{ Started_At__c: start, Start_Hour__c: hour }]);
    });

    test('gives the hour to a start that names another offset', async () => {
        const push = newPush({ CALL_DATE: '2026-11-21T20:10:00-05:00' });
        await receive(push);
        expect(calls(push.CALL_REFERENCE_ID)).toMatchObject([{ Start_Hour__c: 6 }]);
    });
});

describe('a call that is known', () => {
    test('gets what the status says and keeps what it does not', async () => {
        const push = newPush({});
        await receive(push);
        await receive(
            Object.fromEntries(
                Object.keys(sheetPush).map((name) => [
                    name,
                    { CALL_REFERENCE_ID: push.CALL_REFERENCE_ID, DISPOSITION: 'CALLBACK' }[name] ?? ''
                ])
            )
        );
        const first = without('Data_Quality__c', rowOfGateway(push));
        expect(calls(push.CALL_REFERENCE_ID)).toMatchObject([{ ...first, Disposition__c: 'CALLBACK' }]);
    });

    test('is the one that a pop has made', async () => {
        const push = newPush({});
        const id = org.create('ConVox_Call__c', {
            Call_Reference__c: push.CALL_REFERENCE_ID,
            Status__c: 'In Progress',
            Type_Of_Call__c: 'Inbound call'
        });
        await receive(push);
        expect(calls(push.CALL_REFERENCE_ID)).toMatchObject([
            { Id: id, Type_Of_Call__c: 'Inbound call', Status__c: 'Disposed' }
        ]);
    });
});

describe('a status that cannot be kept', () => {
    test.each([
        ['has no reference', { CALL_REFERENCE_ID: ' ' }, 'CALL_REFERENCE_ID is missing'],
        ['has an endless reference', { CALL_REFERENCE_ID: '1'.repeat(65) }, 'CALL_REFERENCE_ID is longer than 64'],
        ['a rule of the org refuses', { CALL_REFERENCE_ID: 'REF-REFUSED', STATION: '999' }, 'Not saved: '],
        ['a rule of the org refuses', { CALL_REFERENCE_ID: 'REF-REFUSED', STATION: '999' }, 'Station 999 is closed']
    ])('%s', async (_, change, message) => {
        const before = org.store.count({ object: 'ConVox_Call__c' });
        expect(await receive({ ...sheetPush, ...change })).toMatchObject({
            status: 'error',
            message: expect.stringContaining(message)
        });
        expect(org.store.count({ object: 'ConVox_Call__c' })).toBe(before);
    });

    test('has no number parameter', async () => {
        expect(await receive(without('MOBILE_NO', newPush({})))).toMatchObject({
            status: 'error',
            message: expect.stringContaining('MOBILE_NO')
        });
    });
});
