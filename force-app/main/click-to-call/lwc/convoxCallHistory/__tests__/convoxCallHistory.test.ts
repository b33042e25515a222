import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import { MessageContext, publish, subscribe, unsubscribe } from 'lightning/messageService';
import { updateRecord } from 'lightning/uiRecordApi';
import ConvoxCallHistory from 'c/convoxCallHistory';

const AGENT = { Id: 'a0A000000000001AAA', Agent_Code__c: { value: 'AG_ASHA' } };

const RECORD_ID = '003000000000001AAA';
const node = {
    Id: 'a01000000000001AAA',
    Name: { value: 'CALL-00000001' },
    CreatedDate: { value: '2026-11-20T09:00:00.000Z' },
    Started_At__c: { value: '2026-11-20T08:59:00.000Z' },
    Direction__c: { value: 'Outbound', displayValue: 'Outbound' },
    Status__c: { value: 'Disposed', displayValue: 'Disposed' },
    Disposition_Name__c: { value: 'Sale made' },
    Customer_Number__c: { value: '9876543201' }
};

const refresh = jest.fn(() => Promise.resolve());

/** Test wire adapters have more than the types of the platform's modules tell. */
function emitCalls(...nodes: object[]): void {
    const edges = nodes.map((one) => ({ node: one }));
    Reflect.apply(Reflect.get(graphql, 'emit'), graphql, [
        { uiapi: { query: { ConVox_Call__c: { edges } } } },
        undefined,
        refresh
    ]);
}

function emitErrors(message: string): void {
    Reflect.apply(Reflect.get(graphql, 'emitErrors'), graphql, [[{ message }], undefined, refresh]);
}

function show(): HTMLElement {
    const element = createElement('c-convox-call-history', { is: ConvoxCallHistory });
    Object.assign(element, { recordId: RECORD_ID });
    document.body.appendChild(element);
    Reflect.apply(Reflect.get(MessageContext, 'emit'), MessageContext, [{}]);
    return element;
}

const find = (element: HTMLElement, selector: string): HTMLElement | null =>
    element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

/** What the component does when a message comes on the channel. */
function hear(message: object): void {
    expect(subscribe).toHaveBeenCalledTimes(1);
    for (const [, , listener] of jest.mocked(subscribe).mock.calls) {
        listener(message);
    }
}

afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
});

/** Rows of the calls and of the user's agents, which the two wires of the component both hear. */
function emitWithAgents(...agents: object[]): void {
    const rows = (nodes: object[]) => ({ edges: nodes.map((one) => ({ node: one })) });
    const query = { ConVox_Call__c: rows([node]), ConVox_Agent__c: rows(agents), ConVox_Server__c: rows([]) };
    Reflect.apply(Reflect.get(graphql, 'emit'), graphql, [{ uiapi: { query } }, undefined, refresh]);
}

const press = (element: HTMLElement, action: string): unknown =>
    find(element, `[data-action="${action}"]`)?.dispatchEvent(new CustomEvent('click'));

test('a press on a line calls its number; a user who is no agent has no such button', async () => {
    const element = show();
    emitWithAgents();
    await Promise.resolve();
    expect(find(element, '[data-action="call"]')).toBeNull();
    emitWithAgents(AGENT);
    await Promise.resolve();
    const call = jest.fn();
    const dialer = find(element, 'c-convox-dialer');
    Object.defineProperty(dialer, 'call', { value: call });
    press(element, 'call');
    expect(call.mock.calls).toMatchObject([[{ dial: '9876543201' }, { agentCode: 'AG_ASHA' }]]);
    dialer?.dispatchEvent(new CustomEvent('rest', { detail: { isResting: true, calledElsewhere: '' } }));
    await Promise.resolve();
    expect(find(element, '[data-action="call"]')).toMatchObject({ disabled: true });
});

test('links a call to another record, says why when that fails, and leaves it by a second press', async () => {
    const element = show();
    emitCalls(node);
    await Promise.resolve();
    press(element, 'link');
    await Promise.resolve();
    const link = async (): Promise<void> => {
        const detail = { object: 'Case', id: '500' };
        find(element, 'c-convox-record-link')?.dispatchEvent(new CustomEvent('link', { detail }));
        await new Promise(process.nextTick);
    };
    jest.mocked(updateRecord).mockRejectedValueOnce({ body: { message: 'Not yours' } });
    await link();
    expect(find(element, 'c-convox-error-panel')).toMatchObject({ report: { lines: ['Not yours'] } });
    await link();
    expect(updateRecord).toHaveBeenLastCalledWith({ fields: { Id: node.Id, Case__c: '500' } });
    expect(jest.mocked(publish).mock.calls[0]?.[2]).toMatchObject({ recordId: node.Id, change: 'linked' });
    expect(find(element, 'c-convox-record-link')).toBeNull();
    press(element, 'link');
    await Promise.resolve();
    press(element, 'link');
    await Promise.resolve();
    expect(find(element, 'c-convox-record-link')).toBeNull();
});

/** What the wires of the component are asked for. */
function asked(): unknown[] {
    const variablesOfWires: unknown[] = [];
    const listen = ({ variables }: { variables?: unknown }): boolean => variablesOfWires.push(variables) < 0;
    Reflect.apply(Reflect.get(graphql, 'emit'), graphql, [{}, listen]);
    return variablesOfWires;
}

test('asks for ten calls of this record, and for ten more at a press as long as there are more', async () => {
    const element = show();
    const first = (count: number) => ({ recordId: RECORD_ID, anyId: RECORD_ID, first: count });
    await Promise.resolve();
    expect(asked()).toContainEqual(first(10));
    emitCalls(node);
    await Promise.resolve();
    expect(find(element, '[data-id="more"]')).toBeNull();
    const connection = { totalCount: 2, edges: [{ node }] };
    Reflect.apply(Reflect.get(graphql, 'emit'), graphql, [{ uiapi: { query: { ConVox_Call__c: connection } } }]);
    await Promise.resolve();
    find(element, '[data-id="more"]')?.click();
    expect(element.shadowRoot?.activeElement?.textContent).toBe('CALL-00000001');
    await Promise.resolve();
    expect(asked()).toContainEqual(first(20));
});

test('shows each call with a link to it', async () => {
    const element = show();
    emitCalls(node);
    await Promise.resolve();
    expect(find(element, 'a')?.textContent).toBe('CALL-00000001');
    expect(find(element, 'a')?.getAttribute('href')).toBe('/lightning/r/ConVox_Call__c/a01000000000001AAA/view');
    expect(find(element, '[data-details]')?.textContent).toBe('Disposed · Sale made');
    expect(find(element, 'lightning-formatted-date-time')).toMatchObject({ value: '2026-11-20T08:59:00.000Z' });
});

test('a call that can be heard has a player, and no other', async () => {
    const element = show();
    const recording = 'https://voice.example.com/1.wav';
    emitCalls(node, { ...node, Id: 'a01000000000002AAA', Recording__c: { value: recording } });
    await Promise.resolve();
    const players = [...(element.shadowRoot?.querySelectorAll('c-convox-recording-player') ?? [])];
    expect(players).toMatchObject([{ callId: 'a01000000000002AAA', address: recording }]);
});

test('opens a call inside the console', async () => {
    const element = show();
    emitCalls(node);
    await Promise.resolve();
    const click = new MouseEvent('click', { cancelable: true });
    find(element, 'a')?.dispatchEvent(click);
    expect(click.defaultPrevented).toBe(true);
});

test('says when there were no calls, but not before it knows', async () => {
    const element = show();
    expect(find(element, '[data-id="empty"]')).toBeNull();
    emitCalls();
    await Promise.resolve();
    expect(find(element, '[data-id="empty"]')?.textContent).toBe('c.ConVox_CallHistory_Empty');
});

test('shows a failure in words and tries again when asked', async () => {
    const element = show();
    emitErrors('No access to calls');
    await Promise.resolve();
    const panel = find(element, 'c-convox-error-panel');
    expect(panel).toMatchObject({ report: { lines: ['No access to calls'] } });
    panel?.dispatchEvent(new CustomEvent('retry'));
    expect(refresh).toHaveBeenCalledTimes(1);
});

test('asks again when one of its calls changed, and not for others', async () => {
    show();
    emitCalls(node);
    await Promise.resolve();
    hear({ change: 'disposed', recordId: 'a01000000000009AAA' });
    expect(refresh).not.toHaveBeenCalled();
    hear({ change: 'disposed', recordId: node.Id });
    expect(refresh).toHaveBeenCalledTimes(1);
});

test('stops listening when it leaves the page', () => {
    jest.mocked(subscribe).mockReturnValue({});
    show().remove();
    expect(unsubscribe).toHaveBeenCalledTimes(1);
});

test('is accessible with calls and without', async () => {
    const element = show();
    emitCalls(node);
    await expect(element).toBeAccessible();
    emitCalls();
    await expect(element).toBeAccessible();
});
