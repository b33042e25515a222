import { CalloutFault } from '../externalServices/externalServices.ts';
import type { CallOut, TestOrg } from './testOrg.ts';
import {
    assignXml,
    elementXml,
    fieldXml,
    filterXml,
    flowXml,
    formulaXml,
    openTestOrg,
    referenceXml,
    startXml,
    textXml,
    triggerXml,
    variableXml
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

function created(results: readonly { success: boolean }[]): string {
    const [result] = results;
    if (!result || !('id' in result)) {
        throw new Error(`Not created: ${JSON.stringify(result)}`);
    }
    return String(result.id);
}

const stamp = (text: string) => elementXml('assignments', 'Stamp', assignXml('$Record.Department', textXml(text)));

test('before-save flows change the record without saving it, in their order', () => {
    const append = (text: string, order?: number) =>
        flowXml(
            triggerXml('Stamp', 'Contact', 'Before') + stamp(`{!$Record.Department}${text}`),
            order === undefined ? {} : { order }
        );
    const { store, acting } = open({
        Last: append('4', 1500),
        Unordered: append('3'),
        Second: append('2', 20),
        First: append('1', 10)
    });
    const id = created(store.create('Contact', [{ LastName: 'Rao' }], acting));
    expect(store.get('Contact', id)?.['Department']).toBe('1234');
});

test("what a before-save flow may not do is refused in the platform's words", () => {
    const { store, acting } = open({
        Save: flowXml(
            triggerXml('Make', 'Contact', 'Before') +
                elementXml('recordCreates', 'Make', `${fieldXml('LastName', textXml('Das'))}<object>Lead</object>`)
        )
    });
    expect(store.create('Contact', [{ LastName: 'Rao' }], acting)).toMatchObject([
        {
            success: false,
            errors: [
                { statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER', message: expect.stringContaining('cannot create records') }
            ]
        }
    ]);
});

test('a callout while a record is saved is refused, and the record is not saved', () => {
    const { store, acting } = open({
        Call: flowXml(
            triggerXml('Send', 'Contact', 'After') +
                elementXml(
                    'actionCalls',
                    'Send',
                    '<actionName>Service.send</actionName><actionType>externalService</actionType>'
                )
        )
    });
    expect(store.create('Contact', [{ LastName: 'Rao' }], acting)).toMatchObject([
        {
            success: false,
            errors: [{ message: expect.stringContaining('Callout from triggers are currently not supported') }]
        }
    ]);
    expect(store.count({ object: 'Contact' })).toBe(0);
});

test.each(['Before', 'After'] as const)('a custom error %s the save refuses its row only, at its field', (when) => {
    const { store, acting } = open({
        Refuse: flowXml(
            triggerXml(
                'No',
                'Contact',
                when,
                `<filterLogic>and</filterLogic>${filterXml('LastName', 'EqualTo', textXml('spam'))}`
            ) +
                elementXml(
                    'customErrors',
                    'No',
                    `<customErrorMessages><errorMessage>{!$Record.LastName} is not welcome.</errorMessage>
                    <fieldSelection>LastName</fieldSelection><isFieldError>true</isFieldError></customErrorMessages>`
                )
        )
    });
    expect(
        store.create('Contact', [{ LastName: 'Rao' }, { LastName: 'Spam' }, { LastName: 'Sen' }], acting)
    ).toMatchObject([
        { success: true },
        {
            success: false,
            errors: [
                {
                    statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
                    message: 'Spam is not welcome.',
                    fields: ['LastName']
                }
            ]
        },
        { success: true }
    ]);
});

test('entry formulas see new, changed and prior values', () => {
    const { store, acting } = open({
        Note: flowXml(
            triggerXml(
                'Stamp',
                'Contact',
                'Before',
                '<filterFormula>AND(NOT(ISNEW()), ISCHANGED({!$Record.Phone}), PRIORVALUE({!$Record.Phone}) = "1")</filterFormula>'
            ) + stamp('changed from {!$Record__Prior.Phone}')
        )
    });
    const id = created(store.create('Contact', [{ LastName: 'Rao', Phone: '1' }], acting));
    expect(store.get('Contact', id)?.['Department']).toBeNull();
    store.update('Contact', [{ id, values: { Title: 'x' } }], acting);
    expect(store.get('Contact', id)?.['Department']).toBeNull();
    store.update('Contact', [{ id, values: { Phone: '2' } }], acting);
    expect(store.get('Contact', id)?.['Department']).toBe('changed from 1');
});

test('a flow that needs a change to meet its criteria starts only when they are newly met', () => {
    const { store, acting } = open({
        Count: flowXml(
            triggerXml(
                'Stamp',
                'Contact',
                'Before',
                `<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>
                <filterLogic>and</filterLogic>${filterXml('Title', 'EqualTo', textXml('Go'))}`
            ) + stamp('{!$Record.Department}x')
        )
    });
    const id = created(store.create('Contact', [{ LastName: 'Rao', Title: 'Go' }], acting));
    ['Go', 'Stop', 'Go'].forEach((Title) => store.update('Contact', [{ id, values: { Title } }], acting));
    expect(store.get('Contact', id)?.['Department']).toBe('xx');
});

test('an after-save update starts flows again, until it goes too deep', () => {
    const { store, acting } = open({
        Loop: flowXml(
            triggerXml('Save', 'Contact', 'After') +
                elementXml(
                    'recordUpdates',
                    'Save',
                    `${fieldXml('Department', referenceXml('longer'))}<inputReference>$Record</inputReference>`
                ) +
                formulaXml('longer', 'String', '{!$Record.Department} & "x"')
        )
    });
    expect(store.create('Contact', [{ LastName: 'Rao' }], acting)).toMatchObject([
        { success: false, errors: [{ message: expect.stringMatching(/trigger depth exceeded/) }] }
    ]);
});

const perContact =
    triggerXml('Make', 'Contact', 'After') +
    elementXml(
        'recordCreates',
        'Make',
        `${fieldXml('LastName', referenceXml('$Record.LastName'))}${fieldXml('Company', textXml('Sunrise'))}<object>Lead</object>`,
        'Find'
    ) +
    elementXml(
        'recordLookups',
        'Find',
        `<filterLogic>and</filterLogic>${filterXml('LastName', 'EqualTo', referenceXml('$Record.LastName'))}
        <getFirstRecordOnly>true</getFirstRecordOnly><object>Lead</object><storeOutputAutomatically>true</storeOutputAutomatically>`
    );

test('200 rows saved together count as one query and one statement of their flow', () => {
    const { store, acting } = open({ Copy: flowXml(perContact) });
    const rows = Array.from({ length: 200 }, (_unused, index) => ({ LastName: `Rao ${index}` }));
    const create = jest.spyOn(store, 'create');
    expect(store.create('Contact', rows, acting).every(({ success }) => success)).toBe(true);
    expect(create.mock.calls.map(([object, saved]) => [object, saved.length])).toEqual([
        ['Contact', 200],
        ['Lead', 200]
    ]);
});

test('a query in a loop runs into the limit, which no fault connector catches', () => {
    const { store, acting } = open({
        Greedy: flowXml(
            triggerXml('Find', 'Contact', 'After') +
                elementXml(
                    'recordLookups',
                    'Find',
                    `<filterLogic>and</filterLogic>${filterXml('LastName', 'EqualTo', textXml('x'))}<getFirstRecordOnly>true</getFirstRecordOnly>
                    <object>Lead</object><storeOutputAutomatically>true</storeOutputAutomatically>`,
                    'Find_again',
                    'Find_again'
                ) +
                elementXml(
                    'recordLookups',
                    'Find_again',
                    `<filterLogic>and</filterLogic>${filterXml('LastName', 'EqualTo', textXml('x'))}<getFirstRecordOnly>true</getFirstRecordOnly>
                    <object>Lead</object><storeOutputAutomatically>true</storeOutputAutomatically>`,
                    'Find',
                    'Find'
                )
        )
    });
    expect(store.create('Contact', [{ LastName: 'Rao' }], acting)).toMatchObject([
        { success: false, errors: [{ message: expect.stringContaining('Too many SOQL queries: 101') }] }
    ]);
});

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
    const id = created(store.create('Contact', [{ LastName: 'Rao' }], acting));
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
