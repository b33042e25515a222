import type { CallOut, TestOrg } from './testOrg.ts';
import {
    assignXml,
    conditionXml,
    elementXml,
    fieldXml,
    filterXml,
    flowXml,
    formulaXml,
    numberXml,
    openTestOrg,
    referenceXml,
    startXml,
    textXml,
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

test('a flow reads its inputs, computes, and hands its outputs back', async () => {
    const { engine, acting } = open({
        Greet: flowXml(
            startXml('Set') +
                elementXml(
                    'assignments',
                    'Set',
                    assignXml('greeting', referenceXml('text')) + assignXml('length', referenceXml('size'))
                ) +
                formulaXml('text', 'String', '"Namaste, " & {!name} & "!"') +
                formulaXml('size', 'Number', 'LEN({!name}) / 2', 0) +
                variableXml('name', 'String', '', 'in') +
                variableXml('greeting', 'String', '', 'out') +
                variableXml('length', 'Number', '<scale>0</scale>', 'out')
        )
    });
    expect(await engine.run('Greet', { name: 'Asha' }, acting)).toEqual({
        status: 'Finished',
        outputs: { greeting: 'Namaste, Asha!', length: 2 }
    });
    expect(engine.describe('Greet')?.inputs.map(({ name }) => name)).toEqual(['name']);
});

test.each([
    [{ nothing: 'x' }, 'has no input variable nothing'],
    [{ name: 7 }, 'takes a value of type String']
])('inputs %j are refused', async (inputs, message) => {
    const { engine, acting } = open({
        Greet: flowXml(
            `${startXml('Set')}${elementXml('assignments', 'Set', '')}${variableXml('name', 'String', '', 'in')}`
        )
    });
    const result = await engine.run('Greet', inputs, acting);
    expect(result).toMatchObject({ status: 'Error', error: expect.stringContaining(message) });
});

test('a flow that does not exist is an error, not a crash', async () => {
    const { engine, acting } = open({});
    expect(await engine.run('Nowhere', {}, acting)).toMatchObject({
        status: 'Error',
        error: expect.stringContaining('Nowhere')
    });
});

const decide = (logic: string, conditions: string) =>
    flowXml(
        startXml('Decide') +
            elementXml(
                'decisions',
                'Decide',
                `<rules><name>Yes</name><conditionLogic>${logic}</conditionLogic>${conditions}
                <connector><targetReference>Say</targetReference></connector><label>Yes</label></rules>`
            ) +
            elementXml('assignments', 'Say', assignXml('said', textXml('yes'))) +
            variableXml('a', 'String', '', 'in') +
            variableXml('n', 'Number', '<scale>0</scale>', 'in') +
            variableXml('said', 'String', '', 'out')
    );

const TRUE = '<booleanValue>true</booleanValue>';

const CONDITIONS: [string, string, [string, string, string][], Record<string, string | number>, string | null][] = [
    ['equals without case', 'and', [['a', 'EqualTo', textXml('ENDED')]], { a: 'ended' }, 'yes'],
    ['a blank differs from a text', 'and', [['a', 'NotEqualTo', textXml('x')]], {}, 'yes'],
    ['no value is null', 'and', [['a', 'IsNull', TRUE]], {}, 'yes'],
    ['an empty text is not null', 'and', [['a', 'IsNull', TRUE]], { a: '' }, null],
    ['white space is blank', 'and', [['a', 'IsBlank', TRUE]], { a: ' ' }, 'yes'],
    ['starts without case', 'and', [['a', 'StartsWith', textXml('cl0')]], { a: 'CL001' }, 'yes'],
    ['does not contain', 'and', [['a', 'Contains', textXml('zz')]], { a: 'CL001' }, null],
    ['is greater', 'and', [['n', 'GreaterThan', numberXml(3)]], { n: 4 }, 'yes'],
    ['a blank is not greater', 'and', [['n', 'GreaterThan', numberXml(3)]], {}, null],
    ['is at most', 'and', [['n', 'LessThanOrEqualTo', numberXml(3)]], { n: 3 }, 'yes'],
    [
        'any of two',
        'or',
        [
            ['n', 'EqualTo', numberXml(1)],
            ['a', 'EqualTo', textXml('x')]
        ],
        { a: 'x' },
        'yes'
    ],
    [
        'logic of its own',
        '1 AND (2 OR NOT 3)',
        [
            ['n', 'EqualTo', numberXml(1)],
            ['a', 'EqualTo', textXml('x')],
            ['a', 'EqualTo', textXml('y')]
        ],
        { n: 1, a: 'z' },
        'yes'
    ]
];

test.each(CONDITIONS)('a decision knows: %s', async (_name, logic, conditions, inputs, expected) => {
    const { engine, acting } = open({
        Decide: decide(logic, conditions.map((condition) => conditionXml(...condition)).join(''))
    });
    expect((await engine.run('Decide', inputs, acting)).outputs).toEqual({ said: expected });
});

test('records are found, looped over, counted, created, updated and deleted', async () => {
    const { engine, store, acting } = open({
        Tidy: flowXml(
            startXml('Find') +
                elementXml(
                    'recordLookups',
                    'Find',
                    `<filterLogic>or</filterLogic>${filterXml('LastName', 'StartsWith', textXml('Ra'))}
                    ${filterXml('LastName', 'EqualTo', textXml('IYER'))}<getFirstRecordOnly>false</getFirstRecordOnly><object>Contact</object>
                    <queriedFields>LastName</queriedFields><sortField>LastName</sortField><sortOrder>Desc</sortOrder>
                    <storeOutputAutomatically>true</storeOutputAutomatically>`,
                    'Each'
                ) +
                `<loops><name>Each</name><label>Each</label><locationX>0</locationX><locationY>0</locationY>
                <collectionReference>Find</collectionReference><iterationOrder>Asc</iterationOrder>
                <nextValueConnector><targetReference>Note</targetReference></nextValueConnector>
                <noMoreValuesConnector><targetReference>Save</targetReference></noMoreValuesConnector></loops>` +
                elementXml(
                    'assignments',
                    'Note',
                    assignXml('Each.Phone', textXml('98765 43210')) +
                        assignXml('changed', referenceXml('Each'), 'Add') +
                        assignXml('names', textXml('{!names}{!Each.LastName};')) +
                        assignXml('count', referenceXml('Find'), 'AssignCount'),
                    'Each'
                ) +
                elementXml('recordUpdates', 'Save', '<inputReference>changed</inputReference>', 'Make') +
                elementXml(
                    'recordCreates',
                    'Make',
                    `${fieldXml('LastName', textXml('Nair'))}<object>Contact</object>`,
                    'Remove'
                ) +
                elementXml(
                    'recordDeletes',
                    'Remove',
                    `<filterLogic>and</filterLogic>${filterXml('LastName', 'EqualTo', textXml('Rao'))}<object>Contact</object>`,
                    'Remember'
                ) +
                elementXml('assignments', 'Remember', assignXml('made', referenceXml('Make'))) +
                variableXml('changed', 'SObject', 'collection<objectType>Contact</objectType>') +
                variableXml('names', 'String', '', 'out') +
                variableXml('count', 'Number', '<scale>0</scale>', 'out') +
                variableXml('made', 'String', '', 'out')
        )
    });
    store.create(
        'Contact',
        ['Rao', 'Iyer', 'Sen', 'Ramesh'].map((LastName) => ({ LastName })),
        acting
    );
    const result = await engine.run('Tidy', {}, acting);
    const contacts = store.find({ object: 'Contact', orderBy: [{ field: 'LastName' }] });
    expect(result).toMatchObject({ status: 'Finished', outputs: { names: 'Rao;Ramesh;Iyer;', count: 3 } });
    expect(contacts.map(({ LastName, Phone }) => [LastName, Phone])).toEqual([
        ['Iyer', '98765 43210'],
        ['Nair', null],
        ['Ramesh', '98765 43210'],
        ['Sen', null]
    ]);
    expect(result.outputs['made']).toBe(contacts[1]?.['Id']);
});

test('a record that was not found is null, and its fields cannot be read', async () => {
    const find = elementXml(
        'recordLookups',
        'Find',
        `<filterLogic>and</filterLogic>${filterXml('LastName', 'EqualTo', textXml('Nobody'))}<getFirstRecordOnly>true</getFirstRecordOnly>
        <object>Contact</object><storeOutputAutomatically>true</storeOutputAutomatically>`,
        'Use'
    );
    const { engine, acting } = open({
        Use: flowXml(
            startXml('Find') +
                find +
                elementXml('assignments', 'Use', assignXml('name', referenceXml('Find.LastName'))) +
                variableXml('name', 'String', '', 'out')
        )
    });
    expect(await engine.run('Use', {}, acting)).toMatchObject({
        status: 'Error',
        error: expect.stringContaining("Find.LastName because it hasn't been set or assigned")
    });
});

test('a refused save goes to the fault connector with its reason, and what was saved before stays', async () => {
    const { engine, store, acting } = open({
        Make: flowXml(
            startXml('First') +
                elementXml(
                    'recordCreates',
                    'First',
                    `${fieldXml('LastName', textXml('Das'))}<object>Contact</object>`,
                    'Second'
                ) +
                elementXml(
                    'recordCreates',
                    'Second',
                    `${fieldXml('FirstName', textXml('No last name'))}<object>Contact</object>`,
                    undefined,
                    'Tell'
                ) +
                elementXml('assignments', 'Tell', assignXml('reason', referenceXml('$Flow.FaultMessage'))) +
                variableXml('reason', 'String', '', 'out')
        )
    });
    const { status, outputs } = await engine.run('Make', {}, acting);
    expect(status).toBe('Finished');
    expect(outputs['reason']).toMatch(/create records: REQUIRED_FIELD_MISSING/);
    expect(store.count({ object: 'Contact' })).toBe(1);
});

test('an unhandled failure takes everything back', async () => {
    const { engine, store, acting } = open({
        Make: flowXml(
            startXml('First') +
                elementXml(
                    'recordCreates',
                    'First',
                    `${fieldXml('LastName', textXml('Das'))}<object>Contact</object>`,
                    'Second'
                ) +
                elementXml(
                    'recordCreates',
                    'Second',
                    `${fieldXml('FirstName', textXml('No last name'))}<object>Contact</object>`
                )
        )
    });
    expect(await engine.run('Make', {}, acting)).toMatchObject({
        status: 'Error',
        error: expect.stringMatching(/^Second: /)
    });
    expect(store.count({ object: 'Contact' })).toBe(0);
});

test('a subflow gets inputs and gives outputs', async () => {
    const { engine, acting } = open({
        Double: flowXml(
            startXml('Compute') +
                elementXml('assignments', 'Compute', assignXml('result', referenceXml('twice'))) +
                formulaXml('twice', 'Number', '{!value} * 2', 0) +
                variableXml('value', 'Number', '<scale>0</scale>', 'in') +
                variableXml('result', 'Number', '<scale>0</scale>', 'out')
        ),
        Caller: flowXml(
            startXml('Call') +
                elementXml(
                    'subflows',
                    'Call',
                    `<flowName>Double</flowName><inputAssignments><name>value</name><value>${numberXml(21)}</value></inputAssignments>
                    <storeOutputAutomatically>true</storeOutputAutomatically>`,
                    'Take'
                ) +
                elementXml('assignments', 'Take', assignXml('answer', referenceXml('Call.result'))) +
                variableXml('answer', 'Number', '<scale>0</scale>', 'out')
        )
    });
    expect((await engine.run('Caller', {}, acting)).outputs).toEqual({ answer: 42 });
});

const send = (next?: string, fault?: string) =>
    elementXml(
        'actionCalls',
        'Send',
        `<actionName>Service.send</actionName><actionType>externalService</actionType>
        <flowTransactionModel>CurrentTransaction</flowTransactionModel>
        <inputParameters><name>text</name><value>${textXml('hello')}</value></inputParameters>
        <outputParameters><assignToReference>code</assignToReference><name>responseCode</name></outputParameters>`,
        next,
        fault
    ) + variableXml('code', 'Number', '<scale>0</scale>', 'out');

test('a callout waits for its answer', async () => {
    const sent: unknown[] = [];
    const { engine, acting } = open({ Call: flowXml(startXml('Send') + send()) }, (action, inputs) => {
        sent.push(action, inputs.get('text')?.value);
        return Promise.resolve(new Map([['responseCode', { dataType: 'number', value: 202 } as const]]));
    });
    expect((await engine.run('Call', {}, acting)).outputs).toEqual({ code: 202 });
    expect(sent).toEqual(['Service.send', 'hello']);
});

test('a callout after a save in the same transaction is refused', async () => {
    const { engine, acting } = open({
        Call: flowXml(
            startXml('Make') +
                elementXml(
                    'recordCreates',
                    'Make',
                    `${fieldXml('LastName', textXml('Das'))}<object>Contact</object>`,
                    'Send'
                ) +
                send()
        )
    });
    expect(await engine.run('Call', {}, acting)).toMatchObject({
        status: 'Error',
        error: expect.stringContaining('You have uncommitted work pending')
    });
});

test('a flow runs for its caller, one in system mode past permissions', async () => {
    const seen: boolean[] = [];
    const make = elementXml('recordCreates', 'Make', `${fieldXml('LastName', textXml('Das'))}<object>Contact</object>`);
    const { engine, store, acting } = open({
        Mine: flowXml(startXml('Make') + make),
        System: flowXml(startXml('Make') + make, { runInMode: 'SystemModeWithoutSharing' })
    });
    const create = jest.spyOn(store, 'create').mockImplementation((_object, rows, user) => {
        seen.push(user.systemContext);
        return rows.map(() => ({ success: true, id: '003000000000001AAA', created: true }));
    });
    await engine.run('Mine', {}, { ...acting, systemContext: false });
    await engine.run('System', {}, { ...acting, systemContext: false });
    create.mockRestore();
    expect(seen).toEqual([false, true]);
});
