import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import { MessageContext, subscribe, unsubscribe } from 'lightning/messageService';
import ConvoxCallHistory from 'c/convoxCallHistory';

const RECORD_ID = '003000000000001AAA';
const node = {
    Id: 'a01000000000001AAA',
    Name: { value: 'CALL-00000001' },
    CreatedDate: { value: '2026-11-20T09:00:00.000Z' },
    Started_At__c: { value: '2026-11-20T08:59:00.000Z' },
    Direction__c: { value: 'Outbound', displayValue: 'Outbound' },
    Status__c: { value: 'Disposed', displayValue: 'Disposed' },
    Disposition__c: { value: 'SALE' }
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

test('asks for the calls of this record', async () => {
    show();
    await Promise.resolve();
    expect(Reflect.apply(Reflect.get(graphql, 'getLastConfig'), graphql, [])).toMatchObject({
        variables: { recordId: RECORD_ID }
    });
});

test('shows each call with a link to it', async () => {
    const element = show();
    emitCalls(node);
    await Promise.resolve();
    expect(find(element, 'a')?.textContent).toBe('CALL-00000001');
    expect(find(element, 'a')?.getAttribute('href')).toBe('/lightning/r/ConVox_Call__c/a01000000000001AAA/view');
    expect(find(element, '[data-details]')?.textContent).toBe('Disposed · SALE');
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
