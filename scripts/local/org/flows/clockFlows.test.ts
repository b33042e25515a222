import type { TestOrg } from './testOrg.ts';
import {
    elementXml,
    fieldXml,
    filterXml,
    flowXml,
    openTestOrg,
    startXml,
    textXml,
    triggerXml,
    savedId
} from './testOrg.ts';

let org: TestOrg | undefined;
afterEach(() => {
    org?.close();
    org = undefined;
});

function open(flows: Record<string, string>): TestOrg {
    org = openTestOrg(flows);
    return org;
}

const note = elementXml(
    'recordUpdates',
    'Note',
    `${fieldXml('Department', textXml('seen'))}<inputReference>$Record</inputReference>`
);

const timedPath = (offset: number, field?: string): string =>
    `<scheduledPaths><name>Later</name><connector><targetReference>Note</targetReference></connector><label>Later</label>
    <offsetNumber>${offset}</offsetNumber><offsetUnit>Minutes</offsetUnit>
    ${field === undefined ? '' : `<recordField>${field}</recordField>`}
    <timeSource>${field === undefined ? 'RecordTriggerEvent' : 'RecordField'}</timeSource></scheduledPaths>`;

const later = (time: string): Record<string, string> => ({ Follow_Up_At__c: `2026-03-02T${time}:00Z` });

describe('a path some time after the save', () => {
    const guarded = `<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>
        <filterLogic>and</filterLogic>${filterXml('Station__c', 'EqualTo', textXml('Wanted'))}`;
    const openLater = (path: string, more = guarded): TestOrg =>
        open({
            Later: flowXml(
                triggerXml('', 'ConVox_Call__c', 'After', more).replace('<triggerType>', `${path}<triggerType>`) +
                    elementXml(
                        'recordUpdates',
                        'Note',
                        `${fieldXml('Remarks__c', textXml('seen'))}<inputReference>$Record</inputReference>`
                    )
            )
        });
    const call = { Call_Reference__c: 'R', Station__c: 'Wanted', Follow_Up_At__c: '2026-03-02T12:00:00Z' };
    const remarksOf = ({ store }: TestOrg, id: string): unknown => store.get('ConVox_Call__c', id)?.['Remarks__c'];

    test('runs when its time has come, not before', async () => {
        const test = openLater(timedPath(30));
        const id = savedId(test.store.create('ConVox_Call__c', [call], test.acting));
        test.pass(29);
        await test.engine.runDueAsync();
        expect(remarksOf(test, id)).toBeNull();
        test.pass(1);
        await expect(test.engine.runDueAsync()).resolves.toBe(1);
        expect(remarksOf(test, id)).toBe('seen');
    });

    test.each([
        ['goes on waiting when something else is saved', timedPath(30), {}, 20, 10],
        ['moves with the time it counts from', timedPath(0, 'Follow_Up_At__c'), later('12:30'), 120, 30],
        ['goes on waiting for a time that stays', timedPath(0, 'Follow_Up_At__c'), {}, 110, 10]
    ])('%s', async (_, path, values, before, after) => {
        const { store, engine, acting, pass } = openLater(path);
        const id = savedId(store.create('ConVox_Call__c', [call], acting));
        pass(10);
        store.update('ConVox_Call__c', [{ id, values: { DID__c: '1', ...values } }], acting);
        pass(before - 10);
        await expect(engine.runDueAsync()).resolves.toBe(0);
        pass(after);
        await expect(engine.runDueAsync()).resolves.toBe(1);
    });

    test('is dropped when the conditions are met no longer', async () => {
        const { store, engine, acting, pass } = openLater(timedPath(30));
        const id = savedId(store.create('ConVox_Call__c', [call], acting));
        store.update('ConVox_Call__c', [{ id, values: { Station__c: 'Other' } }], acting);
        store.update('ConVox_Call__c', [{ id, values: { DID__c: '1' } }], acting);
        pass(60);
        await expect(engine.runDueAsync()).resolves.toBe(0);
    });

    test('counts anew when the conditions are met again', async () => {
        const { store, engine, acting, pass } = openLater(timedPath(30));
        const id = savedId(store.create('ConVox_Call__c', [call], acting));
        store.update('ConVox_Call__c', [{ id, values: { Station__c: 'Other' } }], acting);
        pass(20);
        store.update('ConVox_Call__c', [{ id, values: { Station__c: 'Wanted' } }], acting);
        pass(20);
        await expect(engine.runDueAsync()).resolves.toBe(0);
        pass(10);
        await expect(engine.runDueAsync()).resolves.toBe(1);
    });

    test('is refused where every update would start it', () => {
        expect(() => openLater(timedPath(30), '')).toThrow(/newly meets the conditions/);
    });

    test('counts from a time that the record holds', async () => {
        const test = open({
            Later: flowXml(
                triggerXml('', 'ConVox_Call__c', 'After')
                    .replace('CreateAndUpdate', 'Create')
                    .replace('<triggerType>', `${timedPath(60, 'Follow_Up_At__c')}<triggerType>`) +
                    elementXml(
                        'recordUpdates',
                        'Note',
                        `${fieldXml('Remarks__c', textXml('seen'))}<inputReference>$Record</inputReference>`
                    )
            )
        });
        const [first, second] = ['2026-03-02T12:00:00Z', null].map((due, index) =>
            savedId(
                test.store.create(
                    'ConVox_Call__c',
                    [{ Call_Reference__c: `R${index}`, Follow_Up_At__c: due }],
                    test.acting
                )
            )
        );
        test.pass(179);
        await expect(test.engine.runDueAsync()).resolves.toBe(0);
        test.pass(1);
        await expect(test.engine.runDueAsync()).resolves.toBe(1);
        expect(test.store.get('ConVox_Call__c', first ?? '')?.['Remarks__c']).toBe('seen');
        expect(test.store.get('ConVox_Call__c', second ?? '')?.['Remarks__c']).toBeNull();
    });
});

describe('a flow of the clock', () => {
    // The test's clock starts on 2 March 2026 at 15:30 in India.
    const nightly = (object: string): string =>
        startXml(
            'Note',
            `${object}<schedule><frequency>Daily</frequency><startDate>2026-03-01</startDate>
            <startTime>02:00:00.000Z</startTime></schedule><triggerType>Scheduled</triggerType>`
        );
    const minutesToTwo = 10.5 * 60;

    test('runs once for each record that meets its conditions, in transactions of 200, night after night', async () => {
        const filter = `<filterLogic>and</filterLogic>${filterXml('Title', 'EqualTo', textXml('Wanted'))}<object>Contact</object>`;
        const { store, engine, acting, pass } = open({ Nightly: flowXml(nightly(filter) + note) });
        const rows = Array.from({ length: 250 }, (_, index) => ({ LastName: `C${index}`, Title: 'Wanted' }));
        store.create('Contact', rows.slice(0, 200), acting);
        store.create('Contact', [...rows.slice(200), { LastName: 'Other' }], acting);
        const seen = (): number =>
            store.count({ object: 'Contact', where: { field: 'Department', operator: 'eq', value: 'seen' } });

        await expect(engine.runDueAsync()).resolves.toBe(0);
        expect(engine.nextDueAt?.toISOString()).toBe('2026-03-02T20:30:00.000Z');
        pass(minutesToTwo);
        await expect(engine.runDueAsync()).resolves.toBe(250);
        expect(seen()).toBe(250);
        await expect(engine.runDueAsync()).resolves.toBe(0);
        pass(24 * 60);
        await expect(engine.runDueAsync()).resolves.toBe(250);
    });

    test('runs once without a record when it names no object', async () => {
        const update = elementXml(
            'recordUpdates',
            'Note',
            `<filterLogic>and</filterLogic>${filterXml('Title', 'EqualTo', textXml('Wanted'))}
            ${fieldXml('Department', textXml('seen'))}<object>Contact</object>`
        );
        const { store, engine, acting, pass } = open({ Nightly: flowXml(nightly('') + update) });
        const id = savedId(store.create('Contact', [{ LastName: 'Rao', Title: 'Wanted' }], acting));
        pass(minutesToTwo);
        await expect(engine.runDueAsync()).resolves.toBe(1);
        expect(store.get('Contact', id)?.['Department']).toBe('seen');
    });

    test('cannot be called by its name', async () => {
        const { engine, acting } = open({ Nightly: flowXml(nightly('<object>Contact</object>') + note) });
        expect(engine.callableFlows).toEqual([]);
        await expect(engine.run('Nightly', {}, acting)).resolves.toMatchObject({ status: 'Error' });
    });

    test.each([
        [
            'without a schedule',
            startXml('Note', '<object>Contact</object><triggerType>Scheduled</triggerType>'),
            /needs a <schedule>/
        ],
        ['every hour', nightly('<object>Contact</object>').replace('Daily', 'Hourly'), /Once, Daily or Weekly/]
    ])('%s is refused', (_, start, words) => {
        expect(() => open({ Nightly: flowXml(start + note) })).toThrow(words);
    });
});
