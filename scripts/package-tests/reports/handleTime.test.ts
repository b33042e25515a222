import type { OrgRecord } from '../../local/org/records.ts';
import { createRandom } from '../../node/seededRandom.ts';
import type { PackageOrg } from '../flows/packageOrg.ts';
import { openPackageOrg } from '../flows/packageOrg.ts';
import { figuresOf, startFields } from './reportFigures.ts';

const SEED = 20_261_201;
const START = Date.parse('2026-03-02T10:00:00.000Z');
const MINUTE = 60_000;
const PROCESSES = ['SALES', 'SUPPORT'];

const at = (minutes: number): string => new Date(START + minutes * MINUTE).toISOString();

let org: PackageOrg;
let now: number;

beforeEach(async () => {
    now = START;
    org = await openPackageOrg();
});
afterEach(() => org.close());

const connected = { Direction__c: 'Inbound', Status__c: 'Ended', Customer_Number__c: '9876500001' } as const;
const times = { Started_At__c: at(-10), Queue_Seconds__c: 20, Ring_Seconds__c: 10, Duration_Seconds__c: 300 };

/** Code of its own for what was stored: nothing of the formulas. */
function wrapUpOf(row: OrgRecord): number {
    const seconds = (Date.parse(String(row['Closed_At__c'])) - Date.parse(String(row['Started_At__c']))) / 1000;
    const before = ['Queue_Seconds__c', 'Ring_Seconds__c', 'Duration_Seconds__c'].map((field) =>
        Number(row[field] ?? 0)
    );
    return Math.max(0, Math.round(seconds) - before.reduce((sum, one) => sum + one, 0));
}

/** What is left of an agent's save once ConVox has accepted it. */
function close(call: string): void {
    org.create('ConVox_Command__c', {
        Key__c: call,
        Type__c: 'Close',
        Status__c: 'Accepted',
        Agent_Code__c: 'AG_ASHA',
        Disposition__c: 'SALE',
        ConVox_ID__c: '1',
        Mobile_Number__c: '9876500001',
        Call__c: call,
        Answered_At__c: new Date(now).toISOString()
    });
}

function pass(minutes: number): void {
    org.pass(minutes);
    now += minutes * MINUTE;
}

describe('when a call was closed', () => {
    const reported = { Call_Reference__c: 'W-1', ...connected, ...times };

    test('is when ConVox accepted its end, whatever is saved to it later', () => {
        const id = org.create('ConVox_Call__c', reported);
        pass(2);
        close(id);
        pass(600);
        org.update('ConVox_Call__c', id, { Remarks__c: 'Late', Disposition__c: 'CALLBACK' });
        expect(org.read('ConVox_Call__c', id)['Closed_At__c']).toBe(at(2));
    });

    test('is not known of a disposition that ConVox reports by itself', () => {
        const id = org.create('ConVox_Call__c', { ...reported, Pop_At__c: at(-9) });
        org.update('ConVox_Call__c', id, { Status__c: 'Disposed', Disposition__c: 'SALE' });
        expect(org.read('ConVox_Call__c', id)['Closed_At__c']).toBeNull();
    });
});

test.each([
    ['the rest after queue, ringing and talk', {}, 5, [570, 870]],
    ['never below zero', { Duration_Seconds__c: 2000 }, 5, [0, 2000]],
    ['unknown until ConVox reports the talk', { Duration_Seconds__c: null }, 5, [null, null]],
    ['known without the times of the queue', { Queue_Seconds__c: null, Ring_Seconds__c: null }, 0, [300, 600]]
])('the wrap-up is %s', (_what, changes, minutes, expected) => {
    const id = org.create('ConVox_Call__c', {
        Call_Reference__c: 'W-2',
        ...connected,
        ...times,
        ...changes
    });
    pass(minutes);
    close(id);
    const row = org.read('ConVox_Call__c', id);
    expect([row['Wrap_Up_Seconds__c'], row['Handle_Seconds__c']]).toEqual(expected);
});

/** Calls that agents close at various moments, some of them never. */
function closeSomeCalls(): void {
    const random = createRandom(SEED);
    const roll = (sides: number): number => random.below(sides);
    const open: string[] = [];
    for (let index = 0; index < 60; index += 1) {
        const id = org.create('ConVox_Call__c', {
            ...connected,
            Call_Reference__c: `H-${index}`,
            Process_Name__c: PROCESSES[roll(2)] ?? '',
            ...startFields(START - roll(60) * MINUTE),
            Queue_Seconds__c: roll(5) > 0 ? roll(60) : null,
            Ring_Seconds__c: roll(20),
            Duration_Seconds__c: roll(900)
        });
        if (roll(6) > 0) {
            open.push(id);
        }
    }
    for (const id of open) {
        pass(roll(3));
        close(id);
    }
}

test(`the report of handle times says what its rows say (seed ${SEED})`, () => {
    closeSomeCalls();
    const rows = org.store.find({ object: 'ConVox_Call__c' }).filter((row) => row['Closed_At__c'] !== null);
    expect(rows.length).toBeGreaterThan(20);
    const groups = Map.groupBy(rows, (row) => String(row['Process_Name__c']));
    const average = (group: readonly OrgRecord[], seconds: (row: OrgRecord) => number): number =>
        group.reduce((sum, row) => sum + seconds(row), 0) / group.length;
    const talk = (row: OrgRecord): number => Number(row['Duration_Seconds__c']);
    for (const [field, seconds] of [
        ['Duration_Seconds__c', talk],
        ['Wrap_Up_Seconds__c', wrapUpOf],
        ['Handle_Seconds__c', (row: OrgRecord) => talk(row) + wrapUpOf(row)]
    ] as const) {
        const shown = figuresOf(org, new Date(START), 'Handle_Time', `a!ConVox_Call__c$${field}`);
        expect(Object.keys(shown).toSorted()).toEqual(['SALES', 'SUPPORT', 'all']);
        for (const [name, group] of [...groups, ['all', rows] as const]) {
            expect(Math.abs((shown[name] ?? NaN) - average(group, seconds))).toBeLessThanOrEqual(0.051);
        }
    }
});
