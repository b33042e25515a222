import { CalloutFault } from '../externalServices/externalServices.ts';
import type { CallOut, TestOrg } from './testOrg.ts';
import {
    elementXml,
    fieldXml,
    flowXml,
    openTestOrg,
    referenceXml,
    startXml,
    textXml,
    variableXml,
    savedId
} from './testOrg.ts';

let org: TestOrg | undefined;
afterEach(() => {
    org?.close();
    org = undefined;
});

function open(flows: Record<string, string>, call?: CallOut): TestOrg {
    org = openTestOrg(flows, call);
    return org;
}

const background = (steps: string) =>
    flowXml(
        startXml(
            '',
            `<object>Contact</object><recordTriggerType>Create</recordTriggerType>
            <scheduledPaths><connector><targetReference>Send</targetReference></connector><pathType>AsyncAfterCommit</pathType></scheduledPaths>
            <triggerType>RecordAfterSave</triggerType>`
        ) + steps
    );

const callAndNote = (fault?: string) =>
    elementXml(
        'actionCalls',
        'Send',
        `<actionName>Service.send</actionName><actionType>externalService</actionType>
        <inputParameters><name>text</name><value>${referenceXml('$Record.LastName')}</value></inputParameters>
        <outputParameters><assignToReference>reply</assignToReference><name>200</name></outputParameters>`,
        'Note',
        fault
    ) +
    elementXml(
        'recordUpdates',
        'Note',
        `${fieldXml('Department', referenceXml('reply'))}<inputReference>$Record</inputReference>`
    ) +
    variableXml('reply', 'String');

const answerOk: CallOut = (_action, inputs) =>
    Promise.resolve(new Map([['200', { dataType: 'text', value: `OK ${inputs.get('text')?.value}` } as const]]));

test('the background path runs after the commit, calls out and saves', async () => {
    const { store, engine, acting } = open({ Send: background(callAndNote()) }, answerOk);
    const id = savedId(store.create('Contact', [{ LastName: 'Rao' }], acting));
    expect(store.get('Contact', id)?.['Department']).toBeNull();
    expect(engine.nextDueAt).toBeDefined();
    expect(await engine.runDueAsync()).toBe(1);
    expect(store.get('Contact', id)?.['Department']).toBe('OK Rao');
    expect(engine.nextDueAt).toBeUndefined();
});

test('a save that is rolled back leaves nothing to run in the background', async () => {
    const { store, engine, acting } = open({ Send: background(callAndNote()) }, answerOk);
    expect(() =>
        store.transaction(() => {
            store.create('Contact', [{ LastName: 'Rao' }], acting);
            throw new Error('no');
        })
    ).toThrow('no');
    expect(await engine.runDueAsync()).toBe(0);
});

test('a failure that the flow leaves unhandled is tried again after 15, 30, 60 and 120 minutes, then reported', async () => {
    let calls = 0;
    const { store, engine, acting, log, pass } = open({ Send: background(callAndNote()) }, () => {
        calls += 1;
        return Promise.reject(new CalloutFault('Read timed out.'));
    });
    store.create('Contact', [{ LastName: 'Rao' }], acting);
    await engine.runDueAsync();
    for (const minutes of [15, 30, 60, 120]) {
        pass(minutes - 1);
        expect(await engine.runDueAsync()).toBe(0);
        pass(1);
        expect(await engine.runDueAsync()).toBe(1);
    }
    expect(calls).toBe(5);
    expect(engine.nextDueAt).toBeUndefined();
    expect(log.map(({ level }) => level)).toEqual(['warning', 'warning', 'warning', 'warning', 'error']);
    expect(log.at(-1)?.message).toContain('Read timed out. It was the last try.');
});

test('one interview of a batch that cannot save does not take the others back, and nothing is called twice', async () => {
    let calls = 0;
    const { store, engine, acting, log } = open({ Send: background(callAndNote()) }, (action, inputs) => {
        calls += 1;
        const isLong = inputs.get('text')?.value === 'Long';
        return isLong
            ? Promise.resolve(new Map([['200', { dataType: 'text', value: 'x'.repeat(500) } as const]]))
            : answerOk(action, inputs);
    });
    store.create('Contact', [{ LastName: 'Rao' }, { LastName: 'Long' }, { LastName: 'Sen' }], acting);
    expect(await engine.runDueAsync()).toBe(3);
    const departments = store.find({ object: 'Contact' }).map(({ LastName, Department }) => [LastName, Department]);
    expect(Object.fromEntries(departments)).toEqual({ Rao: 'OK Rao', Long: null, Sen: 'OK Sen' });
    expect(calls).toBe(3);
    expect(log).toHaveLength(1);
});

test('of 200 rows saved together 100 can call out; the rest take the fault path', async () => {
    const { store, engine, acting } = open(
        {
            Send: background(
                callAndNote('Mark') +
                    elementXml(
                        'recordUpdates',
                        'Mark',
                        `${fieldXml('Department', textXml('fault'))}<inputReference>$Record</inputReference>`
                    )
            )
        },
        answerOk
    );
    store.create(
        'Contact',
        Array.from({ length: 200 }, (_unused, index) => ({ LastName: `Rao ${index}` })),
        acting
    );
    await engine.runDueAsync();
    const where = (Department: string) => ({
        object: 'Contact',
        where: { field: 'Department', operator: 'eq', value: Department } as const
    });
    expect(store.count(where('fault'))).toBe(100);
});
