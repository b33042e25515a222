import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { createRecord, getRecord, updateRecord } from 'lightning/uiRecordApi';
import ConvoxCallNow from 'c/convoxCallNow';

const RECORD_ID = '003000000000001AAA';
const COMMAND_ID = 'a0C000000000001AAA';
const ROW = {
    apiName: 'ConVox_Command__c',
    id: COMMAND_ID,
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
const update = jest.mocked(updateRecord);

/** Test wire adapters have more than the types of the platform's modules tell. */
function call(adapter: object, method: string, ...values: unknown[]): unknown {
    return Reflect.apply(Reflect.get(adapter, method), adapter, values);
}

const rows = (...list: object[]) => ({ edges: list.map((node) => ({ node })) });

/** The component has three graphql wires; only the one whose query takes this variable hears the answer. */
function answer(variable: string, query: object): void {
    const asks = ({ variables = {} }: { variables?: object }): boolean => variable in variables;
    call(graphql, 'emit', { uiapi: { query } }, asks);
}

function emitAgents(...agents: object[]): void {
    answer('userId', { ConVox_Agent__c: rows(...agents), ConVox_Server__c: rows() });
}

/** What the row says once ConVox has answered. */
function emitRow(values: Record<string, string>): void {
    const key = create.mock.calls[0]?.[0].fields.Key__c;
    const fields = Object.fromEntries(
        Object.entries({ ...values, Key__c: key }).map(([name, value]) => [name, { value }])
    );
    answer('key', { ConVox_Command__c: rows({ Id: COMMAND_ID, ...fields }) });
}

function emitRecord(numbers: Record<string, string | null>): void {
    const fields = Object.fromEntries(
        Object.entries(numbers).map(([name, value]) => [name, { value, displayValue: null }])
    );
    call(getRecord, 'emit', { ...ROW, apiName: 'Contact', id: RECORD_ID, fields });
}

async function settle(turns = 40): Promise<void> {
    if (turns > 0) {
        await Promise.resolve();
        await settle(turns - 1);
    }
}

function show() {
    const element = createElement('c-convox-call-now', { is: ConvoxCallNow });
    const toasts: unknown[] = [];
    element.addEventListener('lightning__showtoast', (event) => {
        toasts.push(event instanceof CustomEvent ? event.detail : undefined);
    });
    document.body.appendChild(element);
    return { element, toasts };
}

/** The platform sets the record when the action is pressed, not before. */
/** What the org knows that speaks against the call. */
async function answerDoubts(query: object = {}): Promise<void> {
    answer('until', query);
    await settle();
}

async function press(numbers: Record<string, string | null>, ...agents: object[]) {
    const { element, toasts } = show();
    Object.assign(element, { recordId: RECORD_ID, objectApiName: 'Contact' });
    element.invoke();
    await settle();
    emitAgents(...agents);
    emitRecord(numbers);
    await settle();
    await answerDoubts();
    return { element, toasts };
}

let today = Date.parse('2026-11-20T09:10:00Z');

beforeEach(() => {
    // Each test is an hour later, so that no test waits for the half minute of another one.
    today += 60 * 60 * 1000;
    jest.useFakeTimers({ now: today, doNotFake: ['nextTick', 'queueMicrotask'] });
    create.mockReset().mockResolvedValue(ROW);
    update.mockReset().mockResolvedValue(ROW);
});

afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
});

test('a press calls the first number ConVox can dial, by the background route, and tells how it went', async () => {
    const { toasts } = await press({ Phone: '1800', MobilePhone: '98765 43202', HomePhone: '9876543203' }, AGENT);
    expect(create.mock.calls.map(([{ fields }]) => fields)).toMatchObject([
        { Type__c: 'Dial', Agent_Code__c: 'AG_ASHA', Phone_Number__c: '9876543202', Contact__c: RECORD_ID }
    ]);
    expect(update.mock.calls.map(([{ fields }]) => fields)).toEqual([{ Id: COMMAND_ID, Status__c: 'Requested' }]);
    expect(toasts).toMatchObject([{ title: 'c.ConVox_Dialer_Calling', variant: 'info' }]);
    await jest.advanceTimersByTimeAsync(1000);
    emitRow({ Status__c: 'Accepted', Reply_Code__c: 'CL000' });
    await settle();
    expect(toasts[1]).toMatchObject({ title: 'c.ConVox_ReplyAdvice_Title_Accepted', variant: 'success' });
});

test('pressing again while the call is on its way, or soon after, calls nobody twice', async () => {
    const { element, toasts } = await press({ Phone: '9876543201' }, AGENT);
    element.invoke();
    await jest.advanceTimersByTimeAsync(1000);
    emitRow({ Status__c: 'Accepted', Reply_Code__c: 'CL000' });
    await settle();
    element.invoke();
    await settle();
    expect(create).toHaveBeenCalledTimes(1);
    expect(toasts.at(-1)).toMatchObject({
        title: 'c.ConVox_CallNow_Nobody_Called',
        message: 'c.ConVox_Dialer_Cooling'
    });
});

test('a refusal rang nobody, so the next press calls at once', async () => {
    const { element, toasts } = await press({ Phone: '9876543201' }, AGENT);
    await jest.advanceTimersByTimeAsync(1000);
    emitRow({ Status__c: 'Refused', Reply_Code__c: 'CL004' });
    await settle();
    expect(toasts.at(-1)).toMatchObject({ variant: 'error', mode: 'sticky' });
    element.invoke();
    await settle();
    await answerDoubts();
    expect(create).toHaveBeenCalledTimes(2);
});

test('a customer who is not to be called is called by a second press within a minute', async () => {
    const isNotToBeCalled = { Contact: rows({ Id: RECORD_ID, DoNotCall: { value: true } }) };
    const { element, toasts } = show();
    Object.assign(element, { recordId: RECORD_ID, objectApiName: 'Contact' });
    const pressAgain = async (): Promise<void> => {
        element.invoke();
        await settle();
        emitAgents(AGENT);
        emitRecord({ Phone: '9876543201' });
        await settle();
        await answerDoubts(isNotToBeCalled);
    };
    await pressAgain();
    expect(toasts).toMatchObject([
        {
            title: 'c.ConVox_CallNow_Nobody_Called',
            message: 'c.ConVox_Dialer_Do_Not_Call c.ConVox_CallNow_Press_Again'
        }
    ]);
    await jest.advanceTimersByTimeAsync(61_000);
    await pressAgain();
    expect(create).not.toHaveBeenCalled();
    await pressAgain();
    expect(create).toHaveBeenCalledTimes(1);
});

test('a call without an answer is unknown, is not repeated, and the agent is told to look', async () => {
    const { toasts } = await press({ Phone: '9876543201' }, AGENT);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(toasts.at(-1)).toMatchObject({
        title: 'c.ConVox_ReplyAdvice_Title_Unknown',
        variant: 'warning',
        mode: 'sticky'
    });
    expect(create).toHaveBeenCalledTimes(1);
});

test.each([
    ['a user who is no agent', { Phone: '9876543201' }, [], 'c.ConVox_Dialer_Not_Agent'],
    ['a record without numbers', { Phone: null }, [AGENT], 'c.ConVox_ClickToCall_No_Number'],
    ['a number ConVox cannot dial', { Phone: '1800' }, [AGENT], '1800. c.ConVox_ClickToCall_Undialable']
])('%s calls nobody and says why', async (_name, numbers, agents, message) => {
    const { toasts } = await press(numbers, ...agents);
    expect(toasts).toMatchObject([{ title: 'c.ConVox_CallNow_Nobody_Called', message, variant: 'error' }]);
    expect(create).not.toHaveBeenCalled();
});

test('says so when the record does not come', async () => {
    const { element, toasts } = show();
    Object.assign(element, { recordId: RECORD_ID, objectApiName: 'Contact' });
    element.invoke();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(toasts).toMatchObject([{ message: 'c.ConVox_ClickToCall_Load_Failed' }]);
});

test('finds the object by the record id where the platform does not name it', async () => {
    const { element } = show();
    call(getObjectInfos, 'emit', { results: [{ statusCode: 200, result: { apiName: 'Lead', keyPrefix: '00Q' } }] });
    Object.assign(element, { recordId: '00Q000000000001AAA' });
    await settle();
    expect(call(getRecord, 'getLastConfig')).toMatchObject({
        recordId: '00Q000000000001AAA',
        optionalFields: [{ objectApiName: 'Lead' }, { objectApiName: 'Lead' }]
    });
});
