import type { CallOut, TestOrg } from './testOrg.ts';
import {
    assignXml,
    elementXml,
    fieldXml,
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

test('a flow takes a collection of texts', async () => {
    const names =
        '<variables><name>names</name><dataType>String</dataType><isCollection>true</isCollection><isInput>true</isInput><isOutput>true</isOutput></variables>';
    const { engine, acting } = open({
        List: flowXml(`${startXml('Set')}${elementXml('assignments', 'Set', '')}${names}`)
    });
    expect(await engine.run('List', { names: ['Asha', 'Ravi'] }, acting)).toEqual({
        status: 'Finished',
        outputs: { names: ['Asha', 'Ravi'] }
    });
    expect((await engine.run('List', { names: 'Asha' }, acting)).status).toBe('Error');
});

test.each([
    [{ nothing: 'x' }, 'has no input variable nothing'],
    [{ name: 7 }, 'takes a value of type String'],
    [{ name: ['Asha'] }, 'takes no collection']
])('inputs %j are refused', async (inputs, message) => {
    const { engine, acting } = open({
        Greet: flowXml(
            `${startXml('Set')}${elementXml('assignments', 'Set', '')}${variableXml('name', 'String', '', 'in')}`
        )
    });
    const result = await engine.run('Greet', inputs, acting);
    expect(result.error).toContain(message);
});

test('a flow that does not exist is an error, not a crash', async () => {
    const { engine, acting } = open({});
    expect((await engine.run('Nowhere', {}, acting)).error).toContain('Nowhere');
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
    expect((await engine.run('Call', {}, acting)).error).toContain('You have uncommitted work pending');
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

test('today is the day in the time zone of the user', async () => {
    const { engine, acting, pass } = open({
        Today: flowXml(
            startXml('Set') +
                elementXml(
                    'assignments',
                    'Set',
                    assignXml('day', referenceXml('today')) + assignXml('flowDay', referenceXml('$Flow.CurrentDate'))
                ) +
                formulaXml('today', 'Date', 'TODAY()') +
                variableXml('day', 'Date', '', 'out') +
                variableXml('flowDay', 'Date', '', 'out')
        )
    });
    // 10:00 in Greenwich becomes 20:00, which is the next day in India.
    pass(600);
    expect((await engine.run('Today', {}, acting)).outputs).toEqual({ day: '2026-03-03', flowDay: '2026-03-03' });
});
