import { readdirSync } from 'node:fs';
import path from 'node:path';
import { agentActions } from '#agent-action';
import { isRecordingsBase } from '../../gateway/recordingsBase.ts';
import type { FieldValues } from '../../local/org/records.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

let org: PackageOrg;
let server: string;
let support: string;
let sales: string;
let count = 0;
beforeAll(async () => {
    org = await openPackageOrg();
    server = org.create('ConVox_Server__c', { Name: 'Main', Is_Default__c: true });
    support = org.create('ConVox_Process__c', { Name: 'Support', Process_Code__c: 'SUPPORT' });
    sales = org.create('ConVox_Process__c', { Name: 'Sales', Process_Code__c: 'SALES' });
});
afterAll(() => org.close());

const next = (): string => `K${(count += 1)}`;

const close = (): FieldValues => ({
    Type__c: 'Close',
    Key__c: next(),
    Agent_Code__c: 'AG_ASHA',
    ConVox_ID__c: '1000001',
    Disposition__c: 'SALE',
    Mobile_Number__c: '9876543201',
    Set_Follow_Up__c: 'N'
});
const dial = (): FieldValues => ({
    Type__c: 'Dial',
    Key__c: next(),
    Agent_Code__c: 'AG_ASHA',
    Phone_Number__c: '9876543201',
    Ref_No__c: 'REF_000001'
});
const transfer = (): FieldValues => ({
    ...close(),
    Type__c: 'TransferToProcess',
    Target__c: 'SALES',
    Ref_No__c: 'REF_000001'
});
const taking = (): FieldValues => ({ ...dial(), Type__c: 'Break', Phone_Number__c: null, Target__c: 'Tea' });
const promised = {
    Set_Follow_Up__c: 'Y',
    Callback_Date__c: '2026-03-03',
    Callback_Hours__c: '14',
    Callback_Minutes__c: '30'
} as const;
const disposition = (values: FieldValues): FieldValues => ({
    Name: 'Sold',
    Code__c: next(),
    Process__c: support,
    ...values
});
const below = (values: FieldValues): FieldValues =>
    disposition({ Level__c: 2, Parent__c: org.create('ConVox_Disposition__c', disposition({})), ...values });

interface Case {
    readonly what: string;
    readonly object: string;
    readonly row: () => FieldValues;
    /** Part of the message; absent when the row is to be saved. */
    readonly refusal?: string;
}

const NEEDS_CLOSE = 'the agent code, the ConVox ID and the disposition';
const NEEDS_DIAL = 'the agent code, the phone number and a reference number';
const NEEDS_ASKING = 'of a break its name; of a transfer call and target';
const NEEDS_TIME = 'needs a date, an hour and a minute';

const blankOf = (fields: readonly string[], object: string, row: () => FieldValues, refusal: string): Case[] =>
    fields.map((field) => ({ what: `no ${field}`, object, row: () => ({ ...row(), [field]: null }), refusal }));

const recordingsBases = [
    'https://voice.example.com',
    'https://10.0.0.7:8443/calls/',
    'https://Voice.example.com/a/b-c'
];
const noRecordingsBases = [
    'http://voice.example.com',
    'voice.example.com',
    'https://user:secret@voice.example.com',
    'https://voice.example.com?x=1',
    'https://voice.example.com/#a',
    'https://voice.example.com/a/../b',
    'https://voice.example.com//a',
    'https://voice.example.com/a b',
    'https://',
    'javascript:alert(1)'
];

const cases: readonly Case[] = [
    { what: 'all parameters of a close', object: 'ConVox_Command__c', row: close },
    { what: 'a promised time', object: 'ConVox_Command__c', row: () => ({ ...close(), ...promised }) },
    {
        what: 'no number, which is withheld',
        object: 'ConVox_Command__c',
        row: () => ({ ...close(), Mobile_Number__c: null })
    },
    ...blankOf(['Agent_Code__c', 'ConVox_ID__c', 'Disposition__c'], 'ConVox_Command__c', close, NEEDS_CLOSE),
    ...blankOf(
        ['Callback_Date__c', 'Callback_Hours__c', 'Callback_Minutes__c'],
        'ConVox_Command__c',
        () => ({ ...close(), ...promised }),
        NEEDS_TIME
    ),
    { what: 'all parameters of a dial', object: 'ConVox_Command__c', row: dial },
    ...blankOf(['Agent_Code__c', 'Phone_Number__c', 'Ref_No__c'], 'ConVox_Command__c', dial, NEEDS_DIAL),
    { what: 'all parameters of a break', object: 'ConVox_Command__c', row: taking },
    ...blankOf(['Agent_Code__c', 'Ref_No__c', 'Target__c'], 'ConVox_Command__c', taking, NEEDS_ASKING),
    { what: 'all parameters of a transfer', object: 'ConVox_Command__c', row: transfer },
    ...blankOf(['Target__c', 'ConVox_ID__c', 'Disposition__c'], 'ConVox_Command__c', transfer, NEEDS_ASKING),
    ...agentActions.map((Type__c) => ({
        what: `the type ${Type__c} with all that any needs`,
        object: 'ConVox_Command__c',
        row: () => ({ ...transfer(), Type__c })
    })),
    ...[null, 'Ready', 'Ready, Break,Hold', agentActions.join(', ')].map((Supports__c) => ({
        what: `support of ${Supports__c}`,
        object: 'ConVox_Server__c',
        row: () => ({ Name: 'Another', Supports__c })
    })),
    ...['ready', 'Ready;Hold', 'Hold, Conference', 'Ready,', 'Dial'].map((Supports__c) => ({
        what: `support of ${Supports__c}`,
        object: 'ConVox_Server__c',
        row: () => ({ Name: 'Another', Supports__c }),
        refusal: 'with commas between them'
    })),
    {
        what: 'an open promise with its time',
        object: 'ConVox_Follow_Up__c',
        row: () => ({ State__c: 'Open', Due_At__c: '2026-03-03T09:00:00.000Z' })
    },
    {
        what: 'an open promise without a time',
        object: 'ConVox_Follow_Up__c',
        row: () => ({ State__c: 'Open' }),
        refusal: 'Enter when the customer was promised a call'
    },
    { what: 'a cancelled promise', object: 'ConVox_Follow_Up__c', row: () => ({ State__c: 'Cancelled' }) },
    { what: 'the first level', object: 'ConVox_Disposition__c', row: () => disposition({}) },
    { what: 'the second level', object: 'ConVox_Disposition__c', row: () => below({}) },
    ...[0, 4, 9].map((level) => ({
        what: `level ${level}`,
        object: 'ConVox_Disposition__c',
        row: () => disposition({ Level__c: level }),
        refusal: 'The level must be 1, 2 or 3'
    })),
    {
        what: 'a first level below another',
        object: 'ConVox_Disposition__c',
        row: () => below({ Level__c: 1 }),
        refusal: 'level 1 has no parent'
    },
    {
        what: 'a second level below nothing',
        object: 'ConVox_Disposition__c',
        row: () => disposition({ Level__c: 2 }),
        refusal: 'one level up'
    },
    {
        what: 'a third level below the first',
        object: 'ConVox_Disposition__c',
        row: () => below({ Level__c: 3 }),
        refusal: 'one level up'
    },
    {
        what: 'a parent of another process',
        object: 'ConVox_Disposition__c',
        row: () => below({ Process__c: sales }),
        refusal: 'the same process'
    },
    ...['a', 'austin', 'pune2', null].map((code) => ({
        what: `the code ${code}`,
        object: 'ConVox_Server__c',
        row: () => ({ Name: 'S', Code__c: code })
    })),
    ...['default', 'Austin', '2pune', 'new york', 'a/b'].map((code) => ({
        what: `the code ${code}`,
        object: 'ConVox_Server__c',
        row: () => ({ Name: 'S', Code__c: code }),
        refusal: '1 to 12 small letters and digits'
    })),
    ...[0, 3600, null].map((seconds) => ({
        what: `a wrap-up of ${seconds} s`,
        object: 'ConVox_Process__c',
        row: () => ({ Name: 'P', Process_Code__c: next(), Wrap_Up_Seconds__c: seconds })
    })),
    ...[-1, 3601].map((seconds) => ({
        what: `a wrap-up of ${seconds} s`,
        object: 'ConVox_Process__c',
        row: () => ({ Name: 'P', Process_Code__c: next(), Wrap_Up_Seconds__c: seconds }),
        refusal: 'between 0 and 3,600 seconds'
    })),
    ...[
        ['09:00', '20:00'],
        ['22:00', '06:00'],
        [null, null]
    ].map(([from = null, to = null]) => ({
        what: `calling hours from ${from} to ${to}`,
        object: 'ConVox_Process__c',
        row: () => ({ Name: 'P', Process_Code__c: next(), Calling_From__c: from, Calling_To__c: to })
    })),
    ...[
        ['9:00', '20:00'],
        ['09:00', '24:00'],
        ['09:00', null],
        [null, '20:00']
    ].map(([from = null, to = null]) => ({
        what: `calling hours from ${from} to ${to}`,
        object: 'ConVox_Process__c',
        row: () => ({ Name: 'P', Process_Code__c: next(), Calling_From__c: from, Calling_To__c: to }),
        refusal: 'two times of day'
    })),
    ...serverCases('Dial_Prefix__c', ['0', '9', null], ['+91', '9x'], 'digits only'),
    ...serverCases(
        'Dial_Script__c',
        ['bridge.php', 'api', 'click2call-2.php'],
        ['../bridge.php', 'Agent/bridge.php', 'a b', '.php'],
        'the file name of the script alone'
    ),
    ...serverCases(
        'Time_Zone__c',
        ['Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'UTC', null],
        ['IST', 'India', '+05:30'],
        'the name of a time zone'
    ),
    ...serverCases(
        'Recordings_Base__c',
        [...recordingsBases, null],
        noRecordingsBases,
        'an address that begins with https://'
    )
];

function serverCases(field: string, good: readonly (string | null)[], bad: readonly string[], refusal: string): Case[] {
    const ofValue = (value: string | null): Case => ({
        what: `${field} ${value}`,
        object: 'ConVox_Server__c',
        row: () => ({ Name: 'Other', [field]: value })
    });
    return [...good.map(ofValue), ...bad.map((value) => ({ ...ofValue(value), refusal }))];
}

test.each(cases.filter(({ refusal }) => refusal === undefined))('$object is saved with $what', ({ object, row }) => {
    expect(() => org.create(object, row())).not.toThrow();
});

test.each(cases.filter(({ refusal }) => refusal !== undefined))(
    '$object is refused with $what',
    ({ object, row, refusal = '' }) => {
        expect(() => org.create(object, row())).toThrow(refusal);
    }
);

describe('a command', () => {
    const payload: FieldValues = {
        Agent_Code__c: 'AG_RAVI',
        ConVox_ID__c: '7',
        Disposition__c: 'NO',
        Mobile_Number__c: '9876543209',
        Set_Follow_Up__c: 'Y',
        Callback_Date__c: '2026-04-01',
        Callback_Hours__c: '01',
        Callback_Minutes__c: '02',
        Requested_Day__c: '2026-04-01',
        Phone_Number__c: '9876543209',
        Ref_No__c: 'REF_9',
        Key__c: 'another-key',
        Type__c: 'Dial'
    };

    test.each(Object.entries(payload))('may still get another %s before it is sent', (field, value) => {
        const id = org.create('ConVox_Command__c', close());
        expect(() => org.update('ConVox_Command__c', id, { [field]: value })).not.toThrow();
        org.update('ConVox_Command__c', id, { Key__c: next() });
    });

    test.each(
        ['Requested', 'Accepted', 'Refused', 'Unknown'].flatMap((status) =>
            Object.entries(payload).map(([field, value]) => ({ status, field, value }))
        )
    )('that is $status keeps its $field', ({ status, field, value }) => {
        const id = org.create('ConVox_Command__c', { ...close(), Status__c: status });
        expect(() => org.update('ConVox_Command__c', id, { [field]: value })).toThrow('cannot be changed');
    });

    test('that is sent keeps its server and its call', () => {
        const id = org.create('ConVox_Command__c', { ...close(), Server__c: server, Status__c: 'Unknown' });
        expect(() => org.update('ConVox_Command__c', id, { Server__c: null })).toThrow('cannot be changed');
        const call = org.create('ConVox_Call__c', { Call_Reference__c: next() });
        expect(() => org.update('ConVox_Command__c', id, { Call__c: call })).toThrow('cannot be changed');
    });

    test.each(['Accepted', 'Refused'])('that ConVox %s keeps that answer', (status) => {
        const id = org.create('ConVox_Command__c', { ...close(), Status__c: status });
        for (const other of ['Created', 'Requested', 'Unknown']) {
            expect(() => org.update('ConVox_Command__c', id, { Status__c: other })).toThrow('has answered');
        }
    });

    test.each(['Accepted', 'Refused'])('whose answer was lost may turn out to be %s', (status) => {
        const id = org.create('ConVox_Command__c', { ...close(), Status__c: 'Unknown' });
        org.update('ConVox_Command__c', id, { Status__c: status, Reply__c: 'late', Reply_Code__c: 'CL000' });
        expect(org.read('ConVox_Command__c', id)).toMatchObject({ Status__c: status, Reply__c: 'late' });
    });
});

test('what the org takes for a place of recordings the gateway and configure take, and nothing else', () => {
    expect([...recordingsBases, ...noRecordingsBases].filter(isRecordingsBase)).toEqual(recordingsBases);
});

test('no rule stands between ConVox and the record of a call', () => {
    const calls = path.resolve(import.meta.dirname, '../../../force-app/main/calls/objects/ConVox_Call__c');
    expect(readdirSync(calls)).not.toContain('validationRules');
});
