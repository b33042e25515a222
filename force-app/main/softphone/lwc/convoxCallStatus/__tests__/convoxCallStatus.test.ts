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
    expect(pauses.slice(0, 3)).toEqual([2000, 3000, 4500]);
    expect(Math.max(...pauses)).toBe(60_000);
    const total = pauses.reduce((sum, pause) => sum + pause, 0);
    expect(total).toBeGreaterThan(12 * 60_000);
    expect(total).toBeLessThan(20 * 60_000);
});

test('waits aloud once the call is over, and looks at the record again and again', async () => {
    const { element, reported } = show({ isExpected: true });
    record(SILENT);
    await jest.advanceTimersByTimeAsync(5000);
    expect(textOf(element, 'waiting')).toBe('c.ConVox_CallStatus_Waiting');
    expect(notifyRecordUpdateAvailable).toHaveBeenCalledTimes(2);
    expect(notifyRecordUpdateAvailable).toHaveBeenLastCalledWith([{ recordId: RECORD_ID }]);
    expect(reported).toEqual([]);
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

test.each([
    ['AG_RAVI', 'Ravi Kumar', 'c.ConVox_CallStatus_Moved'],
    ['AG_RAVI', null, 'c.ConVox_CallStatus_Moved'],
    ['ag_asha', 'Asha Verma', ''],
    [null, null, '']
])('a call of %s, who is %s, says to the agent who had it: "%s"', async (code, name, expected) => {
    const { element } = show({ agentCode: 'AG_ASHA' });
    const adapter: unknown = getRecord;
    if (isEmitting(adapter)) {
        const value = name && { apiName: 'User', id: '005', fields: { Name: { value: name, displayValue: null } } };
        const fields = { Agent_Code__c: { value: code, displayValue: null }, Agent__r: { value, displayValue: name } };
        adapter.emit({ id: RECORD_ID, apiName: 'ConVox_Call__c', fields });
    }
    await Promise.resolve();
    expect(textOf(element, 'moved')).toBe(expected);
});
