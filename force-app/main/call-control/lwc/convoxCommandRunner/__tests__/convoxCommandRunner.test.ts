import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import ConvoxCommandRunner from 'c/convoxCommandRunner';
import type { DialCommand } from 'c/convoxCommand';

const COMMAND_ID = 'a0C000000000001AAA';
const RECORD = {
    apiName: 'ConVox_Command__c',
    id: COMMAND_ID,
    fields: {},
    lastModifiedById: null,
    lastModifiedDate: null,
    systemModstamp: null,
    recordTypeId: null
};
const DUPLICATE = {
    status: 400,
    body: { output: { errors: [{ errorCode: 'DUPLICATE_VALUE', message: 'duplicate' }] } }
};

const DIAL: DialCommand = {
    type: 'Dial',
    fields: { Agent_Code__c: 'AG_ASHA', Phone_Number__c: '9876543201', Ref_No__c: 'SF_0123456789ABCDEF' }
};

const create = jest.mocked(createRecord);

function show() {
    const element = createElement('c-convox-command-runner', { is: ConvoxCommandRunner });
    document.body.appendChild(element);
    return element;
}

const flows = (element: HTMLElement): HTMLElement[] => [
    ...(element.shadowRoot?.querySelectorAll<HTMLElement>('lightning-flow') ?? [])
];

/** Lets promises run until the flow is in the page. */
async function flowOf(element: HTMLElement, turns = 50): Promise<HTMLElement> {
    const [flow] = flows(element);
    if (flow) {
        return flow;
    }
    if (turns === 0) {
        throw new Error('No flow was started');
    }
    await Promise.resolve();
    return flowOf(element, turns - 1);
}

const end = (flow: HTMLElement, status: string, outputs: Record<string, string> = {}): boolean =>
    flow.dispatchEvent(
        new CustomEvent('statuschange', {
            detail: {
                status,
                outputVariables: Object.entries(outputs).map(([name, value]) => ({ name, value, dataType: 'String' }))
            }
        })
    );

function emitRow(status: string, key = 'dial:SF_0123456789ABCDEF'): void {
    const node = { Id: COMMAND_ID, Key__c: { value: key }, Status__c: { value: status } };
    const data = { uiapi: { query: { ConVox_Command__c: { edges: [{ node }] } } } };
    Reflect.apply(Reflect.get(graphql, 'emit'), graphql, [data, undefined, () => Promise.resolve()]);
}

beforeEach(() => {
    jest.useFakeTimers();
    create.mockReset().mockResolvedValue(RECORD);
    jest.mocked(updateRecord).mockReset().mockResolvedValue(RECORD);
});

afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
});

test.each(['FINISHED', 'FINISHED_SCREEN'])('runs the flow once and takes %s for its end', async (status) => {
    const element = show();
    const result = element.send(DIAL);
    const flow = await flowOf(element);
    expect(flow).toMatchObject({
        flowApiName: 'ConVox_Send_Command',
        flowFinishBehavior: 'NONE',
        flowInputVariables: [{ name: 'commandId', type: 'String', value: COMMAND_ID }]
    });
    end(flow, 'STARTED');
    end(flow, status, { status: 'Accepted', replyCode: 'CL000', reply: 'ok' });
    await expect(result).resolves.toMatchObject({ state: 'accepted', code: 'CL000', commandId: COMMAND_ID });
    await Promise.resolve();
    expect(flows(element)).toEqual([]);
});

test('hides the flow without hiding it from the browser, and keeps the focus out of it', async () => {
    const element = show();
    element.send(DIAL);
    const frame = (await flowOf(element)).parentElement;
    expect(frame?.className).toBe('slds-assistive-text');
    expect(frame?.hasAttribute('inert')).toBe(true);
    expect(frame?.hidden).toBe(false);
});

test('the same press is sent once', async () => {
    const element = show();
    const first = element.send(DIAL);
    const second = element.send({ ...DIAL });
    end(await flowOf(element), 'FINISHED_SCREEN', { status: 'Accepted' });
    expect(await first).toBe(await second);
    expect(create).toHaveBeenCalledTimes(1);
});

test('commands go one after the other', async () => {
    const element = show();
    const first = element.send(DIAL);
    const second = element.send({ ...DIAL, fields: { ...DIAL.fields, Ref_No__c: 'SF_OTHER' } });
    const flow = await flowOf(element);
    expect(create).toHaveBeenCalledTimes(1);
    end(flow, 'FINISHED_SCREEN', { status: 'Accepted' });
    await first;
    end(await flowOf(element), 'FINISHED_SCREEN', { status: 'Refused', replyCode: 'CL005' });
    await expect(second).resolves.toMatchObject({ state: 'refused', advice: 'agentBusy' });
    expect(create).toHaveBeenCalledTimes(2);
});

test('a flow without an answer in time ends as unknown; a late answer is announced', async () => {
    const element = show();
    const late = jest.fn();
    element.addEventListener('lateanswer', (event) => late(event instanceof CustomEvent ? event.detail : undefined));
    const result = element.send(DIAL);
    const flow = await flowOf(element);
    jest.advanceTimersByTime(15_000);
    await expect(result).resolves.toMatchObject({ state: 'unknown', failure: 'noAnswerInTime' });
    end(flow, 'FINISHED_SCREEN', { status: 'Accepted' });
    await jest.advanceTimersByTimeAsync(0);
    expect(late.mock.calls).toMatchObject([[{ state: 'accepted' }]]);
    expect(create).toHaveBeenCalledTimes(1);
});

test('a flow that ends in an error is unknown and is not started again', async () => {
    const element = show();
    const result = element.send(DIAL);
    end(await flowOf(element), 'ERROR');
    await jest.advanceTimersByTimeAsync(3000);
    await expect(result).resolves.toMatchObject({ state: 'unknown', failure: 'flowFailed' });
    expect(flows(element)).toEqual([]);
    expect(jest.mocked(updateRecord).mock.calls).toMatchObject([[{ fields: { Status__c: 'Unknown' } }]]);
});

test('the background route shows no flow and reads the row until it is answered', async () => {
    const element = show();
    const result = element.send(DIAL, 'Background');
    await jest.advanceTimersByTimeAsync(1000);
    emitRow('Requested');
    await jest.advanceTimersByTimeAsync(0);
    emitRow('Accepted', 'dial:ANOTHER');
    await jest.advanceTimersByTimeAsync(2000);
    emitRow('Accepted');
    await jest.advanceTimersByTimeAsync(4000);
    await expect(result).resolves.toMatchObject({ state: 'accepted', commandId: COMMAND_ID });
    expect(flows(element)).toEqual([]);
});

test('a command that was saved before is read, not sent', async () => {
    create.mockRejectedValue(DUPLICATE);
    const element = show();
    const result = element.send(DIAL);
    await jest.advanceTimersByTimeAsync(1000);
    emitRow('Unknown');
    await jest.advanceTimersByTimeAsync(0);
    await expect(result).resolves.toMatchObject({ state: 'unknown', commandId: COMMAND_ID });
    expect(flows(element)).toEqual([]);
    expect(updateRecord).not.toHaveBeenCalled();
});

test('is accessible', async () => {
    jest.useRealTimers();
    await expect(show()).toBeAccessible();
});
