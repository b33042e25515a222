import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { createRecord, getRecord } from 'lightning/uiRecordApi';
import ConvoxNumbers from 'c/convoxNumbers';

const RECORD_ID = '003000000000001AAA';
const COMMAND = {
    apiName: 'ConVox_Command__c',
    id: 'a0C000000000001AAA',
    fields: {},
    lastModifiedById: null,
    lastModifiedDate: null,
    systemModstamp: null,
    recordTypeId: null
};
const AGENT = {
    Id: 'a0A000000000001AAA',
    Agent_Code__c: { value: 'AG_ASHA' },
    Server__c: { value: 'a0S000000000001AAA' },
    Server__r: { Command_Route__c: { value: 'Direct' } }
};

const create = jest.mocked(createRecord);

/** Test wire adapters have more than the types of the platform's modules tell. */
function emit(adapter: object, method: 'emit' | 'emitErrors' | 'error', value: unknown): void {
    Reflect.apply(Reflect.get(adapter, method), adapter, [value]);
}

/** What the org knows that speaks against a call; the other graphql wires of the page hear nothing of it. */
function emitDoubts(query: object): void {
    const asks = ({ variables = {} }: { variables?: object }): boolean => 'phone' in variables && 'until' in variables;
    Reflect.apply(Reflect.get(graphql, 'emit'), graphql, [{ uiapi: { query } }, asks]);
}

function emitAgents(...agents: object[]): void {
    const edges = agents.map((node) => ({ node }));
    emit(graphql, 'emit', { uiapi: { query: { ConVox_Agent__c: { edges }, ConVox_Server__c: { edges: [] } } } });
}

function emitRecord(numbers: Record<string, string | null>): void {
    const fields = Object.fromEntries(
        Object.entries(numbers).map(([name, value]) => [name, { value, displayValue: null }])
    );
    emit(getRecord, 'emit', { ...COMMAND, apiName: 'Contact', id: RECORD_ID, fields });
}

async function settle(turns = 40): Promise<void> {
    if (turns > 0) {
        await Promise.resolve();
        await settle(turns - 1);
    }
}

async function show(numbers: Record<string, string | null> = { Phone: '9876543201', MobilePhone: '98765 43202' }) {
    const element = createElement('c-convox-numbers', { is: ConvoxNumbers });
    Object.assign(element, { recordId: RECORD_ID, objectApiName: 'Contact' });
    document.body.appendChild(element);
    emitAgents(AGENT);
    emitRecord(numbers);
    emit(getObjectInfo, 'emit', { fields: { Phone: { label: 'Phone' }, MobilePhone: { label: 'Mobile' } } });
    await settle();
    return element;
}

const all = (element: HTMLElement, selector: string): HTMLElement[] => [
    ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])
];

const inDialer = (element: HTMLElement, selector: string): HTMLElement[] =>
    all(element, 'c-convox-dialer').flatMap((dialer) => all(dialer, selector));

const text = (element: HTMLElement, id: string): string | undefined =>
    all(element, `[data-id="${id}"]`)[0]?.textContent ?? undefined;

async function press(element: HTMLElement, field = 'Phone', doubts: object = {}): Promise<void> {
    all(element, `[data-number="${field} 1"]`)[0]?.dispatchEvent(new CustomEvent('click'));
    await settle();
    emitDoubts(doubts);
    await settle();
}

const inQuestion = (element: HTMLElement, id: string): HTMLElement[] =>
    inDialer(element, 'c-convox-dial-question').flatMap((question) => all(question, `[data-id="${id}"]`));

async function answerQuestion(element: HTMLElement, id: 'anyway' | 'leave'): Promise<void> {
    inQuestion(element, id)[0]?.dispatchEvent(new CustomEvent('click'));
    await settle();
}

const DO_NOT_CALL = { Contact: { edges: [{ node: { Id: RECORD_ID, DoNotCall: { value: true } } }] } };

async function endFlow(element: HTMLElement, outputs: Record<string, string>): Promise<void> {
    const [runner] = inDialer(element, 'c-convox-command-runner');
    const [flow] = runner ? all(runner, 'lightning-flow') : [];
    const outputVariables = Object.entries(outputs).map(([name, value]) => ({ name, value, dataType: 'String' }));
    flow?.dispatchEvent(new CustomEvent('statuschange', { detail: { status: 'FINISHED_SCREEN', outputVariables } }));
    await settle();
}

const outcome = (element: HTMLElement): unknown =>
    Reflect.get(inDialer(element, 'c-convox-command-outcome')[0] ?? {}, 'result');

const cooling = (element: HTMLElement): string | undefined =>
    inDialer(element, '[data-id="cooling"]')[0]?.textContent ?? undefined;

let today = Date.parse('2026-11-20T09:10:00Z');

beforeEach(() => {
    // Each test is an hour later, so that no test waits for the half minute of another one.
    today += 60 * 60 * 1000;
    jest.useFakeTimers({ now: today, doNotFake: ['nextTick', 'queueMicrotask'] });
    create.mockReset().mockResolvedValue(COMMAND);
});

afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
});

test('offers every number with its field and says which one a button calls', async () => {
    const element = await show();
    expect(all(element, 'li').map((item) => item.textContent?.trim())).toEqual(['Phone', 'Mobile']);
    expect(all(element, 'lightning-button')).toHaveLength(2);
    expect(all(element, 'lightning-button')[0]).toMatchObject({ label: 'c.ConVox_Dialer_Call', disabled: false });
});

test('a second number of a field has a button of its own, and an extension is said and not dialled', async () => {
    const element = await show({ Phone: '98765 43201 ext. 12 / 98765 43202' });
    expect(all(element, 'lightning-button')).toHaveLength(2);
    expect(text(element, 'extension')).toBe('c.ConVox_ClickToCall_Extension');
    await press(element);
    expect(create.mock.calls[0]?.[0].fields).toMatchObject({ Phone_Number__c: '9876543201' });
});

test('a press asks ConVox once and says that the phone will ring', async () => {
    const element = await show();
    await press(element);
    await press(element);
    expect(create).toHaveBeenCalledTimes(1);
    expect(create.mock.calls[0]?.[0].fields).toMatchObject({
        Type__c: 'Dial',
        Agent_Code__c: 'AG_ASHA',
        Phone_Number__c: '9876543201',
        Contact__c: RECORD_ID,
        Server__c: 'a0S000000000001AAA'
    });
    await endFlow(element, { status: 'Accepted', replyCode: 'CL000' });
    expect(outcome(element)).toMatchObject({ state: 'accepted', type: 'Dial' });
});

test('a customer who is not to be called is called only when the agent says so', async () => {
    const element = await show();
    await press(element, 'Phone', DO_NOT_CALL);
    expect(inQuestion(element, 'doNotCall')).toHaveLength(1);
    expect(create).not.toHaveBeenCalled();
    await answerQuestion(element, 'leave');
    expect(inQuestion(element, 'question')).toHaveLength(0);
    await press(element, 'MobilePhone', DO_NOT_CALL);
    await answerQuestion(element, 'anyway');
    expect(create.mock.calls.map(([{ fields }]) => fields.Phone_Number__c)).toEqual(['9876543202']);
    expect(inQuestion(element, 'question')).toHaveLength(0);
});

test('after a dial all buttons rest for half a minute, on other records too', async () => {
    const element = await show();
    await press(element);
    await endFlow(element, { status: 'Accepted', replyCode: 'CL000' });
    expect(all(element, 'lightning-button')).toMatchObject([{ disabled: true }, { disabled: true }]);
    expect(cooling(element)).toBe('c.ConVox_Dialer_Cooling');
    const other = await show();
    await press(other, 'MobilePhone');
    expect(create).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(cooling(element)).toBeUndefined();
    await press(element, 'MobilePhone');
    expect(create).toHaveBeenCalledTimes(2);
    const references = create.mock.calls.map(([input]) => input.fields.Ref_No__c);
    expect(new Set(references).size).toBe(2);
});

/** What the wires deliver about the agent's dial: how the command stands, and whether its call is over. */
async function emitDial(status: string, isOver: boolean): Promise<void> {
    const rows = (...nodes: object[]) => ({ edges: nodes.map((node) => ({ node })) });
    emit(graphql, 'emit', {
        uiapi: {
            query: {
                ConVox_Agent__c: rows(AGENT),
                ConVox_Command__c: rows({ Id: COMMAND.id, Status__c: { value: status } }),
                ConVox_Call__c: isOver ? rows({ Id: 'a01000000000001AAA', Status__c: { value: 'Ended' } }) : rows()
            }
        }
    });
    await settle();
}

test('once the call is over the next one is possible, on other records too', async () => {
    const element = await show();
    const other = await show();
    await press(element);
    await endFlow(element, { status: 'Accepted', replyCode: 'CL000' });
    await jest.advanceTimersByTimeAsync(1000);
    await emitDial('Accepted', false);
    expect(cooling(other)).toBe('c.ConVox_Dialer_Cooling');
    await jest.advanceTimersByTimeAsync(2000);
    await emitDial('Accepted', true);
    await jest.advanceTimersByTimeAsync(4000);
    expect([cooling(element), cooling(other)]).toEqual([undefined, undefined]);
    await press(other);
    expect(create).toHaveBeenCalledTimes(2);
});

test('a reply that only the row tells of settles what was not certain', async () => {
    const element = await show();
    await press(element);
    await jest.advanceTimersByTimeAsync(15_000);
    await settle();
    expect(outcome(element)).toMatchObject({ state: 'unknown' });
    await jest.advanceTimersByTimeAsync(1000);
    await emitDial('Accepted', false);
    expect(outcome(element)).toMatchObject({ state: 'accepted' });
});

test('a refusal rang nobody, so the agent may try again at once', async () => {
    const element = await show();
    await press(element);
    await endFlow(element, { status: 'Refused', replyCode: 'CL004' });
    expect(outcome(element)).toMatchObject({ state: 'refused', advice: 'agentNotIdle' });
    await press(element);
    expect(create).toHaveBeenCalledTimes(2);
});

test('an unanswered dial is unknown, is not repeated, and the buttons rest', async () => {
    const element = await show();
    await press(element);
    await jest.advanceTimersByTimeAsync(15_000);
    await settle();
    expect(outcome(element)).toMatchObject({ state: 'unknown', failure: 'noAnswerInTime' });
    expect(create).toHaveBeenCalledTimes(1);
    expect(all(element, 'lightning-button')[0]).toMatchObject({ disabled: true });
    await endFlow(element, { status: 'Accepted', replyCode: 'CL000' });
    expect(outcome(element)).toMatchObject({ state: 'accepted' });
});

test('a number ConVox cannot dial has no button and says why', async () => {
    const element = await show({ Phone: '1800' });
    expect(all(element, 'lightning-button')).toEqual([]);
    expect(text(element, 'undialable')).toContain('c.ConVox_ClickToCall_Undialable');
});

test('a record without numbers says so', async () => {
    expect(text(await show({ Phone: null }), 'noNumber')).toBe('c.ConVox_ClickToCall_No_Number');
});

test('a user who is no agent learns what to ask for and cannot call', async () => {
    const element = await show();
    emitAgents();
    await settle();
    expect(text(element, 'notAgent')).toBe('c.ConVox_Dialer_Not_Agent');
    await press(element);
    expect(create).not.toHaveBeenCalled();
});

test('a failure to load is shown in words', async () => {
    const element = await show();
    emit(graphql, 'emitErrors', [{ message: 'No access to agents' }]);
    await settle();
    expect(all(element, 'c-convox-error-panel')).toMatchObject([{ report: { lines: ['No access to agents'] } }]);
});

test('is accessible', async () => {
    jest.useRealTimers();
    await expect(await show({ Phone: '9876543201', MobilePhone: '1800' })).toBeAccessible();
});
