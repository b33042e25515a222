import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import { MessageContext, subscribe, unsubscribe } from 'lightning/messageService';
import { EnclosingUtilityId, open } from 'lightning/platformUtilityBarApi';
import ConvoxIdlePanel from 'c/convoxIdlePanel';

const refresh = jest.fn(() => Promise.resolve());
const PAST = '2026-11-30T09:00:00Z';
const FOLLOW_UP = {
    Id: 'f1',
    Due_At__c: { value: PAST },
    Phone_Key__c: { value: '9876543201' },
    Contact__r: { Id: '003A', Name: { value: 'Priya Nair' } }
};
const MISSED = { Id: 'c1', Started_At__c: { value: PAST }, Customer_Number__c: { value: '9876543202' } };
const AGENT = { Id: 'a1', Agent_Code__c: { value: 'AG_ASHA' }, Server__c: { value: 's1' } };

/** Test wire adapters have more than the types of the platform's modules tell. */
function emit(adapter: object, method: 'emit' | 'emitErrors', ...args: unknown[]): void {
    Reflect.apply(Reflect.get(adapter, method), adapter, args);
}

const lastRequest = (): unknown => Reflect.apply(Reflect.get(graphql, 'getLastConfig'), graphql, []);

const rows = (nodes: object[]) => ({ totalCount: nodes.length, edges: nodes.map((node) => ({ node })) });

async function answer(parts: { followUps?: object[]; missed?: object[]; agents?: object[] }): Promise<void> {
    const { followUps = [], missed = [], agents = [AGENT] } = parts;
    emit(
        graphql,
        'emit',
        {
            uiapi: {
                query: {
                    ConVox_Follow_Up__c: rows(followUps),
                    missedCalls: rows(missed),
                    lastCalls: rows([]),
                    ConVox_Agent__c: rows(agents)
                }
            }
        },
        undefined,
        refresh
    );
    await jest.advanceTimersByTimeAsync(0);
}

const due = jest.fn<void, [Event]>();
const saidDue = (): unknown[] =>
    due.mock.calls.map(([event]) => (event instanceof CustomEvent ? event.detail : undefined));

async function show(): Promise<HTMLElement> {
    const element = createElement('c-convox-idle-panel', { is: ConvoxIdlePanel });
    Object.assign(element, { userId: '005A' });
    element.addEventListener('due', due);
    document.body.appendChild(element);
    emit(MessageContext, 'emit', {});
    await jest.advanceTimersByTimeAsync(1000);
    return element;
}

const find = (element: HTMLElement, selector: string): HTMLElement | null =>
    element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

async function fire(element: HTMLElement, list: string, type: string): Promise<void> {
    const target = find(element, `[data-id="${list}"]`);
    const [detail]: unknown[] = Reflect.get(target ?? {}, 'lines') ?? [];
    target?.dispatchEvent(new CustomEvent(type, { detail }));
    await jest.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse('2026-11-30T10:00:00Z') });
    jest.mocked(subscribe).mockReturnValue({});
});

afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
    jest.clearAllMocks();
});

test('asks once, a moment after it came, and shows three lists', async () => {
    const element = await show();
    expect(lastRequest()).toMatchObject({ variables: { userId: '005A', since: '2026-11-23T10:00:01.000Z' } });
    expect(find(element, 'c-convox-idle-list')).toBeNull();
    await answer({ followUps: [FOLLOW_UP], missed: [MISSED] });
    const lists = [...(element.shadowRoot?.querySelectorAll('c-convox-idle-list') ?? [])];
    expect(lists).toMatchObject([
        { heading: 'c.ConVox_IdlePanel_Follow_Ups', total: 1, canCall: true },
        { heading: 'c.ConVox_IdlePanel_Missed_Calls', total: 1 },
        { heading: 'c.ConVox_IdlePanel_Last_Calls', emptyText: 'c.ConVox_IdlePanel_No_Last_Calls', total: 0 }
    ]);
    expect(saidDue()).toEqual(['', 'c.ConVox_IdlePanel_Due']);
});

test('lists are said to be loading until they come or fail', async () => {
    const element = await show();
    const loading = (): string | undefined => find(element, '[data-id="loading"]')?.textContent?.trim();
    expect(loading()).toBe('c.ConVox_IdlePanel_Loading');
    emit(graphql, 'emitErrors', [{ message: 'Server too busy' }], undefined, refresh);
    await jest.advanceTimersByTimeAsync(0);
    expect(loading()).toBeUndefined();
    find(element, 'c-convox-error-panel')?.dispatchEvent(new CustomEvent('retry'));
    await jest.advanceTimersByTimeAsync(0);
    expect(loading()).toBe('c.ConVox_IdlePanel_Loading');
    await answer({});
    expect(loading()).toBeUndefined();
});

test('news of a call and a minute are reasons to ask again, and a panel that is gone asks nothing', async () => {
    const element = await show();
    await answer({});
    for (const [, , hear] of jest.mocked(subscribe).mock.calls) {
        hear({ change: 'statusReceived' });
    }
    await jest.advanceTimersByTimeAsync(1000);
    expect(refresh).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(refresh).toHaveBeenCalledTimes(2);
    element.remove();
    expect(unsubscribe).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(refresh).toHaveBeenCalledTimes(2);
});

test('a failure is said, keeps what was known, and another try asks anew', async () => {
    const element = await show();
    await answer({ followUps: [FOLLOW_UP] });
    emit(graphql, 'emitErrors', [{ message: 'Server too busy' }], undefined, refresh);
    await jest.advanceTimersByTimeAsync(0);
    expect(find(element, 'c-convox-error-panel')).toMatchObject({ report: { lines: ['Server too busy'] } });
    expect(find(element, '[data-id="followUps"]')).toMatchObject({ total: 1 });
    const before = lastRequest();
    await jest.advanceTimersByTimeAsync(5000);
    find(element, 'c-convox-error-panel')?.dispatchEvent(new CustomEvent('retry'));
    await jest.advanceTimersByTimeAsync(0);
    expect(lastRequest()).not.toEqual(before);
    await answer({});
    expect(find(element, 'c-convox-error-panel')).toBeNull();
});

test('a user who is no agent is told so and cannot call', async () => {
    const element = await show();
    await answer({ missed: [MISSED], agents: [] });
    expect(find(element, '[data-id="notAgent"]')?.textContent).toBe('c.ConVox_Dialer_Not_Agent');
    expect(find(element, '[data-id="missedCalls"]')).toMatchObject({ canCall: false });
});

test.each([
    ['followUps', { dial: '9876543201', text: '98765 43201', customer: { Contact__c: '003A' } }],
    ['missedCalls', { dial: '9876543202', text: '98765 43202', customer: {} }]
])('a line of %s is called by the one way to dial', async (list, target) => {
    const element = await show();
    await answer({ followUps: [FOLLOW_UP], missed: [MISSED] });
    const call = jest.fn();
    Object.assign(find(element, 'c-convox-dialer') ?? {}, { call });
    await fire(element, list, 'call');
    expect(call).toHaveBeenCalledWith(target, expect.objectContaining({ agentCode: 'AG_ASHA', serverId: 's1' }));
    find(element, 'c-convox-dialer')?.dispatchEvent(
        new CustomEvent('rest', { detail: { isResting: true, calledElsewhere: '' } })
    );
    await jest.advanceTimersByTimeAsync(0);
    expect(find(element, `[data-id="${list}"]`)).toMatchObject({ isResting: true });
});

test('a call that was asked for elsewhere is said, and brings the phone up', async () => {
    const element = await show();
    emit(EnclosingUtilityId, 'emit', 'utility-1');
    const detail = { isResting: true, calledElsewhere: '98765 43201' };
    find(element, 'c-convox-dialer')?.dispatchEvent(new CustomEvent('rest', { detail }));
    await jest.advanceTimersByTimeAsync(0);
    expect(find(element, '[data-id="calling"]')?.textContent).toBe('c.ConVox_IdlePanel_Calling');
    expect(open).toHaveBeenCalledWith('utility-1', { autoFocus: false });
});

test('a call that is asked for no more is no longer said, and nothing of it is left to read', async () => {
    const element = await show();
    const said: unknown[] = [];
    element.addEventListener('say', (event) => said.push(event instanceof CustomEvent && event.detail));
    for (const detail of [
        { isResting: true, calledElsewhere: '98765 43201' },
        { isResting: false, calledElsewhere: '' }
    ]) {
        find(element, 'c-convox-dialer')?.dispatchEvent(new CustomEvent('rest', { detail }));
    }
    await jest.advanceTimersByTimeAsync(0);
    expect(said).toEqual(['c.ConVox_IdlePanel_Calling', ' ']);
    expect(find(element, '[data-id="calling"]')?.textContent).toBe('');
});

test('is accessible', async () => {
    const element = await show();
    await answer({ followUps: [FOLLOW_UP], missed: [MISSED] });
    jest.useRealTimers();
    await expect(element).toBeAccessible();
});
