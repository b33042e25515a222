import { createElement } from 'lwc';
import { isChosen } from 'c/convoxCallSignal';
import ConvoxSignalSwitches from 'c/convoxSignalSwitches';

const status: { state: PermissionState; onchange?: () => void } = { state: 'prompt' };
const asked = jest.fn();

/** A browser that so far answers so, and may be asked by the page or, as Lightning Web Security has it, may not. */
function answering(state: PermissionState, mayAsk = true): void {
    status.state = state;
    Object.assign(window, { Notification: Object.assign(jest.fn(), mayAsk && { requestPermission: asked }) });
    Object.assign(navigator, { permissions: { query: () => Promise.resolve(status) } });
}

function show(): HTMLElement {
    const element = createElement('c-convox-signal-switches', { is: ConvoxSignalSwitches });
    document.body.appendChild(element);
    return element;
}

function part(element: HTMLElement, id: string): Element | null | undefined {
    return element.shadowRoot?.querySelector(`[data-id="${id}"]`);
}

async function turn(element: HTMLElement, id: string, checked: boolean): Promise<void> {
    part(element, id)?.dispatchEvent(new CustomEvent('change', { detail: { checked } }));
    await new Promise(process.nextTick);
}

beforeEach(() => {
    localStorage.clear();
    asked.mockClear();
});
afterEach(() => {
    document.body.replaceChildren();
    Reflect.deleteProperty(window, 'Notification');
});

test('both are off until the agent wants them, and nobody is asked before', async () => {
    answering('granted');
    const element = show();
    expect(part(element, 'notification')).toMatchObject({ checked: false });
    expect(part(element, 'tone')).toMatchObject({ checked: false });
    expect(asked).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
});

test.each<[PermissionState, mayAsk: boolean, isBlocked: boolean]>([
    ['granted', true, false],
    ['denied', true, true],
    ['prompt', true, true],
    ['granted', false, false],
    ['prompt', false, true]
])('a browser that says %s and may be asked (%s) is told what to allow: %s', async (state, mayAsk, isBlocked) => {
    answering(state, mayAsk);
    const element = show();
    await turn(element, 'notification', true);
    expect(asked).toHaveBeenCalledTimes(mayAsk ? 1 : 0);
    expect(isChosen('notification')).toBe(true);
    expect(part(element, 'blocked') !== null).toBe(isBlocked);
    await expect(element).toBeAccessible();
});

test('what the user allows in the browser is noticed at once', async () => {
    answering('prompt');
    const element = show();
    await turn(element, 'notification', true);
    answering('granted');
    status.onchange?.();
    await new Promise(process.nextTick);
    expect(part(element, 'blocked')).toBeNull();
});

test('what was chosen is there after a reload and can be taken back', async () => {
    answering('granted');
    await turn(show(), 'notification', true);
    await turn(show(), 'tone', true);
    const element = show();
    expect(part(element, 'notification')).toMatchObject({ checked: true });
    expect(part(element, 'tone')).toMatchObject({ checked: true });
    await turn(element, 'notification', false);
    expect([isChosen('notification'), isChosen('tone')]).toEqual([false, true]);
});

test('a browser without notifications says that it shows none', async () => {
    const element = show();
    await turn(element, 'notification', true);
    expect(part(element, 'blocked')).not.toBeNull();
});
