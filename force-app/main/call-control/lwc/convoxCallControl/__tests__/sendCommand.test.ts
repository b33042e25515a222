import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { sendCommand } from 'c/convoxCallControl';
import type { CommandChannel, FlowEnd } from 'c/convoxCallControl';
import type { CallCommand, CommandResult } from 'c/convoxCommand';

const CLOSE: CallCommand = {
    type: 'Close',
    close: { agentCode: 'AG_ASHA', convoxId: '1000001', disposition: 'SALE', mobileNumber: '9876543201' },
    callReference: 'REF1',
    attempt: 1,
    callId: '',
    server: undefined
};

const COMMAND_ID = 'a0C000000000001AAA';
const DUPLICATE = {
    ok: false,
    status: 400,
    body: { output: { errors: [{ errorCode: 'DUPLICATE_VALUE', message: 'duplicate value found: Key__c' }] } }
};

const create = jest.mocked(createRecord);
const update = jest.mocked(updateRecord);

const finished = (outputs: Record<string, string>): FlowEnd => ({
    end: 'finished',
    outputs: Object.entries(outputs).map(([name, value]) => ({ name, value, dataType: 'String' }))
});

const row = (values: Record<string, string>) => ({
    Id: COMMAND_ID,
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]))
});

async function turns(count: number): Promise<void> {
    if (count > 0) {
        await Promise.resolve();
        await turns(count - 1);
    }
}

/** A page whose clock only moves when somebody waits, and whose row changes with the looks at it. */
function channel(flow: Promise<FlowEnd> | FlowEnd = new Promise(() => undefined), ...looks: Record<string, string>[]) {
    const pauses: number[] = [];
    const late: CommandResult[] = [];
    const runFlow = jest.fn(() => Promise.resolve(flow));
    const page: CommandChannel = {
        runFlow,
        readRow: () => {
            const look = looks.length > 1 ? looks.shift() : looks[0];
            return Promise.resolve(look && row(look));
        },
        // Twenty turns of the event loop are a second, so that what ends earlier also arrives earlier.
        wait: (milliseconds) => {
            pauses.push(milliseconds);
            return turns(milliseconds / 50);
        },
        patience: 15_000,
        onLateAnswer: (result) => late.push(result)
    };
    return { page, pauses, late, runFlow };
}

beforeEach(() => {
    create.mockReset().mockResolvedValue({
        apiName: 'ConVox_Command__c',
        id: COMMAND_ID,
        fields: {},
        lastModifiedById: null,
        lastModifiedDate: null,
        systemModstamp: null,
        recordTypeId: null
    });
    update.mockReset().mockImplementation(() => create({ apiName: '', fields: {} }));
});

test.each([
    [
        'accepted with a code',
        { status: 'Accepted', replyCode: 'EC000', reply: '{"STATUS":"EC000","MESSAGE":"Call closed"}' },
        { state: 'accepted', code: 'EC000', reply: 'Call closed', advice: 'accepted', failure: '' }
    ],
    [
        'accepted without a code',
        { status: 'Accepted', reply: 'done' },
        { state: 'accepted', code: '', reply: 'done', advice: 'accepted' }
    ],
    [
        'refused with a code',
        { status: 'Refused', replyCode: 'EC003', reply: '{"STATUS":"EC003"}' },
        { state: 'refused', code: 'EC003', advice: 'callNotFound', failure: '' }
    ],
    [
        'refused with words only',
        { status: 'Refused', reply: 'ERROR: unknown action' },
        { state: 'refused', advice: 'unknownRefusal', reply: 'ERROR: unknown action', failure: '' }
    ],
    [
        'refused by Salesforce itself',
        { status: 'Refused', errorMessage: 'There is no server' },
        { state: 'refused', failure: 'notSent', error: 'There is no server' }
    ],
    [
        'without a clear answer',
        { status: 'Unknown', errorMessage: 'Read timed out' },
        { state: 'unknown', advice: 'noAnswer', failure: 'unreachable', error: 'Read timed out' }
    ],
    ['without a status', {}, { state: 'unknown' }]
])('a flow that ends %s', async (_name, outputs, expected) => {
    const { page, runFlow, late } = channel(finished(outputs));
    await expect(sendCommand(CLOSE, 'Direct', page)).resolves.toMatchObject({ ...expected, commandId: COMMAND_ID });
    expect(runFlow.mock.calls).toEqual([[COMMAND_ID]]);
    expect(update).not.toHaveBeenCalled();
    expect(late).toEqual([]);
});

test('a flow without an answer in time is unknown, is not repeated, and may still answer late', async () => {
    let answer: (flow: FlowEnd) => void = () => undefined;
    const flow = new Promise<FlowEnd>((resolve) => {
        answer = resolve;
    });
    const { page, runFlow, late, pauses } = channel(flow);
    await expect(sendCommand(CLOSE, 'Direct', page)).resolves.toMatchObject({
        state: 'unknown',
        failure: 'noAnswerInTime'
    });
    expect(pauses).toEqual([15_000]);
    expect(runFlow).toHaveBeenCalledTimes(1);
    expect(update).not.toHaveBeenCalled();
    answer(finished({ status: 'Accepted', replyCode: 'EC000' }));
    await page.wait(1000);
    expect(late).toMatchObject([{ state: 'accepted', commandId: COMMAND_ID }]);
});

test('a command whose row is not saved in time is not sent, even when the row comes later', async () => {
    create.mockReturnValue(new Promise(() => undefined));
    const { page, runFlow } = channel(finished({ status: 'Accepted' }));
    await expect(sendCommand(CLOSE, 'Direct', page)).resolves.toMatchObject({
        state: 'refused',
        failure: 'notReached'
    });
    expect(runFlow).not.toHaveBeenCalled();
});

test('a request to the background that hangs may have arrived, and is only looked after', async () => {
    update.mockReturnValue(new Promise(() => undefined));
    const { page } = channel(undefined, { Status__c: 'Created' });
    await expect(sendCommand(CLOSE, 'Background', page)).resolves.toMatchObject({ state: 'unknown' });
    expect(update).toHaveBeenCalledTimes(1);
});

test('a flow that fails is unknown, and its row is closed so that nothing sends it later', async () => {
    const { page, runFlow } = channel({ end: 'failed' }, { Status__c: 'Created' });
    await expect(sendCommand(CLOSE, 'Direct', page)).resolves.toMatchObject({
        state: 'unknown',
        failure: 'flowFailed'
    });
    expect(runFlow).toHaveBeenCalledTimes(1);
    expect(update.mock.calls).toMatchObject([[{ fields: { Id: COMMAND_ID, Status__c: 'Unknown' } }]]);
});

test('a flow that fails after it stored an answer is believed', async () => {
    const { page } = channel({ end: 'failed' }, { Status__c: 'Refused', Reply_Code__c: 'EC001' });
    await expect(sendCommand(CLOSE, 'Direct', page)).resolves.toMatchObject({
        state: 'refused',
        advice: 'dispositionUnknown'
    });
    expect(update).not.toHaveBeenCalled();
});

test('a flow that cannot start leaves the row to the background', async () => {
    const { page } = channel({ end: 'notStarted' }, { Status__c: 'Requested' }, { Status__c: 'Accepted' });
    await expect(sendCommand(CLOSE, 'Direct', page)).resolves.toMatchObject({ state: 'accepted' });
    expect(update.mock.calls).toMatchObject([[{ fields: { Id: COMMAND_ID, Status__c: 'Requested' } }]]);
});

test('the background route asks once and looks with growing pauses', async () => {
    const waiting = { Status__c: 'Requested' };
    const { page, pauses, runFlow } = channel(undefined, waiting, waiting, waiting, { Status__c: 'Accepted' });
    await expect(sendCommand(CLOSE, 'Background', page)).resolves.toMatchObject({ state: 'accepted' });
    expect(pauses).toEqual([15_000, 1000, 2000, 4000, 8000]);
    expect(runFlow).not.toHaveBeenCalled();
    expect(update).toHaveBeenCalledTimes(1);
});

test('the background route gives up as unknown and asks for nothing more', async () => {
    const { page, pauses } = channel(undefined, { Status__c: 'Requested' });
    await expect(sendCommand(CLOSE, 'Background', page)).resolves.toMatchObject({
        state: 'unknown',
        failure: 'noAnswerInTime',
        commandId: COMMAND_ID
    });
    const [limit, ...looks] = pauses;
    expect([limit, looks.reduce((sum, pause) => sum + pause, 0)]).toEqual([15_000, 15_000]);
    expect(update).toHaveBeenCalledTimes(1);
});

test.each([
    [
        'refused by Salesforce: nothing was sent',
        { ok: false, status: 403, body: [{ message: 'no' }] },
        'refused',
        'notSent'
    ],
    ['lost on the way: it may have arrived', new TypeError('Failed to fetch'), 'unknown', 'flowFailed'],
    [
        'cut off, as Lightning Data Service says it: it may have arrived',
        { ok: false, status: 503, body: { message: 'Disconnected or Canceled' } },
        'unknown',
        'flowFailed'
    ]
])('a background request is %s', async (_name, error, state, failure) => {
    update.mockRejectedValue(error);
    const { page } = channel();
    await expect(sendCommand(CLOSE, 'Background', page)).resolves.toMatchObject({ state, failure });
    expect(update).toHaveBeenCalledTimes(1);
});

test.each([
    ['answered', [{ Status__c: 'Accepted', Reply_Code__c: 'EC000' }], { state: 'accepted' }],
    [
        'answered for this disposition',
        [{ Status__c: 'Accepted', Disposition__c: CLOSE.close.disposition }],
        { state: 'accepted', failure: '' }
    ],
    [
        'answered for the disposition of another computer',
        [{ Status__c: 'Accepted', Disposition__c: 'OTHER' }],
        { state: 'refused', failure: 'notSent' }
    ],
    [
        'refused for the disposition of another computer',
        [{ Status__c: 'Refused', Reply_Code__c: 'EC003', Disposition__c: 'OTHER' }],
        { state: 'refused', code: 'EC003', failure: '' }
    ],
    ['still on its way', [{ Status__c: 'Created' }, { Status__c: 'Unknown' }], { state: 'unknown' }],
    ['never answered', [{ Status__c: 'Created' }], { state: 'unknown', failure: 'noAnswerInTime' }]
])('a command that was saved before is only read: %s', async (_name, looks, expected) => {
    create.mockRejectedValue(DUPLICATE);
    const { page, runFlow } = channel(undefined, ...looks);
    await expect(sendCommand(CLOSE, 'Direct', page)).resolves.toMatchObject(expected);
    expect(runFlow).not.toHaveBeenCalled();
    expect(update).not.toHaveBeenCalled();
});

test('without a connection a command is not sent, and the words of the browser are not repeated', async () => {
    create.mockRejectedValue(new TypeError('Failed to fetch'));
    const { page, runFlow } = channel();
    const expected = { state: 'refused', failure: 'notReached', error: '' };
    await expect(sendCommand(CLOSE, 'Direct', page)).resolves.toMatchObject(expected);
    expect(runFlow).not.toHaveBeenCalled();
});

test('a command that cannot be saved is not sent, and says why', async () => {
    create.mockRejectedValue({ ok: false, status: 400, body: { message: 'Agent code is too long' } });
    const { page, runFlow } = channel();
    await expect(sendCommand(CLOSE, 'Direct', page)).resolves.toMatchObject({
        state: 'refused',
        failure: 'notSaved',
        commandId: '',
        error: 'Agent code is too long'
    });
    expect(runFlow).not.toHaveBeenCalled();
});
