import type { FieldValues, OrgRecord } from '../../local/org/records.ts';
import type { PackageOrg } from './packageOrg.ts';
import { openPackageOrg } from './packageOrg.ts';

let org: PackageOrg;
let count = 0;

// The org's clock starts on 2 March 2026 at 10:00 UTC.
beforeEach(async () => {
    org = await openPackageOrg();
});
afterEach(() => org.close());

function call(values: FieldValues): string {
    count += 1;
    return org.create('ConVox_Call__c', { Call_Reference__c: `REF-${count}`, ...values });
}

const DUE = '2026-03-02T12:00:00.000Z';
const customer = { Customer_Number__c: '9876500001' } as const;
const promised = {
    ...customer,
    Status__c: 'Disposed',
    Started_At__c: '2026-03-02T09:00:00.000Z',
    Follow_Up_At__c: DUE
};
const followUps = (): OrgRecord[] => [...org.store.find({ object: 'ConVox_Follow_Up__c' })];
const spoke = (at: string, values: FieldValues = {}): string =>
    call({ ...customer, Direction__c: 'Outbound', Status__c: 'Ended', Started_At__c: at, ...values });

describe('the day of a promise', () => {
    const dayOf = (): unknown => followUps()[0]?.['Due_Day__c'];
    // Half past midnight in India.
    const night = { Follow_Up_At__c: '2025-12-31T19:00:00.000Z', Follow_Up_Day__c: '2026-01-01' };

    test('is that of its call, on the clock of the server, also when the call moves it', () => {
        const id = call({ ...promised, ...night });
        expect(dayOf()).toBe('2026-01-01');
        org.update('ConVox_Call__c', id, {
            Follow_Up_At__c: '2026-01-01T19:00:00.000Z',
            Follow_Up_Day__c: '2026-01-02'
        });
        expect(dayOf()).toBe('2026-01-02');
    });

    test.each<[string, FieldValues, string]>([
        ['moved by hand is that of UTC', { Due_At__c: '2026-01-02T19:00:00.000Z' }, '2026-01-02'],
        [
            'moved by hand is what was entered with it',
            { Due_At__c: '2026-01-02T19:00:00.000Z', Due_Day__c: '2026-01-03' },
            '2026-01-03'
        ],
        ['of which only the state changed stays', { State__c: 'Cancelled' }, '2026-01-01'],
        ['from before the upgrade comes with the next save', { Due_Day__c: null }, '2026-01-01']
    ])('%s', (_, values, day) => {
        call({ ...promised, ...night });
        org.update('ConVox_Follow_Up__c', String(followUps()[0]?.['Id']), values);
        expect(dayOf()).toBe(day);
    });

    test('of a call that has none is that of UTC', () => {
        call({ ...promised, Follow_Up_At__c: '2025-12-31T19:00:00.000Z' });
        expect(dayOf()).toBe('2025-12-31');
    });
});

describe('a promise to call', () => {
    test.each([
        ['two hours before', '2026-03-02T10:00:00.000Z', 'Open'],
        ['an hour before', '2026-03-02T11:00:00.000Z', 'Kept'],
        ['at the time agreed', DUE, 'Kept'],
        ['half an hour late', '2026-03-02T12:30:00.000Z', 'Kept'],
        ['an hour late', '2026-03-02T13:00:00.000Z', 'Late'],
        ['six days late', '2026-03-08T12:00:00.000Z', 'Late'],
        ['eight days late', '2026-03-10T12:00:00.000Z', 'Open']
    ])('of which a call comes %s is as it should be', (_, at, state) => {
        call(promised);
        const id = spoke(at);
        expect(followUps()).toMatchObject([
            {
                State__c: state,
                Kept_By_Call__c: state === 'Open' ? null : id,
                Kept_At__c: state === 'Open' ? null : at,
                Promises_Kept__c: state === 'Kept' ? 1 : 0
            }
        ]);
    });

    test.each<[string, FieldValues]>([
        ['an attempt that nobody answered', { Status__c: 'Not Connected' }],
        ['a call with somebody else', { Customer_Number__c: '9876500002' }]
    ])('is not kept by %s', (_, values) => {
        call(promised);
        spoke(DUE, values);
        expect(followUps()).toMatchObject([{ State__c: 'Open' }]);
    });

    test('is not kept by the call in which it was made, however late that is saved', () => {
        const id = call({ ...promised, Follow_Up_At__c: '2026-03-02T09:10:00.000Z', Status__c: 'In Progress' });
        org.update('ConVox_Call__c', id, { Status__c: 'Ended' });
        expect(followUps()).toMatchObject([{ State__c: 'Open' }]);
    });

    test('is kept when the customer calls first', () => {
        call(promised);
        spoke('2026-03-02T11:30:00.000Z', { Direction__c: 'Inbound' });
        expect(followUps()).toMatchObject([{ State__c: 'Kept' }]);
    });

    test('stays kept when another call follows', () => {
        call(promised);
        const first = spoke(DUE);
        spoke('2026-03-02T12:20:00.000Z');
        expect(followUps()).toMatchObject([{ State__c: 'Kept', Kept_By_Call__c: first, Kept_At__c: DUE }]);
    });

    test('is broken a day after the time agreed, and late when the call comes after all', async () => {
        call(promised);
        org.pass(25 * 60);
        await org.engine.runDueAsync();
        expect(followUps()).toMatchObject([{ State__c: 'Open' }]);
        org.pass(60);
        await org.engine.runDueAsync();
        expect(followUps()).toMatchObject([{ State__c: 'Broken' }]);
        spoke('2026-03-03T13:00:00.000Z');
        expect(followUps()).toMatchObject([{ State__c: 'Late', Kept_At__c: '2026-03-03T13:00:00.000Z' }]);
    });

    test('is broken a day after the time to which it was moved', async () => {
        const id = call(promised);
        org.update('ConVox_Call__c', id, { Follow_Up_At__c: '2026-03-03T12:00:00.000Z' });
        org.pass(27 * 60);
        await org.engine.runDueAsync();
        expect(followUps()).toMatchObject([{ State__c: 'Open' }]);
        org.pass(24 * 60);
        await org.engine.runDueAsync();
        expect(followUps()).toMatchObject([{ State__c: 'Broken' }]);
    });

    test.each(['Kept', 'Cancelled'])('that is %s is not broken', async (state) => {
        call(promised);
        const [followUp] = followUps();
        org.update('ConVox_Follow_Up__c', String(followUp?.['Id']), { State__c: state });
        org.pass(60 * 60);
        await org.engine.runDueAsync();
        expect(followUps()).toMatchObject([{ State__c: state }]);
    });

    test('200 of them are made, kept and broken at once', async () => {
        const rows = (prefix: string, values: FieldValues): FieldValues[] =>
            Array.from({ length: 200 }, (_, index) => ({
                Call_Reference__c: `${prefix}-${index}`,
                Customer_Number__c: `98761${String(index).padStart(5, '0')}`,
                ...values
            }));
        const push = (values: FieldValues[]): void => {
            const results = org.store.upsert('ConVox_Call__c', 'Call_Reference__c', values, org.admin);
            expect(results.filter(({ success }) => !success)).toEqual([]);
        };
        const states = (): Record<string, number> =>
            Object.fromEntries(
                [...Map.groupBy(followUps(), ({ State__c: state }) => String(state))].map(([state, all]) => [
                    state,
                    all.length
                ])
            );
        push(rows('PROMISE', { Status__c: 'Ended', Started_At__c: '2026-03-02T09:00:00Z', Follow_Up_At__c: DUE }));
        expect(states()).toEqual({ Open: 200 });
        push(rows('KEPT', { Status__c: 'Ended', Started_At__c: DUE }).slice(0, 120));
        expect(states()).toEqual({ Kept: 120, Open: 80 });
        org.pass(27 * 60);
        await org.engine.runDueAsync();
        expect(states()).toEqual({ Kept: 120, Broken: 80 });
    });
});

describe('a command without an answer', () => {
    const command = {
        Key__c: 'K1',
        Type__c: 'Close',
        Agent_Code__c: 'AG_ASHA',
        ConVox_ID__c: '1000001',
        Disposition__c: 'SALE'
    } as const;

    test('is unknown after ten minutes, and is not sent again', async () => {
        const id = org.create('ConVox_Command__c', { ...command, Status__c: 'Created' });
        org.pass(9);
        await org.engine.runDueAsync();
        expect(org.read('ConVox_Command__c', id)['Status__c']).toBe('Created');
        org.pass(1);
        await org.engine.runDueAsync();
        expect(org.read('ConVox_Command__c', id)).toMatchObject({
            Status__c: 'Unknown',
            Error__c: expect.stringMatching(/look there before you repeat it/) as unknown
        });
    });

    test.each(['Accepted', 'Refused'])('that was %s meanwhile stays as it is', async (status) => {
        const id = org.create('ConVox_Command__c', { ...command, Status__c: 'Created' });
        org.update('ConVox_Command__c', id, { Status__c: status });
        org.pass(60);
        await org.engine.runDueAsync();
        expect(org.read('ConVox_Command__c', id)).toMatchObject({ Status__c: status, Error__c: null });
    });

    test('200 of them are found at once', async () => {
        const rows = Array.from({ length: 200 }, (_, index) => ({
            ...command,
            Key__c: `K${index}`,
            Status__c: 'Created'
        }));
        org.store.create('ConVox_Command__c', rows, org.admin);
        org.pass(10);
        await org.engine.runDueAsync();
        expect(org.column('ConVox_Command__c', 'Status__c').filter((status) => status === 'Unknown')).toHaveLength(200);
    });
});

test('the server that becomes the default takes it from the others', () => {
    const servers = ['One', 'Two', 'Three'].map((name) =>
        org.create('ConVox_Server__c', { Name: name, Is_Default__c: name === 'One' })
    );
    const [, second = ''] = servers;
    org.update('ConVox_Server__c', second, { Is_Default__c: true });
    const defaults = (): unknown[] => servers.map((id) => org.read('ConVox_Server__c', id)['Is_Default__c']);
    expect(defaults()).toEqual([false, true, false]);
    org.create('ConVox_Server__c', { Name: 'Four', Is_Default__c: true });
    expect(defaults()).toEqual([false, false, false]);
});
