import type { FieldValues } from '../../local/org/records.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

let org: PackageOrg;
let count = 0;

// The org's clock starts on 2 March 2026 at 10:00 UTC, 15:30 in India.
beforeEach(async () => {
    org = await openPackageOrg();
});
afterEach(() => org.close());

function call(values: FieldValues): string {
    count += 1;
    return org.create('ConVox_Call__c', { Call_Reference__c: `REF-${count}`, ...values });
}

const inbound = { Direction__c: 'Inbound', Customer_Number__c: '9876500001' } as const;
const missed = { ...inbound, Status__c: 'Not Connected', Started_At__c: '2026-03-02T08:00:00.000Z' } as const;
const at = (hour: number): string => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`;

const pushed = (index: number, values: FieldValues): FieldValues => ({
    Call_Reference__c: `BULK-${index}`,
    Direction__c: 'Inbound',
    Customer_Number__c: `98761${String(index).padStart(5, '0')}`,
    ...values
});
const two = Array.from({ length: 200 }, (_, index) => index);

function push(rows: readonly FieldValues[]): void {
    const results = org.store.upsert('ConVox_Call__c', 'Call_Reference__c', rows, org.admin);
    expect(results.filter(({ success }) => !success)).toEqual([]);
}

const those = (field: string, operator: 'eq' | 'ne', value: string | boolean | null): number =>
    org.store.count({ object: 'ConVox_Call__c', where: { field, operator, value } });

describe('missed calls', () => {
    test.each([
        ['the customer calls again and is answered', { ...inbound, Status__c: 'Ended' }],
        ['an agent calls back', { Direction__c: 'Outbound', Customer_Number__c: '09876500001', Status__c: 'Disposed' }],
        ['a conversation begins', { ...inbound, Status__c: 'In Progress' }]
    ])('are returned when %s', (_, values) => {
        const id = call(missed);
        call({ ...values, Started_At__c: at(9) });
        expect(org.read('ConVox_Call__c', id)).toMatchObject({
            Missed_Call_Returned_At__c: at(9),
            Missed_Calls__c: 1,
            Returned_Calls__c: 1,
            Connected_Calls__c: 0
        });
    });

    test.each([
        ['a call before it', { ...inbound, Status__c: 'Ended', Started_At__c: at(7) }],
        [
            'another customer’s call',
            { ...inbound, Customer_Number__c: '9876500002', Status__c: 'Ended', Started_At__c: at(9) }
        ],
        [
            'an attempt that nobody answered',
            { ...inbound, Direction__c: 'Outbound', Status__c: 'Not Connected', Started_At__c: at(9) }
        ]
    ])('are not returned by %s', (_, values) => {
        const id = call(missed);
        call(values);
        expect(org.read('ConVox_Call__c', id)).toMatchObject({
            Missed_Call_Returned_At__c: null,
            Returned_Calls__c: 0
        });
    });

    test('are not returned by themselves, when it turns out that nobody answered and that they began earlier', () => {
        const id = call({ ...inbound, Status__c: 'In Progress', Started_At__c: at(9) });
        org.update('ConVox_Call__c', id, missed);
        expect(org.read('ConVox_Call__c', id)).toMatchObject({ Missed_Call_Returned_At__c: null, Missed_Calls__c: 1 });
    });

    test('keep the time of the first return', () => {
        const id = call(missed);
        call({ ...inbound, Status__c: 'Ended', Started_At__c: at(9) });
        call({ ...inbound, Status__c: 'Ended', Started_At__c: at(10) });
        expect(org.read('ConVox_Call__c', id)['Missed_Call_Returned_At__c']).toBe(at(9));
    });

    test.each<[string, FieldValues, string | null]>([
        ['a start before another conversation', { Started_At__c: at(6) }, at(7)],
        ['a start after every conversation', { Started_At__c: at(10) }, null],
        ['the number of a customer whom nobody spoke to', { Customer_Number__c: '9876500009' }, null],
        ['an answer after all', { Status__c: 'Ended' }, null]
    ])('are returned as it follows from %s, when that is reported late', (_, late, returnedAt) => {
        call({ ...inbound, Status__c: 'Ended', Started_At__c: at(7) });
        const id = call(missed);
        call({ ...inbound, Status__c: 'Ended', Started_At__c: at(9) });
        expect(org.read('ConVox_Call__c', id)['Missed_Call_Returned_At__c']).toBe(at(9));
        org.update('ConVox_Call__c', id, late);
        expect(org.read('ConVox_Call__c', id)).toMatchObject({
            Missed_Call_Returned_At__c: returnedAt,
            Returned_Calls__c: returnedAt === null ? 0 : 1
        });
        call({ ...inbound, ...late, Status__c: 'Ended', Started_At__c: at(12) });
        expect(org.read('ConVox_Call__c', id)['Missed_Call_Returned_At__c']).toBe(
            'Status__c' in late ? null : (returnedAt ?? at(12))
        );
    });

    test('that are reported after their return are returned as well', () => {
        call({ ...inbound, Status__c: 'Ended', Started_At__c: at(10) });
        call({ ...inbound, Status__c: 'Disposed', Started_At__c: at(9) });
        expect(org.read('ConVox_Call__c', call(missed))['Missed_Call_Returned_At__c']).toBe(at(9));
    });

    test('are returned 200 at a time', () => {
        push(two.map((index) => pushed(index, { Status__c: 'Not Connected', Started_At__c: at(8) })));
        expect(those('Returned_At__c', 'ne', null)).toBe(0);
        push(
            two.map((index) => ({
                ...pushed(index, { Status__c: 'Ended', Started_At__c: at(9) }),
                Call_Reference__c: `BACK-${index}`
            }))
        );
        expect(those('Returned_At__c', 'ne', null)).toBe(200);
    });
});

describe('repeat callers', () => {
    test.each([
        ['six days before', '2026-02-24T10:00:00.000Z', true],
        ['exactly seven days before', '2026-02-23T09:00:00.000Z', true],
        ['eight days before', '2026-02-22T09:00:00.000Z', false]
    ])('a customer who had called %s', (_, before, isRepeat) => {
        const first = call({ ...inbound, Status__c: 'Ended', Started_At__c: before });
        const second = call({ ...inbound, Status__c: 'Ended', Started_At__c: at(9) });
        expect(org.read('ConVox_Call__c', first)['Is_Repeat__c']).toBe(false);
        expect(org.read('ConVox_Call__c', second)).toMatchObject({
            Is_Repeat__c: isRepeat,
            Repeat_Calls__c: isRepeat ? 1 : 0
        });
    });

    test('a call is no repetition of itself when its time is corrected', () => {
        const id = call({ ...inbound, Status__c: 'Ended', Started_At__c: at(8) });
        org.update('ConVox_Call__c', id, { Started_At__c: at(9) });
        expect(org.read('ConVox_Call__c', id)['Is_Repeat__c']).toBe(false);
    });

    test('a call that turns out to be one of ours, or of nobody we could know, is no repetition', () => {
        call({ ...inbound, Status__c: 'Ended', Started_At__c: at(8) });
        const corrections: FieldValues[] = [{ Direction__c: 'Outbound' }, { Customer_Number__c: 'anonymous' }];
        for (const late of corrections) {
            const id = call({ ...inbound, Status__c: 'Ended', Started_At__c: at(9) });
            expect(org.read('ConVox_Call__c', id)['Is_Repeat__c']).toBe(true);
            org.update('ConVox_Call__c', id, late);
            expect(org.read('ConVox_Call__c', id)['Is_Repeat__c']).toBe(false);
        }
    });

    test('our own calls to a customer do not count', () => {
        call({ ...inbound, Direction__c: 'Outbound', Status__c: 'Ended', Started_At__c: at(8) });
        expect(org.read('ConVox_Call__c', call({ ...inbound, Started_At__c: at(9) }))['Is_Repeat__c']).toBe(false);
    });

    const ended = (reference: string, hour: number): FieldValues => ({
        ...inbound,
        Call_Reference__c: reference,
        Status__c: 'Ended',
        Started_At__c: at(hour)
    });
    test.each([
        ['as they come', [['A'], ['B'], ['C']]],
        ['the last one first', [['C'], ['B'], ['A']]],
        ['the one between last', [['C'], ['A'], ['B']]],
        ['in one batch', [['B', 'C', 'A']]],
        ['the first one behind a batch', [['C', 'B'], ['A']]]
    ])('calls know what was before and after them, reported %s', (_how, batches) => {
        for (const batch of batches) {
            push(batch.map((reference) => ended(reference, 6 + 'ABC'.indexOf(reference))));
        }
        const told = org.store
            .find({ object: 'ConVox_Call__c', orderBy: [{ field: 'Started_At__c' }] })
            .map((row) => [row['Is_Repeat__c'], row['Called_Again_At__c']]);
        expect(told).toEqual([
            [false, at(7)],
            [true, at(8)],
            [true, null]
        ]);
    });

    test('200 calls of one number in one batch are compared within the limits of a transaction', () => {
        push(
            two.map((index) => ({
                ...ended(`ONE-${index}`, 8),
                Started_At__c: new Date(Date.parse(at(8)) + index * 1000).toISOString()
            }))
        );
        expect([those('Is_Repeat__c', 'eq', true), those('Called_Again_At__c', 'ne', null)]).toEqual([199, 199]);
    });

    test('200 calls are compared at once', () => {
        push(two.map((index) => pushed(index, { Status__c: 'Ended', Started_At__c: at(8) })));
        push(
            two.map((index) => ({
                ...pushed(index, { Status__c: 'Ended', Started_At__c: at(9) }),
                Call_Reference__c: `AGAIN-${index}`
            }))
        );
        expect(those('Is_Repeat__c', 'eq', true)).toBe(200);
    });
});

describe('the nightly reconciliation', () => {
    const complete = {
        ...inbound,
        Status__c: 'Disposed',
        Agent_Code__c: 'AG_ASHA',
        Process_Name__c: 'SUPPORT',
        Disposition__c: 'SALE',
        Pop_At__c: at(9),
        Status_Received_At__c: at(9)
    } as const;

    beforeEach(() => {
        org.create('ConVox_Agent__c', { Name: 'Asha', Agent_Code__c: 'AG_ASHA', Is_Active__c: true });
        const process = org.create('ConVox_Process__c', { Name: 'Support', Process_Code__c: 'SUPPORT' });
        org.create('ConVox_Disposition__c', {
            Name: 'Sale',
            Code__c: 'SALE',
            Level__c: 1,
            Process__c: process,
            Is_Active__c: true
        });
    });

    async function night(): Promise<void> {
        org.pass(24 * 60);
        await org.engine.runDueAsync();
    }

    test.each<[string, FieldValues, string | null]>([
        ['a complete call', complete, null],
        ['a pop that ConVox never reported', { ...complete, Status_Received_At__c: null }, 'statusMissing'],
        ['a call that no agent saw', { ...complete, Pop_At__c: null }, 'popMissing'],
        [
            'a call without a disposition',
            { ...complete, Status__c: 'Ended', Disposition__c: null },
            'dispositionMissing'
        ],
        ['a missed call', { ...complete, Status__c: 'Not Connected', Pop_At__c: null, Disposition__c: null }, null],
        ['an agent whom nobody set up', { ...complete, Agent_Code__c: 'AG_NEW' }, 'agentUnknown'],
        ['a process that nobody set up', { ...complete, Process_Name__c: 'SALES' }, 'processUnknown'],
        ['a disposition that nobody set up', { ...complete, Disposition__c: 'GIFT' }, 'dispositionUnknown'],
        [
            'a call of which little is known',
            { ...inbound, Status__c: 'In Progress', Agent_Code__c: 'AG_NEW' },
            'statusMissing; popMissing; dispositionMissing; agentUnknown'
        ]
    ])('finds of %s what there is to find', async (_, values, points) => {
        const id = call(values);
        await night();
        expect(org.read('ConVox_Call__c', id)).toMatchObject({
            Open_Points__c: points,
            Reconciled_At__c: expect.stringMatching(/^2026-03-03T/) as unknown
        });
        expect(org.log).toEqual([]);
    });

    test('leaves a call that has only just begun for the next night', async () => {
        org.pass(10 * 60);
        const id = call({ ...complete, Status_Received_At__c: null });
        org.pass(60);
        await org.engine.runDueAsync();
        expect(org.read('ConVox_Call__c', id)['Reconciled_At__c']).toBeNull();
        await night();
        expect(org.read('ConVox_Call__c', id)['Open_Points__c']).toBe('statusMissing');
    });

    test('looks again at a call that has changed, and at no other', async () => {
        const changed = call({ ...complete, Status_Received_At__c: null });
        const unchanged = call({ ...complete, Pop_At__c: null });
        await night();
        org.update('ConVox_Call__c', changed, { Status_Received_At__c: '2026-03-03T05:00:00Z' });
        expect(org.read('ConVox_Call__c', changed)).toMatchObject({ Open_Points__c: null, Reconcile_Again__c: true });
        org.update('ConVox_Call__c', unchanged, { Notes__c: 'Looked at' });
        expect(org.read('ConVox_Call__c', unchanged)).toMatchObject({
            Open_Points__c: 'popMissing',
            Reconcile_Again__c: false
        });
        await night();
        expect(org.read('ConVox_Call__c', changed)).toMatchObject({
            Open_Points__c: null,
            Reconcile_Again__c: false,
            Reconciled_At__c: expect.stringMatching(/^2026-03-04T/) as unknown
        });
    });

    test('looks at 450 calls within the limits of its transactions', async () => {
        for (const start of [0, 200, 400]) {
            const part = Array.from({ length: start === 400 ? 50 : 200 }, (_, index) =>
                pushed(start + index, { Status__c: 'Ended', Pop_At__c: at(9), Status_Received_At__c: at(9) })
            );
            push(part);
        }
        await night();
        expect(those('Open_Points__c', 'eq', 'dispositionMissing')).toBe(450);
        expect(org.log).toEqual([]);
    });
});
