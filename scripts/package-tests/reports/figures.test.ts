import type { FieldValues, OrgRecord } from '../../local/org/records.ts';
import { createRandom } from '../../node/seededRandom.ts';
import type { PackageOrg } from '../flows/packageOrg.ts';
import { openPackageOrg } from '../flows/packageOrg.ts';
import { figuresOf, startFields } from './reportFigures.ts';

const SEED = 20_261_130;
const NOW = new Date('2026-03-02T10:00:00.000Z');
const DAY = 86_400_000;

const TARGETS: Readonly<Record<string, number>> = { SUPPORT: 20, SALES: 45 };
const PROCESSES = ['SUPPORT', 'sales', 'SALES', 'WALK_IN'];
const STATES = ['Ended', 'Disposed', 'Not Connected', 'In Progress'];

/** What ConVox reports of a call; now and then without the ringing. */
function drawTimes(roll: (sides: number) => number, isConnected: boolean): FieldValues {
    return {
        Queue_Seconds__c: roll(60),
        Ring_Seconds__c: roll(5) > 0 ? roll(15) : null,
        Duration_Seconds__c: isConnected ? roll(400) : null
    };
}

/** A week of calls, many of them around midnight in India, some of a process that Salesforce does not know. */
function drawCalls(): FieldValues[] {
    const random = createRandom(SEED);
    const roll = (sides: number): number => random.below(sides);
    const midnight = Date.parse('2026-02-23T18:30:00.000Z');
    return Array.from({ length: 300 }, (_, index) => {
        const isNight = roll(3) === 0;
        const startedAt = isNight ? midnight + roll(6) * DAY + (roll(241) - 120) * 1000 : midnight + roll(6 * DAY);
        const state = STATES[roll(8)] ?? 'Ended';
        const isConnected = state !== 'Not Connected';
        return {
            Call_Reference__c: `R-${index}`,
            Direction__c: roll(4) === 0 ? 'Outbound' : 'Inbound',
            Status__c: state,
            Process_Name__c: PROCESSES[roll(PROCESSES.length)] ?? '',
            Agent_Code__c: isConnected ? 'AG_ASHA' : null,
            Customer_Number__c: `98765${String(10_000 + roll(60))}`,
            ...startFields(startedAt),
            ...(state !== 'In Progress' && roll(12) > 0 && drawTimes(roll, isConnected))
        };
    });
}

interface Counted {
    readonly process: string;
    readonly isAnswered: boolean;
    readonly isInTime: boolean;
    /** Undefined as long as ConVox did not say it. */
    readonly wait: number | undefined;
}

/** The definitions of docs/figures.md in code of their own, over what was stored. */
function offered(rows: readonly OrgRecord[]): Counted[] {
    return rows
        .filter((row) => row['Direction__c'] === 'Inbound' && row['Status__c'] !== 'In Progress')
        .map((row) => {
            // Reports group texts without regard to case.
            const process = String(row['Process_Name__c']).toUpperCase();
            const isKnown = row['Queue_Seconds__c'] !== null;
            const wait = isKnown ? Number(row['Queue_Seconds__c']) + Number(row['Ring_Seconds__c'] ?? 0) : undefined;
            const isAnswered = row['Status__c'] !== 'Not Connected';
            const target = TARGETS[process] ?? 20;
            return { process, isAnswered, isInTime: isAnswered && wait !== undefined && wait <= target, wait };
        });
}

const share = (part: readonly unknown[], all: readonly unknown[]): number => (part.length / all.length) * 100;
function average(numbers: readonly (number | undefined)[]): number {
    const known = numbers.filter((one) => one !== undefined);
    return known.reduce((sum, one) => sum + one, 0) / known.length;
}

let org: PackageOrg;
let rows: OrgRecord[];

beforeAll(async () => {
    org = await openPackageOrg();
    for (const [code, seconds] of Object.entries(TARGETS)) {
        org.create('ConVox_Process__c', { Name: code, Process_Code__c: code, Answer_Target_Seconds__c: seconds });
    }
    const results = org.store.create('ConVox_Call__c', drawCalls(), org.admin);
    expect(results.filter(({ success }) => !success)).toEqual([]);
    rows = org.store.find({ object: 'ConVox_Call__c' });
});
afterAll(() => org.close());

function byProcess(calls: readonly Counted[], figure: (group: readonly Counted[]) => number): Record<string, number> {
    const groups = Map.groupBy(calls, ({ process }) => process);
    return Object.fromEntries([...groups, ['all', calls] as const].map(([name, group]) => [name, figure(group)]));
}

const WAIT = 'ConVox_Call__c$Wait_Seconds__c';

test.each([
    [
        'Service_Level',
        'FORMULA1',
        (calls: readonly Counted[]) =>
            byProcess(calls, (group) =>
                share(
                    group.filter((call) => call.isInTime),
                    group
                )
            )
    ],
    [
        'Abandonment',
        'FORMULA1',
        (calls: readonly Counted[]) =>
            byProcess(calls, (group) =>
                share(
                    group.filter((call) => !call.isAnswered),
                    group
                )
            )
    ],
    [
        'Abandonment',
        `a!${WAIT}`,
        (calls: readonly Counted[]) => byProcess(calls, (group) => average(group.map(({ wait }) => wait)))
    ],
    [
        'Speed_of_Answer',
        `a!${WAIT}`,
        (calls: readonly Counted[]) =>
            byProcess(
                calls.filter((call) => call.isAnswered),
                (group) => average(group.map(({ wait }) => wait))
            )
    ]
])(`the report %s says in %s what its rows say (seed ${SEED})`, (name, summary, figure) => {
    const shown = figuresOf(org, NOW, name, summary);
    const expected = figure(offered(rows));
    expect(Object.keys(shown).toSorted()).toEqual(Object.keys(expected).toSorted());
    const wrong = Object.entries(expected).filter(
        ([group, value]) => !(Math.abs((shown[group] ?? NaN) - value) <= 0.051)
    );
    expect(wrong.map(([group, value]) => ({ group, value, shown: shown[group] }))).toEqual([]);
});

describe('the target that a call is measured against', () => {
    const inbound = { Direction__c: 'Inbound', Status__c: 'Ended', Customer_Number__c: '9876500001' } as const;
    const targetOf = (id: string): unknown => org.read('ConVox_Call__c', id)['Answer_Target_Seconds__c'];

    test.each([
        ['its process', { Process_Name__c: 'SALES' }, 45],
        ['its process, in lower case', { Process_Name__c: 'sales' }, 45],
        ['the usual one, of a process that nobody has entered', { Process_Name__c: 'WALK_IN' }, 20],
        ['its process, whoever called', { Process_Name__c: 'SALES', Direction__c: 'Outbound' }, 45]
    ])('is that of %s', (_what, values, expected) => {
        const reference = `T-${_what.length}-${expected}`;
        expect(targetOf(org.create('ConVox_Call__c', { Call_Reference__c: reference, ...inbound, ...values }))).toBe(
            expected
        );
    });

    test('stays when the process gets another one, and follows a transfer to another process', () => {
        const process = org.create('ConVox_Process__c', {
            Name: 'N',
            Process_Code__c: 'NEW',
            Answer_Target_Seconds__c: 10
        });
        const id = org.create('ConVox_Call__c', { Call_Reference__c: 'T-1', ...inbound, Process_Name__c: 'NEW' });
        org.update('ConVox_Process__c', process, { Answer_Target_Seconds__c: 60 });
        org.update('ConVox_Call__c', id, { Queue_Seconds__c: 5 });
        expect(targetOf(id)).toBe(10);
        org.update('ConVox_Call__c', id, { Process_Name__c: 'SALES' });
        expect(targetOf(id)).toBe(45);
    });
});
