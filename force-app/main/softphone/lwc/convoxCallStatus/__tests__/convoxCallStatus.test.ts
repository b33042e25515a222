import { createElement } from 'lwc';
import { getRecord, notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';
import ConvoxCallStatus from 'c/convoxCallStatus';
import { pauseAfter } from '../statusPauses';

const RECORD_ID = 'a01000000000001AAA';

interface Emitting {
    emit(value: unknown): void;
    error(body?: unknown, status?: number, statusText?: string): void;
}

/** The stub of the wire, which only tests can make speak. */
function isEmitting(adapter: unknown): adapter is Emitting {
    return typeof adapter === 'function' && 'emit' in adapter;
}

function record(fields: Record<string, string | number | null>): void {
    const adapter: unknown = getRecord;
    if (isEmitting(adapter)) {
        adapter.emit({
            id: RECORD_ID,
            apiName: 'ConVox_Call__c',
            fields: Object.fromEntries(
                Object.entries(fields).map(([name, value]) => [
                    name,
                    { value, displayValue: value === null ? null : String(value) }
                ])
            )
        });
    }
}

/** What the record says of a call once ConVox reported that agent for it. */
function passedOn(code: string | null, name: string | null, receivedAt: string | null, disposition = ''): void {
    const adapter: unknown = getRecord;
    if (isEmitting(adapter)) {
        const plain = (value: string | null): object => ({ value, displayValue: null });
        const user = name && { apiName: 'User', id: '005', fields: { Name: plain(name) } };
        const fields = {
            Agent_Code__c: plain(code),
            Agent__r: { value: user, displayValue: name },
            Status_Received_At__c: plain(receivedAt),
            Disposition__c: plain(disposition)
        };
        adapter.emit({ id: RECORD_ID, apiName: 'ConVox_Call__c', fields });
    }
}

const REPORTED = {
    ConVox_Status__c: 'Connected',
    Duration_Seconds__c: 134,
    Status_Received_At__c: '2026-01-05T04:35:00.000Z',
    Disposition__c: 'SALE'
};
const SILENT = {
    ConVox_Status__c: null,
    Duration_Seconds__c: null,
    Status_Received_At__c: null,
    Disposition__c: null
};

function show(properties: Record<string, unknown>): { element: HTMLElement; reported: unknown[] } {
    const element = createElement('c-convox-call-status', { is: ConvoxCallStatus });
    const reported: unknown[] = [];
    element.addEventListener('status', (event) => reported.push(event instanceof CustomEvent ? event.detail : event));
    Object.assign(element, { recordId: RECORD_ID, ...properties });
    document.body.appendChild(element);
    return { element, reported };
}

function textOf(element: HTMLElement, id: string): string | null | undefined {
    return element.shadowRoot?.querySelector(`[data-id="${id}"]`)?.textContent;
}

beforeEach(() => {
    jest.useFakeTimers();
    jest.mocked(notifyRecordUpdateAvailable).mockClear();
});

afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
});

test('pauses grow to a minute and end after about a quarter of an hour', () => {
    const pauses: number[] = [];
    for (let pause = pauseAfter(0); pause !== undefined; pause = pauseAfter(pauses.length)) {
        pauses.push(pause);
    }
    expect(pauses.slice(0, 8)).toEqual([250, 250, 250, 250, 250, 250, 250, 375]);
    expect(Math.max(...pauses)).toBe(60_000);
    const total = pauses.reduce((sum, pause) => sum + pause, 0);
    expect(total).toBeGreaterThan(12 * 60_000);
    expect(total).toBeLessThan(20 * 60_000);
});

test('waits aloud once the call is over, and looks at the record again and again', async () => {
    const { element, reported } = show({ isExpected: true });
    record(SILENT);
    await jest.advanceTimersByTimeAsync(1000);
    expect(textOf(element, 'waiting')).toBe('c.ConVox_CallStatus_Waiting');
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledTimes(4);
    expect(notifyRecordUpdateAvailable).toHaveBeenLastCalledWith([{ recordId: RECORD_ID }]);
    expect(reported).toEqual([]);
});

test.each([
    ['is not asked again before it has answered', 3000, 3],
    ['that does not answer is asked again after ten seconds', Infinity, 1]
])('a server %s', async (_, latency, asked) => {
    jest.mocked(notifyRecordUpdateAvailable).mockImplementation(
        () => new Promise((resolve) => Number.isFinite(latency) && setTimeout(resolve, latency))
    );
    show({ isExpected: true });
    record(SILENT);
    await jest.advanceTimersByTimeAsync(9800);
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledTimes(asked);
    await jest.advanceTimersByTimeAsync(1000);
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledTimes(asked + 1);
    jest.mocked(notifyRecordUpdateAvailable).mockImplementation(() => Promise.resolve());
});

test('shows the status with the talk time and tells it once', async () => {
    const { element, reported } = show({ isExpected: true });
    record(REPORTED);
    record(REPORTED);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(textOf(element, 'received')).toBe('c.ConVox_CallStatus_Received');
    expect(textOf(element, 'talk-time')).toBe('c.ConVox_CallStatus_Talk_Time');
    expect(reported).toEqual([{ disposition: 'SALE', seconds: 134 }]);
    expect(notifyRecordUpdateAvailable).not.toHaveBeenCalled();
});

test('while the agent talks it looks now and then and says nothing', async () => {
    const { element } = show({ isExpected: false });
    record(SILENT);
    await jest.advanceTimersByTimeAsync(61_000);
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledTimes(2);
    expect(textOf(element, 'waiting')).toBeUndefined();
});

test('looks at once when the end of the call makes the status due', async () => {
    const { element } = show({ isExpected: false });
    record(SILENT);
    Object.assign(element, { isExpected: true });
    await jest.advanceTimersByTimeAsync(0);
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledTimes(1);
    expect(textOf(element, 'waiting')).toBe('c.ConVox_CallStatus_Waiting');
});

test('says when ConVox stays silent, and looks again when asked', async () => {
    const { element } = show({ isExpected: true });
    record(SILENT);
    await jest.advanceTimersByTimeAsync(20 * 60_000);
    expect(textOf(element, 'late')).toBe('c.ConVox_CallStatus_Late');
    jest.mocked(notifyRecordUpdateAvailable).mockClear();
    element.shadowRoot?.querySelector('lightning-button')?.dispatchEvent(new CustomEvent('click'));
    await jest.advanceTimersByTimeAsync(0);
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledTimes(1);
    expect(textOf(element, 'waiting')).toBe('c.ConVox_CallStatus_Waiting');
});

test('stops looking when it leaves the page', () => {
    const { element } = show({ isExpected: true });
    element.remove();
    expect(jest.getTimerCount()).toBe(0);
});

test('is accessible while it waits and when the status is there', async () => {
    jest.useRealTimers();
    const { element } = show({ isExpected: true });
    await expect(element).toBeAccessible();
    record(REPORTED);
    await expect(element).toBeAccessible();
});

test("what ConVox reports later is seen and told as well, until the agent's call has a disposition", async () => {
    const { element, reported } = show({ isExpected: true, agentCode: 'AG_ASHA' });
    const connected = { ...REPORTED, Disposition__c: null };
    const looksAfter = async (report: Parameters<typeof record>[0]): Promise<number> => {
        record(report);
        record(report);
        jest.mocked(notifyRecordUpdateAvailable).mockClear();
        await jest.advanceTimersByTimeAsync(30_000);
        return jest.mocked(notifyRecordUpdateAvailable).mock.calls.length;
    };
    expect(await looksAfter(connected)).toBe(1);
    expect(await looksAfter({ ...connected, Duration_Seconds__c: 160 })).toBe(1);
    expect(await looksAfter(connected)).toBe(1);
    expect(await looksAfter(REPORTED)).toBe(0);
    expect(reported).toEqual([
        { disposition: '', seconds: 134 },
        { disposition: '', seconds: 160 },
        { disposition: '', seconds: 134 },
        { disposition: 'SALE', seconds: 134 }
    ]);
    expect(textOf(element, 'talk-time')).toBe('c.ConVox_CallStatus_Talk_Time');
});

const POPPED_AT = Date.parse(REPORTED.Status_Received_At__c);
const before = '2026-01-05T04:34:59.000Z';
const inTheSameSecond = REPORTED.Status_Received_At__c;
const after = '2026-01-05T04:35:01.000Z';

test.each([
    ['AG_RAVI', 'Ravi Kumar', after, 'c.ConVox_CallStatus_Moved'],
    ['AG_RAVI', null, after, 'c.ConVox_CallStatus_Moved'],
    ['AG_RAVI', 'Ravi Kumar', inTheSameSecond, 'c.ConVox_CallStatus_Moved'],
    ['AG_RAVI', 'Ravi Kumar', before, ''],
    ['AG_RAVI', 'Ravi Kumar', null, ''],
    ['ag_asha', 'Asha Verma', after, ''],
    [null, null, after, '']
])('a call of %s, who is %s, reported at %s, says to the agent to whom it came before: "%s"', async (...row) => {
    const [code, name, receivedAt, expected] = row;
    const { element } = show({ agentCode: 'AG_ASHA', poppedAt: POPPED_AT + 400 });
    passedOn(code, name, receivedAt);
    await Promise.resolve();
    expect(textOf(element, 'moved')).toBe(expected);
});

test("a call that comes back is this agent's again", async () => {
    const { element } = show({ isExpected: false, agentCode: 'AG_ASHA' });
    passedOn('AG_RAVI', 'Ravi Kumar', before, 'SALE');
    await Promise.resolve();
    expect(textOf(element, 'moved')).toBe('c.ConVox_CallStatus_Moved');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledTimes(2);
    passedOn('AG_ASHA', 'Asha Verma', after, 'SALE');
    await Promise.resolve();
    expect(textOf(element, 'moved')).toBe('');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledTimes(2);
});
